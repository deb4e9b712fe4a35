"""HB418: bands of an approval that no amount of the form can reach."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.authority import Authority
from generator.model.form import Field, Form
from generator.notation.expression_tree import Binary, Expression, FieldName, Number
from generator.notation.inserts import ParameterInsert
from generator.rules.book import Book
from generator.rules.examples import ASK, DISCOUNT, signed_sheet, step, steps

_SIGN = "type: signature, band: discount, amount: price"
_STEPS = DISCOUNT + steps(
    ASK,
    step("release", "forms: [{approve: order-sheet.release}]", "end: done").replace(
        "accountable: manager", "authority: discount"
    ),
)
RULE = Rule(
    code="HB418",
    name="unreachable-band",
    message=N_("“{label}” never comes to “{title}”: {amount} {bound} {limit} here."),
    hint=N_("Take away the limit of the amount, or name an authority whose levels fit this form."),
    why=N_("A level that no amount reaches only looks like control, and its room stays empty."),
    severity=Severity.WARNING,
    wrong=signed_sheet(_SIGN, "      - {field: price, label: Price, type: money, max: 400}\n")
    + _STEPS,
    right=signed_sheet(_SIGN, "      - {field: price, label: Price, type: money, max: 4000}\n")
    + _STEPS,
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Compare the limits of an amount, and those that rules set it, with the bands."""
    for form in book.handbook.form_list:
        known = {each.field: each for each in form.fields}
        for field in form.fields:
            authority = book.handbook.authorities.get(field.band or "")
            amount = known.get(field.amount or "")
            if authority and amount:
                yield from _unreached(book, form, field, (authority, amount))


def _unreached(
    book: Book, form: Form, field: Field, by: tuple[Authority, Field]
) -> Iterator[Diagnostic]:
    authority, amount = by
    most = _most(book, form, amount)
    floor: Decimal | None = None
    for band in authority.bands:
        top = band.up_to.amount if band.up_to else None
        role = book.handbook.roles.get(band.role)
        title = role.title.source if role else band.role
        bound, limit = "", Decimal(0)
        if floor is not None and most is not None and most <= floor:
            bound, limit = "≤", most
        elif top is not None and amount.min is not None and amount.min > top:
            bound, limit = "≥", amount.min
        if bound:
            yield RULE.at(
                field.where / "band",
                label=field.label.source,
                title=title,
                amount=amount.label.source,
                bound=bound,
                limit=format(limit, "f"),
            )
            return
        floor = top if top is not None else floor


def _most(book: Book, form: Form, amount: Field) -> Decimal | None:
    """The largest amount that the field itself or an unconditional rule of the form allows."""
    found = [amount.max] if amount.max is not None else []
    for rule in form.rules:
        if rule.when is None and rule.must.expression is not None:
            limit = _limit(book, rule.must.expression, amount.field)
            found += [limit] if limit is not None else []
    return min(found, default=None)


def _limit(book: Book, must: Expression, field: str) -> Decimal | None:
    """What `field <= limit` allows at most; None for any other condition."""
    if not isinstance(must, Binary) or must.operator not in {"<=", "<"}:
        return None
    if not isinstance(must.left, FieldName) or must.left.name != field:
        return None
    if isinstance(must.right, Number):
        return must.right.value
    value = book.value(must.right) if isinstance(must.right, ParameterInsert) else None
    return value.amount if value else None
