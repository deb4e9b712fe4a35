"""What comes again and again: which dues of a role have days in a calendar, and which days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from small import TAKE_ORDER, book, step, steps

from generator.document.duties import (
    Duty,
    calendar_years,
    days_of,
    recurring_duties,
    unsettled,
)
from generator.model.handbook import Handbook
from generator.model.text import Text

ROLES = """# processes/organization.yml
roles:
  - {role: manager, title: Shop manager, unit: shop, reports-to: shop}
  - {role: clerk, title: Sales clerk, unit: shop, reports-to: manager}
  - {role: customer, title: Customer, unit: market, external: true}
  - {role: anyone, title: Whoever is there, any-of: [manager, clerk]}
"""


HOLIDAYS = "# processes/handbook.yml\ncalendar: {holidays: [2028-01-01, 2029-05-01, 2028-05-01]}\n"


def recurring(due: str, role: str = "clerk") -> str:
    return steps(step("take", "end: done", role=role).replace("due: 2h", f"due: {due}"))


def duties(example: str, role: str = "clerk", *, drafts: bool = False) -> tuple[Duty, ...]:
    handbook = book(example)
    return recurring_duties(handbook, handbook.roles[role], drafts=drafts)


def one(example: str) -> tuple[Handbook, Duty]:
    handbook = book(example)
    (duty,) = recurring_duties(handbook, handbook.roles["clerk"])
    return handbook, duty


def test_a_due_that_names_days_comes_again_and_one_that_is_counted_does_not() -> None:
    (duty,) = duties(recurring("weekly mon 17:00"))
    assert duty.step is not None
    assert (duty.process.id, duty.step.id, duty.number, duty.case) == (
        "take-order",
        "take",
        0,
        None,
    )
    assert duty.at == time(17)
    assert duties(recurring("2h")) == ()


def test_only_who_does_a_step_has_its_duty() -> None:
    assert duties(recurring("daily"), "manager") == ()


def test_a_member_has_the_duties_of_its_collective_role() -> None:
    (duty,) = duties(ROLES + recurring("daily", role="anyone"))
    assert duty.collective is not None
    assert duty.collective.role == "anyone"
    assert duties(recurring("daily"))[0].collective is None


def test_the_rhythm_of_a_process_is_a_duty_of_its_owner() -> None:
    (duty,) = duties(TAKE_ORDER + "every: monthly 5\n", "manager")
    assert duty.step is None
    assert duties(TAKE_ORDER + "every: monthly 5\n", "clerk") == ()


def test_drafts_have_duties_only_where_they_are_asked_for_and_retired_ones_never() -> None:
    draft = "revisions: [{version: V2.0, date: 2026-03-01, change: x}]\n"
    retired = (
        "revisions: [{version: V2.0, date: 2026-06-01, approved: 2026-06-01, "
        "retired: 2026-07-01, change: x}]\n"
    )
    assert duties(recurring("daily") + draft) == ()
    assert len(duties(recurring("daily") + draft, drafts=True)) == 1
    assert duties(recurring("daily") + retired, drafts=True) == ()


def test_days_begin_when_the_process_is_in_force() -> None:
    revisions = (
        "revisions: [{version: V2.0, date: 2026-03-01, approved: 2026-03-02, "
        "effective: 2026-10-15, change: x}]\n"
    )
    handbook, duty = one(recurring("monthly 5") + revisions)
    days = [each.day for each in days_of(handbook, duty)]
    assert days[:2] == [date(2026, 11, 5), date(2026, 12, 7)]  # the 5th of December is a Saturday
    assert days[-1].year == 2027
    approved = revisions.replace("effective: 2026-10-15, ", "")
    handbook, duty = one(recurring("monthly 5") + approved)
    assert days_of(handbook, duty)[0].day == date(2026, 3, 5)


def test_a_year_that_is_over_before_it_is_in_force_has_no_days() -> None:
    later = "revisions: [{version: V2.0, date: 2027-03-01, approved: 2027-03-01, change: x}]\n"
    handbook, duty = one(recurring("monthly 5") + later)
    assert {each.day.year for each in days_of(handbook, duty)} == {2027}


@pytest.mark.parametrize(
    ("settings", "years"),
    [
        ("", (2026, 2027)),  # the edition's and the next
        ("calendar: {years: [2031, 2030]}\n", (2030, 2031)),
    ],
)
def test_the_years_of_calendars(settings: str, years: tuple[int, ...]) -> None:
    handbook = book("# processes/handbook.yml\n" + settings if settings else "")
    assert calendar_years(handbook.settings) == years


def test_without_an_edition_the_years_are_those_of_the_holidays() -> None:
    settings = replace(book(HOLIDAYS).settings, editions=())
    assert calendar_years(settings) == (2028, 2029)
    assert calendar_years(replace(book().settings, editions=())) == ()


def test_years_without_holidays_are_told() -> None:
    assert unsettled(book(HOLIDAYS).settings, (2027, 2028, 2029)) == (2027,)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("next day at 10:30 at the latest", time(10, 30)),
        ("25:00 or 110:30", time(9)),  # no time of day: that of the due holds
    ],
)
def test_a_parameter_says_the_time_of_day_on_holidays(said: str, at: time) -> None:
    _, duty = one(recurring("daily 09:00"))
    assert duty.at_on_holiday == time(9)
    assert replace(duty, on_holiday=Text(said, ())).at_on_holiday == at
