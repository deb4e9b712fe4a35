"""Says what is wrong with the signatures of a filled form, with the band by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from generator.base.diagnostics import N_, Argument, Message
from generator.base.refusals import says_no
from generator.collect.formulas import Around
from generator.collect.preparers import self_approvals
from generator.collect.reading import FieldPlace, Reading, short
from generator.collect.record import OLD_FIELD, PRINT, in_words
from generator.collect.signatures import Verdict, band_of, deciding
from generator.collect.spelling.assents import is_assent
from generator.model.form import Field, Form, FormSection
from generator.rules.declared.signatures import (
    BAND_NOT_MET,
    DENIED,
    NO_AMOUNT,
    NOT_ALL_SIGNED,
    REFUSED,
    SAYS_NO,
    SELF_APPROVED,
    SIGNED_ON,
)

# Fields that say in words what somebody thinks of the matter.
_OPINION: Final = re.compile(
    r"结论|意见|审批|批示|批复|决定|opinion|conclusion|decision|verdict|comment", re.IGNORECASE
)
_TAKEN_BACK: Final = {"deleted text", "struck-out text", PRINT, OLD_FIELD}


def report_signatures(
    reading: Reading, form: Form, around: Around, found: Iterable[Verdict]
) -> None:
    """Report signatures that do not suffice, that refuse, or that approve one's own request."""
    approves = deciding(form, around.ctx.handbook)
    for each in found:
        if each.field.field in reading.faulty:
            continue
        _refusals(reading, each)
        _look_at_dates(reading, around, each)
        if each.refuses:
            continue
        _missing(reading, form, around, each)
        if each.field.field in approves:
            own = self_approvals(each.field, reading.values, around.header, form, approves)
            for name in own:
                band, at = _band(around, each), FieldPlace(each.field)
                label = reading.label(each.field)
                reading.report(SELF_APPROVED, at, label=label, name=name, band=band)


def report_denials(reading: Reading, form: Form, denied: Mapping[str, tuple[Field, ...]]) -> None:
    """Say that what was chosen in a list is taken as a refusal."""
    for section in form.sections:
        for each in denied.get(section.section, ()):
            chosen = reading.names(reading.values[each.field])
            reading.note(DENIED, FieldPlace(each), label=reading.label(each), conclusion=chosen)


def report_doubts(reading: Reading, form: Form) -> None:
    """Ask where a signature stands, and words beside it say no."""
    signed = False
    for section in form.sections:
        rows = [
            (each, row)
            for each in section.fields
            if each.type == "signature"
            for row in reading.values.get(each.field, ())
            if row.get("name")
        ]
        signed = signed or bool(rows)
        for field, row in rows:
            opinion = str(row.get("opinion") or "")
            if _alone(field) and opinion and not is_assent(opinion):
                _asked(reading, FieldPlace(field), opinion)
            else:
                _doubt(reading, FieldPlace(field), opinion)
            _doubt(reading, FieldPlace(field), str(row.get("name", "")))
        for at, text in _opinions(reading, section) if rows else ():
            _doubt(reading, at, text)
    for remark in reading.remarks if signed else ():
        if remark.kind not in _TAKEN_BACK and says_no(remark.text):
            place = remark.place or "—"
            reading.report(SAYS_NO, label=place, value=short(remark.text))


def _doubt(reading: Reading, at: FieldPlace, text: str) -> None:
    if says_no(text):
        _asked(reading, at, text)


def _asked(reading: Reading, at: FieldPlace, text: str) -> None:
    reading.report(SAYS_NO, at, written=text, label=reading.label_of(at), value=short(text))


def _alone(field: Field) -> bool:
    """Whether nothing but the opinion says what a signature means: there is no conclusion."""
    return len(field.conclusions) <= 1


def _opinions(reading: Reading, section: FormSection) -> Iterator[tuple[FieldPlace, str]]:
    """Yield what is said in words about the matter, in fields and in tables, of a section."""
    for each in section.fields:
        value = reading.values.get(each.field)
        if each.columns:
            for number, row in enumerate(value or (), start=1):
                for column in each.columns:
                    if column.type in {"choice", "text", "long-text"} and _speaks(column):
                        yield FieldPlace(column, each, number), str(row.get(column.field) or "")
        elif each.type in {"text", "long-text"} and _speaks(each):
            yield FieldPlace(each), str(value or "")


def _speaks(field: Field) -> bool:
    return _OPINION.search(field.label.source) is not None


def _look_at_dates(reading: Reading, around: Around, found: Verdict) -> None:
    """Remark a signature dated before the form, or after the file came."""
    filled = [reading.values.get(each.field) for each in around.header if each.type == "date"]
    began = next((each for each in filled if isinstance(each, date)), None)
    for row in reading.values.get(found.field.field, ()):
        on = row.get("date")
        if not isinstance(on, date):
            continue
        if began is not None and on < began:
            doubt = Message("the form was filled in on {day}", {"day": began.isoformat()})
        elif reading.today is not None and on > reading.today:
            doubt = Message("the file came on {day}", {"day": reading.today.isoformat()})
        else:
            continue
        label, who = reading.label(found.field), reading.names(row.get("signer", ""))
        at = FieldPlace(found.field)
        reading.note(SIGNED_ON, at, label=label, who=who, date=on.isoformat(), doubt=doubt)


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
        missing = _roles(around, found.missing)
        reading.report(NOT_ALL_SIGNED, FieldPlace(found.field), label=label, who=missing)
    if found.authority is None:
        return
    code = found.authority.code
    if found.unknown:
        amount = (each for each in form.fields if each.field == found.field.amount)
        said = next((reading.label(each) for each in amount), found.field.amount or "")
        reading.report(NO_AMOUNT, FieldPlace(found.field), label=label, amount=said, code=code)
    elif found.wanted and found.amount is not None:
        who: Argument = _roles(around, found.signed) if found.signed else Message(N_("nobody"))
        reading.report(
            BAND_NOT_MET,
            FieldPlace(found.field),
            label=label,
            amount=_grouped(found.amount),
            role=_roles(around, (found.wanted,)),
            code=code,
            who=who,
        )


def _band(around: Around, found: Verdict) -> Argument:
    """Return the band that decides, for a sentence that goes on with it; empty without one."""
    if found.authority is None or found.amount is None:
        return ""
    role = found.authority.bands[band_of(found.authority.bands, found.amount)].role
    return Message(
        N_("; {amount} needs {role} ({code})"),
        {
            "amount": _grouped(found.amount),
            "role": _roles(around, (role,)),
            "code": found.authority.code,
        },
    )


def _roles(around: Around, roles: Iterable[str]) -> str:
    known, words = around.ctx.handbook.roles, around.ctx.words
    titles = (known[each].title.source if each in known else each for each in roles)
    return words.comma.join(words.translated(each) for each in titles)


def _grouped(amount: Decimal) -> str:
    whole, point, rest = in_words(amount).partition(".")
    return f"{int(whole):,}{point}{rest}"
