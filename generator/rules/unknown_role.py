"""HB201: references to roles that are not defined."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book, unknown
from generator.rules.examples import TAKE_ORDER

RULE = Rule(
    code="HB201",
    name="unknown-role",
    message=N_("Role “{id}” is not defined."),
    hint=N_("Define it in organization.yml, or name a role that is there."),
    why=N_("Nobody would find the step on their page."),
    wrong=TAKE_ORDER + "owner: boss\n",
    right=TAKE_ORDER + "owner: manager\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find references to roles that are not defined."""
    for kind in ("role", "superior", "signer"):
        yield from unknown(book, RULE, kind)
