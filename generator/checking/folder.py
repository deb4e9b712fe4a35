"""Reads a handbook's folder and checks it: the first half of every command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.base.diagnostics import Severity
from generator.checking.pipeline import Checked, check
from generator.source.files import CONTENT, list_content, list_sources

_LOCALE = "locale/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All that a handbook is made from: the checked YAML, and `content/` by path below it.

    `catalogues` are the translations of the handbook's own texts by language (`.po`).
    """

    checked: Checked
    content: Mapping[str, bytes]
    catalogues: Mapping[str, bytes]


def read_folder(root: Path) -> Sources:
    """Read and check the handbook of a folder, with its hand-written pages."""
    files, found = list_sources(root)
    texts, more = list_content(root)
    content = {each.path.removeprefix(f"{CONTENT}/"): each.raw for each in texts}
    catalogues = {path: content.pop(path) for path in tuple(content) if path.endswith(".po")}
    return Sources(
        checked=check(files, (*found, *more)),
        content=content,
        catalogues={
            path.removeprefix(_LOCALE).removesuffix(".po"): raw for path, raw in catalogues.items()
        },
    )


def check_folder(root: Path) -> Checked:
    """Read and check the handbook of a folder."""
    return read_folder(root).checked


def hinders(checked: Checked, *, strict: bool) -> bool:
    """Whether the findings forbid to publish."""
    warned = any(each.weight is Severity.WARNING for each in checked.diagnostics)
    return checked.handbook is None or checked.failed or (strict and warned)
