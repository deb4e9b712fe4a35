"""The recurring duties of a role: what comes again on days that a calendar can show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from generator.model.control import Deadline, Status
from generator.model.handbook import Handbook
from generator.model.organization import Role
from generator.model.process import Process, Step
from generator.model.settings import Settings
from generator.model.text import Text
from generator.model.working_days import Occurrence, WorkCalendar, occurrences
from generator.model.year_plan import filled
from generator.notation.due_kinds import Due, Timed

HOLIDAY = "holiday"
"""The value of a parameter that says what holds when the day of its due is a public holiday."""

_TIME = re.compile(r"(?<![0-9])([01][0-9]|2[0-3]):([0-5][0-9])(?![0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A recurring due of a step, or of a whole process (`every:`; then `step` is None).

    `due` has its parameters filled in. `case` names the case of a due that has several (`number`
    counts them), `collective` the collective role through which the duty is had, `on_holiday`
    what a parameter says about public holidays.
    """

    process: Process
    step: Step | None
    due: Due
    case: str | None = None
    number: int = 0
    collective: Role | None = None
    on_holiday: Text | None = None

    @property
    def at(self) -> time | None:
        """The time of day by which it must be done."""
        return self.due.at if isinstance(self.due, Timed) else None

    @property
    def at_on_holiday(self) -> time | None:
        """The time that holds when a public holiday has moved it."""
        match = _TIME.search(self.on_holiday.source) if self.on_holiday else None
        return time(int(match[1]), int(match[2])) if match else self.at


def recurring_duties(handbook: Handbook, role: Role, *, drafts: bool = False) -> tuple[Duty, ...]:
    """Return what a role must do again and again, in the order of the processes.

    These are the recurring dues of the steps that it is responsible for, itself or as a member
    of a collective role, and the rhythm of the processes that it owns. Withdrawn processes have
    no duties; drafts only with `drafts`.
    """
    names: dict[str, Role | None] = {role.role: None}
    names |= {each.role: each for each in handbook.collectives_of.get(role.role, ())}
    return tuple(
        duty
        for process in handbook.process_list
        if _counts(process, drafts=drafts)
        for duty in _of_process(handbook, process, role, names)
    )


def _counts(process: Process, *, drafts: bool) -> bool:
    status = process.revision.status
    return status is Status.APPROVED or (drafts and status is Status.DRAFT)


def _of_process(
    handbook: Handbook, process: Process, role: Role, names: dict[str, Role | None]
) -> Iterator[Duty]:
    if process.owner == role.role:
        yield from _of_deadline(handbook, process, None, process.every)
    for step in process.steps:
        if step.responsible in names:
            for duty in _of_deadline(handbook, process, step, step.due):
                yield replace(duty, collective=names[step.responsible])


def _of_deadline(
    handbook: Handbook, process: Process, step: Step | None, deadline: Deadline | None
) -> Iterator[Duty]:
    for number, case in enumerate(deadline.cases if deadline else ()):
        due = filled(handbook, case.due) if case.due else None
        if due is not None and case.due is not None and due.recurring:
            yield Duty(
                process=process,
                step=step,
                due=due,
                case=case.case,
                number=number,
                on_holiday=_on_holiday(handbook, case.due),
            )


def _on_holiday(handbook: Handbook, due: Due) -> Text | None:
    for insert in due.parameters:
        parameter = handbook.parameters.get(insert.parameter)
        for value in parameter.values if parameter else ():
            if value.value == HOLIDAY:
                return value.is_.text
    return None


def calendar_years(settings: Settings) -> tuple[int, ...]:
    """Return the years that calendars cover: those named, else the edition's and the next."""
    if settings.calendar.years:
        return tuple(sorted(settings.calendar.years))
    if settings.edition:
        year = settings.edition.date.year
        return (year, year + 1)
    return tuple(sorted({day.year for day in settings.calendar.holidays}))


def unsettled(settings: Settings, years: tuple[int, ...]) -> tuple[int, ...]:
    """Return those of some years for which no public holiday is listed yet."""
    settled = {day.year for day in settings.calendar.holidays}
    return tuple(year for year in years if year not in settled)


def days_of(handbook: Handbook, duty: Duty) -> tuple[Occurrence, ...]:
    """Return the days of a duty in the calendar years, from the day its process is in force."""
    revision = duty.process.revision
    start = revision.effective or revision.approved or revision.date
    calendar = WorkCalendar.of(handbook.settings.calendar)
    found: list[Occurrence] = []
    for year in calendar_years(handbook.settings):
        first, last = max(date(year, 1, 1), start), date(year, 12, 31)
        found += occurrences(duty.due, calendar, first, last) if first <= last else ()
    return tuple(found)
