"""HB406: a collective role of several persons that is to answer for a step."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import ORGANIZATION

_BOTH = (
    ORGANIZATION + "roles:\n"
    "  - {{role: manager, title: Shop manager, unit: shop, reports-to: shop}}\n"
    "  - {{role: clerk, title: Sales clerk, unit: shop, reports-to: manager}}\n"
    "  - {{role: staff, title: Staff, {kind}: [manager, clerk]}}\n"
    "  - {{role: customer, title: Customer, unit: market, external: true}}\n"
    "# processes/sales/take-order.yml\n"
    "steps:\n  - step: take\n    title: Take\n    responsible: staff\n    accountable: staff\n"
    "    due: 2h\n    end: done\n"
)
RULE = Rule(
    code="HB406",
    name="many-accountable",
    message=N_("“{title}” means several persons at once; exactly one can answer for the step."),
    hint=N_("Name one role, or a collective role of the kind “any-of”."),
    why=N_("Where all answer, nobody does."),
    wrong=_BOTH.format(kind="all-of"),
    right=_BOTH.format(kind="any-of"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find all-of roles as accountable."""
    for process in book.handbook.process_list:
        for step in process.steps:
            role = book.handbook.roles.get(step.accountable or "")
            if role and role.all_of:
                yield RULE.at(step.where / "accountable", title=role.title.source)
