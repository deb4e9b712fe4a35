"""What MkDocs would refuse is told at its key, in words of ours, before anything is built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command import STARTER

from generator.base.i18n import Catalogue
from generator.site.verdict import read_handbook

PLAIN = "site_name: handbook\nplugins:\n  - handbook\ntheme:\n  name: material\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STARTER, tmp_path / "book"))


def told(root: Path, text: str) -> list[tuple[str, int, str]]:
    (root / "mkdocs.yml").write_text(text)
    checked = read_handbook(root).checked
    words = Catalogue("en")
    return [
        (each.rule.code, checked.span(each.where).line, words.say(each.message))
        for each in checked.diagnostics
    ]


@pytest.mark.parametrize(
    ("text", "code", "line", "part"),
    [
        (PLAIN.replace("material", "materiel"), "HB903", 4, "no theme “materiel”"),
        (PLAIN.replace("material", "mkdocs"), "HB903", 4, "made for the theme “material”"),
        (PLAIN + "  custom_dir: own\n", "HB903", 4, "no folder “own”"),
        (PLAIN.replace("- handbook", "- search"), "HB903", 2, "“handbook” must be"),
        (PLAIN + "hooks: [own.py]\n", "HB903", 6, "no file “own.py”"),
        (PLAIN + "extra_css: 3\n", "HB903", 6, "wrong kind"),
        (PLAIN.replace("  - handbook", "  - handbook\n  - nope"), "HB903", 2, "“nope” is not"),
        (PLAIN + "tehme: {}\n", "HB904", 6, "no such setting"),
        (PLAIN + "nav: [a.md]\n", "HB904", 6, "come from the handbook"),
        (PLAIN + "markdown_extensions: [toc]\n", "HB904", 6, "know the Markdown"),
        ("plugins: [handbook]\ntheme: material\n", "HB903", 1, "it must have a value"),
    ],
)
def test_a_setting_that_cannot_be_used_is_told_at_its_key(
    root: Path, text: str, code: str, line: int, part: str
) -> None:
    ((found, at, sentence),) = told(root, text)
    assert (found, at) == (code, line), sentence
    assert part in sentence


def test_a_template_of_a_company_that_fails_is_told(root: Path) -> None:
    (root / "own").mkdir()
    (root / "own/main.html").write_text("{% extends 'base.html' %}{% block x %}")
    ((code, _, sentence),) = told(root, PLAIN + "  custom_dir: own\n")
    assert code == "HB901"
    assert "block" in sentence


def test_settings_of_a_company_that_work_are_not_told(root: Path) -> None:
    (root / "own").mkdir()
    (root / "own/main.html").write_text("{% extends 'base.html' %}")
    text = f"{PLAIN}  custom_dir: own\n  palette: {{primary: blue}}\nextra_css: [a.css]\n"
    assert told(root, text) == []
    (root / "mkdocs.yml").unlink()
    assert read_handbook(root).checked.diagnostics == ()
