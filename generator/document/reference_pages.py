"""The pages of what is cited everywhere: parameters, terms, information items, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.base.diagnostics import N_
from generator.document.blocks import (
    Block,
    Bullets,
    Inlines,
    Link,
    Page,
    Paragraph,
    Plain,
    Row,
    Section,
    Table,
    Target,
    joined,
    plain,
)
from generator.document.context import Context
from generator.document.control import revision_section
from generator.document.parameters import parameter_values
from generator.document.words import Words
from generator.model.reference import Fact
from generator.model.text import Text

INFORMATION_KINDS: Mapping[str, str] = {
    "internal": N_("Internal information"),
    "external": N_("External information"),
}


def parameters_page(ctx: Context) -> Page:
    """Return the list of all parameters and who cites them."""
    columns = ctx.words.say_each("Code", "Parameter", "Value", "Cited in", "Rests on")
    rows = tuple(
        Row(
            (
                plain(parameter.code or ""),
                plain(ctx.words.translated(parameter.title.source)),
                _noted(ctx, parameter_values(ctx.phrases, parameter), parameter.note),
                cited_in(ctx, parameter.parameter),
                ctx.links.basis(parameter.basis),
            ),
            anchor=parameter.parameter,
            former=parameter.formerly,
        )
        for parameter in ctx.handbook.parameter_file.parameters
    )
    title = ctx.words.say("Parameters and authorities")
    intro = ctx.words.say(
        "Each figure is written once, here; wherever it is cited it changes with it."
    )
    blocks: list[Block] = [
        Paragraph(plain(intro)),
        _list(
            ctx.words,
            ctx.words.say("All parameters"),
            "all_parameters",
            Table(title, columns, rows, wide=True),
        ),
    ]
    if ctx.handbook.settings.year_plan:
        blocks.append(_year_plan(ctx))
    if ctx.handbook.parameter_file.revisions:
        # A parameter may have the id “revisions”, but none with an underscore.
        revisions = ctx.handbook.parameter_file.revisions
        blocks.append(revision_section(ctx, revisions, "all_revisions"))
    return Page(path="parameters", title=title, kind="list", blocks=tuple(blocks))


def _year_plan(ctx: Context) -> Section:
    """Return the fixed days of month and year, and the steps that count from each."""
    counting: dict[str, list[Inlines]] = {}
    for process in ctx.handbook.process_list:
        for step in process.steps:
            cases = step.due.cases if step.due else ()
            anchors = (each.id for case in cases if case.due for each in case.due.anchors)
            for name in dict.fromkeys(anchors):
                if process.anchor_title(name) is None:
                    counting.setdefault(name, []).append(ctx.links.step(process.id, step.id))
    rows = tuple(
        Row(
            (
                ctx.phrases.inlines(each.title),
                ctx.phrases.deadline(each.due),
                joined(counting.get(each.day, []), ctx.words.semicolon),
            ),
            anchor=f"year_plan_{each.day}",
        )
        for each in ctx.handbook.settings.year_plan
    )
    title = ctx.words.say("Year plan")
    columns = ctx.words.say_each("Day", "When", "What counts from it")
    return Section(title, "year_plan", (Table(title, columns, rows),))


def cited_in(ctx: Context, parameter: str) -> Inlines:
    """Return the processes and forms that cite a parameter."""
    cited = ctx.handbook.parameters_of_file
    return documents(ctx, (file for file, names in cited.items() if parameter in names))


def documents(ctx: Context, files: Iterable[str]) -> Inlines:
    """Return the processes and forms of some files as links, in the order of the handbook."""
    wanted = set(files)
    found = [
        ctx.links.process(process.id)
        for process in ctx.handbook.process_list
        if process.where.file in wanted
    ]
    found += [
        ctx.links.form(each.id) for each in ctx.handbook.form_list if each.where.file in wanted
    ]
    return joined(found, ctx.words.semicolon)


def glossary_page(ctx: Context) -> Page:
    """Return the glossary in the order of the file."""
    columns = ctx.words.say_each("Term", "English", "Meaning", "Also called")
    rows = tuple(
        Row(
            (
                plain(ctx.words.translated(term.title.source)),
                plain(term.en or ""),
                _noted(ctx, ctx.phrases.inlines(term.definition), term.note),
                plain(ctx.words.comma.join(term.synonyms)),
            ),
            anchor=term.term,
            former=term.formerly,
        )
        for term in ctx.handbook.glossary.terms
    )
    title = ctx.words.say("Glossary")
    section = _list(ctx.words, ctx.words.say("All terms"), "all_terms", Table(title, columns, rows))
    return Page(path="glossary", title=title, kind="list", blocks=(section,))


def information_page(ctx: Context) -> Page:
    """Return the catalogue of information items: from whom, to whom, when, on which form."""
    columns = ctx.words.say_each(
        "Code", "Information", "From", "To", "By when", "Form", "Stored", "Kept"
    )
    blocks: list[Block] = []
    for kind, name in INFORMATION_KINDS.items():
        rows = tuple(
            Row(
                (
                    plain(item.code or ""),
                    _noted(ctx, ctx.phrases.inlines(item.title), item.note),
                    ctx.links.roles(item.from_),
                    ctx.links.roles(item.to),
                    ctx.phrases.deadline(item.due),
                    ctx.links.form(item.form) if item.form else (),
                    ctx.phrases.inlines(item.store),
                    ctx.phrases.keep(item.keep),
                ),
                anchor=item.item,
            )
            for item in ctx.handbook.information.items
            if item.kind == kind
        )
        if rows:
            title = ctx.words.say(name)
            table = Table(title, columns, rows, wide=True)
            blocks.append(Section(title, f"{kind}_information", (table,)))
    title = ctx.words.say("Information catalogue")
    if not blocks:
        blocks.append(_list(ctx.words, title, "all_information", Table(title, columns, ())))
    return Page(path="information", title=title, kind="list", blocks=tuple(blocks))


def _noted(ctx: Context, said: Inlines, note: Text | None) -> Inlines:
    """Return what is said, and the note to it where there is one."""
    return (*said, Plain(ctx.words.say(" Note: ")), *ctx.phrases.inlines(note)) if note else said


def _list(words: Words, title: str, anchor: str, table: Table) -> Section:
    """Return a list as a section, or that it is empty; no id has the underscore of the anchor."""
    empty = Paragraph(plain(words.say("Nothing is listed here yet.")))
    return Section(title, anchor, (table if table.rows else empty,))


def sources_page(ctx: Context) -> Page:
    """Return sources, facts and editorial decisions, and what is practice."""
    explained = ctx.words.say(
        "Where no fact is named, a statement is the practice of the trade; "
        "the company has yet to confirm it."
    )
    sections = (
        Section(
            ctx.words.say("Practice"), "practice", (Paragraph(plain(explained)), *_practice(ctx))
        ),
        _source_list(ctx),
        _facts(ctx),
        _decisions(ctx),
    )
    title = ctx.words.say("Sources and decisions")
    return Page(path="sources", title=title, kind="list", blocks=tuple(s for s in sections if s))


def _practice(ctx: Context) -> tuple[Block, ...]:
    items = []
    for process in ctx.handbook.process_list:
        steps = [
            step
            for step in process.steps
            if not (process.basis if step.basis is None else step.basis)
        ]
        if steps:
            count = ctx.words.say(
                ": {count} of {all} {all:step|steps}", count=len(steps), all=len(process.steps)
            )
            items.append((*ctx.links.process(process.id), Plain(count)))
    return (Bullets(tuple(items)),) if items else ()


def _source_list(ctx: Context) -> Section | None:
    rows = tuple(
        Row(
            (
                ctx.phrases.inlines(source.title),
                _address(source.address),
                ctx.phrases.inlines(source.note),
            ),
            anchor=f"source-{source.source}",
        )
        for source in ctx.handbook.sources.sources
    )
    if not rows:
        return None
    title = ctx.words.say("Sources")
    columns = ctx.words.say_each("Source", "Address", "Note")
    return Section(title, "sources", (Table(title, columns, rows),))


def _address(address: str | None) -> Inlines:
    if address and address.startswith(("https://", "http://")):
        return (Link(address, Target("address", address)),)
    return plain(address or "")


def _origin(ctx: Context, fact: Fact) -> Inlines:
    """Return the source of a fact, and the place in it."""
    source = ctx.handbook.source_documents.get(fact.source)
    if source is None:
        return ctx.phrases.inlines(fact.at)
    target = Target("page", "sources", f"source-{source.source}")
    link = Link(ctx.words.translated(source.title.source), target)
    return (link, Plain(ctx.words.comma), *ctx.phrases.inlines(fact.at)) if fact.at else (link,)


def _facts(ctx: Context) -> Section | None:
    mentions = ctx.handbook.mentions
    rows = tuple(
        Row(
            (
                plain(fact.fact),
                ctx.phrases.inlines(fact.says),
                _origin(ctx, fact),
                documents(ctx, (m.where.file for m in mentions.get(("basis", fact.fact), ()))),
            ),
            anchor=fact.fact.lower(),
        )
        for fact in ctx.handbook.sources.facts
    )
    if not rows:
        return None
    title = ctx.words.say("Facts")
    columns = ctx.words.say_each("Number", "What it says", "Where", "Cited in")
    return Section(title, "facts", (Table(title, columns, rows, wide=True),))


def _decisions(ctx: Context) -> Section | None:
    rows = tuple(
        Row(
            (
                plain(decision.decision),
                ctx.phrases.inlines(decision.about),
                ctx.phrases.inlines(decision.settled),
                joined(
                    [(Link(fact, Target("basis", fact)),) for fact in decision.facts],
                    ctx.words.comma,
                ),
            ),
            anchor=decision.decision.lower(),
        )
        for decision in ctx.handbook.sources.decisions
    )
    if not rows:
        return None
    title = ctx.words.say("Editorial decisions")
    columns = ctx.words.say_each("Number", "About", "How it was settled", "Facts")
    return Section(title, "decisions", (Table(title, columns, rows, wide=True),))
