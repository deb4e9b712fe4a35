"""The days on which something of a role falls due, printed; the browser tells which are near."""

from __future__ import annotations

from itertools import groupby

from generator.base.diagnostics import N_
from generator.document.anchors import step_target
from generator.document.blocks import (
    Day,
    Inline,
    Inlines,
    Link,
    Paragraph,
    Plain,
    Row,
    Section,
    Table,
    Target,
    plain,
)
from generator.document.context import Context
from generator.document.duties import Duty, calendar_years, days_of, recurring_duties, unsettled
from generator.model.organization import Role


def dates_section(ctx: Context, role: Role) -> Section | None:
    """Return every day of a role's recurring duties; None where no due of it names days."""
    rows = []
    for duty in recurring_duties(ctx.handbook, role, drafts=ctx.drafts):
        days = _days(ctx, duty)
        if days:
            rows.append(Row((_title(ctx, duty), _by_when(ctx, duty), days)))
    if not rows:
        return None
    settings = ctx.handbook.settings
    years = calendar_years(settings)
    title = ctx.words.say("What is due")
    columns = ctx.words.say_each("Duty", "By when", "Days")
    table = Table(title, columns, tuple(rows), wide=True, stacked=True)
    said = ctx.words.comma.join(map(str, years))
    folded = ctx.words.say("All days of {years}", years=said)
    open_years = ctx.words.comma.join(map(str, unsettled(settings, years)))
    remark = N_("The public holidays of {years} are not listed yet; only weekends count.")
    note = (Paragraph(plain(ctx.words.say(remark, years=open_years))),) if open_years else ()
    return Section(title, "due", (table, *note), folded=folded)


def _title(ctx: Context, duty: Duty) -> Inlines:
    process = ctx.words.translated(duty.process.title.source)
    title = ctx.words.translated(duty.step.title.source) if duty.step else process
    if duty.step is None:
        title = ctx.words.say("{title} begins", title=process)
    if duty.case and duty.case != "else":
        title = ctx.words.say("{title}: {case}", title=title, case=ctx.words.translated(duty.case))
    where = Target("process", duty.process.id)
    return (Link(title, step_target(duty.process.id, duty.step.id) if duty.step else where),)


def _by_when(ctx: Context, duty: Duty) -> Inlines:
    said = plain(ctx.phrases.due(duty.due, duty.process))
    if duty.on_holiday:
        holiday = ctx.phrases.plain(duty.on_holiday, duty.process)
        words = ctx.words.say("on a public holiday {rule}", rule=holiday)
        said = (*said, Plain(ctx.words.semicolon + words))
    return said


def _days(ctx: Context, duty: Duty) -> Inlines:
    """Return the days of a duty, month by month."""
    found: list[Inline] = []
    days = sorted({each.day for each in days_of(ctx.handbook, duty)})
    for (year, month), same in groupby(days, key=lambda day: (day.year, day.month)):
        line = "\n" if found else ""
        found.append(Plain(f"{line}{year}-{month:02}{ctx.words.say(': ')}"))
        for number, day in enumerate(same):
            found += plain(ctx.words.comma) if number else ()
            found.append(Day(str(day.day), day))
    return tuple(found)
