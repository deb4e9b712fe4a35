"""The head of a form: company, title, document control, QR code; and the frame of each page."""

from __future__ import annotations

from generator.document.addresses import on_the_web
from generator.document.blocks import Target
from generator.document.control import in_force
from generator.model.control import Status
from generator.model.grounds import for_trial
from generator.renderers.word.forms.measure import hundredths, shared_out
from generator.renderers.word.forms.pen import MARK, REQUIRED, FormPen
from generator.renderers.word.ooxml import letterhead as pieces
from generator.renderers.word.ooxml.document import WordDocument
from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.table import Cell, Grid, row, table
from generator.renderers.word.ooxml.text import ParagraphFormat, RunFormat, paragraph, run, tab

_LEAST_FACT = 1000  # twips


def frame(pen: FormPen, document: WordDocument) -> Nodes:
    """Add header and footer for the pages of a sheet; return the references for its sections."""
    return document.add_frame(*frame_lines(pen))


def frame_lines(pen: FormPen) -> tuple[Nodes, Nodes]:
    """Return what stands above and below each page of a sheet."""
    settings = pen.ctx.handbook.settings
    revision = pen.form.revision
    setting = ParagraphFormat(tabs=(("right", pen.sheet.width),))
    said = pen.say("DRAFT") if revision.status is Status.DRAFT else ""
    said = pen.say("FOR TRIAL") if for_trial(pen.form) else said
    state = f"  {said}" if said else ""
    mark = run(f"{pen.form.code}  {revision.version}{state}", RunFormat(bold=True))
    left = run(f"{pen.words(settings.company)}  {pen.words(pen.form.title)}")
    header = paragraph(left + tab() + mark, "Header", setting)
    count = pen.say("Page {page} of {count}", page=pieces.PAGE, count=pieces.COUNT)
    edition = pen.words(settings.edition.edition) if settings.edition else ""
    footer = paragraph(run(edition) + tab() + pieces.pages(count), "Footer", setting)
    return header, footer


def letterhead(pen: FormPen, document: WordDocument) -> Nodes:
    """Return the top of the first page."""
    logo, code = pen.house.logo, on_the_web(pen.ctx, Target("form", pen.form.id))
    side = pieces.SIDE if logo or code else 0
    left = paragraph(_logo(document, pen, logo)) if logo else paragraph(())
    right = paragraph(_qr(document, pen, code) if code else (), "", ParagraphFormat(align="right"))
    title = _title(pen)
    if not side:
        return title + _control(pen)
    grid = Grid(
        widths=(side, pen.sheet.width - 2 * side, side),
        title=pen.say("Letterhead"),
        description=pen.say("Company, title of the form, code for the form's page."),
        style="TableNormal",
    )
    cells = [Cell(content=left), Cell(content=title), Cell(content=right)]
    return table(grid, [row(grid, cells)]) + _link(pen, code) + _control(pen)


def _title(pen: FormPen) -> Nodes:
    """Return company and title; a translated form also says what it is called where it is from."""
    title, original = pen.words(pen.form.title), pen.form.title.source
    lines = paragraph(run(pen.words(pen.ctx.handbook.settings.company)), "Subtitle")
    lines += paragraph(run(title), "Title")
    if original != title:
        lines += paragraph(run(original), "FormHelp", ParagraphFormat(align="center", after=40))
    return lines


def _link(pen: FormPen, address: str) -> Nodes:
    if not address:
        return ()
    words = run(pen.say("Newest version and explanations: "))
    return paragraph(
        words + pieces.link(address), "FormHelp", ParagraphFormat(align="right", after=60)
    )


def _qr(document: WordDocument, pen: FormPen, address: str) -> Nodes:
    described = pen.say("QR code of the form's page: {address}", address=address)
    return pieces.code(document, address, number=1, description=described)


def _logo(document: WordDocument, pen: FormPen, raw: bytes) -> Nodes:
    company = pen.words(pen.ctx.handbook.settings.company)
    return pieces.logo(document, raw, number=2, description=company)


def _control(pen: FormPen) -> Nodes:
    ctx, form = pen.ctx, pen.form
    settings = ctx.handbook.settings
    owner = ctx.handbook.roles.get(form.owner)
    unit = "".join(each.text for each in ctx.links.unit(owner.unit)) if owner else ""
    facts = [
        (pen.say("Code"), form.code),
        (pen.say("Version"), form.revision.version),
        (pen.say("In force from"), in_force(ctx.words, form.revision)),
        (pen.say("Owning unit"), unit),
        (pen.say("Owner"), "".join(each.text for each in ctx.links.role(form.owner))),
        (pen.say("Edition"), pen.words(settings.edition.edition) if settings.edition else ""),
    ]
    weights = [max(hundredths(value), hundredths(label)) for label, value in facts]
    grid = Grid(
        widths=shared_out([_LEAST_FACT] * len(facts), weights, pen.sheet.width),
        title=pen.say("Document control"),
        description=pen.say("Code, version, date in force, unit, owner and edition of the form."),
    )
    cells = [
        Cell(
            content=paragraph(run(label), "FormHelp", ParagraphFormat(align="center"))
            + paragraph(run(value or "—"), "FormCell", ParagraphFormat(align="center"))
        )
        for label, value in facts
    ]
    return table(grid, [row(grid, cells)]) + _instructions(pen)


def _instructions(pen: FormPen) -> Nodes:
    legend = run(f"{REQUIRED} ", MARK)
    legend += run(pen.say("must be filled in; a grey ground is worked out."))
    said = pen.words(pen.form.instructions)
    lead = RunFormat(bold=True)
    content = paragraph(legend, "FormNote", ParagraphFormat(after=60))
    if said:
        words = run(pen.say("How to fill it in") + pen.say(": "), lead) + run(said)
        content = paragraph(words, "FormNote", ParagraphFormat(before=80)) + content
    if pen.form.revision.status is Status.DRAFT:
        warning = pen.say("This is a draft. It has not been approved and is not in force.")
        content = paragraph(run(warning, MARK), "FormNote", ParagraphFormat(before=80)) + content
    return content
