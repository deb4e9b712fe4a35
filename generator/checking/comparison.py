"""Compares two states of a handbook, and knows of which files that cannot be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from generator.checking.folder import HandbookFolder
from generator.model.changes import Action, Comparison, compared
from generator.model.handbook import Handbook

_LISTED: Mapping[str, tuple[str, ...]] = {
    "handbook": ("handbook",),
    "organization": ("organization", "role", "unit"),
    "parameters": ("parameters", "parameter"),
    "glossary": ("glossary", "term"),
    "information": ("information", "item"),
    "sources": ("sources", "source", "fact", "decision", "law"),
}


def comparison_of(
    before: HandbookFolder, after: HandbookFolder
) -> tuple[Comparison, tuple[str, ...]]:
    """Return what changed, and the files of which that is not known.

    What a file hides is unknown, not gone: all changes of its document are left out.

    Raises:
        ValueError: one of them has no handbook; whoever reads states refuses that.
    """
    old, new = before.checked.handbook, after.checked.handbook
    if old is None or new is None:
        raise ValueError("a state without a handbook has been refused before")
    whole = compared(old, new, pages_before=_pages(before), pages_after=_pages(after))
    files = before.unread | after.unread
    if not files:
        return whole, ()
    hidden = _documents(files)
    lost = {
        *_nameless(after.unread, old, Action.REMOVED),
        *_nameless(before.unread, new, Action.ADDED),
    }
    kept, left = [], set(files)
    for each in whole.changes:
        if len(each.path) == 1 and (each.action, each.document.kind) in lost:
            left.add(each.where.file)
        elif not (
            each.where.file in files
            or (each.document.kind, each.document.id) in hidden
            or each.document.kind in hidden
        ):
            kept.append(each)
    return replace(whole, changes=tuple(kept)), tuple(sorted(left))


def _nameless(
    unread: frozenset[str], other: Handbook, action: Action
) -> Iterator[tuple[Action, str]]:
    """What came or went cannot be told where a file that the other state lacks is not read.

    It may hold just that, under another id.
    """
    known = {each.where.file for each in other.documents}
    for kind, _ in (each for each in map(_document, unread - known) if each):
        yield action, kind


def _documents(files: frozenset[str]) -> set[object]:
    """The documents and kinds of things that stand in some files."""
    found: set[object] = set(filter(None, map(_document, files)))
    for file in files:
        found.update(_LISTED.get(PurePosixPath(file).stem, ()) if _is_list(file) else ())
    return found


def _is_list(file: str) -> bool:
    return file.count("/") == 1


def _document(file: str) -> tuple[str, str] | None:
    """The kind and id of the document that a file holds."""
    if not file.startswith("processes/") or _is_list(file):
        return None
    return "form" if "/forms/" in file else "process", PurePosixPath(file).stem


def _pages(folder: HandbookFolder) -> Mapping[str, bytes]:
    """All that a handbook is made from beside its YAML, by path."""
    return {
        **{f"content/{path}": raw for path, raw in folder.content.items()},
        **{f"content/locale/{name}.po": raw for name, raw in folder.catalogues.items()},
        **folder.house_files,
    }
