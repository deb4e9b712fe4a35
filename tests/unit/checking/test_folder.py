"""A handbook's folder is read once: YAML, pages, translations, and files of the house style."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command import STARTER

from generator.checking.folder import read_folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(STARTER, tmp_path / "book"))
    (folder / "content/locale").mkdir()
    (folder / "content/locale/de.po").write_bytes(b"# German")
    (folder / "content/about.md").write_text("# About")
    (folder / "logo.png").write_bytes(b"PNG")
    (tmp_path / "secret.png").write_bytes(b"secret")
    return folder


def styled(root: Path, style: str) -> dict[str, bytes]:
    settings = root / "processes/handbook.yml"
    settings.write_text(settings.read_text() + f"house-style: {{{style}}}\n")
    return dict(read_folder(root).house_files)


def test_pages_and_translations_are_told_apart(root: Path) -> None:
    sources = read_folder(root)
    assert sources.catalogues == {"de": b"# German"}
    assert sources.content["about.md"] == b"# About"
    assert not [path for path in sources.content if path.endswith(".po")]


def test_files_of_the_house_style_are_read_under_the_names_it_gives(root: Path) -> None:
    assert styled(root, "logo: logo.png") == {"logo.png": b"PNG"}
    assert read_folder(root).checked.handbook is not None


def test_what_is_missing_or_outside_of_the_folder_is_not_read(root: Path) -> None:
    assert styled(root, "logo: ../secret.png, base-document: none.docx") == {}


def test_a_handbook_whose_settings_cannot_be_read_has_no_house_files(root: Path) -> None:
    (root / "processes/handbook.yml").write_text("title: [")
    sources = read_folder(root)
    assert sources.house_files == {}
    assert sources.checked.failed


def test_a_folder_without_settings_has_neither_handbook_nor_house_files(root: Path) -> None:
    (root / "processes/handbook.yml").unlink()
    sources = read_folder(root)
    assert sources.checked.handbook is None
    assert sources.house_files == {}


def test_files_are_judged_as_they_would_be(root: Path) -> None:
    made = {"processes/glossary.yml": b"terms: [", "content/about.md": None, "content/x.md": b"# X"}
    sources = read_folder(root, made)
    assert "processes/glossary.yml" in {d.where.file for d in sources.checked.diagnostics}
    assert "about.md" not in sources.content
    assert sources.content["x.md"] == b"# X"
    assert not read_folder(root).checked.failed


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("content/locale/de.po", True),
        ("content/locale/en.po", True),  # the starter is written in English
        ("content/zh.po", True),
        ("content/locale/zh/x.po", True),
        ("content/locale/zh.po", False),
    ],
)
def test_a_catalogue_that_nobody_reads_is_told(root: Path, path: str, told: bool) -> None:
    (root / "content/locale/de.po").unlink()
    settings = root / "processes/handbook.yml"
    settings.write_text(settings.read_text().replace("languages: [en]", "languages: [en, zh]"))
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_bytes(b"")
    found = read_folder(root).checked.diagnostics
    assert [each.rule.code for each in found] == ["HB605"] * told


def told_of(root: Path, catalogue: str, **changed: str) -> list[tuple[str, int, int, int]]:
    """The findings (code, line, column, places beside it) of a catalogue in Chinese."""
    (root / "content/locale/de.po").unlink(missing_ok=True)
    settings = root / "processes/handbook.yml"
    settings.write_text(settings.read_text().replace("languages: [en]", "languages: [en, zh]"))
    (root / "content/locale/zh.po").write_text(catalogue, encoding="utf-8")
    for name, text in changed.items():
        (root / f"processes/{name}.yml").write_text(text)
    checked = read_folder(root).checked
    return [
        (each.rule.code, span.line, span.column, len(each.related))
        for each in checked.diagnostics
        if (span := checked.span(each.where)).file.startswith("content/")
    ]


def test_entries_whose_original_is_gone_are_told_once(root: Path) -> None:
    here = 'msgid "Take an order"\nmsgstr "接单"\n\nmsgid "order"\nmsgstr "订单"\n'
    gone = 'msgid "Take the orders"\nmsgstr "接单"\n\nmsgid ""\n"Long "\n"gone"\nmsgstr "没了"\n'
    assert told_of(root, here) == []
    assert told_of(root, f"{here}\n{gone}") == [("HB606", 7, 8, 1)]


def test_the_cure_names_the_text_as_it_is_now(root: Path) -> None:
    told_of(root, 'msgid "Take in an order"\nmsgstr "接单"\n')
    (found,) = read_folder(root).checked.diagnostics
    assert found.hint
    assert found.hint.args["close"] == "Take an order"


def test_no_original_is_gone_that_may_stand_in_a_broken_file(root: Path) -> None:
    gone = 'msgid "Clerks"\nmsgstr "店员们"\n'
    broken = (root / "processes/organization.yml").read_text().replace("title:", "title: [", 1)
    assert told_of(root, gone, organization=broken) == []
    settings = (root / "processes/handbook.yml").read_text().replace("[en, zh]", "[en, zh")
    assert told_of(root, gone, handbook=settings) == []


@pytest.mark.parametrize(
    ("translation", "code"),
    [("接单 \U0001f4e6", "HB611"), ("接单 \u3164", "HB611"), ("\u3164", "HB613")],
)
def test_a_translation_that_no_picture_draws_or_nobody_sees_is_told(
    root: Path, translation: str, code: str
) -> None:
    (root / "content/locale/de.po").unlink()
    lines = f'msgid "Take an order"\nmsgstr "{translation}"\n'
    (root / "content/locale/zh.po").write_text(lines, encoding="utf-8")
    found = [
        each.rule.code
        for each in read_folder(root).checked.diagnostics
        if each.rule.code in {"HB611", "HB613"}
    ]
    assert found == [code]
