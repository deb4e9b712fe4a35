"""Reports of small changes: what the starter's handbook says before and after an example."""

from __future__ import annotations

import small

from generator.base.i18n import Catalogue, product_catalogue
from generator.document.changes.report import ChangeReport, Reporter
from generator.document.context import Context
from generator.model.changes import Change, compared
from generator.model.handbook import Handbook


def report(after: str, before: str = "", *, language: str = "en") -> ChangeReport:
    """The report of an example laid over the starter, against another or the starter itself."""
    return report_of(small.book(before), small.book(after), language=language)


def report_of(before: Handbook, after: Handbook, *, language: str = "en") -> ChangeReport:
    comparison = compared(before, after)
    old, new = (
        Context.of(book, product_catalogue(language), Catalogue("en"))
        for book in (comparison.before, comparison.after)
    )
    return Reporter(comparison, old, new).report("main", "now")


def said(change: Change) -> str:
    """A change on one line: class, action, the way to it, its key, and whom it reaches."""
    path = "/".join(f"{each.kind}:{each.id}" for each in change.path)
    effects = ", ".join(f"{each.role} {each.duty.value}" for each in change.effects)
    head = " ".join(filter(None, (change.impact.value, change.action.value, path, change.aspect)))
    return f"{head} | {effects}".rstrip()
