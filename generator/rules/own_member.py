"""HB413: collective roles that hold themselves, directly or through others."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Fix, Rule, Safety
from generator.rules.book import Book
from generator.rules.examples import ORGANIZATION, step, steps

_ROLES = (
    ORGANIZATION + "roles:\n"
    "  - {{role: manager, title: Shop manager, unit: shop, reports-to: shop}}\n"
    "  - {{role: clerk, title: Sales clerk, unit: shop, reports-to: manager}}\n"
    "  - {{role: packer, title: Packer, unit: shop, reports-to: manager}}\n"
    "  - {{role: helper, title: Helper, unit: shop, reports-to: manager}}\n"
    "  - {{role: staff, title: Staff, all-of: [{members}]}}\n"
    "  - {{role: customer, title: Customer, unit: market, external: true}}\n"
) + steps(step("take", "informed: [staff, customer]", "end: done"))
RULE = Rule(
    code="HB413",
    name="own-member",
    message=N_("The role “{title}” is a member of itself."),
    hint=N_("Take it out of its own members: {path}."),
    why=N_("Who is meant could never be told."),
    wrong=_ROLES.format(members="packer, helper, staff"),
    right=_ROLES.format(members="packer, helper"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find the first role of each circle of members."""
    told: set[str] = set()
    for name in book.handbook.roles:
        path = _way_back(book, name)
        if path and told.isdisjoint(path):
            told.update(path)
            role = book.handbook.roles[name]
            key = "any-of" if role.any_of else "all-of"
            titles = " → ".join(book.handbook.roles[each].title.source for each in (*path, name))
            # Of itself alone it adds nobody; in a circle one of several has to go.
            place = role.where / key / role.members.index(name) if path == (name,) else None
            fix = Fix.at(place, None, Safety.SAFE) if place else None
            yield RULE.at((role.where / key).key, fix=fix, title=role.title.source, path=titles)


def _way_back(book: Book, start: str) -> tuple[str, ...]:
    """The roles on a way from a role through members back to it; empty where there is none."""
    seen: set[str] = set()
    waiting: list[tuple[str, ...]] = [(start,)]
    while waiting:
        path = waiting.pop()
        role = book.handbook.roles.get(path[-1])
        for member in role.members if role else ():
            if member == start:
                return path
            if member not in seen:
                seen.add(member)
                waiting.append((*path, member))
    return ()
