"""Formulas of forms in words, with labels in place of field ids."""

from __future__ import annotations

from generator.base.diagnostics import N_
from generator.document.context import Context
from generator.model.form import Form, Formula
from generator.notation.expression_tree import (
    Binary,
    Call,
    Expression,
    FieldName,
    Length,
    Minus,
    Not,
    Number,
    TextLiteral,
)
from generator.notation.inserts import ParameterInsert

_SIGNS = {"*": "×", "/": "÷", "-": "−", "<>": "≠", "<=": "≤", ">=": "≥"}
_JOINS = {"and": N_("and"), "or": N_("or")}
FUNCTION_WORDS = {
    "sum": N_("sum of {what}"),
    "count": N_("number of {what}"),
    "filled": N_("{what} is filled in"),
    "approved": N_("{what} is approved"),
    "today": N_("today"),
    "date": N_("date {what}"),
}


def formula_words(ctx: Context, form: Form, formula: Formula) -> str:
    """Return what a formula works out, such as `unit price × quantity`."""
    if formula.expression is None:
        return formula.source
    return _words(ctx, form, formula.expression)


def _words(ctx: Context, form: Form, part: Expression) -> str:  # noqa: PLR0911 - one for each kind
    match part:
        case Number():
            return str(part)
        case TextLiteral(value=value):
            return f"“{ctx.words.translated(value)}”"
        case Length(value=value):
            return ctx.words.duration(value)
        case FieldName(name=name):
            return _label(ctx, form, name)
        case ParameterInsert():
            return ctx.phrases.parameter_value(part)
        case Not(operand=operand):
            return ctx.words.say("not {what}", what=_words(ctx, form, operand))
        case Minus(operand=operand):
            return f"−{_words(ctx, form, operand)}"
        case Binary():
            return _binary(ctx, form, part)
        case Call(function=function, arguments=arguments):
            what = ctx.words.comma.join(_words(ctx, form, each) for each in arguments)
            return ctx.words.say(FUNCTION_WORDS[function], what=what)


def _binary(ctx: Context, form: Form, part: Binary) -> str:
    sign = part.operator
    sign = ctx.words.say(_JOINS[sign]) if sign in _JOINS else _SIGNS.get(sign, sign)
    sides = []
    for each in (part.left, part.right):
        said = _words(ctx, form, each)
        joins = part.operator in {"*", "/", "-"} and isinstance(each, Binary)
        sides.append(f"({said})" if joins else said)
    return f" {sign} ".join(sides)


def _label(ctx: Context, form: Form, name: str) -> str:
    table, _, column = name.partition(".")
    fields = (*ctx.handbook.settings.form_header, *form.fields)
    for field in fields:
        if field.field == table:
            for inner in field.columns:
                if inner.field == column:
                    return ctx.words.translated(inner.label.source)
            return ctx.words.translated(field.label.source)
        # Inside the rules and columns of a table its columns stand without the table's name.
        for inner in field.columns:
            if not column and inner.field == table:
                return ctx.words.translated(inner.label.source)
    return name
