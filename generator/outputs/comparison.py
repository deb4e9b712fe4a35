"""Puts the report of a comparison together from two states of a handbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.base.i18n import Catalogue, parse_catalogue
from generator.checking.base import HandbookState
from generator.checking.folder import HandbookFolder
from generator.document.changes.report import ChangeReport, Reporter
from generator.document.context import Context
from generator.model.changes import Comparison, compared
from generator.model.handbook import Handbook


def report_of(before: HandbookState, after: HandbookState, product: Catalogue) -> ChangeReport:
    """Compare two states; `product` is the catalogue of the language that the report is in."""
    comparison, unread = comparison_of(before, after)
    contexts = (
        _context(before.sources, comparison.before, product),
        _context(after.sources, comparison.after, product),
    )
    reporter = Reporter(comparison, *contexts)
    return reporter.report(_name(before), _name(after), unread)


def comparison_of(
    before: HandbookState, after: HandbookState
) -> tuple[Comparison, tuple[str, ...]]:
    """Return what changed, and the files of which that is not known.

    What a file hides is unknown, not gone: all changes of its document are left out.
    """
    old, new = before.sources.checked.handbook, after.sources.checked.handbook
    if old is None or new is None:
        raise ValueError("a state without a handbook has been refused before")
    whole = compared(
        old, new, pages_before=_pages(before.sources), pages_after=_pages(after.sources)
    )
    unread = before.unread | after.unread
    if not unread:
        return whole, ()
    known = tuple(each for each in whole.changes if each.where.file not in unread)
    hidden = _documents(unread)
    kept = tuple(
        each
        for each in known
        if (each.document.kind, each.document.id) not in hidden and each.document.kind not in hidden
    )
    return replace(whole, changes=kept), tuple(sorted(unread))


_LISTED: Mapping[str, tuple[str, ...]] = {
    "handbook": ("handbook",),
    "organization": ("organization", "role", "unit"),
    "parameters": ("parameters", "parameter"),
    "glossary": ("glossary", "term"),
    "information": ("information", "item"),
    "sources": ("sources", "source", "fact", "decision"),
}


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


def _pages(sources: HandbookFolder) -> Mapping[str, bytes]:
    """All that a handbook is made from beside its YAML, by path."""
    return {
        **{f"content/{path}": raw for path, raw in sources.content.items()},
        **{f"content/locale/{name}.po": raw for name, raw in sources.catalogues.items()},
        **sources.house_files,
    }


def _context(sources: HandbookFolder, handbook: Handbook, product: Catalogue) -> Context:
    raw = sources.catalogues.get(product.language)
    first = handbook.settings.languages[0]
    known = product.language == first or raw is not None
    language = product.language if known else first
    texts = parse_catalogue(language, raw) if raw else Catalogue(language)
    return Context.of(handbook, product, texts, drafts=True)


def _name(state: HandbookState) -> str:
    return f"{state.name} ({state.commit[:10]})" if state.commit else state.name
