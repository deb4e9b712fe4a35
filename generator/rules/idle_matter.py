"""HB425: matters of a table of authority that are decided nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.authority import Authority, covers
from generator.model.reference import Matter
from generator.rules.book import Book
from generator.rules.examples import PARAMETERS, step, steps

_TABLE = (
    PARAMETERS + "parameters:\n"
    "  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}\n"
    "  - {parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}\n"
    "  - parameter: approvals\n    code: PA-03\n    title: Who decides what\n    authority:\n"
    "      - {matter: discount, title: Discounts, level: [manager]}\n"
)
_STEPS = steps(
    step("take", "forms: [{fill: order-sheet.order}]").replace("manager", "clerk"),
    step("release", "forms: [{approve: order-sheet.release}]", "end: done").replace(
        "accountable: manager", "authority: approvals.discount"
    ),
)
RULE = Rule(
    code="HB425",
    name="idle-matter",
    message=N_("“{title}” is decided nowhere: no step and no signature names it."),
    hint=N_(
        "Write “authority: {id}” at the step that decides it, or say in “elsewhere:” of this "
        "matter where it is decided outside this handbook."
    ),
    why=N_("Who may decide is of no use while nobody knows when, on which paper, and before what."),
    severity=Severity.WARNING,
    wrong=_TABLE + "      - {matter: credit, title: Credit limits, level: [manager]}\n" + _STEPS,
    right=_TABLE
    + "      - {matter: credit, title: Credit limits, level: [manager], elsewhere: By the bank.}\n"
    + _STEPS,
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find matters with levels that no step and no signature goes by, itself or as a part."""
    known = book.handbook.authorities
    named = {each.id for each in book.references("authority")}
    lost = {name.partition(".")[0] for name in named if name not in known}
    for entry in known.values():
        own = _own(entry)
        if not entry.listed or not own or entry.parameter.parameter in lost:
            continue
        if any(each.elsewhere for each in own) or book.unjudged.may_name(own[0].matter):
            continue
        table = {each.matter for each in entry.parameter.authority}
        if any(each.of and each.of not in table for each in own):
            continue  # what it is a part of is told to be unknown
        if not any(covers(known, each, entry.id) for each in named):
            yield RULE.at(own[0].where / "matter", title=entry.title.source, id=entry.id)


def _own(entry: Authority) -> list[Matter]:
    """Return the lines of a matter itself, without those of its parts."""
    return [each for each in entry.matters if entry.id.endswith(f".{each.matter}")]
