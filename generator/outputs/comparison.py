"""Puts the report of a comparison together from two states of a handbook."""

from __future__ import annotations

from generator.base.i18n import Catalogue, parse_catalogue
from generator.checking.base import HandbookState
from generator.checking.comparison import comparison_of
from generator.checking.folder import HandbookFolder
from generator.document.changes.report import ChangeReport, Reporter
from generator.document.context import Context
from generator.model.handbook import Handbook


def report_of(before: HandbookState, after: HandbookState, product: Catalogue) -> ChangeReport:
    """Compare two states; `product` is the catalogue of the language that the report is in."""
    comparison, unread = comparison_of(before.folder, after.folder)
    contexts = (
        _context(before.folder, comparison.before, product),
        _context(after.folder, comparison.after, product),
    )
    reporter = Reporter(comparison, *contexts)
    old, new = (_name(each, contexts[1]) for each in (before, after))
    return reporter.report(old, new, unread)


def _context(folder: HandbookFolder, handbook: Handbook, product: Catalogue) -> Context:
    raw = folder.catalogues.get(product.language)
    first = handbook.settings.languages[0]
    known = product.language == first or raw is not None
    language = product.language if known else first
    texts = parse_catalogue(language, raw) if raw else Catalogue(language)
    return Context.of(handbook, product, texts, drafts=True)


def _name(state: HandbookState, ctx: Context) -> str:
    if not state.commit:
        return state.name
    return ctx.words.say("{label} ({value})", label=state.name, value=state.commit[:10])
