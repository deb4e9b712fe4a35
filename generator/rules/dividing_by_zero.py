"""HB534: expressions that divide by nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from generator.base.diagnostics import N_, Diagnostic, Message, Rule, Severity
from generator.model.form import Field, Form
from generator.notation.expression_tree import (
    Binary,
    Expression,
    FieldName,
    Minus,
    Number,
    walk,
)
from generator.notation.inserts import ParameterInsert
from generator.rules.book import Book
from generator.rules.examples import ORDER_SHEET
from generator.rules.expression_types import formulas

_FIELDS = (
    ORDER_SHEET + "sections:\n"
    "  - section: order\n    title: Order\n    fields:\n"
    "      - {{field: customer, label: Customer, type: text}}\n"
    "      - {{field: kind, label: Kind, type: choice, options: [stock, custom]}}\n"
    "      - {{field: price, label: Price, type: money}}\n"
    "      - {{field: pieces, label: Pieces, type: integer{least}}}\n"
    "      - {{field: each, label: Price each, type: money, computed: price / pieces}}\n"
    "  - section: release\n    title: Release\n    fields:\n"
    "      - {{field: manager_sign, label: Manager, type: signature, by: manager}}\n"
)
RULE = Rule(
    code="HB534",
    name="dividing-by-zero",
    message=N_("This divides by “{text}”, which {says}"),
    hint=N_("Give “{text}” a “min” above 0."),
    why=N_(
        "Nothing can be divided by 0: the field would stay empty, and a rule would not be tried."
    ),
    severity=Severity.WARNING,
    wrong=_FIELDS.format(least=""),
    right=_FIELDS.format(least=", min: 1"),
)
_NUMBERS = frozenset({"integer", "number", "money", "percent"})
_OTHER = Message(N_("Divide by another number."))
_ARITHMETIC = {
    "+": Decimal.__add__,
    "-": Decimal.__sub__,
    "*": Decimal.__mul__,
}


def check(book: Book) -> Iterator[Diagnostic]:
    """Find what divides by 0, or by a number field that may hold 0."""
    header = book.handbook.settings.form_header
    for form in book.handbook.form_list:
        for formula, _, columns in formulas(form):
            if formula.expression is None:
                continue
            inside = form_columns(form, columns)
            for part in walk(formula.expression):
                if isinstance(part, Binary) and part.operator == "/":
                    found = _judged(book, part.right, (*inside, *form.fields, *header), form)
                    if found:
                        place = formula.where.within(part.right.start, part.right.end)
                        yield replace(found, where=place)


def form_columns(form: Form, names: Iterable[str]) -> tuple[Field, ...]:
    """The columns of the table whose columns bear these names."""
    wanted = set(names)
    return next(
        (
            field.columns
            for field in form.fields
            if wanted and wanted == {each.field for each in field.columns}
        ),
        (),
    )


def _judged(
    book: Book, divisor: Expression, fields: Iterable[Field], form: Form
) -> Diagnostic | None:
    where, text = form.where, str(divisor)
    if _constant(book, divisor) == 0:
        says = Message(N_("is always 0."))
        found = RULE.at(where, hint=_OTHER, text=text, says=says)
        return replace(found, severity=Severity.ERROR)
    if not isinstance(divisor, FieldName):
        return None
    field = next((each for each in fields if each.field == divisor.name), None)
    if field is None or field.computed or field.type not in _NUMBERS or _guarded(form, text):
        return None
    if (field.min is not None and field.min > 0) or (field.max is not None and field.max < 0):
        return None
    return RULE.at(where, text=text, says=Message(N_("may be 0.")))


def _guarded(form: Form, name: str) -> bool:
    """Whether a rule of the form keeps a field away from 0."""
    for rule in form.rules:
        for part in walk(rule.must.expression) if rule.must.expression else ():
            if isinstance(part, Binary) and part.operator in {">", "<>"} and not rule.when:
                zero = isinstance(part.right, Number) and part.right.value >= 0
                if zero and str(part.left) == name:
                    return True
    return False


def _constant(book: Book, part: Expression) -> Decimal | None:
    """The number that an expression always gives; None where it depends on what is filled in."""
    if isinstance(part, Number):
        return part.value
    if isinstance(part, ParameterInsert):
        value = book.value(part)
        return value.amount if value else None
    if isinstance(part, Minus):
        inner = _constant(book, part.operand)
        return None if inner is None else -inner
    if isinstance(part, Binary) and part.operator in _ARITHMETIC:
        left, right = _constant(book, part.left), _constant(book, part.right)
        if left is not None and right is not None:
            return _ARITHMETIC[part.operator](left, right)
    return None
