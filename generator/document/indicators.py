"""Indicators, risks, records and hand-overs of all processes, on a page and as tables."""

from __future__ import annotations

from generator.document.blocks import Page, Row, Section, Table, joined, plain
from generator.document.context import Context
from generator.document.onward import either


def indicators_page(ctx: Context) -> Page:
    """Return the indicators, risks, records and hand-overs of all processes."""
    tables = {
        "indicators": kpis_table(ctx),
        "risks": risks_table(ctx),
        "records": records_table(ctx),
        "hand-overs": _hand_overs_table(ctx),
    }
    sections = tuple(
        Section(table.caption, anchor, (table,)) for anchor, table in tables.items() if table.rows
    )
    title = ctx.words.say("Indicators, risks, records, hand-overs")
    return Page(path="indicators", title=title, kind="list", blocks=sections)


def kpis_table(ctx: Context) -> Table:
    """Return what is measured, how, and by whom, process by process."""
    rows = tuple(
        Row(
            (
                ctx.phrases.inlines(kpi.kpi, process),
                ctx.phrases.inlines(kpi.formula, process),
                ctx.phrases.inlines(kpi.target, process),
                plain(ctx.words.rhythm(kpi.every.source)),
                ctx.links.role(kpi.owner),
                ctx.links.process(process.id),
            )
        )
        for process in ctx.handbook.process_list
        for kpi in process.kpis
    )
    columns = ctx.words.say_each("Indicator", "Formula", "Target", "How often", "Owner", "Process")
    return Table(ctx.words.say("Indicators"), columns, rows, wide=True)


def risks_table(ctx: Context) -> Table:
    """Return what may go wrong and what holds it, process by process."""
    rows = tuple(
        Row(
            (
                ctx.phrases.inlines(risk.risk, process),
                ctx.phrases.inlines(risk.control, process),
                joined([ctx.links.step(process.id, step) for step in risk.at], ctx.words.comma),
                ctx.links.process(process.id),
            )
        )
        for process in ctx.handbook.process_list
        for risk in process.risks
    )
    columns = ctx.words.say_each("Risk", "Control", "At step", "Process")
    return Table(ctx.words.say("Risks and controls"), columns, rows, wide=True)


def records_table(ctx: Context) -> Table:
    """Return what is kept as evidence, for how long, by whom, process by process."""
    rows = tuple(
        Row(
            (
                ctx.phrases.inlines(record.record, process),
                ctx.links.forms(record.forms),
                ctx.phrases.keep(record.keep),
                ctx.links.role(record.keeper) if record.keeper else (),
                ctx.links.process(process.id),
            )
        )
        for process in ctx.handbook.process_list
        for record in process.records
    )
    columns = ctx.words.say_each("Record", "Forms", "Kept", "Keeper", "Process")
    return Table(ctx.words.say("Records"), columns, rows, wide=True)


def _hand_overs_table(ctx: Context) -> Table:
    rows = tuple(
        Row(
            (
                ctx.links.process(neighbour.source.id),
                ctx.links.step(neighbour.source.id, neighbour.step.id),
                plain(
                    ctx.words.say("calls")
                    if neighbour.kind == "call"
                    else ctx.words.say("hands over to")
                ),
                ctx.links.process(neighbour.target.id),
                either(
                    ctx.words,
                    [ctx.phrases.inlines(when, neighbour.source) for when in neighbour.exit.when],
                ),
            )
        )
        for neighbour in ctx.handbook.neighbours
    )
    columns = ctx.words.say_each("From process", "At step", "How", "To process", "When")
    return Table(ctx.words.say("Hand-overs"), columns, rows, wide=True)
