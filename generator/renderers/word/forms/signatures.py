"""Signatures: who signs, with what conclusion and opinion, when; room for pen and stamp."""

from __future__ import annotations

from generator.base.diagnostics import N_
from generator.document.parameters import bands
from generator.model.form import Field
from generator.model.form_tags import signature_tag
from generator.renderers.word.forms.measure import blank, fitting, line_width, shared_out
from generator.renderers.word.forms.pen import REQUIRED, FormPen
from generator.renderers.word.forms.styles import LABEL_SIZE, TABLE_SIZE
from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.table import Cell, Grid, row, table, together
from generator.renderers.word.ooxml.text import ParagraphFormat, paragraph, run

ROOM = ParagraphFormat(before=110, after=110)  # for a pen
STAMP = ParagraphFormat(before=270, after=270)
_LEAST = (2100, 1300, 2500, 1700, 1500)
_MOST = (2700, 2100)  # for who signs, and the conclusion
_WEIGHTS = (10, 4, 20, 10, 2)


def signature_table(pen: FormPen, fields: tuple[Field, ...]) -> Nodes:
    """Return one table for signatures that follow each other: a row for each signer."""
    concluded = any(each.conclusions for each in fields)
    kept = [at for at in range(len(_LEAST)) if concluded or at != 1]
    grid = Grid(
        widths=_widths(pen, fields, kept),
        title=pen.say("Signatures"),
        description=pen.say("A row for each person who signs."),
    )
    names = (N_("Signs"), N_("Conclusion"), N_("Opinion"), N_("Signature"), N_("Date"))
    heads = [
        Cell(content=paragraph(run(pen.say(names[at])), "FormColumn"), shade=pen.house.tint)
        for at in kept
    ]
    rows = [row(grid, heads)]  # so few rows need no heading on the next page
    signed = [
        _row(pen, grid, field, signer, concluded=concluded)
        for field in fields
        for signer in field.by
    ]
    return table(grid, [*rows, *together(signed)])


def _widths(pen: FormPen, fields: tuple[Field, ...], kept: list[int]) -> tuple[int, ...]:
    """Return the columns: a label or a few conclusions on one line, where there is room."""
    least = list(_LEAST)
    wanted = (
        [line_width(REQUIRED + pen.label(each), LABEL_SIZE) for each in fields],
        [line_width(_listed(pen, each), TABLE_SIZE) for each in fields],
    )
    for at, widths in enumerate(wanted):
        fit = [each for each in widths if each <= _MOST[at]]
        least[at] = max(least[at], *fit) if fit else least[at]
    return shared_out([least[at] for at in kept], [_WEIGHTS[at] for at in kept], pen.sheet.width)


def _listed(pen: FormPen, field: Field) -> str:
    return " / ".join(pen.words(each) for each in field.conclusions)


def _row(pen: FormPen, grid: Grid, field: Field, signer: str, *, concluded: bool) -> Nodes:
    outsider = _external(pen, signer)
    cells = [Cell(content=_who(pen, field, signer), shade=pen.house.tint)]
    if concluded:
        cells.append(Cell(content=_conclusion(pen, field, signer, grid.widths[1])))
    for part, width in zip((N_("opinion"), N_("name"), N_("date")), grid.widths[-3:], strict=True):
        cells.append(Cell(content=_part(pen, (field, signer, part), width, outsider=outsider)))
    return row(grid, cells)


def _external(pen: FormPen, signer: str) -> bool:
    role = pen.ctx.handbook.roles.get(signer)
    return role.external if role else False


def _title(pen: FormPen, signer: str) -> str:
    return "".join(each.text for each in pen.ctx.links.role(signer))


def _who(pen: FormPen, field: Field, signer: str) -> Nodes:
    title = _title(pen, signer)
    label = pen.words(field.label)
    content = paragraph(pen.marked_label(field), "FormLabel")
    if field.band:
        for words in _bands(pen, field, signer):
            content += pen.help(words)
    elif len(field.by) > 1 or title not in label:
        content += pen.help(title)
    return content + (pen.help(pen.words(field.help)) if signer == field.by[0] else ())


def _bands(pen: FormPen, field: Field, signer: str) -> list[str]:
    """Return up to which amount a signer decides, and who that is."""
    authority = pen.ctx.handbook.authorities.get(field.band or "")
    if authority is None:
        return [_title(pen, signer)]
    said = zip(authority.bands, bands(pen.ctx.phrases, authority.bands), strict=True)
    return ["".join(part.text for part in words) for band, words in said if band.role == signer]


def _conclusion(pen: FormPen, field: Field, signer: str, width: int) -> Nodes:
    if len(field.conclusions) < 2:  # noqa: PLR2004 - one is no choice
        return paragraph(run("—"), "FormCell")
    options = [(each.source, pen.words(each)) for each in field.conclusions]
    prompt = fitting((_listed(pen, field), pen.say("choose")), width, TABLE_SIZE, 2)
    entry = pen.entry(signature_tag(field, signer, "conclusion"), pen.say("Conclusion"), prompt)
    return paragraph(pen.controls.choice(entry, options), "FormCell")


def _part(pen: FormPen, place: tuple[Field, str, str], width: int, *, outsider: bool) -> Nodes:
    field, signer, part = place
    tag = signature_tag(field, signer, part)
    label = pen.say("{label}: {value}", label=pen.words(field.label), value=pen.say(part))
    if part == "date":
        prompt = fitting((pen.say("yyyy-mm-dd"), blank(width, TABLE_SIZE)), width, TABLE_SIZE)
        control = pen.controls.date(pen.entry(tag, label, prompt), pen.date_format)
        return paragraph(control, "FormCell", STAMP if outsider else ROOM)
    control = pen.controls.text(
        pen.entry(tag, label, blank(width, TABLE_SIZE)), lines=part == "opinion"
    )
    content = paragraph(control, "FormCell")
    return content + (pen.help(pen.say("(seal)")) if outsider and part == "name" else ())
