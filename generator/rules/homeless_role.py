"""HB410: posts of the company without a unit or without a superior."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.organization import Role
from generator.rules.book import Book
from generator.rules.examples import ORGANIZATION

_ROLES = (
    ORGANIZATION + "roles:\n"
    "  - {{role: manager, title: Shop manager, unit: shop, reports-to: shop}}\n"
    "  - {{role: clerk, title: Sales clerk, unit: shop{line}}}\n"
    "  - {{role: customer, title: Customer, unit: market, external: true}}\n"
)
RULE = Rule(
    code="HB410",
    name="homeless-role",
    message=N_("“{title}” has no “{key}:”."),
    keys=("unit", "reports-to", "external", "any-of", "all-of"),
    hint=N_("Say which unit it belongs to and to whom it reports."),
    why=N_(
        "A post without a superior has nobody to turn to; without a unit it stands in no overview."
    ),
    severity=Severity.WARNING,
    wrong=_ROLES.format(line=""),
    right=_ROLES.format(line=", reports-to: manager"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find single roles inside the company that lack a unit, or a superior below the top."""
    for role in book.handbook.roles.values():
        if role.members:
            continue
        if role.unit is None:
            yield RULE.at(role.where / "role", title=role.title.source, key="unit")
        if is_homeless(book, role):
            yield RULE.at(role.where / "role", title=role.title.source, key="reports-to")


def is_homeless(book: Book, role: Role) -> bool:
    """Whether a single role of the company reports to nobody and is not its top."""
    inside = not role.members and not role.external
    return inside and not role.reports_to and not _top(book, role)


def _top(book: Book, role: Role) -> bool:
    """Whether others report to the role: then it may be the top of the house."""
    return role.role in book.handbook.reports and not _others_on_top(book, role)


def _others_on_top(book: Book, role: Role) -> bool:
    roles = book.handbook.roles.values()
    return any(
        not each.reports_to and not each.external and not each.members
        for each in roles
        if each.role != role.role and each.role in book.handbook.reports
    )
