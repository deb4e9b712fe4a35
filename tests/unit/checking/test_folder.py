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
