"""HB524 and after: expressions of forms that name unknown fields or mix kinds of values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.base.diagnostics import Diagnostic
from generator.model.form import Field, Form, Formula
from generator.model.text import plain
from generator.model.value import Value, value_of
from generator.notation.expression_kinds import Kind, Type
from generator.notation.expression_rules import EXPRESSION_UNKNOWN_NAME
from generator.notation.expression_types import check_types
from generator.notation.findings import Fault
from generator.rules.amount_spelling import amount_meant
from generator.rules.amounts import as_value
from generator.rules.book import Book
from generator.rules.currency_names import in_place_of_currency

_TYPES: Mapping[str, Type] = {
    "integer": Type.NUMBER,
    "number": Type.NUMBER,
    "percent": Type.NUMBER,
    "money": Type.MONEY,
    "date": Type.DATE,
    "date-time": Type.DATE,
    "time": Type.TIME,
    "choices": Type.LIST,
    "check": Type.BOOL,
    "table": Type.TABLE,
}
_VALUES: Mapping[str, Type] = {
    "money": Type.MONEY,
    "percent": Type.NUMBER,
    "number": Type.NUMBER,
    "text": Type.TEXT,
}


def check(book: Book) -> Iterator[Diagnostic]:
    """Check every rule and computed field of every form against the fields it may name."""
    parameters = _parameters(book)
    for form in book.handbook.form_list:
        scope = form_scope(form, book.handbook.settings.form_header)
        for formula, wanted, own in formulas(form):
            if formula.expression is None:
                continue
            faults = check_types(
                formula.expression, {**scope, **own}, parameters=parameters, wanted=wanted
            )
            for fault in faults:
                if not _in_hole(book, form, fault):
                    yield fault.at(formula.where)


def _in_hole(book: Book, form: Form, fault: Fault) -> bool:
    """Whether the field that an expression lacks may stand in a hole of the form."""
    name = str(fault.args.get("name", "")).partition(".")[0]
    return fault.rule is EXPRESSION_UNKNOWN_NAME and book.unjudged.may_define(
        "field", f"{form.id}.{name}", form.where.file
    )


def form_scope(form: Form, header: Iterable[Field]) -> dict[str, Kind]:
    """Return the names that an expression of a form may use, with their kinds."""
    scope: dict[str, Kind] = {}
    for field in (*header, *form.fields):
        scope[field.field] = kind_of_field(field)
        for column in field.columns:
            scope[f"{field.field}.{column.field}"] = kind_of_field(column, many=True)
    return scope


def kind_of_field(field: Field, *, many: bool = False) -> Kind:
    """Return the kind of a field's value; `many` for a column seen from outside its table."""
    options = tuple(each.source for each in field.options)
    return Kind(
        _TYPES.get(field.type, Type.TEXT),
        many=many,
        options=options,
        signature=field.type == "signature",
    )


def formulas(form: Form) -> Iterator[tuple[Formula, Type, dict[str, Kind]]]:
    """Yield each formula of a form, the type it must give, and the columns it may name alone."""
    for rule in form.rules:
        for formula in filter(None, (rule.when, rule.must)):
            yield formula, Type.BOOL, {}
    for field in form.fields:
        if field.computed:
            yield field.computed, kind_of_field(field).type, {}
        columns = {each.field: kind_of_field(each) for each in field.columns}
        for rule in field.rules:
            for formula in filter(None, (rule.when, rule.must)):
                yield formula, Type.BOOL, columns
        for column in field.columns:
            if column.computed:
                yield column.computed, kind_of_field(column).type, columns


def _parameters(book: Book) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for name, parameter in book.handbook.parameters.items():
        values = {each.value: each.is_ for each in parameter.values}
        values |= {each.value: each.up_to for each in parameter.bands if each.value and each.up_to}
        if parameter.is_:
            found[name] = _kind_of_value(parameter.is_)
        for key, value in values.items():
            found[f"{name}.{key}"] = _kind_of_value(value)
    return found


def _kind_of_value(value: Value) -> Kind:
    """The kind of a parameter's value; one that was meant as a quantity (HB219) counts as one."""
    # An amount that is told where it stands is no fault of the expression.
    if value.kind == "text" and (in_place_of_currency(value) or amount_meant(value.source)):
        return Kind(Type.MONEY)  # HB233 tells it
    meant = as_value(value.source) if value.kind == "text" else None
    if meant:
        value = value_of(meant, plain(meant))
    return Kind(_VALUES.get(value.kind, Type.DURATION))
