"""A pen over the form of every field type, and its fields by name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from forms import context, handbook, order_sheet

from generator.base.i18n import Catalogue
from generator.document.context import Context
from generator.model.form import Field, Form
from generator.model.text import Literal, Text
from generator.renderers.word.forms.pen import FormPen
from generator.renderers.word.ooxml.controls import Controls
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.page import Sheet


def formpen(
    form: Form | None = None, *, ctx: Context | None = None, house: House | None = None
) -> FormPen:
    """A pen over portrait paper."""
    return FormPen(
        ctx=ctx or context(),
        form=form or order_sheet(),
        house=house or House(),
        controls=Controls("F"),
        sheet=Sheet(),
    )


def chinese() -> Context:
    """The same handbook, for somebody who reads Chinese."""
    return Context.of(handbook(), Catalogue("zh"), Catalogue("zh"))


def field(name: str, **change: Any) -> Field:
    """A field of the form, changed."""
    found = next(
        each for section in order_sheet().sections for each in section.fields if each.field == name
    )
    return replace(found, **change)


def text(source: str) -> Text:
    """A text as a handbook has it."""
    return Text(source, (Literal(source),))
