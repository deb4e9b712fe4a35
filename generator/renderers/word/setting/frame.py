"""Header and footer of every page, and the top of the first one with its QR code."""

from __future__ import annotations

from generator.document.blocks import Facts, Inlines, plain, text_of
from generator.renderers.word.ooxml import letterhead as pieces
from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.table import Cell, Grid, row, stacked, table
from generator.renderers.word.ooxml.text import ParagraphFormat, RunFormat, paragraph, run, tab
from generator.renderers.word.setting.flow import turned
from generator.renderers.word.setting.pen import Pen
from generator.renderers.word.setting.tables import facts

_CENTRED = ParagraphFormat(align="center")
_RIGHT = ParagraphFormat(align="right", after=60)


def frame(pen: Pen, title: str, mark: str) -> None:
    """Put document control on every page: company, title, code and version; edition; page."""
    settings = pen.ctx.handbook.settings
    company = pen.ctx.phrases.plain(settings.company)
    edition = settings.edition
    known = ""
    if edition:
        known = f"{pen.ctx.phrases.plain(edition.edition)}  {edition.date.isoformat()}"
    refs = []
    for sheet in (pen.sheet, turned(pen.sheet)):
        setting = ParagraphFormat(tabs=(("right", sheet.width),))
        header = run(f"{company}  {title}") + tab() + run(mark, RunFormat(bold=True))
        footer = run(known) + tab() + _pages(pen)
        made = (paragraph(header, "Header", setting), paragraph(footer, "Footer", setting))
        refs.append(pen.document.add_frame(*made))
    pen.references, pen.landscape_references = refs


def _pages(pen: Pen) -> Nodes:
    said = pen.say("Page {page} of {count}", page=pieces.PAGE, count=pieces.COUNT)
    return pieces.pages(said)


def letterhead(pen: Pen, title: str, rows: tuple[tuple[str, Inlines], ...], address: str) -> Nodes:
    """Return the top of the first page: logo, company, title, QR code, and facts below."""
    said = paragraph(run(pen.ctx.phrases.plain(pen.ctx.handbook.settings.company)), "Subtitle")
    said += paragraph(run(title), "Title")
    control = facts(pen, Facts(rows), pen.say("Document control"))
    if not address and pen.house.logo is None:
        return stacked((said, paragraph(()), control))
    left = paragraph(logo(pen) if pen.house.logo else ())
    right = paragraph(_qr(pen, address) if address else (), "", ParagraphFormat(align="right"))
    grid = Grid(
        widths=(pieces.SIDE, pen.sheet.width - 2 * pieces.SIDE, pieces.SIDE),
        title=pen.say("Letterhead"),
        description=pen.say("Company, title, and a code that leads to the page."),
        style="TableNormal",
    )
    top = table(grid, [row(grid, [Cell(content=left), Cell(content=said), Cell(content=right)])])
    return stacked((top, _link(pen, address), control))


def _link(pen: Pen, address: str) -> Nodes:
    if not address:
        return paragraph(())
    words = run(pen.say("Newest version: "))
    return paragraph(words + pieces.link(address), "Small", _RIGHT)


def _qr(pen: Pen, address: str) -> Nodes:
    described = pen.say("QR code of {address}", address=address)
    return pieces.code(pen.document, address, number=next(pen.pictures), description=described)


def logo(pen: Pen, *, height: float = pieces.LOGO_HEIGHT) -> Nodes:
    """Return the company's logo; nothing where the house style names none."""
    raw = pen.house.logo
    if raw is None:
        return ()
    company = pen.ctx.phrases.plain(pen.ctx.handbook.settings.company)
    number = next(pen.pictures)
    return pieces.logo(pen.document, raw, number=number, description=company, height=height)


def signatures(pen: Pen, titles: tuple[str, ...]) -> Nodes:
    """Return a row of places to sign, each with its title, at the end of a document."""
    width = pen.sheet.width // len(titles)
    widths = [width] * len(titles)
    widths[-1] += pen.sheet.width - sum(widths)
    name = pen.say("Signatures")
    grid = Grid(widths=tuple(widths), title=name, description=name)
    cells = [Cell(content=pen.cell(plain(each + pen.say(": "))), align="top") for each in titles]
    return table(grid, [row(grid, cells, height=700)])


def facts_of(rows: tuple[tuple[str, Inlines], ...]) -> tuple[tuple[str, Inlines], ...]:
    """Return the facts that say something."""
    return tuple((label, value) for label, value in rows if text_of(value))
