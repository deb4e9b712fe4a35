from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from shipped import shipped

from generator.document.duties import days_of, recurring_duties
from generator.renderers.calendar import CalendarEntry, calendar_of, role_entries

ENTRY = CalendarEntry(
    uid="a", day=date(2026, 12, 5), at=time(18), title="甲;乙,丙", text="第一行\n第二行",
    address="", stamp=date(2026, 11, 20),
)  # fmt: skip


def test_a_due_with_a_time_has_the_zone_of_the_handbook_and_its_definition() -> None:
    text = calendar_of("岗位", (ENTRY,), timezone="Asia/Shanghai", host="h").decode()
    assert "DTSTART;TZID=Asia/Shanghai:20261205T180000" in text
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert "甲\\;乙\\,丙" in text
    assert "第一行\\n第二行" in text


def test_a_due_without_a_time_lasts_the_day() -> None:
    entry = replace(ENTRY, at=None)
    text = calendar_of("岗位", (entry,), timezone="Asia/Shanghai", host="h").decode()
    assert "DTSTART;VALUE=DATE:20261205" in text
    assert "DTEND;VALUE=DATE:20261206" in text
    assert "VTIMEZONE" not in text


def test_an_unknown_zone_leaves_the_times_to_the_place() -> None:
    text = calendar_of("岗位", (ENTRY,), timezone="Nowhere/City", host="h").decode()
    assert "DTSTART:20261205T180000" in text


def test_a_saturday_on_a_holiday_moves_to_the_hour_that_the_parameter_names() -> None:
    ctx = shipped()
    settings = ctx.handbook.settings
    saturday = date(2027, 5, 1)
    calendar = replace(settings.calendar, holidays=(saturday,))
    handbook = replace(ctx.handbook, settings=replace(settings, calendar=calendar))
    role = handbook.roles["branch-head"]
    duty = next(
        each
        for each in recurring_duties(handbook, role)
        if each.step and each.step.id == "compile-report"
    )
    assert duty.at == time(18)
    moved = [each for each in days_of(handbook, duty) if each.moved]
    assert [(each.named, each.day) for each in moved] == [(saturday, date(2027, 5, 3))]
    entries = role_entries(replace(ctx, handbook=handbook), role)
    own = [each for each in entries if "compile-report" in each.uid]
    assert [(each.day, each.at) for each in own if each.series is None] == [
        (date(2027, 5, 3), time(10))
    ]
    series = next(each.series for each in own if each.series)
    assert series.without == (saturday,)
