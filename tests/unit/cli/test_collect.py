"""`handbook collect` on files and folders: what is kept, what is said, how it ends."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from command import new_handbook
from filling import fill, sample

from generator.base.i18n import Catalogue
from generator.checking.folder import check_folder
from generator.collect.collecting import Collector
from generator.document.context import Context
from generator.model.handbook import Handbook
from generator.renderers.word.forms import form_docx
from generator.renderers.word.ooxml.house import House


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return new_handbook(tmp_path / "book")


@pytest.fixture
def inbox(tmp_path: Path, root: Path) -> Path:
    """A folder with a good form, an empty one, Word's lock file and a text."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    book = check_folder(root).handbook
    assert book is not None
    (folder / "good.docx").write_bytes(filled(book))
    (folder / "old.doc").write_bytes(b"no Word file")
    (folder / "~$good.docx").write_bytes(b"x")
    (folder / "readme.txt").write_text("x")
    return folder


def filled(book: Handbook, **changes: Any) -> bytes:
    form = book.forms["order-sheet"]
    ctx = Context.of(book, Catalogue("en"), Catalogue("en"))
    values = {**sample(book, form), "document_no": "OS-1", **changes}
    return fill(form_docx(ctx, form, House()), book, form, values)


def test_the_good_ones_are_kept_and_the_others_named(run: Any, root: Path, inbox: Path) -> None:
    ran = run("-C", root, "--lang", "en", "collect", inbox)
    assert [each["key"] for each in json.loads(ran.out)] == ["OS-1"], ran.err
    assert ran.code == 1
    assert "old.doc: error HB540 This is not a Word file (.docx)." in ran.err
    assert "1 form kept, 0 there already, 1 rejected." in ran.err
    assert "~$" not in ran.err


def test_all_good_ends_with_zero(run: Any, root: Path, inbox: Path) -> None:
    assert run("-C", root, "collect", inbox / "good.docx").code == 0


@pytest.mark.parametrize("name", ["forms.json", "forms.csv", "forms.xlsx"])
def test_the_ending_of_the_file_says_the_format(
    run: Any, root: Path, inbox: Path, tmp_path: Path, name: str
) -> None:
    ran = run("-C", root, "collect", inbox / "good.docx", "-o", tmp_path / "out" / name)
    assert ran.code == 0, ran.err
    heads = {"forms.json": b"[\n", "forms.csv": b"\xef\xbb\xbf", "forms.xlsx": b"PK"}
    assert (tmp_path / "out" / name).read_bytes().startswith(heads[name])
    assert ran.out == ""


def test_a_database_takes_each_form_once(run: Any, root: Path, inbox: Path, tmp_path: Path) -> None:
    file = tmp_path / "forms.db"
    words = ("-C", root, "--lang", "en", "collect", inbox / "good.docx", "--into")
    run(*words, f"sqlite:///{file}")
    again = run(*words, f"sqlite:///{file}")
    assert "0 forms kept, 1 there already, 0 rejected." in again.err
    with sqlite3.connect(file) as database:
        keys = database.execute("SELECT record_key, record_version FROM order_sheet").fetchall()
    assert keys == [("OS-1", 1)]


def test_a_database_that_can_only_be_read_is_told_once(
    run: Any, root: Path, inbox: Path, tmp_path: Path
) -> None:
    file = tmp_path / "forms.db"
    words = ("-C", root, "--lang", "en", "collect", inbox, "--into")
    run(*words, f"sqlite:///{file}")
    kept = file.read_bytes()
    ran = run(*words, f"sqlite:///file:{file}?mode=ro&uri=true")
    assert ran.code == 2
    assert ran.err.count("can only be read") == 1
    assert file.read_bytes() == kept


@pytest.mark.parametrize("ending", ["rtf", "odt", "wpt"])
def test_a_form_in_another_format_is_rejected_with_what_to_do(
    run: Any, root: Path, inbox: Path, ending: str
) -> None:
    (inbox / f"late.{ending}").write_bytes(b"{\\rtf1 KS-1}")
    ran = run("-C", root, "--lang", "en", "collect", inbox)
    assert ran.code == 1
    (line,) = [each for each in ran.err.splitlines() if f"late.{ending}" in each]
    assert "HB540" in line
    assert "save it as" in line.lower()


def test_what_cannot_run_says_why(run: Any, root: Path, inbox: Path, tmp_path: Path) -> None:
    good = inbox / "good.docx"
    for words in (
        (tmp_path / "nowhere",),
        (good, "--into", "no address"),
        (good, "--watch"),
        (good, "--format", "xlsx"),
    ):
        ran = run("-C", root, "--lang", "en", "collect", *words)
        assert ran.code == 2, words
        assert "Traceback" not in ran.err


def test_a_handbook_with_errors_collects_nothing(run: Any, root: Path, inbox: Path) -> None:
    file = root / "processes" / "sales" / "take-order.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("responsible: clerk", "responsible: x")
    )
    ran = run("-C", root, "--lang", "en", "collect", inbox)
    assert ran.code == 2
    assert "HB2" in ran.err


def test_a_second_copy_is_no_second_record(run: Any, root: Path, inbox: Path) -> None:
    shutil.copy(inbox / "good.docx", inbox / "good (copy).docx")
    ran = run("-C", root, "--lang", "en", "collect", inbox)
    assert len(json.loads(ran.out)) == 1
    assert "1 form kept, 1 there already, 1 rejected." in ran.err


def test_whatever_lies_in_a_folder_has_an_outcome(run: Any, root: Path, inbox: Path) -> None:
    raw = (inbox / "good.docx").read_bytes()
    os.mkfifo(inbox / "pipe.docx")
    (inbox / "cut.docx").write_bytes(raw[:2000])
    Path(os.fsdecode(os.fsencode(inbox) + b"/\xd6\xd0.docx")).write_bytes(raw)  # GBK
    (inbox / "dangling.docx").symlink_to("nowhere")
    ran = run("-C", root, "--lang", "en", "collect", inbox)
    assert ran.code == 1
    (record,) = json.loads(ran.out)
    assert len(record["arrivals"]) == 2
    assert any("\\xd6\\xd0.docx" in each["file"] for each in record["arrivals"])
    for name, code in (
        ("pipe.docx", "HB564"),
        ("cut.docx", "HB540"),
        ("dangling.docx", "HB564"),
        ("readme.txt", "HB584"),
    ):
        assert any(name in line and code in line for line in ran.err.splitlines()), name
    assert "1 form kept, 1 there already, 4 rejected." in ran.err


def test_a_file_that_stops_the_program_stops_no_other(
    run: Any, root: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(inbox / "good.docx", inbox / "bad.docx")
    real = Collector.collect

    def stumble(self: Collector, name: str, *more: Any) -> Any:
        if "bad" in name:
            raise RecursionError("too deep")
        return real(self, name, *more)

    monkeypatch.setattr(Collector, "collect", stumble)
    ran = run("-C", root, "--lang", "en", "collect", inbox)
    assert len(json.loads(ran.out)) == 1
    assert "bad.docx: error HB581" in ran.err
    assert "RecursionError" in ran.err


@pytest.mark.parametrize(
    "words", [("--into", ""), ("--into", "sqlite://"), ("--into", "sqlite:///:memory:")]
)
def test_what_would_keep_nothing_is_refused(
    run: Any, root: Path, inbox: Path, words: tuple[str, str]
) -> None:
    ran = run("-C", root, "--lang", "en", "collect", inbox, *words)
    assert (ran.code, ran.out) == (2, "")


def test_no_form_is_written_over(run: Any, root: Path, inbox: Path, tmp_path: Path) -> None:
    good = inbox / "good.docx"
    other = tmp_path / "same.json"
    other.hardlink_to(good)
    before = good.read_bytes()
    for words in (("-o", good), ("-o", other), ("--into", f"sqlite:///{good}")):
        for source in (good, inbox):
            ran = run("-C", root, "--lang", "en", "collect", source, *words)
            assert (ran.code, ran.out) == (2, ""), words
            assert "is one of the forms" in ran.err
    assert good.read_bytes() == before


@pytest.mark.parametrize(
    "place", ["processes/handbook.yml", "content/forms.json", "build/store/forms.json"]
)
@pytest.mark.parametrize("into", [True, False])
def test_nothing_is_written_among_the_sources(
    run: Any, root: Path, inbox: Path, place: str, into: bool
) -> None:
    file = root / place
    before = file.read_bytes() if file.exists() else None
    named = ("--into", f"sqlite:///{file}") if into else ("-o", file)
    ran = run("-C", root, "--lang", "en", "collect", inbox / "good.docx", *named)
    assert ran.code == 2
    assert "Name another folder" in ran.err
    assert (file.read_bytes() if file.exists() else None) == before


def test_no_link_is_followed(run: Any, root: Path, inbox: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.write_text("mine")
    for name in ("out.json", "out.csv", "out.xlsx", "forms.db"):
        (tmp_path / name).symlink_to(target)
        words = (
            ("--into", f"sqlite:///{tmp_path / name}")
            if name.endswith("db")
            else ("-o", tmp_path / name)
        )
        ran = run("-C", root, "--lang", "en", "collect", inbox / "good.docx", *words)
        assert ran.code == 2, name
        assert "is a link" in ran.err
    assert target.read_text() == "mine"


@pytest.mark.parametrize("name", ["out.json", "out.csv", "out.xlsx"])
def test_an_empty_run_leaves_the_file_of_last_month(
    run: Any, root: Path, inbox: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / name
    assert run("-C", root, "collect", inbox / "good.docx", "-o", out).code == 0
    before = out.read_bytes()
    ran = run("-C", root, "--lang", "en", "collect", inbox / "old.doc", "-o", out)
    assert ran.code == 1
    assert "stays as it was" in ran.err
    assert out.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["book", "inbox", name])


def test_a_correction_is_named_with_what_it_changed(run: Any, root: Path, inbox: Path) -> None:
    book = check_folder(root).handbook
    assert book is not None
    (inbox / "new.docx").write_bytes(filled(book, customer="Smith"))
    ran = run("-C", root, "--lang", "en", "collect", inbox)
    found = json.loads(ran.out)
    assert [(each["version"], each["newest"]) for each in found] == [(1, False), (2, True)]
    (change,) = found[1]["changes"]
    assert change["field"] == "customer"
    assert "Smith" in {change["before"], change["after"]}
    assert "HB557" in ran.err


def test_a_file_that_is_not_there_stops_no_other(run: Any, root: Path, inbox: Path) -> None:
    gone, long = inbox / "gone.docx", inbox / ("x" * 300 + ".docx")
    ran = run("-C", root, "--lang", "en", "collect", gone, long, inbox / "good.docx")
    assert ran.code == 1
    assert [each["key"] for each in json.loads(ran.out)] == ["OS-1"], ran.err
    assert "gone.docx: error HB564 The file cannot be opened: there is no such file" in ran.err
    assert "x.docx: error HB564 The file cannot be opened: " in ran.err
    assert "1 form kept, 0 there already, 2 rejected." in ran.err
