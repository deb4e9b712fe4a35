"""Reads a handbook's folder and checks it: the first half of every command."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from generator.base.diagnostics import Diagnostic, Severity
from generator.checking.pipeline import Checked, check, with_findings
from generator.model.handbook import Handbook
from generator.source.files import CONTENT, LOCALE, list_content, list_sources
from generator.source.reading.catalogue_rules import CATALOGUE_SYNTAX
from generator.source.reading.character_rules import ENCODING
from generator.source.reading.content import read_text
from generator.source.reading.slip_rules import CONFLICT_MARKERS
from generator.source.reading.yaml_file import FileText

_NOTHING: Mapping[str, bytes | None] = MappingProxyType({})

_HIDING = (CATALOGUE_SYNTAX, ENCODING, CONFLICT_MARKERS)
"""Findings of hand-written files of which something else is meant than what was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandbookFolder:
    """All that a handbook is made from: the checked YAML, and `content/` by path below it.

    `catalogues` are the translations of the handbook's own texts by language (`.po`), and
    `house_files` the logo and the base document of the house style, under the names it gives.
    """

    checked: Checked
    content: Mapping[str, bytes]
    catalogues: Mapping[str, bytes]
    house_files: Mapping[str, bytes]

    @property
    def unread(self) -> frozenset[str]:
        """The files of which not all is known, by path; hand-written pages and catalogues too."""
        there = {f"{CONTENT}/{path}" for path in self.content}
        there |= {f"{CONTENT}/{LOCALE}{name}.po" for name in self.catalogues}
        return self.checked.unread | {
            each.where.file
            for each in self.checked.diagnostics
            if each.where.file.startswith(f"{CONTENT}/")
            and each.weight is Severity.ERROR
            and (each.rule in _HIDING or each.where.file not in there)
        }


def read_folder(root: Path, instead: Mapping[str, bytes | None] = _NOTHING) -> HandbookFolder:
    """Read and check the handbook of a folder, with its hand-written pages.

    `instead` says what files would hold, by path from the root (None: they would be gone), to
    judge a change before it is made.
    """
    files, found = list_sources(root)
    texts, more = list_content(root)
    if instead:
        files = _overlaid(files, instead, "processes/")
        texts, more = _overlaid_content(texts, more, instead)
    content = {each.path.removeprefix(f"{CONTENT}/"): each.raw for each in texts}
    written = {
        each.path: (each.written or each.raw).decode("utf-8-sig", "replace").replace("\r\n", "\n")
        for each in texts
        if each.path.endswith((".md", ".po"))
    }
    catalogues = {path: content.pop(path) for path in tuple(content) if path.endswith(".po")}
    checked = check(files, (*found, *more), _pages(content))
    # These know what pages can show; who only reads forms does without.
    from generator.checking.translations import judge_translations
    from generator.checking.written_pages import judge_pages

    more = (*judge_translations(catalogues, checked), *judge_pages(content, checked))
    checked = with_findings(checked, more)
    return HandbookFolder(
        checked=replace(checked, texts=written),
        content=content,
        catalogues={
            path.removeprefix(LOCALE).removesuffix(".po"): raw for path, raw in catalogues.items()
        },
        house_files=_house_files(root, checked.handbook),
    )


def read_processes(root: Path) -> HandbookFolder:
    """Read and check the YAML of a folder and its catalogues; what pages show is not judged.

    Whoever reads forms back needs no more, and a fault in a page must not stop the forms.
    """
    files, found = list_sources(root)
    texts, more = list_content(root)
    content = {each.path.removeprefix(f"{CONTENT}/"): each.raw for each in texts}
    more = tuple(each for each in more if each.where.file.endswith(".po"))
    return HandbookFolder(
        checked=check(files, (*found, *more), _pages(content)),
        content={},
        catalogues={
            path.removeprefix(LOCALE).removesuffix(".po"): raw
            for path, raw in content.items()
            if path.endswith(".po")
        },
        house_files={},
    )


def _overlaid(
    files: Iterable[FileText], instead: Mapping[str, bytes | None], folder: str
) -> list[FileText]:
    raws = {each.path: each.raw for each in files}
    for path, raw in instead.items():
        if path.startswith(folder):
            raws.pop(path, None)
            if raw is not None:
                raws[path] = raw
    return [FileText(path, raw) for path, raw in sorted(raws.items())]


def _overlaid_content(
    texts: Iterable[FileText], found: Iterable[Diagnostic], instead: Mapping[str, bytes | None]
) -> tuple[list[FileText], tuple[Diagnostic, ...]]:
    """Return the hand-written texts as they would be, with the findings of these."""
    kept = [each for each in found if each.where.file not in instead]
    raws: dict[str, bytes | None] = {}
    for path, raw in instead.items():
        if path.startswith(f"{CONTENT}/") and raw is not None:
            read = read_text(path, raw)
            kept += read.diagnostics
            raws[path] = raw if read.value is None else read.value.encode()
        else:
            raws[path] = raw
    return _overlaid(texts, raws, f"{CONTENT}/"), tuple(kept)


def _house_files(root: Path, handbook: Handbook | None) -> dict[str, bytes]:
    """Read the files that the house style names; only those below the handbook's folder."""
    if handbook is None:
        return {}
    style = handbook.settings.house_style
    found: dict[str, bytes] = {}
    for name in filter(None, (style.logo, style.base_document)):
        path = (root / name).resolve()
        if path.is_relative_to(root.resolve()) and path.is_file():
            found[name] = path.read_bytes()
    return found


def _pages(content: Mapping[str, bytes]) -> str:
    texts = (raw.decode(errors="replace") for path, raw in content.items() if path.endswith(".md"))
    return "\n".join(texts)


def check_folder(root: Path) -> Checked:
    """Read and check the handbook of a folder."""
    return read_folder(root).checked


def blocks_publishing(checked: Checked, *, strict: bool) -> bool:
    """Whether the findings forbid publishing."""
    warned = any(each.weight is Severity.WARNING for each in checked.diagnostics)
    return checked.handbook is None or checked.failed or (strict and warned)
