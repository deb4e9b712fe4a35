"""One filled form after the other: read, check, key; what is wrong is said, the rest is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from generator.base.diagnostics import N_, Diagnostic, Message, Result, Span, has_errors
from generator.base.i18n import Catalogue
from generator.collect.blanks import Blanks
from generator.collect.checks import FormChecker
from generator.collect.fields import FieldReader
from generator.collect.formulas import Around
from generator.collect.package import Package, open_package
from generator.collect.paper.seeing import gathered
from generator.collect.reading import FieldPlace, Reading, short
from generator.collect.record import FormRecord, digest_of
from generator.collect.renaming import renamed_fields
from generator.collect.spelling.plain import folded
from generator.collect.vocabulary import Vocabulary
from generator.document.context import Context
from generator.model.form import Field, Form
from generator.model.form_tags import NUMBER_FIELD
from generator.model.handbook import Handbook
from generator.model.value import Value
from generator.notation.evaluation import AddWorkingDays
from generator.rules.declared.collect import (
    AGAIN,
    FIELD_TWICE,
    NO_NUMBER,
    NOT_A_FORM,
    NOT_UNIQUE,
    OTHER_VERSION,
    RECOVERED,
    REMARK,
    TRACKED,
    UNKNOWN_FORM,
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
}


class Collector:
    """Reads filled forms of one handbook, and remembers the keys and unique values it has seen.

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
        catalogues = tuple(catalogues)
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
        self._versions: dict[tuple[str, str], dict[str, int]] = {}
        self._taken: dict[tuple[str, str, str], tuple[str, str]] = {}

    def collect(self, name: str, raw: bytes, today: date) -> Result[FormRecord]:
        """Return the record of one file; findings of weight “error” leave it partial.

        What is no form of this handbook, or an empty one, gives no record.

        `today` is what `today()` means in a form that has no date of its own in its header.
        """
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
            today=today,
            currency=self._handbook.settings.currency,
        )
        if not reading.same_version:
            reading.report(OTHER_VERSION, own=version, current=form.revision.version)
        self._read(form, package, reading)
        complete = FormChecker(reading, form, self._around_of(reading, today)).check()
        return self._keyed(self._record(form, package, reading, complete=complete), reading, form)

    def _read(self, form: Form, package: Package, reading: Reading) -> None:
        """Read the fields, and what a person sees besides."""
        fields = (*self._around.header, *form.fields)
        found, tracked = gathered(
            package,
            self._blanks.of(form, package.properties.get("FormLanguage", "")),
            is_same=self._blanks.is_today(form, package.properties.get("FormSpec", "")),
            renamed=renamed_fields(fields),
            own_pictures=self._pictures,
        )
        if tracked:
            reading.report(TRACKED)
        FieldReader(reading).read(fields, found.filled)
        for field in fields:
            if field.field in found.copied:
                reading.ask(FIELD_TWICE, FieldPlace(field), found.copied[field.field])
        reading.remarks += found.remarks
        for remark in reading.remarks:
            what = Message(KINDS.get(remark.kind, remark.kind))
            reading.report(REMARK, what=what, place=remark.place or "—", text=short(remark.text))
        if reading.recovered:
            labels = [reading.label(each) for each in fields if each.field in reading.recovered]
            reading.report(RECOVERED, count=len(labels), labels=", ".join(labels))

    def known(self, form: str, key: str, digests: Mapping[str, int]) -> None:
        """Tell which contents a store holds already under a key: digest → version."""
        self._versions.setdefault((form, key), {}).update(digests)

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

    def _record(
        self, form: Form, package: Package, reading: Reading, *, complete: bool
    ) -> FormRecord:
        values = dict(reading.values)
        remarks, open_points = tuple(reading.remarks), tuple(reading.open_points)
        number = folded(str(values.get(NUMBER_FIELD) or ""))
        return FormRecord(
            form=form.id,
            code=form.code,
            form_version=package.properties.get("FormVersion", form.revision.version),
            edition=package.properties.get("FormEdition", ""),
            language=package.properties.get("FormLanguage", ""),
            file=reading.file,
            number=number,
            values=values,
            state="complete" if complete and not has_errors(reading.findings) else "partial",
            digest=digest_of(form.id, values, remarks, open_points),
            remarks=remarks,
            open_points=open_points,
            recovered=tuple(sorted(reading.recovered)),
        )

    def _keyed(self, record: FormRecord, reading: Reading, form: Form) -> Result[FormRecord]:
        if not (self._given(record, form) or record.remarks or record.open_points):
            return Result(None, tuple(reading.findings))
        if self._check_taken(record, reading, (*self._around.header, *form.fields)):
            record = replace(record, state="partial")
        if not record.number:
            reading.report(NO_NUMBER, key=record.key)
        versions = self._versions.setdefault((record.form, record.key), {})
        repeated = record.digest in versions
        version = versions.setdefault(record.digest, len(versions) + 1)
        if version > 1 and not repeated:
            reading.report(AGAIN, key=record.key, version=version)
        for each in (*self._around.header, *form.fields):
            if each.unique and each.field in record.values:
                mark = (record.form, each.field, str(record.values[each.field]))
                self._taken.setdefault(mark, (record.key, record.file))
        return Result(replace(record, version=version, repeated=repeated), tuple(reading.findings))

    def _given(self, record: FormRecord, form: Form) -> bool:
        """Tell whether anybody filled in anything; a box says no, and a sum 0, by itself."""
        return any(
            record.values.get(each.field) not in {None, False}
            for each in (*self._around.header, *form.fields)
            if not each.computed
        )

    def _check_taken(self, record: FormRecord, reading: Reading, fields: Iterable[Field]) -> bool:
        """Report values that another form has taken; tell whether there are any."""
        before = len(reading.findings)
        for each in fields:
            value = record.values.get(each.field)
            if not each.unique or value is None:
                continue
            key, place = self._taken.get((record.form, each.field, str(value)), (record.key, ""))
            if key != record.key:
                label = reading.label(each)
                reading.report(NOT_UNIQUE, label=label, value=str(value), place=place)
        return len(reading.findings) > before


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
