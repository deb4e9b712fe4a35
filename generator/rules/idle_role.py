"""HB409: roles without any part in a step."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.rules.book import Book
from generator.rules.examples import ORGANIZATION

_ROLES = (
    ORGANIZATION + "roles:\n"
    "  - {role: manager, title: Shop manager, unit: shop, reports-to: shop}\n"
    "  - {role: clerk, title: Sales clerk, unit: shop, reports-to: manager}\n"
    "  - {role: customer, title: Customer, unit: market, external: true}\n"
)
RULE = Rule(
    code="HB409",
    name="idle-role",
    message=N_("“{title}” has no part in any step."),
    hint=N_("Give it a part, or take the role out."),
    why=N_("A page that says “nothing to do” helps nobody."),
    severity=Severity.WARNING,
    wrong=_ROLES + "  - {role: helper, title: Helper, unit: shop, reports-to: manager}\n",
    right=_ROLES,
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find roles that neither they nor a collective role of theirs brings into a step."""
    busy = set(book.handbook.assignments_by_role)
    idle = []
    for name in book.handbook.roles:
        through = {each.role for each in book.handbook.collectives_of.get(name, ())}
        names = {name, *through}
        if not names & busy and not any(map(book.unjudged.may_name, names)):
            idle.append(name)
    renamed = book.renamed("role", idle) if idle else ()
    for name in idle:
        if name not in renamed:
            role = book.handbook.roles[name]
            yield RULE.at(role.where / "role", title=role.title.source)
