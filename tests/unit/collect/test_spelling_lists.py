"""A hundred spellings with one meaning are read, thirty with more are not taken."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from generator.base.diagnostics import Message
from generator.base.i18n import Catalogue
from generator.base.plain import is_none
from generator.collect.doubts import doubt_about
from generator.collect.entries import EntryReader
from generator.collect.filled import Filled
from generator.collect.reading import FieldPlace, Reading
from generator.collect.spelling.ticks import boxed, pieces_of
from generator.collect.vocabulary import Vocabulary
from generator.model.form import Field
from generator.model.text import Literal, Text

from forms import TODAY, handbook  # isort: skip

DAY = date(2026, 11, 20)
READ: dict[str, dict[Any, str]] = {
    "date": {
        DAY: "2026-11-20;2026/11/20;2026.11.20;2026年11月20日;2026 年 11 月 20 日;20261120"
        ";２０２６年１１月２０日;２０２６－１１－２０;二〇二六年十一月二十日;二○二六年十一月二十日"
        ";贰零贰陆年拾壹月贰拾日;20 Nov 2026;November 20, 2026;20th November 2026;20.11.2026"
        ";20/11/2026;11/20/2026;2026年11月20日(星期五);2026-11-20（周五）;2026-11-20 周五"
        ";Friday, 20 November 2026;20-Nov-2026;20. November 2026;20.Nov.2026;20Nov2026"
        ";2026 11 20;2026—11—20;2026-11-20 00:00"
        ";2026-11-20T00:00:00Z;2026年11月20号;2026.11.20.;\u200e2026-11-20;2026-11-20 [Fri]",
        date(2026, 12, 20): "20.12.2026;20-12-2026;2026年12月20日 星期日",
        date(2026, 5, 5): "05.05.2026;2026-5-5;2026年五月五日".replace("五月五日", "5月5日"),
        None: "/;无;—;N/A;不适用;-",
    },
    "money": {
        Decimal(50000): "5万元;5万;伍万元整;人民币伍万元整;¥50,000.00;￥５００００;CNY 50000"
        ";RMB50,000;50000 CNY;50 000;¥50 000;50000元;¥50,000.00(伍万元整);5万元（大写：伍万元整）"
        ";50000.00元整;50000.00 元 整;五万;50000块;人民币50000元正",
        Decimal("1200.5"): "1200.5;1,200.50;1，200.50元;壹仟贰佰元伍角;¥1200.50",
        Decimal(125000): "12万5千;12.5万;拾贰万伍仟元整;0.125百万".replace(";0.125百万", ""),
        Decimal(-5): "-5;−5;负5",
        None: "/;无;—;N/A",
    },
    "number": {
        Decimal("1.5"): "1.5;１．５;+1.5;1.5。",
        Decimal(120): "120;一百二十;120个;壹佰贰拾;120台",
    },
    "percent": {Decimal("12.5"): "12.5%;12.5;12.5 ％;百分之12.5;１２．５％"},
    "time": {
        time(9, 30): "9:30;09:30;9：30;9点半;九点半;上午9:30;9:30 am;9时30分;0930;9h30",
        time(20): "20:00;晚上8点;8 pm;20时;下午8点",
        time(12): "12:00;中午12点;12:00 pm",
    },
    "date-time": {
        datetime(2026, 11, 20, 9, 30): "2026-11-20 09:30;2026年11月20日9时30分"
        ";2026-11-20T09:30:00;2026/11/20 上午9:30;20 Nov 2026 9:30 am;2026-11-20(周五) 9点半"
    },
    "check": {True: "√;☑;☒;是;Yes;[x];✓", False: "否;no;☐", None: "/;N/A"},
}
ASKED = {
    "date": "05/06/2026;05.06.2026;31/1/26;26-11-20;11月20日;2026年11月;46346;2026-13-01;下周一"
    ";2026-11-20(周四);2026-11-20 09:30;2026/20/11;26年11月20日;\u202e2026-11-20;今天",
    "money": "1 234;1 234元;¥1 234;12 345;-1 234;1 234万"
    ";1,5;1.500;约5万;5-6万;5²;²;(5);1 2;一万五;$500;5万元(伍千元整);1.234,56;½;①;5万左右",
    "time": "12点;十二点;12点半;十二点半;12点15分"
    ";晚上12点;24:00;9;上午12点;930;9.30;晚上1点;9:00-10:00",
    "date-time": "2026-11-20;2026-11-20 晚上12点;9:30;05/06/2026 9:30",
    "check": "x;perhaps;?;×;✗;✘;X;×。;×是 ×否",
}


def text(source: str) -> Text:
    return Text(source, (Literal(source),))


def taken(kind: str, words: str, **more: Any) -> tuple[Any, Reading]:
    reading = Reading(file="x", vocabulary=Vocabulary(handbook()), today=TODAY)
    place = FieldPlace(Field(field="it", label=text("It"), type=kind))
    return EntryReader(reading).value(place, Filled(tag="it", text=words, **more)), reading


def spellings(lists: dict[Any, str]) -> list[tuple[str, Any]]:
    return [(words, value) for value, line in lists.items() for words in line.split(";")]


@pytest.mark.parametrize("kind", READ)
def test_what_has_one_meaning_is_read(kind: str) -> None:
    for words, value in spellings(READ[kind]):
        found, reading = taken(kind, words)
        assert (found, reading.findings) == (value, []), words
        assert type(found) is type(value), words


def test_there_are_a_hundred_of_them() -> None:
    assert sum(len(spellings(lists)) for lists in READ.values()) >= 100
    assert sum(len(line.split(";")) for line in ASKED.values()) >= 30


@pytest.mark.parametrize("kind", ASKED)
def test_what_has_two_meanings_is_asked(kind: str) -> None:
    for words in ASKED[kind].split(";"):
        found, reading = taken(kind, words)
        assert found is None, words
        assert [point.written for point in reading.open_points] == [words]
        assert reading.faulty == {"it"}


@pytest.mark.parametrize(
    ("kind", "words", "says"),
    [
        ("date", "05/06/2026", "it can mean 2026-06-05 or 2026-05-06"),
        ("date", "2026-11-20(周四)", "the weekday is not that of the date"),
        ("date", "11月20日", "the year is missing"),
        ("date", "31/1/26", "the year has only two digits"),
        ("time", "晚上12点", "it can mean 00:00 or 12:00"),
        ("time", "12点半", "it can mean 00:30 or 12:30"),
        ("time", "十二点", "it can mean 00:00 or 12:00"),
        ("date-time", "2026-11-20", "the time is missing"),
        ("date-time", "9:30", "the date is missing"),
        ("money", "1,5", "comma and point can mean the decimals or the thousands"),
        ("number", "5²", "a raised or lowered figure is no part of a number"),
        ("number", "约5", "it is not exact"),
        ("number", "1 234", "it can be one number or two"),
        ("check", "×", "a cross can mean yes or no"),
        ("number", "\u202e5", "it is shown in another order than it is kept"),
        ("date", "next week", None),
    ],
)
def test_what_is_unclear_is_said(kind: str, words: str, says: str | None) -> None:
    doubt = doubt_about(kind, words)
    said = None if doubt is None else Catalogue("en").say(doubt)
    assert said == says


def test_midnight_from_a_calendar_is_no_time_given() -> None:
    found, reading = taken("date-time", "2026-11-20 00:00", stamp="2026-11-20T00:00:00Z")
    assert found is None
    assert isinstance(reading.findings[0].args["doubt"], Message)
    assert taken("date-time", "2026-11-20 00:00")[0] == datetime(2026, 11, 20)
    kept, _ = taken("date-time", "2026-11-20", stamp="2026-11-20T09:30:00Z")
    assert kept == datetime(2026, 11, 20, 9, 30)


@pytest.mark.parametrize(
    ("words", "far"), [("2206-11-20", True), ("1026-11-20", True), ("1960-01-01", False)]
)
def test_years_far_from_today_are_remarked_and_taken(words: str, far: bool) -> None:
    found, reading = taken("date", words)
    assert found is not None
    assert [each.rule.code for each in reading.findings] == ["HB565"] * far


def test_a_number_keeps_all_its_digits() -> None:
    assert taken("number", "1" * 60)[0] == Decimal("1" * 60)
    assert taken("money", "1" * 40 + "万")[0] == Decimal("1" * 40 + "0000")


@pytest.mark.parametrize("sign", ["√", "☑", "☒", "x", "X", "√√", "☐√"])
def test_in_or_beside_a_box_a_sign_is_a_tick(sign: str) -> None:
    assert boxed(sign) is True
    assert taken("check", "☐", checked=False, beside=sign)[0] is True


def test_a_cross_beside_a_box_is_asked_and_words_are_kept() -> None:
    found, reading = taken("check", "☐", checked=False, beside="×")
    assert (found, len(reading.open_points)) == (None, 1)
    found, reading = taken("check", "☒", checked=True, beside="after the fair")
    assert found is True
    assert [each.text for each in reading.remarks] == ["after the fair"]


def test_lists_and_marks_for_none() -> None:
    assert pieces_of("bell、lamp，rack") == ("bell", "lamp", "rack")
    assert [is_none(each) for each in ("／", "0", "零", "无。")] == [True, False, False, True]
