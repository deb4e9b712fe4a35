"""HB202: references to units that are not defined."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book, unknown
from generator.rules.examples import ORGANIZATION

RULE = Rule(
    code="HB202",
    name="unknown-unit",
    message=N_("Unit “{id}” is not defined."),
    hint=N_("Define it in organization.yml, or name a unit that is there."),
    why=N_("The organisation would have a hole."),
    wrong=ORGANIZATION
    + "units:\n  - {unit: shop, title: Shop}\n  - {unit: market, title: Market, parent: town}\n",
    right=ORGANIZATION
    + "units:\n  - {unit: shop, title: Shop}\n  - {unit: market, title: Market, parent: shop}\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find references to units that are not defined."""
    yield from unknown(book, RULE, "unit")
