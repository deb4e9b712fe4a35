"""A thousand forms come in, and some among them are poison: all others are kept, each is named."""

from __future__ import annotations

import os
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from command import new_handbook
from filling import fill, sample
from postgres import server
from sqlalchemy import create_engine, text

from generator.base.i18n import Catalogue
from generator.checking.folder import check_folder
from generator.collect.collecting import Collector
from generator.collect.store import StoreProblem
from generator.collect.store_database import DatabaseStore
from generator.document.context import Context
from generator.renderers.word.forms import form_docx
from generator.renderers.word.ooxml.house import House

ALL = os.environ.get("HYPOTHESIS_PROFILE") == "prove"
FORMS, POISONED = (1000, 50) if ALL else (40, 20)
NUMBER, CUSTOMER, AMOUNT, DAY = "NUMBERMARK", "CUSTOMERMARK", "98765.43", "2026-11-23"
OPTIONAL = "\n      - {field: pieces, label: Pieces, type: integer, optional: true}"


def good_form(root: Path) -> bytes:
    """Return a filled form whose values are marks to be replaced."""
    file = root / "processes" / "sales" / "forms" / "order-sheet.yml"
    whole = file.read_text(encoding="utf-8")
    at = whole.index("  - section: release")
    file.write_text(f"{whole[:at].rstrip()}{OPTIONAL}\n{whole[at:]}", encoding="utf-8")
    book = check_folder(root).handbook
    assert book is not None
    form = book.forms["order-sheet"]
    ctx = Context.of(book, Catalogue("en"), Catalogue("en"))
    values = {
        **sample(book, form),
        "document_no": NUMBER,
        "customer": CUSTOMER,
        "amount": AMOUNT,
        "pieces": 31415,
    }
    return fill(form_docx(ctx, form, House()), book, form, values)


def with_words(raw: bytes, words: Mapping[str, str], name: str = "word/document.xml") -> bytes:
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(raw)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for each in source.namelist():
            content = source.read(each)
            for old, new in words.items() if each == name else ():
                assert old.encode() in content, old
                content = content.replace(old.encode(), new.encode())
            target.writestr(each, content)
    return out.getvalue()


def with_part(raw: bytes, name: str, content: bytes) -> bytes:
    out = BytesIO(raw)
    with zipfile.ZipFile(out, "a") as target:
        target.writestr(name, content)
    return out.getvalue()


def refused(raw: bytes) -> Iterator[bytes]:
    """Yield files that are no form of ours."""
    yield b""
    yield b"no Word file"
    yield raw[: len(raw) // 2]
    yield bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
    yield with_part(raw, "word/vbaProject.bin", b"x")
    yield with_part(raw, "word/activeX/a.bin", b"x")
    yield with_part(raw, "../a.xml", b"<a/>")
    yield with_part(raw, "WORD/document.xml", b"<a/>")
    yield with_part(raw, "word/bomb.xml", b"<a>" + b" " * 9_000_000 + b"</a>")
    yield with_part(raw, "word/header9.xml", b"<!DOCTYPE a><a/>")
    yield with_part(raw, "word/comments.xml", b"<a><b></a>")
    yield with_words(
        raw, {"<vt:lpwstr>order-sheet<": "<vt:lpwstr>other-form<"}, "docProps/custom.xml"
    )
    yield with_words(raw, {"</w:body>": ""})


VALUES: Mapping[str, tuple[Mapping[str, str], str]] = {
    "25 digits": ({"31415": "1234567890123456789012345"}, "Pieces"),
    "16 digits": ({"31415": "1234567890123456"}, "Pieces"),
    "raised": ({"31415": "3\u00b2"}, "Pieces"),
    "words": ({AMOUNT: "about a hundred"}, "Amount"),
    "300 characters": ({NUMBER: "9" * 300}, "Number"),
    "two meanings": ({AMOUNT: "1,5"}, "Amount"),
    "a long text": ({CUSTOMER: "x" * 30_000}, "Customer"),
}
KEPT_WHOLE: Mapping[str, Mapping[str, str]] = {
    "three thousand million": {"31415": "3000000000"},
    "many decimals": {AMOUNT: "0.123456789012345678901234567890123456789"},
    "300 digits would be none": {CUSTOMER: "7" * 300},
    "a formula": {CUSTOMER: "=HYPERLINK(1)"},
    "quotes": {CUSTOMER: "Robert'); DROP TABLE order_sheet;--"},
    "rare characters": {CUSTOMER: "\U00020bb7\u91ce\U0001f600"},
}


def inbox(folder: Path, raw: bytes) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Write all files; return the keys by name, the poison by name with its field, hard ones."""
    folder.mkdir()
    good: dict[str, str] = {}
    named: dict[str, str] = {}
    bad = [(each, "") for each in refused(raw)]
    for number, (words, label) in enumerate(VALUES.values()):
        bad.append((with_words(raw, {NUMBER: f"V-{number}", **words}), label))
    for number in range(POISONED):
        content, label = bad[number % len(bad)]
        name = f"{number * (FORMS // POISONED):04d}-poison.docx"
        (folder / name).write_bytes(content)
        named[name] = label
    hard: dict[str, str] = {}
    for number, words in enumerate(KEPT_WHOLE.values()):
        hard[f"H-{number}"] = next(iter(words.values()))
        (folder / f"hard{number}.docx").write_bytes(
            with_words(raw, {NUMBER: f"H-{number}", **words})
        )
    for number in range(FORMS - POISONED):
        name = f"{number:04d}.docx"
        (folder / name).write_bytes(with_words(raw, {NUMBER: f"OS-{number}"}))
        good[name] = f"OS-{number}"
    return good, named, hard


def test_the_good_ones_are_kept_and_each_poisonous_one_is_named(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    root = new_handbook(tmp_path / "book")
    good, named, hard = inbox(tmp_path / "inbox", good_form(root))
    with ExitStack() as stack:
        addresses = [f"sqlite:///{tmp_path / 'forms.db'}"]
        if ALL:
            addresses.append(stack.enter_context(server()))
        for address in addresses:
            ran = run("-C", root, "--lang", "en", "collect", tmp_path / "inbox", "--into", address)
            assert ran.code == 1
            lines = ran.err.splitlines()
            for name, label in named.items():
                said = [line for line in lines if f"{name}: error" in line and label in line]
                assert said, (name, label)
                assert "HB580" not in "".join(said)
            assert not any(f"/{name}: error" in line for name in good for line in lines)
            rows = stored(address)
            assert all(rows[key][0] == "complete" for key in good.values())
            for key, value in hard.items():
                assert rows[key][0] == "complete"
                assert str(value) in {str(each) for each in rows[key]}, key


def stored(address: str) -> dict[str, tuple[Any, ...]]:
    engine = create_engine(address)
    query = "SELECT record_key, record_state, customer, amount, pieces FROM order_sheet"
    with engine.connect() as connection:
        found = {row[0]: tuple(row[1:]) for row in connection.execute(text(query))}
    engine.dispose()
    return found


def test_a_database_that_is_locked_on_the_way_loses_nothing(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.collect.store_database._WAIT", 0)
    monkeypatch.setattr("generator.cli.collect._STEP", 3)  # the second group meets the lock
    root = new_handbook(tmp_path / "book")
    raw = good_form(root)
    folder, file = tmp_path / "inbox", tmp_path / "forms.db"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.docx").write_bytes(with_words(raw, {NUMBER: f"OS-{number}"}))
    held: list[sqlite3.Connection] = []
    real = Collector.collect

    def holding(self: Collector, name: str, *more: Any) -> Any:
        if name.endswith("3.docx"):
            held.append(sqlite3.connect(file, isolation_level=None))
            held[0].execute("BEGIN EXCLUSIVE")
        return real(self, name, *more)

    words = ("-C", root, "--lang", "en", "collect", folder, "--into", f"sqlite:///{file}")
    with monkeypatch.context() as patched:
        patched.setattr(Collector, "collect", holding)
        ran = run(*words)
    held[0].close()
    assert ran.code == 1
    assert [f"{number}.docx: error HB580" in ran.err for number in range(6)] == [False] * 3 + [
        True
    ] * 3
    assert "3 forms kept, 0 there already, 3 rejected." in ran.err
    again = run(*words)
    assert "3 forms kept, 3 there already, 0 rejected." in again.err
    assert len(stored(f"sqlite:///{file}")) == 6


def test_one_that_the_database_refuses_stops_only_itself(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = new_handbook(tmp_path / "book")
    raw = good_form(root)
    folder, address = tmp_path / "inbox", f"sqlite:///{tmp_path / 'forms.db'}"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.docx").write_bytes(with_words(raw, {NUMBER: f"OS-{number}"}))
    real = DatabaseStore._show
    poison = {"OS-1": StoreProblem("will not"), "OS-3": LookupError("cannot")}

    def refusing(self: DatabaseStore, connection: Any, form: Any, before: Any, after: Any) -> None:
        real(self, connection, form, before, after)
        if after[0].key in poison:
            raise poison[after[0].key]

    monkeypatch.setattr(DatabaseStore, "_show", refusing)
    ran = run("-C", root, "--lang", "en", "collect", folder, "--into", address)
    assert "3 forms kept, 0 there already, 2 rejected." in ran.err
    assert "1.docx: error HB580" in ran.err
    assert "3.docx: error HB581" in ran.err
    assert set(stored(address)) == {"OS-0", "OS-2", "OS-4"}
