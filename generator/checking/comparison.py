"""Compares two states of a handbook, and knows of which files that cannot be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.checking.folder import HandbookFolder
from generator.model.changes import Comparison, compared

_LISTED: Mapping[str, tuple[str, ...]] = {
    "handbook": ("handbook",),
    "organization": ("organization", "role", "unit"),
    "parameters": ("parameters", "parameter"),
    "glossary": ("glossary", "term"),
    "information": ("information", "item"),
    "sources": ("sources", "source", "fact", "decision"),
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
    unread = before.checked.unread | after.checked.unread
    if not unread:
        return whole, ()
    hidden = _documents(unread)
    kept = tuple(
        each
        for each in whole.changes
        if each.where.file not in unread
        and (each.document.kind, each.document.id) not in hidden
        and each.document.kind not in hidden
    )
    return replace(whole, changes=kept), tuple(sorted(unread))


def _documents(files: frozenset[str]) -> set[object]:
    """The documents and kinds of things that stand in some files."""
    found: set[object] = set()
    for file in files:
        stem = file.rpartition("/")[2].partition(".")[0]
        if file.count("/") == 1:
            found.update(_LISTED.get(stem, ()))
        else:
            found.add(("form" if "/forms/" in file else "process", stem))
    return found


def _pages(folder: HandbookFolder) -> Mapping[str, bytes]:
    """All that a handbook is made from beside its YAML, by path."""
    return {
        **{f"content/{path}": raw for path, raw in folder.content.items()},
        **{f"content/locale/{name}.po": raw for name, raw in folder.catalogues.items()},
        **folder.house_files,
    }
