"""HB216: approval bands, or levels of a matter, that leave an amount without one decider."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.base.diagnostics import N_, Diagnostic, Message, Rule
from generator.model.reference import Band, Matter, Parameter
from generator.rules.amount_spelling import is_told
from generator.rules.book import Book
from generator.rules.examples import PARAMETERS, TAKE_ORDER

_BANDS = (
    TAKE_ORDER + "note: Discounts as in PA-03.\n" + PARAMETERS + "parameters:\n"
    "  - {{parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}}\n"
    "  - {{parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}}\n"
    "  - parameter: discount\n    code: PA-03\n    title: Discounts\n    bands:\n{lines}"
)
RULE = Rule(
    code="HB216",
    name="unsound-bands",
    message=N_("The bands of “{id}” are not sound: {says}"),
    hint=N_(
        "Let the bands rise from the smallest limit to the largest, in one unit, the last one open."
    ),
    why=N_("For some amount nobody, or two people, would decide."),
    wrong=_BANDS.format(
        lines="      - {up-to: 500 EUR, role: clerk}\n      - {up-to: 900 EUR, role: manager}\n"
    ),
    right=_BANDS.format(lines="      - {up-to: 500 EUR, role: clerk}\n      - {role: manager}\n"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find bands that leave an amount without exactly one decider."""
    for parameter in book.handbook.parameter_file.parameters:
        if len(parameter.bands) > 1:  # a single one is told as too few
            yield from _levels(parameter.parameter, parameter.bands)
        yield from _table(parameter)


def _table(parameter: Parameter) -> Iterator[Diagnostic]:
    """Find matters without levels, parts of nothing, and levels out of order."""
    table = parameter.authority
    names = {each.matter for each in table}
    wholes = {each.of for each in table}
    for each in table:
        if each.of is not None and (each.of not in names or each.of == each.matter):
            yield _at(parameter.parameter, each, N_("“of:” must name another matter of the table."))
        if not each.level and each.matter not in wholes:
            yield _at(parameter.parameter, each, N_("a matter needs a level, or parts."))
    for name in dict.fromkeys(each.matter for each in table):
        levels = [each for each in table if each.matter == name and each.level]
        if len(levels) > 1 or any(each.up_to for each in levels):
            yield from _levels(f"{parameter.parameter}.{name}", levels)


def _levels(id_: str, bands: Sequence[Band | Matter]) -> Iterator[Diagnostic]:
    *limited, last = bands
    if last.up_to is not None:
        yield _at(id_, last, N_("the last one must be open (no “up-to:”)."))
    for band in limited:
        if band.up_to is None:
            yield _at(id_, band, N_("only the last one may be open."))
    for band in bands:
        if band.up_to and band.up_to.kind == "text" and not is_told(band.up_to):
            text = N_("“{limit}” is no number, no amount and no time.")
            says = Message(text, {"limit": band.up_to.source})
            yield RULE.at(band.up_to.where, id=id_, says=says)
    for lower, upper in pairwise(band for band in bands if band.up_to):
        if lower.up_to and upper.up_to and not _rises(lower, upper):
            args = {"upper": upper.up_to.source, "lower": lower.up_to.source}
            says = Message(N_("“{upper}” is not above “{lower}”, or in another unit."), args)
            yield RULE.at(upper.up_to.where, id=id_, says=says)


def _rises(lower: Band | Matter, upper: Band | Matter) -> bool:
    low, high = lower.up_to, upper.up_to
    if low is None or high is None or low.kind != high.kind:
        return False
    if low.amount is None or high.amount is None:
        return True
    return low.currency == high.currency and low.amount < high.amount


def _at(id_: str, band: Band | Matter, says: str) -> Diagnostic:
    return RULE.at(band.where, id=id_, says=Message(says))
