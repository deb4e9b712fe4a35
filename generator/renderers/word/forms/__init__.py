"""Fillable Word forms: one .docx for each form and language, from its YAML alone.

Entry goes through inline content controls under forms protection; printed empty it is a paper
form. `handbook collect` reads the controls back by their tags (`generator.model.form_tags`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.base.fingerprint import fingerprint
from generator.document.context import Context
from generator.document.form_page import uses_of_section
from generator.model.form import Field, Form, FormSection
from generator.model.form_print import print_properties
from generator.renderers.word.forms.closing import closing, who_fills_line
from generator.renderers.word.forms.fields import field_grid
from generator.renderers.word.forms.letterhead import frame, frame_lines, letterhead
from generator.renderers.word.forms.pen import FormPen
from generator.renderers.word.forms.rows import needs_landscape, table_field
from generator.renderers.word.forms.signatures import signature_table
from generator.renderers.word.forms.styles import STYLES
from generator.renderers.word.ooxml.controls import Controls
from generator.renderers.word.ooxml.document import WordDocument
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.node import Nodes, joined
from generator.renderers.word.ooxml.page import Sheet, section, section_break
from generator.renderers.word.ooxml.printed import printed_texts
from generator.renderers.word.ooxml.properties import Properties
from generator.renderers.word.ooxml.table import end_kept, stacked
from generator.renderers.word.ooxml.text import paragraph, run
from generator.renderers.word.ooxml.zip import packed

PORTRAIT = Sheet(top=1100, bottom=860, edge=510)
LANDSCAPE = Sheet(landscape=True, top=960, bottom=760, edge=454)
_SPEC_LENGTH = 16


def form_docx(ctx: Context, form: Form, house: House) -> bytes:
    """Return a form as a Word file; the same input gives the same bytes."""
    return packed(form_parts(ctx, form, house))


def form_parts(ctx: Context, form: Form, house: House) -> Iterator[tuple[str, bytes]]:
    """Return the parts of the Word file that a form is, each with its name."""
    document, pen, body = _written(ctx, form, house)
    return document.parts(body, _properties(pen, body), pen.controls.prompts)


def pages_of(ctx: Context, form: Form, house: House) -> Iterator[tuple[str, bytes]]:
    """Return the parts of a form that a person sees, without what the file says about itself."""
    document, _, body = _written(ctx, form, house)
    return document.parts(body)


def _written(ctx: Context, form: Form, house: House) -> tuple[WordDocument, FormPen, Nodes]:
    english = not ctx.words.language.startswith("zh")
    document = WordDocument(house, STYLES, english=english, protected=True)
    first = _first_sheet(ctx, form, house)
    pen = FormPen(ctx=ctx, form=form, house=house, controls=Controls(form.code), sheet=first)
    return document, pen, letterhead(pen, document) + _sections(pen, document)


def _first_sheet(ctx: Context, form: Form, house: House) -> Sheet:
    pen = FormPen(ctx=ctx, form=form, house=house, controls=Controls(""), sheet=PORTRAIT)
    return _sheet_for(pen, form.sections[0], PORTRAIT) if form.sections else PORTRAIT


def specification(form: Form, header: tuple[Field, ...]) -> str:
    """Return a short name of what a form asks for; it changes with any field, option or rule."""
    return fingerprint(form.sections, form.rules, header)[:_SPEC_LENGTH]


def _properties(pen: FormPen, body: Nodes) -> Properties:
    form, settings = pen.form, pen.ctx.handbook.settings
    revision = form.revision
    title = pen.words(form.title)
    return Properties(
        title=f"{form.code} {title}",
        subject=pen.words(settings.title),
        creator=pen.words(settings.company),
        language="zh-CN" if pen.ctx.words.language.startswith("zh") else pen.ctx.words.language,
        dated=revision.effective or revision.approved or revision.date,
        version=revision.version,
        custom={
            "FormId": form.id,
            "FormCode": form.code,
            "FormVersion": revision.version,
            "FormEdition": settings.edition.edition.source if settings.edition else "—",
            "FormLanguage": pen.ctx.words.language,
            "FormSpec": specification(form, settings.form_header),
            **print_properties(printed_texts(body), printed_texts(joined(frame_lines(pen)))),
        },
    )


def _sections(pen: FormPen, document: WordDocument) -> Nodes:
    frames = {pen.sheet: frame(pen, document)}
    parts = [_header_fields(pen)]
    current = pen.sheet
    for number, each in enumerate(pen.form.sections, start=1):
        sheet = _sheet_for(pen, each, current)
        if sheet is not current:
            parts.append(section_break(current, frames[current]))
            current = sheet
            if sheet not in frames:
                frames[sheet] = frame(pen.on(sheet), document)
        parts.append(_section(pen.on(sheet), each, number))
    parts[-1] = end_kept(parts[-1])  # the end of a form is no page of its own
    parts += [closing(pen.on(current)), section(current, frames[current])]
    return joined(parts)


def _sheet_for(pen: FormPen, part: FormSection, current: Sheet) -> Sheet:
    """A section with a wide table is in landscape; the next one follows where it needs no more."""
    if any(each.columns and needs_landscape(pen, each) for each in part.fields):
        return LANDSCAPE
    return current


def _header_fields(pen: FormPen) -> Nodes:
    header = pen.ctx.handbook.settings.form_header
    return field_grid(pen, header, pen.say("Form header")) if header else ()


def _section(pen: FormPen, part: FormSection, number: int) -> Nodes:
    title = f"{number}  {pen.words(part.title)}"
    lines = [paragraph(run(title), "Heading1")]
    who = who_fills_line(pen, uses_of_section(pen.ctx.handbook, pen.form, part))
    said = pen.ctx.words.semicolon.join(filter(None, (who, pen.words(part.help))))
    if said:
        lines.append(paragraph(run(said), "FormWho"))
    return joined(lines) + stacked(_blocks(pen, part))


def _blocks(pen: FormPen, part: FormSection) -> Iterator[Nodes]:
    title = pen.words(part.title)
    for kind, group in groupby(part.fields, key=_kind):
        fields = tuple(group)
        if kind == "table":
            yield from (table_field(pen, each) for each in fields)
        elif kind == "signature":
            yield signature_table(pen, fields)
        else:
            yield field_grid(pen, fields, title)


def _kind(each: Field) -> str:
    return each.type if each.type in {"table", "signature"} else "field"
