"""Dues are read from one spelling, and other spellings get the right one offered."""

from __future__ import annotations

from datetime import time

import pytest

from generator.notation.due import parse_due
from generator.notation.due_kinds import (
    Anchor,
    AtOnce,
    ByField,
    ByParameter,
    Daily,
    Due,
    Every,
    FieldMention,
    LastDay,
    Monthly,
    Offset,
    OnDemand,
    Quarterly,
    Relative,
    SameDay,
    Weekday,
    Weekly,
    Within,
    WithinField,
    Workdays,
    Yearly,
)
from generator.notation.duration import Duration, TimeUnit
from generator.notation.inserts import ParameterInsert

DAYS = Duration(30, TimeUnit.DAY)
NINE = time(9, 0)

KINDS: dict[str, Due] = {
    "15min": Within(Duration(15, TimeUnit.MINUTE)),
    "15-30min": Within(Duration(30, TimeUnit.MINUTE, 15)),
    "3-5wd after register": Offset(
        span=Duration(5, TimeUnit.WORKING_DAY, 3), relation="after", anchor=Anchor("register")
    ),
    "within order-sheet.reply_hours": WithinField(FieldMention("order-sheet", "reply_hours")),
    "2h": Within(Duration(2, TimeUnit.HOUR)),
    "5wd": Within(Duration(5, TimeUnit.WORKING_DAY)),
    "12mo": Within(Duration(12, TimeUnit.MONTH)),
    "same day": SameDay(),
    "same day 09:00": SameDay(at=NINE),
    "30d after register": Offset(span=DAYS, relation="after", anchor=Anchor("register")),
    "30d before opening": Offset(span=DAYS, relation="before", anchor=Anchor("opening")),
    "at least 30d before sign": Offset(
        span=DAYS, relation="before", anchor=Anchor("sign"), at_least=True
    ),
    "${x} after register": Offset(
        span=ParameterInsert("x"), relation="after", anchor=Anchor("register")
    ),
    "before sign-off": Relative(relation="before", anchor=Anchor("sign-off")),
    "on opening": Relative(relation="on", anchor=Anchor("opening")),
    "on opening 09:00": Relative(relation="on", anchor=Anchor("opening"), at=NINE),
    "not before opening": Relative(relation="not before", anchor=Anchor("opening")),
    "every 30d": Every(span=DAYS),
    "every ${rhythm.short}": Every(span=ParameterInsert("rhythm", "short")),
    "daily": Daily(),
    "daily 09:00": Daily(at=NINE),
    "workdays 09:00": Workdays(at=NINE),
    "weekly sat 09:00": Weekly(days=(Weekday.SATURDAY,), at=NINE),
    "weekly tue fri": Weekly(days=(Weekday.TUESDAY, Weekday.FRIDAY)),
    "monthly 25": Monthly(on=25),
    "monthly last-wd 09:00": Monthly(on=LastDay.WORKING_DAY, at=NINE),
    "monthly last": Monthly(on=LastDay.DAY),
    "quarterly 30": Quarterly(on=30),
    "quarterly last-wd": Quarterly(on=LastDay.WORKING_DAY),
    "yearly 12-28": Yearly(month=12, on=28),
    "yearly 12-28 09:00": Yearly(month=12, on=28, at=NINE),
    "at once": AtOnce(),
    "on demand": OnDemand(),
    "by order-sheet.placed_on": ByField(FieldMention("order-sheet", "placed_on")),
    "${reply-time}": ByParameter(ParameterInsert("reply-time")),
    "${complaint-time.response}": ByParameter(ParameterInsert("complaint-time", "response")),
}


@pytest.mark.parametrize(("source", "due"), KINDS.items())
def test_each_kind_of_due_is_read_and_written(source: str, due: Due) -> None:
    assert parse_due(source).value == due
    assert str(due) == source


def test_days_of_the_week_are_put_in_order() -> None:
    assert str(parse_due("weekly fri tue fri 16:00").value) == "weekly tue fri 16:00"


def test_spaces_around_and_between_words_do_not_matter() -> None:
    assert str(parse_due("  30d   before opening ").value) == "30d before opening"


def test_a_due_tells_what_it_names_and_where() -> None:
    due = parse_due("${notice} after sign-off").value
    assert due is not None
    assert due.anchors == (Anchor("sign-off"),)
    assert (due.anchors[0].start, due.anchors[0].end) == (16, 24)
    assert due.parameters == (ParameterInsert("notice"),)
    assert (due.parameters[0].start, due.parameters[0].end) == (0, 9)


def test_a_due_tells_the_form_field_it_takes_its_date_from() -> None:
    due = parse_due("by order-sheet.placed_on").value
    assert due is not None
    (mention,) = due.fields
    assert (mention.id, mention.start, mention.end) == ("order-sheet.placed_on", 3, 24)


def test_rhythms_are_recurring_and_points_are_not() -> None:
    rhythms = {"every", "daily", "workdays", "weekly", "monthly", "quarterly", "yearly"}
    for source, due in KINDS.items():
        assert due.recurring is (source.split()[0] in rhythms), source


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("3 wd", "3wd"),
        ("05d", "5d"),
        ("3wd", None),
        ("\uff13wd", "3wd"),
        ("3WD", "3wd"),
        ("3天", "3d"),
        ("3 days", "3d"),
        ("within 3 days", "3d"),
        ("1 year", "1y"),
        ("2 工作日", "2wd"),
        ("三个工作日内", "3wd"),
        ("十五日", "15d"),
        ("2小时", "2h"),
        ("30 分钟", "30min"),
        ("register后3个工作日内", "3wd after register"),
        ("opening前30天", "30d before opening"),
        ("weekly saturday", "weekly sat"),
        ("weekly Sat 18:00", "weekly sat 18:00"),
        ("weekly sat 18:00", "weekly sat 18:00"),
        ("weekly 周六", "weekly sat"),
        ("每周六 18:00", "weekly sat 18:00"),
        ("每周二、五 16:00", "weekly tue fri 16:00"),
        ("周六下午6点", "weekly sat 18:00"),
        ("on saturdays at 6pm", "weekly sat 18:00"),
        ("every tuesday and friday", "weekly tue fri"),
        ("daily 9:00", "daily 09:00"),
        ("daily 12am", "daily 00:00"),
        ("daily 12:30 pm", "daily 12:30"),
        ("每个工作日 18:00", "workdays 18:00"),
        ("every working day", "workdays"),
        ("每月25日前", "monthly 25"),
        ("monthly on the 25th", "monthly 25"),
        ("每月最后一个工作日", "monthly last-wd"),
        ("last working day of the quarter", "quarterly last-wd"),
        ("每季度首月10日", "quarterly 10"),
        ("每年12月28日", "yearly 12-28"),
        ("yearly 9/5", "yearly 09-05"),
        ("立即", "at once"),
        ("asap", "at once"),
        ("随时", "on demand"),
        ("当天", "same day"),
        ("每隔30分钟", "every 30min"),
    ],
)
def test_a_common_misspelling_gets_the_right_one(source: str, right: str | None) -> None:
    parsed = parse_due(source)
    if right is None or source == right:
        assert parsed.value is not None
        return
    (fault,) = parsed.faults
    assert (fault.rule.code, fault.right, fault.args["right"]) == (
        "HB321",
        right,
        right,
    )
    assert (fault.start, fault.end) == (0, len(source))


@pytest.mark.parametrize(
    ("source", "code", "start", "end"),
    [
        ("", "HB320", 0, 0),
        ("soon", "HB320", 0, 4),
        (" next week ", "HB320", 1, 10),
        ("开业日前 30 天", "HB320", 0, 9),
        ("weekly", "HB322", 0, 6),
        ("3wd after", "HB322", 0, 9),
        ("at least 30d after signing", "HB322", 0, 26),
        ("not after opening", "HB322", 0, 17),
        ("2wd if possible", "HB323", 4, 15),
        ("${notice} please", "HB323", 10, 16),
        ("daily 24:00", "HB324", 6, 11),
        ("on opening 09:60", "HB324", 11, 16),
        ("weekly someday", "HB325", 7, 14),
        ("monthly 31", "HB326", 8, 10),
        ("monthly 32", "HB326", 8, 10),
        ("每月31日", "HB326", 0, 5),
        ("quarterly 31", "HB326", 10, 12),
        ("yearly 13-01", "HB327", 7, 12),
        ("yearly 02-29", "HB327", 7, 12),
        ("before 开业日", "HB328", 7, 10),
        ("before ${opening}", "HB328", 7, 17),
        ("by order-sheet", "HB329", 3, 14),
        ("by ${opening}", "HB329", 3, 13),
        ("3", "HB330", 0, 1),
        ("every 3m", "HB330", 6, 8),
        ("0d", "HB330", 0, 2),
        ("99999d", "HB330", 0, 6),
        ("3wd after ${step:take}", "HB223", 10, 22),
        ("${Reply Time}", "HB221", 0, 13),
        ("3wd after ${", "HB220", 10, 12),
    ],
)
def test_a_text_that_is_no_due_says_where_and_why(
    source: str, code: str, start: int, end: int
) -> None:
    parsed = parse_due(source)
    assert parsed.value is None
    (fault,) = parsed.faults
    assert (fault.rule.code, fault.start, fault.end) == (code, start, end)


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("30-15min", "15-30min"),
        ("15–30 分钟", "15-30min"),
        ("15到30分钟内", "15-30min"),
        ("15min-30min", "15-30min"),
        ("3 to 5 working days", "3-5wd"),
        ("1~2h", "1-2h"),
        ("30min-2h", None),
        ("15-15min", None),
        ("every 15-30min", None),
        ("at least 15-30d before opening", None),
    ],
)
def test_a_range_has_one_unit_and_two_ends_in_order(source: str, right: str | None) -> None:
    parsed = parse_due(source)
    assert parsed.value is None
    assert [fault.right for fault in parsed.faults] == [right]


def test_a_nearly_known_word_gets_an_example() -> None:
    (fault,) = parse_due("weeklyy 6").faults
    assert fault.hint is not None
    assert fault.hint.args == {"example": "weekly sat 18:00"}


def test_a_very_long_text_is_refused_quickly() -> None:
    (fault,) = parse_due("1" * 100_000).faults
    assert fault.rule.code == "HB330"
