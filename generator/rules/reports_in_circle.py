"""HB408: reporting lines and units that run in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.base.diagnostics import N_, Diagnostic, Locator, Rule
from generator.rules.book import Book
from generator.rules.examples import ORGANIZATION

_UNITS = (
    ORGANIZATION + "units:\n  - {{unit: shop, title: Shop, parent: {parent}}}\n"
    "  - {{unit: market, title: Market, parent: town}}\n"
    "  - {{unit: town, title: Town}}\n"
)
RULE = Rule(
    code="HB408",
    name="reports-in-circle",
    message=N_("“{title}” stands above itself."),
    hint=N_("Correct “{key}:” at one place of the circle."),
    why=N_("Nothing can be passed upwards when there is no top."),
    wrong=_UNITS.format(parent="shop"),
    right=_UNITS.format(parent="town"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find roles and units that are above themselves; each circle is told once."""
    units = book.handbook.units
    parents = {name: (unit.parent,) for name, unit in units.items() if unit.parent}
    for name in _circles(parents):
        yield _finding(units[name].where, "parent", units[name].title.source)
    roles = book.handbook.roles
    above = {name: tuple(line.role for line in role.reports_to) for name, role in roles.items()}
    for name in _circles(above):
        yield _finding(roles[name].where, "reports-to", roles[name].title.source)


def _finding(where: Locator, key: str, title: str) -> Diagnostic:
    return RULE.at(where / key, title=title, key=key)


def _circles(above: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The first member of every circle, in the order of the file."""
    told: set[str] = set()
    for name in above:
        higher = _higher(above, name)
        if name in higher and name not in told:
            told |= {each for each in higher if name in _higher(above, each)}
            yield name


def _higher(above: Mapping[str, tuple[str, ...]], start: str) -> set[str]:
    waiting = list(above.get(start, ()))
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += above.get(name, ())
    return seen
