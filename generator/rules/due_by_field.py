"""HB317: dues by a field of a form that holds no date and no time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.notation.due_kinds import ByField
from generator.rules.book import Book
from generator.rules.examples import step, steps

_TIMES = frozenset({"date", "time", "date-time"})
RULE = Rule(
    code="HB317",
    name="due-by-field",
    message=N_("“{label}” ({id}) holds no date and no time, so nothing can be due by it."),
    hint=N_(
        "Name a field of type date, time or date-time; for a number of hours or days write "
        "“within” instead of “by”."
    ),
    why=N_("Nobody could tell when the work has to be done."),
    wrong=steps(
        step("take", "forms: [{fill: order-sheet}]", "end: done", due="by order-sheet.customer")
    ),
    right=steps(step("take", "forms: [{fill: order-sheet}]", "end: done")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find the fields that dues name and that are of another type."""
    for case in book.dated:
        for mention in case.due.fields if isinstance(case.due, ByField) else ():
            form, _, name = mention.id.partition(".")
            field = book.field(form, name)
            if field is None or field.type in _TIMES:
                continue
            where = case.where.within(mention.start, mention.end)
            yield RULE.at(where, label=field.label.source, id=mention.id)
