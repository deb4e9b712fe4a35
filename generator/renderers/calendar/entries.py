"""What the calendar of a role holds: entries in words, and how often each comes again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from generator.base.diagnostics import N_
from generator.document.addresses import on_the_web
from generator.document.anchors import step_target
from generator.document.blocks import Target, text_of
from generator.document.context import Context
from generator.document.duties import (
    Duty,
    calendar_years,
    days_of,
    recurring_duties,
    unsettled,
)
from generator.document.process_page import decider, form_uses
from generator.model.organization import Role
from generator.model.working_days import Occurrence
from generator.notation.due_kinds import Daily, Weekday, Weekly, Workdays


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Days in equal distance: every day, or on weekdays (Monday = 0), without some days."""

    first: date
    last: date
    weekdays: tuple[int, ...] = ()
    without: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One entry of a calendar: on a day, or on the days of a series.

    `uid` stays when the handbook is published anew, so that calendars replace the entry.
    """

    uid: str
    day: date
    at: time | None
    title: str
    text: str
    address: str
    stamp: date
    series: Series | None = None


def role_entries(ctx: Context, role: Role) -> tuple[CalendarEntry, ...]:
    """Return all entries of a role's calendar; empty where no due of it names days."""
    duties = recurring_duties(ctx.handbook, role, drafts=ctx.drafts)
    return tuple(entry for duty in duties for entry in _entries(ctx, role, duty))


def _entries(ctx: Context, role: Role, duty: Duty) -> list[CalendarEntry]:
    days = days_of(ctx.handbook, duty)
    series = _series(ctx, duty, days)
    step = duty.step.id if duty.step else "every"
    uid = f"{role.role}.{duty.process.id}.{step}.{duty.number}"
    inside = _expanded(series) if series else frozenset()
    found = [_entry(ctx, duty, days[0], uid, series)] if series else []
    found += [
        _entry(ctx, duty, each, f"{uid}.{each.named.isoformat()}", None)
        for each in days
        if each.day not in inside
    ]
    return found


def _series(ctx: Context, duty: Duty, days: tuple[Occurrence, ...]) -> Series | None:
    """Return the series of a due that comes by the week or the day, else None.

    A day that was moved is not part of it, nor the day to which it was moved.
    """
    weekdays = _weekdays(ctx, duty)
    kept = {each.day for each in days if not each.moved}
    years = calendar_years(ctx.handbook.settings)
    if weekdays is None or not kept or years != tuple(range(years[0], years[-1] + 1)):
        return None
    regular = {day for day in kept if not weekdays or day.weekday() in weekdays}
    if not regular:
        return None
    whole = Series(first=min(regular), last=max(regular), weekdays=weekdays)
    return Series(
        first=whole.first,
        last=whole.last,
        weekdays=weekdays,
        without=tuple(sorted(_expanded(whole) - regular)),
    )


def _weekdays(ctx: Context, duty: Duty) -> tuple[int, ...] | None:
    week = tuple(Weekday)
    match duty.due:
        case Daily():
            return ()
        case Workdays():
            worked = ctx.handbook.settings.calendar.workdays
            return tuple(sorted(week.index(Weekday(name)) for name in worked))
        case Weekly():
            return tuple(sorted(week.index(day) for day in duty.due.days))
        case _:
            return None


def _expanded(series: Series) -> frozenset[date]:
    span = range(series.first.toordinal(), series.last.toordinal() + 1)
    days = (date.fromordinal(number) for number in span)
    wanted = (day for day in days if not series.weekdays or day.weekday() in series.weekdays)
    return frozenset(wanted) - frozenset(series.without)


def _entry(
    ctx: Context, duty: Duty, day: Occurrence, uid: str, series: Series | None
) -> CalendarEntry:
    target = step_target(duty.process.id, duty.step.id) if duty.step else _process(duty)
    by_holiday = series is None and day.named in ctx.handbook.settings.calendar.holidays
    years = calendar_years(ctx.handbook.settings) if series else (day.day.year,)
    open_years = unsettled(ctx.handbook.settings, years)
    return CalendarEntry(
        uid=uid,
        day=series.first if series else day.day,
        at=duty.at_on_holiday if by_holiday else duty.at,
        title=_title(ctx, duty, moved=day.moved and series is None),
        text="\n".join(_lines(ctx, duty, None if series else day, open_years)),
        address=on_the_web(ctx, target),
        stamp=_stamp(ctx, duty),
        series=series,
    )


def _process(duty: Duty) -> Target:
    return Target("process", duty.process.id)


def _title(ctx: Context, duty: Duty, *, moved: bool) -> str:
    process = ctx.words.translated(duty.process.title.source)
    title = ctx.words.translated(duty.step.title.source) if duty.step else process
    if duty.step is None:
        title = ctx.words.say("{title} begins", title=process)
    if duty.case and duty.case != "else":
        title = ctx.words.say("{title}: {case}", title=title, case=ctx.words.translated(duty.case))
    return ctx.words.say("{title} (moved)", title=title) if moved else title


def _lines(
    ctx: Context, duty: Duty, day: Occurrence | None, open_years: tuple[int, ...]
) -> list[str]:
    process, step = duty.process, duty.step
    lines = [_labelled(ctx, ctx.words.say("Process"), text_of(ctx.links.process(process.id)))]
    lines.append(_labelled(ctx, ctx.words.say("By when"), ctx.phrases.due(duty.due, process)))
    if duty.collective:
        name = ctx.words.translated(duty.collective.title.source)
        lines.append(_labelled(ctx, ctx.words.say("Also meant by"), name))
    if step:
        forms = form_uses(ctx, process, step)
        rows = (
            (ctx.words.say("What to do"), ctx.phrases.plain(step.do, process)),
            (ctx.words.say("Forms"), text_of(forms)),
            (ctx.words.say("Who decides"), text_of(decider(ctx, step))),
        )
        lines += [_labelled(ctx, label, text) for label, text in rows if text]
    if duty.on_holiday:
        said = ctx.phrases.plain(duty.on_holiday, process)
        lines.append(_labelled(ctx, ctx.words.say("On a public holiday"), said))
    if day and day.moved:
        named = day.named.isoformat()
        lines.append(ctx.words.say("Moved from {date}, which is no working day.", date=named))
    if open_years:
        years = ctx.words.comma.join(map(str, open_years))
        said = N_("The public holidays of {years} are not listed yet; only weekends count.")
        lines.append(ctx.words.say(said, years=years))
    return lines


def _labelled(ctx: Context, label: str, text: str) -> str:
    return f"{label}{ctx.words.say(': ')}{text}"


def _stamp(ctx: Context, duty: Duty) -> date:
    """Return the day on which what the entry rests on was last changed."""
    settings = ctx.handbook.settings
    days = [duty.process.revision.date]
    days += [each.date for each in ctx.handbook.parameter_file.revisions[:1]]
    days += [settings.edition.date] if settings.edition else []
    return max(days)
