"""HB407: more direct reports than the handbook allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.rules.book import Book

RULE = Rule(
    code="HB407",
    name="span-of-control",
    message=N_(
        "{count} {count:post reports|posts report} directly to “{title}”; the limit is {limit}."
    ),
    hint=N_("Put a level between, or raise “span-of-control” in handbook.yml."),
    why=N_("Nobody leads more people well than can be met every week."),
    severity=Severity.WARNING,
    wrong="# processes/handbook.yml\nspan-of-control: 1\n"
    "# processes/organization.yml\nroles:\n"
    "  - {role: manager, title: Shop manager, unit: shop, reports-to: shop}\n"
    "  - {role: clerk, title: Sales clerk, unit: shop, reports-to: manager, holders: 2}\n"
    "  - {role: customer, title: Customer, unit: market, external: true}\n",
    right="# processes/handbook.yml\nspan-of-control: 2\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Count the holders of all roles that a role leads day by day."""
    limit = book.handbook.settings.span_of_control
    if limit is None:
        return
    counts: Counter[str] = Counter()
    for role in book.handbook.roles.values():
        for superior in role.daily_superiors:
            counts[superior] += 1 if role.holders is None else role.holders
    for name, role in book.handbook.roles.items():
        if counts[name] > limit:
            where = role.where / "role"
            yield RULE.at(where, count=counts[name], title=role.title.source, limit=limit)
