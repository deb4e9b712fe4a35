"""Reads `mkdocs.yml`, the settings of the theme, as an editor of handbooks would want it read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.base.diagnostics import Diagnostic, Span, has_errors
from generator.source.files import CONTENT
from generator.source.reading import read_yaml
from generator.source.reading.file_rules import NOT_A_FILE, WRONG_EXTENSION
from generator.source.reading.yaml_file import YamlFile

SETTINGS = "mkdocs.yml"
PLUGIN = "handbook"
THEME = "material"

_OTHER_NAME = "mkdocs.yaml"
_SAFE = frozenset({"site_name", "docs_dir", "site_dir"})
# MkDocs reads a little more than the YAML of a handbook: these are no faults there.
_FINE_IN_MKDOCS = frozenset({"HB034", "HB035", "HB036"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeSettings:
    """The settings as read: `text` (None: there are none), `file` (None: not understood by us).

    `plain` tells that they say nothing but what every handbook's say, so that nothing in them
    can fail.
    """

    text: str | None = None
    file: YamlFile | None = None
    plain: bool = True
    diagnostics: tuple[Diagnostic, ...] = ()


def read_theme_settings(root: Path) -> ThemeSettings:
    """Read the settings of the theme; a handbook may do without them."""
    path = root / SETTINGS
    if not path.is_file():
        return ThemeSettings(diagnostics=_missing(root))
    raw = path.read_bytes()
    read = read_yaml(SETTINGS, raw)
    found = tuple(each for each in read.diagnostics if each.rule.code not in _FINE_IN_MKDOCS)
    return ThemeSettings(
        text=raw.decode("utf-8-sig", "replace"),
        file=read.value,
        plain=has_errors(found) or (read.value is not None and _is_plain(read.value.data)),
        diagnostics=found,
    )


def _missing(root: Path) -> tuple[Diagnostic, ...]:
    if (root / SETTINGS).exists():
        return (NOT_A_FILE.at(Span(SETTINGS), name=SETTINGS),)
    if (root / _OTHER_NAME).is_file():
        return (WRONG_EXTENSION.at(Span(_OTHER_NAME), name=_OTHER_NAME, better=SETTINGS),)
    return ()


def _is_plain(data: Any) -> bool:
    """Whether settings say nothing but what those of every handbook say."""
    if not isinstance(data, dict):
        return False
    rest = {key: value for key, value in data.items() if key not in _SAFE}
    theme = rest.pop("theme", None)
    named = all(isinstance(data.get(key, ""), str) for key in _SAFE) and data.get("site_name")
    usual = data.get("docs_dir", CONTENT) == CONTENT
    return bool(named) and usual and rest == {"plugins": [PLUGIN]} and theme in (THEME, {"name": THEME})
