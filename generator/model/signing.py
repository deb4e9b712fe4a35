"""Who signs by amount: the bands of a parameter become the signers of a signature."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.model.authority import Authority, authorities_of
from generator.model.form import Field, Form
from generator.model.ids import SignerId
from generator.model.reference import Parameter


def with_signers(forms: Iterable[Form], parameters: Iterable[Parameter]) -> tuple[Form, ...]:
    """Return the forms with the signers of each band filled in, the lowest band first."""
    known = authorities_of(parameters)
    return tuple(_with_signers(form, known) for form in forms)


def as_written(field: Field) -> Field:
    """Return a field without the signers that only come from a band: its form does not say them."""
    return replace(field, by=()) if field.band else field


def _with_signers(form: Form, known: Mapping[str, Authority]) -> Form:
    if not any(each.band for each in form.fields):
        return form
    sections = tuple(
        replace(section, fields=tuple(_signed(each, known) for each in section.fields))
        for section in form.sections
    )
    return replace(form, sections=sections)


def _signed(field: Field, known: Mapping[str, Authority]) -> Field:
    authority = known.get(field.band or "")
    if authority is None:
        return field
    return replace(field, by=tuple(map(SignerId, authority.roles)))
