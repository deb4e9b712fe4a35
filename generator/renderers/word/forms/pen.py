"""What is at hand while one form is written: its words, controls, colours and paper."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.base.diagnostics import Argument
from generator.document.context import Context
from generator.model.form import Field, Form
from generator.model.text import Text
from generator.renderers.word.ooxml.controls import ControlProperties, Controls, DateFormat
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.page import Sheet
from generator.renderers.word.ooxml.text import ParagraphFormat, RunFormat, paragraph, run

MARK = RunFormat(bold=True, colour="C00000")
REQUIRED = "*"
LABEL_SHARE, LATIN_LABEL_SHARE = 0.155, 0.185  # words in Latin letters are longer
SHADE = "F2F2F2"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPen:
    """The form being written, on the sheet of the current section."""

    ctx: Context
    form: Form
    house: House
    controls: Controls
    sheet: Sheet
    said: dict[str, str] = field(default_factory=dict)
    listed: dict[int, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def on(self, sheet: Sheet) -> FormPen:
        """Return the same pen on other paper."""
        return replace(self, sheet=sheet)

    def say(self, text: str, **args: Argument) -> str:
        """Return a sentence of the product."""
        return self.ctx.words.say(text, **args)

    def words(self, text: Text | None) -> str:
        """Return a text of the handbook without links; labels are asked for again and again."""
        if text is None:
            return ""
        if text.source not in self.said:
            self.said[text.source] = self.ctx.phrases.plain(text)
        return self.said[text.source]

    def label(self, field: Field) -> str:
        """Return the label of a field with the unit of its amount."""
        label, unit = self.words(field.label), self.unit(field)
        return self.say("{label} ({unit})", label=label, unit=unit) if unit else label

    def unit(self, field: Field) -> str:
        """Return the unit that an amount is written with."""
        if field.unit:
            return self.words(field.unit)
        if field.type == "money":
            return self.ctx.words.currency(self.ctx.handbook.settings.currency)
        return "%" if field.type == "percent" else ""

    def marked_label(self, field: Field) -> Nodes:
        """Return the runs of a label, with the mark of a required field."""
        return self.mark(field) + run(self.label(field))

    @staticmethod
    def mark(field: Field) -> Nodes:
        """Return the mark of a required field; it stands in front, so that it never wraps alone."""
        return () if field.optional or field.computed else run(REQUIRED, MARK)

    def entry(self, tag: str, name: str, prompt: str = "") -> ControlProperties:
        """Return a place to fill in."""
        return ControlProperties(tag=tag, name=name[:64], prompt=prompt)

    @property
    def date_format(self) -> DateFormat:
        """How dates are written in this language."""
        if self.ctx.words.language.startswith("zh"):
            return DateFormat()
        return DateFormat(pattern="yyyy-MM-dd", language="en-GB")

    @property
    def grid_widths(self) -> tuple[int, int, int, int]:
        """The four columns of fields: label, value, label, value."""
        width = self.sheet.width
        chinese = self.ctx.words.language.startswith("zh")
        label = int(width * (LABEL_SHARE if chinese else LATIN_LABEL_SHARE))
        value = width // 2 - label
        return (label, value, label, width - 2 * label - value)

    def help(self, text: str) -> Nodes:
        """Return a line of help."""
        return paragraph(run(text), "FormHelp") if text else ()

    @staticmethod
    def caption(content: Nodes, help_: str = "") -> Nodes:
        """Return the lines above a table; they stay on its page."""
        more = paragraph(run(help_), "FormHelp", ParagraphFormat(keep_next=True)) if help_ else ()
        return paragraph(content, "FormCaption", ParagraphFormat(keep_next=True)) + more
