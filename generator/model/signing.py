"""Who signs by amount: the bands of a parameter become the signers of a signature."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.model.form import Field, Form
from generator.model.ids import ParameterId, SignerId
from generator.model.reference import Parameter


def with_signers(forms: Iterable[Form], parameters: Iterable[Parameter]) -> tuple[Form, ...]:
    """Return the forms with the signers of each band filled in, the lowest band first."""
    known = {each.parameter: each for each in parameters}
    return tuple(_with_signers(form, known) for form in forms)


def as_written(field: Field) -> Field:
    """Return a field without the signers that only come from a band: its form does not say them."""
    return replace(field, by=()) if field.band else field


def _with_signers(form: Form, parameters: Mapping[ParameterId, Parameter]) -> Form:
    if not any(each.band for each in form.fields):
        return form
    sections = tuple(
        replace(section, fields=tuple(_signed(each, parameters) for each in section.fields))
        for section in form.sections
    )
    return replace(form, sections=sections)


def _signed(field: Field, parameters: Mapping[ParameterId, Parameter]) -> Field:
    parameter = parameters.get(ParameterId(field.band or ""))
    if parameter is None:
        return field
    roles = dict.fromkeys(SignerId(band.role) for band in parameter.bands)
    return replace(field, by=tuple(roles))
