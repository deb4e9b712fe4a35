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
        (PLAIN.replace("material", "materiel"), "HB903", 5, "no theme “materiel”"),
        (PLAIN.replace("material", "mkdocs"), "HB903", 4, "made for the theme “material”"),
        (PLAIN + "  custom_dir: own\n", "HB903", 6, "no folder “own”"),
        (PLAIN.replace("- handbook", "- search"), "HB903", 3, "“handbook” must be"),
        (PLAIN + "hooks: [own.py]\n", "HB903", 6, "no file “own.py”"),
        (PLAIN + "extra_css: 3\n", "HB903", 6, "wrong kind"),
        (PLAIN.replace("  - handbook", "  - handbook\n  - nope"), "HB903", 4, "“nope” is not"),
        (PLAIN + "tehme: {}\n", "HB904", 6, "no such setting"),
        (PLAIN + "nav: [a.md]\n", "HB904", 6, "come from the handbook"),
        (PLAIN + "markdown_extensions: [toc]\n", "HB904", 6, "know the Markdown"),
        (PLAIN + "  logo: logo.png\n", "HB903", 6, "no file “logo.png”"),
        (PLAIN + "  favicon: ico.png\n", "HB903", 6, "no file “ico.png”"),
        (PLAIN + "extra_css: [a.css]\n", "HB903", 6, "no file “a.css”"),
        (PLAIN + "extra_javascript:\n  - path: b.js\n", "HB903", 7, "no file “b.js”"),
        (PLAIN + "  palette: {primary: puple}\n", "HB903", 6, "no “puple”"),
        (PLAIN + "  palette:\n    - accent: whit\n", "HB903", 7, "no “whit”"),
        (PLAIN + "  language: english\n", "HB904", 6, "the languages stand"),
        (PLAIN + "  font: {text: Arial}\n", "HB904", 6, "fonts of the reader"),
        (PLAIN + "  palette: {scheme: slate}\n", "HB904", 6, "light or dark"),
        (PLAIN + "  favicn: a.png\n", "HB904", 6, "no “favicn”"),
        (PLAIN + "docs_dir: contnet\n", "HB904", 6, "pages stand in content/"),
        (PLAIN + "  custom_dir: no\n", "HB903", 6, "no folder “no”"),
        (PLAIN + "nav: 3\n", "HB903", 6, "wrong kind"),
        ("plugins: [handbook]\ntheme: material\n", "HB903", 1, "it must have a value"),
    ],
)
def test_a_setting_that_cannot_be_used_is_told_at_its_place(
    root: Path, text: str, code: str, line: int, part: str
) -> None:
    ((found, at, sentence),) = told(root, text)
    assert (found, at) == (code, line), sentence
    assert part in sentence


def test_a_fault_of_the_theme_hides_no_other(root: Path) -> None:
    text = (
        f"{PLAIN}  custom_dir: own\n  logo: logo.png\nextra_css: 3\nextra_javascript: [b.js]\n"
        "nav: [a.md]\nhooks: [own.py]\ntehme: {}\n"
    ).replace("- handbook", "- handbook\n  - nope")
    found = [(code, line) for code, line, _ in told(root, text)]
    assert found == [
        ("HB903", 4),
        ("HB903", 7),
        ("HB903", 8),
        ("HB903", 9),
        ("HB903", 10),
        ("HB904", 11),
        ("HB903", 12),
        ("HB904", 13),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{PLAIN}  custom_dir: [a]\n", 6),
        ("site_name: x\nplugins: [handbook]\ntheme: 3\n", 3),
        ("site_name: x\nplugins: 3\ntheme: material\n", 2),
        (f"{PLAIN}extra: 3\n", 6),
        (f"{PLAIN}validation: 3\n", 6),
        (f"{PLAIN}watch: 3\n", 6),
    ],
)
def test_values_of_another_kind_are_told(root: Path, text: str, line: int) -> None:
    ((code, at, sentence),) = told(root, text)
    assert (code, at) == ("HB903", line)
    assert "MkDocs says" not in sentence


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
    (root / "own/a.css").write_text("")
    assert told(root, text) == []
    (root / "mkdocs.yml").unlink()
    assert read_handbook(root).checked.diagnostics == ()


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (PLAIN.replace("material", "materiel"), 5, 9),
        (PLAIN + "hooks: [own.py]\n", 6, 9),
        (PLAIN + "extra_css: 3\n", 6, 12),
        (PLAIN + "site_url: abc\n", 6, 11),
        (PLAIN + "markdown_extensions: [nope]\n", 6, 23),
        (PLAIN + "strict: maybe\n", 6, 9),
        (PLAIN + "  palette: blue\n", 6, 12),
        (PLAIN + "  features: navigation.tabs\n", 6, 13),
        (PLAIN + "  icon: {logo: material/nope}\n", 6, 16),
        (PLAIN + "site_dir: 3\n", 6, 11),
    ],
)
def test_what_is_wrong_is_told_at_the_value(
    root: Path, text: str, line: int, column: int
) -> None:
    (root / "mkdocs.yml").write_text(text)
    checked = read_handbook(root).checked
    (one,) = [each for each in checked.diagnostics if each.rule.code == "HB903"]
    span = checked.span(one.where)
    assert (span.line, span.column) == (line, column)
