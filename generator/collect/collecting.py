"""One filled form after the other: read, check, key; what is wrong is said, the rest is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Context as Precision
from decimal import localcontext
from typing import Any, Final, TypeVar

from generator.base.diagnostics import N_, Diagnostic, Message, Result, Severity, Span
from generator.base.i18n import Catalogue
from generator.base.plain import as_key, says_nothing
from generator.collect.blanks import Blanks
from generator.collect.checks import FormChecker
from generator.collect.fields import FieldReader
from generator.collect.formulas import Around
from generator.collect.package import Package, open_package
from generator.collect.paper.seeing import gathered
from generator.collect.reading import FieldPlace, Reading, short
from generator.collect.record import (
    OLD_FIELD,
    PRINT,
    Arrival,
    FormRecord,
    OpenPoint,
    Remark,
    digest_of,
)
from generator.collect.renaming import renamed_fields
from generator.collect.rewording import look_at_labels, look_at_places
from generator.collect.signatures import Concluded, deciding, denials, outcome, verdicts
from generator.collect.vocabulary import Vocabulary
from generator.document.context import Context
from generator.model.form import Field, Form
from generator.model.form_tags import NUMBER_FIELD
from generator.model.handbook import Handbook
from generator.model.value import Value
from generator.notation.evaluation import AddWorkingDays
from generator.rules.declared.arrivals import SAVED_AHEAD, SECOND_FORM
from generator.rules.declared.collect import (
    FIELD_TWICE,
    NO_NUMBER,
    NOT_A_FORM,
    NOTHING,
    OTHER_VERSION,
    OUT_OF_LIMITS,
    RECOVERED,
    REMARK,
    TRACKED,
    UNKNOWN_FORM,
    UNTOUCHED,
)

# What stands in a form besides its fields, as findings name it.
KINDS: Mapping[str, str] = {
    "text": N_("text"),
    "text box": N_("text box"),
    "text in a drawing": N_("text in a drawing"),
    "picture": N_("picture"),
    "comment": N_("comment"),
    "footnote": N_("footnote"),
    "endnote": N_("endnote"),
    "header": N_("text in the page header"),
    "footer": N_("text in the page footer"),
    "deleted text": N_("deleted text"),
    "hidden text": N_("hidden text"),
    "struck-out text": N_("struck-out text"),
    "ruby": N_("reading aid above the text"),
    "field": N_("field that changes by itself"),
    "second copy": N_("second copy of a table"),
    "embedded object": N_("embedded object"),
    "inserted document": N_("inserted document"),
}
LONGEST_NUMBER: Final = 200  # characters of a document number; stores take 255 for a key
_LONGEST_PIECE: Final = 20_000  # characters of a remark in one row; a cell of Excel takes 32,767
_EXACT: Final = Precision(prec=1000)  # the usual 28 digits would round without a word
_Noted = TypeVar("_Noted", Remark, OpenPoint)


class Collector:
    """Reads filled forms of one handbook; each file is judged by itself.

    `ctx` is in the language of the findings. `catalogues` are the handbook's translations:
    values typed in another language are kept in the first one.
    """

    def __init__(
        self,
        ctx: Context,
        *,
        catalogues: Iterable[Catalogue] = (),
        add_working_days: AddWorkingDays | None = None,
    ) -> None:
        self._handbook = ctx.handbook
        catalogues = self._catalogues = tuple(catalogues)
        self._vocabulary = Vocabulary(ctx.handbook, catalogues)
        self._around = Around(
            ctx=ctx,
            header=ctx.handbook.settings.form_header,
            parameters=parameter_values(ctx.handbook),
            today=date.min,
            add_working_days=add_working_days,
        )
        self._blanks = Blanks(ctx.handbook, catalogues)
        company = ctx.handbook.settings.company.source
        self._pictures = {company, *(each.get(company) for each in catalogues)}  # its logo

    @property
    def names(self) -> Callable[[str], str]:
        """Says a label in the language of the findings."""
        return self._around.ctx.words.translated

    def collect(self, name: str, raw: bytes, today: date, received: str = "") -> Result[FormRecord]:
        """Return the record of one file; findings of weight “error” leave it partial.

        What is no form of this handbook, or an empty one, gives no record.

        `today` is what `today()` means in a form that has no date of its own in its header;
        `received` is when the file came (UTC, ISO 8601).
        """
        with localcontext(_EXACT):
            return self._collected(name, raw, today, received)

    def _collected(self, name: str, raw: bytes, today: date, received: str) -> Result[FormRecord]:
        package = open_package(raw, name)
        if isinstance(package, Diagnostic):
            return Result(None, (package,))
        form = self._form(package)
        if not isinstance(form, Form):
            return Result(None, (form.at(Span(name), form=_claimed(package)),))
        version = package.properties.get("FormVersion", "")
        reading = Reading(
            file=name,
            vocabulary=self._vocabulary,
            names=self._around.ctx.words.translated,
            same_version=version in {"", form.revision.version},
            is_todays=self._blanks.is_today(form, package.properties.get("FormSpec", "")),
            today=today,
            currency=self._handbook.settings.currency,
            timezone=self._handbook.settings.timezone,
            say=self._around.ctx.words.message,
        )
        if not reading.same_version:
            reading.report(OTHER_VERSION, own=version, current=form.revision.version)
        self._read(form, package, reading)
        FormChecker(reading, form, self._around_of(reading, today)).check()
        source = hashlib.sha256(raw).hexdigest()
        arrival = Arrival(file=name, source=source, modified=package.modified, received=received)
        if arrival.is_ahead:
            reading.note(SAVED_AHEAD, saved=arrival.modified[:19], received=received[:19])
        asked = any(each.code != NOTHING.code for each in reading.open_points)
        if not (self._given(reading, form) or reading.remarks or asked):
            return Result(None, tuple(reading.findings))
        if not reading.values.get(NUMBER_FIELD):
            self._numberless(reading, f"sha256:{source}")
        record = replace(self._record(form, package, reading), arrivals=(arrival,))
        return Result(record, tuple(reading.findings))

    def _numberless(self, reading: Reading, key: str) -> None:
        """A form that ought to have a number and has none is open, and found by its file."""
        field = next((each for each in self._around.header if each.field == NUMBER_FIELD), None)
        needed = field is not None and not field.optional
        severity = Severity.ERROR if needed else Severity.WARNING
        at = FieldPlace(field) if field else None
        reading.report(NO_NUMBER, at, severity=severity, key=key)

    def _read(self, form: Form, package: Package, reading: Reading) -> None:
        """Read the fields, and what a person sees besides."""
        fields = (*self._around.header, *form.fields)
        found, tracked = gathered(
            package,
            self._blanks.of(form, package.properties.get("FormLanguage", "")),
            is_same=reading.is_todays,
            renamed=renamed_fields(fields),
            own_pictures=self._pictures,
        )
        if tracked:
            reading.report(TRACKED)
        FieldReader(reading).read(fields, found.filled)
        self._look_at_number(reading, fields)
        for field in fields:
            if field.field in found.copied:
                reading.ask(FIELD_TWICE, FieldPlace(field), found.copied[field.field])
        reading.remarks += found.remarks
        self._look_for_others(reading)
        for name in package.embedded:  # named, never opened
            reading.remarks.append(Remark(kind="embedded object", place="", text=name))
        look_at_labels(reading, fields, found.reworded)
        look_at_places(reading, fields, found.displaced)
        for remark in reading.remarks:
            if remark.kind in {OLD_FIELD, PRINT}:
                continue  # said already, by its name
            what = Message(KINDS.get(remark.kind, remark.kind))
            reading.report(REMARK, what=what, place=remark.place or "—", text=short(remark.text))
        if reading.recovered:
            labels = [reading.label(each) for each in fields if each.field in reading.recovered]
            reading.report(RECOVERED, count=len(labels), labels=", ".join(labels))

    def _look_for_others(self, reading: Reading) -> None:
        """Say which other forms were put into the same file: there stands their letterhead."""
        texts = {each.text for each in reading.remarks}
        for form in self._handbook.form_list:
            if form.code in texts and texts.intersection(self._titles(form)):
                name = f"{form.code} {reading.names(form.title.source)}"
                reading.report(SECOND_FORM, form=name)

    def _titles(self, form: Form) -> set[str]:
        """Return the title of a form in all languages, as its letterhead prints it."""
        title = form.title.source
        return {title, *(each.get(title) for each in self._catalogues)}

    def _look_at_number(self, reading: Reading, fields: Iterable[Field]) -> None:
        number = str(reading.values.get(NUMBER_FIELD) or "")
        if says_nothing(number):
            reading.values.pop(NUMBER_FIELD, None)  # all that say “none” would be one record
        elif len(number) > LONGEST_NUMBER:
            field = next(each for each in fields if each.field == NUMBER_FIELD)
            limit = Message(
                "at most {value} {value:character|characters}", {"value": LONGEST_NUMBER}
            )
            del reading.values[NUMBER_FIELD]
            reading.ask(OUT_OF_LIMITS, FieldPlace(field), number, limit=limit)

    def _form(self, package: Package) -> Any:
        claimed = package.properties.get("FormId", "")
        code = package.properties.get("FormCode", "")
        for form in self._handbook.form_list:
            if claimed and claimed in {form.id, *form.formerly}:
                return form
            if not claimed and (code == form.code or _names(package.heads, form.code)):
                return form
        return UNKNOWN_FORM if claimed or code else NOT_A_FORM

    def _around_of(self, reading: Reading, today: date) -> Around:
        for each in self._around.header:
            value = reading.values.get(each.field)
            if each.type == "date" and isinstance(value, date):
                return replace(self._around, today=value)
        return replace(self._around, today=today)

    def _record(self, form: Form, package: Package, reading: Reading) -> FormRecord:
        values = dict(reading.values)
        remarks = tuple(_in_pieces(reading.remarks, "text"))
        open_points = tuple(_in_pieces(reading.open_points, "written"))
        number = as_key(str(values.get(NUMBER_FIELD) or ""))
        return FormRecord(
            form=form.id,
            code=form.code,
            form_version=package.properties.get("FormVersion", form.revision.version),
            edition=package.properties.get("FormEdition", ""),
            language=package.properties.get("FormLanguage", ""),
            number=number,
            values=values,
            state="partial" if open_points else "complete",
            digest=digest_of(form.id, values, remarks, open_points),
            remarks=(*remarks, *reading.notes),
            open_points=open_points,
            recovered=tuple(sorted(reading.recovered)),
            outcome=self._outcome(form, reading),
        )

    def _outcome(self, form: Form, reading: Reading) -> Concluded:
        """Return what the signatures come to; nothing is approved while a point before is open."""
        values = reading.values
        denied = denials(form, values, self._handbook)
        found = outcome(form, verdicts(form, values, self._handbook), denied)
        if found != "approved":
            return found
        signs = {each.field for each in form.fields if each.type == "signature"}
        decides = (deciding(form, self._handbook) or signs) & values.keys()
        behind: set[str] = set()
        for section in reversed(form.sections):
            if any(each.field in decides for each in section.fields):
                break
            behind.add(section.title.source)
        waits = (
            each.code == UNTOUCHED.code and each.place in behind for each in reading.open_points
        )
        return found if all(waits) else ""

    def _given(self, reading: Reading, form: Form) -> bool:
        """Tell whether anybody filled in anything; a box says no, and a sum 0, by itself."""
        return any(
            reading.values.get(each.field) not in {None, False}
            for each in (*self._around.header, *form.fields)
            if not each.computed
        )


def _in_pieces(noted: Iterable[_Noted], name: str) -> Iterator[_Noted]:
    """Part what is too long for one row of a store."""
    for each in noted:
        text = getattr(each, name)
        for at in range(0, max(len(text), 1), _LONGEST_PIECE):
            yield (
                each
                if len(text) <= _LONGEST_PIECE
                else replace(each, **{name: text[at : at + _LONGEST_PIECE]})
            )


def _claimed(package: Package) -> str:
    return package.properties.get("FormCode") or package.properties.get("FormId") or ""


def _names(heads: tuple[str, ...], code: str) -> bool:
    return any(code in head for head in heads)


def parameter_values(handbook: Handbook) -> dict[str, Any]:
    """Return what `${parameter}` and `${parameter.value}` stand for in expressions."""
    found: dict[str, Any] = {}
    for name, parameter in handbook.parameters.items():
        if parameter.is_ is not None:
            found[name] = _plain(parameter.is_)
        for each in parameter.values:
            found[f"{name}.{each.value}"] = _plain(each.is_)
        for band in parameter.bands:
            if band.value and band.up_to:
                found[f"{name}.{band.value}"] = _plain(band.up_to)
    return found


def _plain(value: Value) -> Any:
    if value.amount is not None:
        return value.amount
    if value.due is not None:
        return getattr(value.due, "duration", None)
    return value.source
