"""HB335: dues within the duration of a form field that holds no duration."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.notation.due_kinds import WithinField
from generator.rules.book import Book
from generator.rules.examples import step, steps

_UNITS = frozenset({"min", "h", "d", "wd"})
RULE = Rule(
    code="HB335",
    name="due-within-field",
    message=N_("“{label}” ({id}) holds no duration, so nothing can be due within it."),
    hint=N_("Name a field of type number with “unit:” min, h, d or wd; for a date write “by”."),
    why=N_("Nobody could tell by when the work has to be done."),
    wrong=steps(
        step("take", "forms: [{fill: order-sheet}]", "end: done", due="within order-sheet.customer")
    ),
    right=steps(step("take", "forms: [{fill: order-sheet}]", "end: done")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find the fields that dues name and that are of another type or unit."""
    for case in book.dated:
        if not isinstance(case.due, WithinField):
            continue
        mention = case.due.mention
        field = book.field(mention.form, mention.name)
        if field is None:
            continue
        unit = field.unit.source if field.unit else ""
        if field.type != "number" or unit not in _UNITS:
            where = case.where.within(mention.start, mention.end)
            yield RULE.at(where, label=field.label.source, id=mention.id)
