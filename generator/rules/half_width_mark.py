"""HB612: a half-width mark between Chinese characters."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Fix, Rule, Safety, Severity
from generator.notation.punctuation import half_width_marks
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER

RULE = Rule(
    code="HB612",
    name="half-width-mark",
    message=N_("The half-width “{mark}” stands between Chinese characters."),
    hint=N_("Write “{better}”."),
    why=N_(
        "Chinese text has marks as wide as its characters (GB/T 15834). Half-width ones crowd the "
        "characters, and lines break at the wrong places."
    ),
    severity=Severity.WARNING,
    wrong=TAKE_ORDER + "scope: 全部订单(含样品),展会除外\n",
    right=TAKE_ORDER + "scope: 全部订单（含样品），展会除外\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Look through all texts of the handbook."""
    for text in book.handbook.texts:
        if text.source.isascii():
            continue
        for mark in half_width_marks(text.source):
            place = text.where.within(mark.start, mark.end)
            wrong = text.source[mark.start : mark.end].strip()
            yield RULE.at(
                place, fix=Fix.at(place, mark.better, Safety.SAFE), mark=wrong, better=mark.better
            )
