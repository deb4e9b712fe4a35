"""HB405: outside roles that are to answer for a step, a document or a decision."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Rule
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER, step, steps

RULE = Rule(
    code="HB405",
    name="outsider-accountable",
    message=N_("“{title}” is outside the company and cannot be “{part}”."),
    hint=N_("Name a role of the company."),
    why=N_("The company cannot hold an outsider to account."),
    wrong=TAKE_ORDER + "steps:\n  - step: take\n    title: Take\n    responsible: clerk\n"
    "    accountable: customer\n    due: 2h\n    end: done\n",
    right=steps(step("take", "end: done")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find external roles as accountable, owner, approver or keeper."""
    for role, where, part in _parts(book):
        found = book.handbook.roles.get(role or "")
        if found and found.external:
            yield RULE.at(where, title=found.title.source, part=part)


def _parts(book: Book) -> Iterator[tuple[str | None, Locator, str]]:
    for document in book.handbook.documents:
        yield document.owner, document.where / "owner", "owner"
        yield document.approver, document.where / "approver", "approver"
    for process in book.handbook.process_list:
        for step_ in process.steps:
            yield step_.accountable, step_.where / "accountable", "accountable"
        for record in process.records:
            yield record.keeper, record.where / "keeper", "keeper"
