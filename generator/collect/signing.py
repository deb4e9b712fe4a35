"""Says what is wrong with the signatures of a filled form, with the band by its name."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.base.diagnostics import N_, Argument, Message
from generator.collect.formulas import Around
from generator.collect.reading import Reading
from generator.collect.record import in_words
from generator.collect.signatures import Verdict, band_of, deciding, self_approvals
from generator.model.form import Form
from generator.rules.declared.signatures import (
    BAND_NOT_MET,
    NO_AMOUNT,
    NOT_ALL_SIGNED,
    REFUSED,
    SELF_APPROVED,
)


def report_signatures(
    reading: Reading, form: Form, around: Around, found: Iterable[Verdict]
) -> None:
    """Report signatures that do not suffice, that refuse, or that approve one's own request."""
    approves = deciding(form, around.ctx.handbook)
    for each in found:
        if each.field.field in reading.faulty:
            continue
        _refusals(reading, each)
        if each.refused:
            continue
        _missing(reading, form, around, each)
        if each.field.field in approves:
            for name in self_approvals(each.field, reading.values, around.header):
                band = _band(around, each)
                reading.report(SELF_APPROVED, label=reading.label(each.field), name=name, band=band)


def _refusals(reading: Reading, found: Verdict) -> None:
    for row in found.refused:
        reading.report(
            REFUSED,
            label=reading.label(found.field),
            conclusion=reading.names(row["conclusion"]),
            who=reading.names(row.get("signer", "")),
        )


def _missing(reading: Reading, form: Form, around: Around, found: Verdict) -> None:
    label = reading.label(found.field)
    if found.missing:
        reading.report(NOT_ALL_SIGNED, label=label, who=_roles(around, found.missing))
    if found.parameter is None:
        return
    code = found.parameter.code or found.parameter.parameter
    if found.unknown:
        amount = (each for each in form.fields if each.field == found.field.amount)
        said = next((reading.label(each) for each in amount), found.field.amount or "")
        reading.report(NO_AMOUNT, label=label, amount=said, code=code)
    elif found.wanted and found.amount is not None:
        who: Argument = _roles(around, found.signed) if found.signed else Message(N_("nobody"))
        reading.report(
            BAND_NOT_MET,
            label=label,
            amount=_grouped(found.amount),
            role=_roles(around, (found.wanted,)),
            code=code,
            who=who,
        )


def _band(around: Around, found: Verdict) -> Argument:
    """Return the band that decides, for a sentence that goes on with it; empty without one."""
    if found.parameter is None or found.amount is None:
        return ""
    role = found.parameter.bands[band_of(found.parameter.bands, found.amount)].role
    return Message(
        N_("; {amount} needs {role} ({code})"),
        {
            "amount": _grouped(found.amount),
            "role": _roles(around, (role,)),
            "code": found.parameter.code or found.parameter.parameter,
        },
    )


def _roles(around: Around, roles: Iterable[str]) -> str:
    known, words = around.ctx.handbook.roles, around.ctx.words
    titles = (known[each].title.source if each in known else each for each in roles)
    return words.comma.join(words.translated(each) for each in titles)


def _grouped(amount: Decimal) -> str:
    whole, point, rest = in_words(amount).partition(".")
    return f"{int(whole):,}{point}{rest}"
