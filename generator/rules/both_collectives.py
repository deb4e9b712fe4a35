"""HB411: collective roles that are one of some and all of others at once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import ORGANIZATION, step, steps

_ROLES = (
    ORGANIZATION + "roles:\n"
    "  - {{role: manager, title: Shop manager, unit: shop, reports-to: shop}}\n"
    "  - {{role: clerk, title: Sales clerk, unit: shop, reports-to: manager}}\n"
    "  - {{role: packer, title: Packer, unit: shop, reports-to: manager}}\n"
    "  - {{role: helper, title: Helper, unit: shop, reports-to: manager}}\n"
    "  - {{role: staff, title: Staff, all-of: [packer, helper]{more}}}\n"
    "  - {{role: customer, title: Customer, unit: market, external: true}}\n"
) + steps(step("take", "informed: [staff, customer]", "end: done"))
RULE = Rule(
    code="HB411",
    name="both-collectives",
    message=N_("“{title}” has “any-of:” and also “all-of:”."),
    hint=N_("Keep “any-of:” where one of them is enough, “all-of:” where everybody is meant."),
    why=N_("Nobody could tell whether one person acts or all of them."),
    wrong=_ROLES.format(more=", any-of: [packer, helper]"),
    right=_ROLES.format(more=""),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find roles with both lists of members."""
    for role in book.handbook.organization.roles:
        if role.any_of and role.all_of:
            yield RULE.at((role.where / "any-of").key, title=role.title.source)
