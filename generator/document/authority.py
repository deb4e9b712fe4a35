"""The table of authority: which matter is decided at which level, and in which steps."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from generator.document.blocks import (
    Block,
    Inlines,
    Page,
    Paragraph,
    Plain,
    Row,
    Section,
    Table,
    joined,
    plain,
)
from generator.document.context import Context
from generator.model.authority import Authority, covers
from generator.model.reference import Band
from generator.model.text import Text

_PART = "– "  # before a matter that is part of the one above


def authority_page(ctx: Context) -> Page:
    """Return every right to decide, level by level; approval bands are its form by amount."""
    title = ctx.words.say("Authority")
    intro = ctx.words.say(
        "Who may decide what, and up to which amount. A higher level may decide what a lower one "
        "may; above the last limit the last level decides. What rests on nothing named is the "
        "practice of the trade; the company has yet to confirm it."
    )
    sections = [each for each in (_tables(ctx), _amounts(ctx)) if each]
    blocks: list[Block] = [Paragraph(plain(intro)), *(each for one in sections for each in one)]
    if not sections:
        empty = Paragraph(plain(ctx.words.say("Nothing is listed here yet.")))
        blocks.append(Section(title, "all_authority", (empty,)))
    return Page(path="authority", title=title, kind="list", blocks=tuple(blocks))


def _tables(ctx: Context) -> list[Section]:
    known = ctx.handbook.authorities
    found = []
    for parameter in ctx.handbook.parameter_file.parameters:
        if parameter.authority:
            name = parameter.parameter
            entries = [each for each in known.values() if each.id.startswith(f"{name}.")]
            heading = ctx.words.translated(parameter.title.source)
            caption = f"{parameter.code} {heading}" if parameter.code else heading
            note = ctx.phrases.inlines(parameter.note)
            above = (Paragraph(note),) if note else ()
            found.append(Section(caption, name, (*above, _table(ctx, caption, entries))))
    return found


def _amounts(ctx: Context) -> list[Section]:
    """Return the bands that stand alone, each a matter of its own."""
    entries = [each for each in ctx.handbook.authorities.values() if not each.matters]
    if not entries:
        return []
    title = ctx.words.say("By amount")
    return [Section(title, "by_amount", (_table(ctx, title, entries),))]


def _table(ctx: Context, caption: str, entries: list[Authority]) -> Table:
    most = max((len(levels(ctx, each.bands)) for each in entries if each.listed), default=1)
    names = [ctx.words.say("Level {number}", number=number + 1) for number in range(most)]
    columns = (
        ctx.words.say("Matter"),
        *names,
        *ctx.words.say_each("Note", "Decided in", "Rests on"),
    )
    rows = tuple(_row(ctx, each, most) for each in entries)
    return Table(caption, columns, rows, wide=True, stacked=True)


def _row(ctx: Context, entry: Authority, most: int) -> Row:
    said = levels(ctx, entry.bands) if entry.listed else []
    cells = [*said, *(() for _ in range(most - len(said)))]
    return Row(
        (
            plain(matter_title(ctx, entry)),
            *cells,
            note_of(ctx, entry),
            decided_in(ctx, entry, coded=True) if entry.listed else (),
            basis_of(ctx, entry) if entry.listed else (),
        ),
        anchor=entry.id,
        group=group_of(entry),
    )


def group_of(entry: Authority) -> str:
    """Return the matter that an entry is part of, or its own."""
    return next((each.of or each.matter for each in entry.matters), entry.id)


def matter_title(ctx: Context, entry: Authority) -> str:
    """Return what a matter is called, with its code where it is a parameter of its own."""
    title = ctx.words.translated(entry.title.source)
    if not entry.matters:
        return f"{entry.parameter.code} {title}" if entry.parameter.code else title
    return f"{_PART}{title}" if entry.matters[0].of else title


def levels(ctx: Context, bands: Iterable[Band]) -> list[Inlines]:
    """Return level by level up to which amount who decides; of several roles one is enough."""
    said: list[Inlines] = []
    below = ""
    for limit, same in groupby(bands, lambda band: band.up_to):
        roles = joined([ctx.links.role(band.role) for band in same], ctx.words.say(" or "))
        amount = ctx.phrases.value(limit) if limit else ""
        words = limit_words(ctx, amount, below)
        said.append((*((Plain(words + ctx.words.say(": ")),) if words else ()), *roles))
        below = amount or below
    return said


def limit_words(ctx: Context, amount: str, below: str) -> str:
    """Return up to which amount a level decides, or above which; nothing where none counts."""
    if amount:
        return ctx.words.say("up to {value}", value=amount)
    return ctx.words.say("above {value}", value=below) if below else ""


def note_of(ctx: Context, entry: Authority) -> Inlines:
    """Return what is remarked on a matter."""
    own = [each.note for each in entry.matters if f".{each.matter}" in entry.id and each.note]
    notes = own if entry.matters else [each for each in (entry.parameter.note,) if each]
    return joined([ctx.phrases.inlines(each) for each in notes], " ")


def basis_of(ctx: Context, entry: Authority) -> Inlines:
    """Return what a matter rests on: its own basis, else that of its table; nothing if practice."""
    own = (each.basis for each in entry.matters if each.basis is not None)
    found = next(own, entry.parameter.basis)
    return ctx.links.basis(found) if found else ()


def decided_in(ctx: Context, entry: Authority, *, coded: bool = False) -> Inlines:
    """Return the steps that decide a matter, or that need it decided before.

    `coded` puts the code of the process before each.
    """
    known = ctx.handbook.authorities
    found: dict[tuple[str, str], Inlines] = {}
    for process in ctx.handbook.process_list:
        for step in process.steps:
            before = plain(f"{process.code} ") if coded else ()
            link = (*before, *ctx.links.step(process.id, step.id))
            if step.authority and covers(known, step.authority, entry.id):
                found[process.id, step.id] = link
            elif step.commits and covers(known, step.commits, entry.id):
                binds = Plain(ctx.words.say(" (binds the company)"))
                found[process.id, step.id] = (*link, binds)
    outside = [ctx.phrases.inlines(each) for each in _elsewhere(entry)]
    return joined([*found.values(), *outside], ctx.words.semicolon)


def _elsewhere(entry: Authority) -> list[Text]:
    """Return where a matter is decided outside the processes."""
    own = (each for each in entry.matters if entry.id.endswith(f".{each.matter}"))
    return [each.elsewhere for each in own if each.elsewhere]
