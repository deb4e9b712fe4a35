"""What a role finds in its calendar: series where days come in equal distance, else single days."""

from __future__ import annotations

from datetime import date, time

from pages import context
from small import TAKE_ORDER, book, step, steps

from generator.renderers.calendar.entries import CalendarEntry, Series, role_entries

HANDBOOK = """# processes/handbook.yml
address: https://hb.example.com/
calendar:
  years: [2026]
  holidays: [2026-05-01, 2026-12-25]
"""


def entries(
    due: str, *lines: str, more: str = "", role: str = "clerk"
) -> tuple[CalendarEntry, ...]:
    text = steps(step("take", *(lines or ("end: done",)))).replace("due: 2h", f"due: {due}")
    handbook = book(HANDBOOK + text + more)
    return role_entries(context(handbook), handbook.roles[role])


def test_every_day_is_a_series_without_exceptions() -> None:
    (entry,) = entries("daily 09:00")
    assert entry.uid == "clerk.take-order.take.0"
    assert entry.series == Series(first=date(2026, 1, 1), last=date(2026, 12, 31))
    assert (entry.day, entry.at) == (date(2026, 1, 1), time(9))
    assert entry.title == "Take"
    assert entry.address == "https://hb.example.com/processes/take-order.html#step-take"
    assert entry.stamp == date(2026, 1, 1)


def test_a_weekday_that_is_a_holiday_is_moved_and_left_out_of_the_series() -> None:
    series, *moved = entries("weekly fri")
    assert series.series is not None
    assert series.series.weekdays == (4,)
    assert series.series.without == (date(2026, 5, 1),)
    assert series.series.last == date(2026, 12, 18)  # the last Friday is a holiday
    assert [(each.day, each.series) for each in moved] == [
        (date(2026, 5, 4), None),
        (date(2026, 12, 28), None),
    ]
    assert [each.uid for each in moved] == [
        "clerk.take-order.take.0.2026-05-01",
        "clerk.take-order.take.0.2026-12-25",
    ]
    assert moved[0].title == "Take (moved)"
    assert "Moved from 2026-05-01, which is no working day." in moved[0].text
    assert "Moved from" not in series.text


def test_working_days_are_a_series_of_their_weekdays() -> None:
    (series,) = entries("workdays")
    assert series.series is not None
    assert series.series.weekdays == (0, 1, 2, 3, 4)
    assert date(2026, 5, 1) in series.series.without


def test_days_of_the_month_are_single_entries() -> None:
    found = entries("monthly 5")
    assert len(found) == 12
    assert all(each.series is None for each in found)
    assert found[3].day == date(2026, 4, 6)  # the 5th is a Sunday
    assert found[3].title == "Take (moved)"
    assert found[4].title == "Take"


def test_the_text_says_what_to_do_by_when_with_which_form() -> None:
    (entry,) = entries(
        "daily 09:00", "do: Write it down.", "forms: [{fill: order-sheet.order}]", "end: done"
    )
    assert entry.text.split("\n") == [
        "Process: P-01-01 Take an order",
        "By when: every day at 09:00",
        "What to do: Write it down.",
        "Forms: fill in FM-01-01 Order sheet, section Order",
        "Who decides: Shop manager",
    ]


def test_a_process_that_comes_again_begins_for_its_owner() -> None:
    handbook = book(HANDBOOK + TAKE_ORDER + "every: monthly 6\n")
    entry, *_ = role_entries(context(handbook), handbook.roles["manager"])
    assert entry.title == "Take an order begins"
    assert entry.uid == "manager.take-order.every.0.2026-01-06"
    assert entry.address == "https://hb.example.com/processes/take-order.html"


def test_years_whose_holidays_are_not_listed_say_so() -> None:
    open_year = HANDBOOK.replace("[2026]", "[2026, 2027]")
    text = steps(step("take", "end: done")).replace("due: 2h", "due: daily")
    handbook = book(open_year + text)
    (entry,) = role_entries(context(handbook), handbook.roles["clerk"])
    assert "The public holidays of 2027 are not listed yet; only weekends count." in entry.text
    (settled,) = entries("daily")
    assert "not listed yet" not in settled.text


def test_who_has_no_recurring_due_has_no_entries() -> None:
    assert entries("2h") == ()
    assert entries("daily", role="customer") == ()
