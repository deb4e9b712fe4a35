"""HB509: fields that a signature goes by or answers for, and that do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Rule
from generator.model.form import Field, Form
from generator.rules.book import Book, did_you_mean
from generator.rules.examples import signed_sheet

_AMOUNT = "      - {field: price, label: Price, type: money}\n"
_SIGN = "type: signature, by: manager, covers: "
RULE = Rule(
    code="HB509",
    name="signature-field",
    message=N_("“{label}” names the field “{name}”: {what}."),
    hint=N_("Name a field of this form; “amount:” takes one of type {types}."),
    why=N_("Who has to sign, and for what, would be decided by something that is not there."),
    wrong=signed_sheet(_SIGN + "[prise]", _AMOUNT),
    right=signed_sheet(_SIGN + "[price]", _AMOUNT),
)
_NUMBERS = ("money", "percent", "number", "integer")
_MEASURES: Mapping[str, tuple[str, ...]] = {"money": ("money",), "percent": ("percent", "number")}


def check(book: Book) -> Iterator[Diagnostic]:
    """Find amounts and covered fields that the form lacks, and amounts of another kind."""
    header = {each.field for each in book.handbook.settings.form_header}
    for form in book.handbook.form_list:
        known = {each.field: each for each in form.fields}
        for field in form.fields:
            yield from _amount(book, form, field, known)
            for at, name in enumerate(field.covers):
                if name not in known and name not in header:
                    where = field.where / "covers" / at
                    yield from _unknown(book, form, (field, name, where), known)


def _amount(
    book: Book, form: Form, field: Field, known: Mapping[str, Field]
) -> Iterator[Diagnostic]:
    if field.amount is None:
        yield from _missing(book, field)
        return
    where, amount = field.where / "amount", known.get(field.amount)
    if amount is None:
        yield from _unknown(book, form, (field, field.amount, where), known)
        return
    types = _wanted(book, field)
    if amount.type not in types:
        yield RULE.at(
            where,
            label=field.label.source,
            name=field.amount,
            what=Message("it is of type {type}", {"type": amount.type}),
            types=" / ".join(types),
        )


def _missing(book: Book, field: Field) -> Iterator[Diagnostic]:
    """Find a signature by amount that says nothing of which."""
    authority = book.handbook.authorities.get(field.band or "")
    if authority and authority.by_amount:
        yield RULE.at(
            (field.where / "band").key,
            label=field.label.source,
            name="amount",
            what=Message("it is missing, and “{id}” goes by amounts", {"id": authority.id}),
            types=" / ".join(_wanted(book, field)),
        )


def _wanted(book: Book, field: Field) -> tuple[str, ...]:
    authority = book.handbook.authorities.get(field.band or "")
    limits = (band.up_to for band in authority.bands) if authority else ()
    kind = next((limit.kind for limit in limits if limit), "")
    return _MEASURES.get(kind, _NUMBERS)


def _unknown(
    book: Book, form: Form, named: tuple[Field, str, Locator], known: Mapping[str, Field]
) -> Iterator[Diagnostic]:
    field, name, where = named
    if book.unjudged.may_define("field", f"{form.id}.{name}", form.where.file):
        return
    labels = {each: one.label.source for each, one in known.items()}
    yield RULE.at(
        where,
        hint=did_you_mean(name, labels),
        label=field.label.source,
        name=name,
        what=Message("the form has none of this name"),
        types=" / ".join(_wanted(book, field)),
    )
