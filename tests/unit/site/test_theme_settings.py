"""The settings of the theme are read as an editor of handbooks would want them read."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.theme_settings import read_theme_settings

PLAIN = "site_name: handbook\nplugins:\n  - handbook\ntheme:\n  name: material\n"


def codes(root: Path) -> list[str]:
    return [each.rule.code for each in read_theme_settings(root).diagnostics]


def test_a_handbook_may_do_without(tmp_path: Path) -> None:
    settings = read_theme_settings(tmp_path)
    assert (settings.text, settings.plain, settings.diagnostics) == (None, True, ())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (PLAIN, True),
        (PLAIN + "docs_dir: content\n", True),
        ("site_name: x\nplugins: [handbook]\ntheme: material\n", True),
        ("plugins: [handbook]\ntheme: material\n", False),
        (PLAIN + "extra_css: [a.css]\n", False),
        (PLAIN + "  palette: {primary: blue}\n", False),
        (PLAIN + "docs_dir: 3\n", False),
        ("[]\n", True),  # told already
        ("a: !ENV B\n", False),
    ],
)
def test_settings_in_which_nothing_can_fail_are_known(
    tmp_path: Path, text: str, plain: bool
) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    assert read_theme_settings(tmp_path).plain is plain


def test_faults_of_the_yaml_are_told_like_those_of_a_handbook(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(PLAIN + "copyright: 'open\n")
    assert codes(tmp_path) == ["HB026"]
    (tmp_path / "mkdocs.yml").write_text("extra: &x !ENV A\n")
    assert codes(tmp_path) == []


def test_another_name_and_a_folder_of_the_name_are_told(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yaml").write_text(PLAIN)
    assert codes(tmp_path) == ["HB004"]
    (tmp_path / "mkdocs.yml").mkdir()
    assert codes(tmp_path) == ["HB007"]
