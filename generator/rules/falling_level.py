"""HB420: higher amounts that go to a lower post, or to the same one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.authority import Authority
from generator.model.reference import Band
from generator.rules.book import Book
from generator.rules.examples import DISCOUNT, by_authority, step, steps
from generator.rules.lines import is_above

_STEPS = steps(step("take"), by_authority(step("release", "end: done"))).replace(
    "accountable: manager", "accountable: clerk"
)
RULE = Rule(
    code="HB420",
    name="falling-level",
    message=N_("“{matter}”: above {limit} “{higher}” decides, who is not above “{lower}”."),
    hint=N_("Let the level rise with the amount, or take the level away."),
    why=N_("The larger the amount, the higher the post that answers for it."),
    severity=Severity.WARNING,
    wrong=_STEPS
    + DISCOUNT.replace("EUR, role: manager", "EUR, role: owner").replace(
        "- {role: owner}", "- {role: manager}"
    ),
    right=_STEPS + DISCOUNT,
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Compare the roles of each limit with those above it, along the lines of reporting."""
    for authority in book.handbook.authorities.values():
        if authority.by_amount and authority.listed:
            yield from _falling(book, authority)


def _falling(book: Book, authority: Authority) -> Iterator[Diagnostic]:
    roles = book.handbook.roles
    for at, band in enumerate(authority.bands):
        for lower in authority.bands[:at]:
            known = roles.get(band.role), roles.get(lower.role)
            if None in known or not _rises(lower, band):
                continue
            same = band.role == lower.role
            if same or is_above(book.handbook, lower.role, band.role):
                yield RULE.at(
                    band.where,
                    matter=authority.title.source,
                    limit=lower.up_to.source if lower.up_to else "",
                    higher=known[0].title.source if known[0] else "",
                    lower=known[1].title.source if known[1] else "",
                )
                break


def _rises(lower: Band, higher: Band) -> bool:
    """Whether one band begins where the other ends; bands out of order are told as such."""
    if lower.up_to is None or lower.up_to == higher.up_to:
        return False
    low, high = lower.up_to.amount, higher.up_to.amount if higher.up_to else None
    return low is None or high is None or low < high
