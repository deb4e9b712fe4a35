"""One entry becomes its value, or a question that says what was written and what is known."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from forms import TODAY, handbook, order_sheet

from generator.base.i18n import Catalogue
from generator.collect.entries import EntryReader
from generator.collect.filled import Filled
from generator.collect.reading import FieldPlace, Reading
from generator.collect.vocabulary import Vocabulary
from generator.rules.declared.collect import UNCLEAR


def entered(name: str, text: str, **more: Any) -> tuple[Any, Reading]:
    """Read what somebody wrote into a field of the order sheet."""
    reading = Reading(file="x", vocabulary=Vocabulary(handbook()), today=TODAY)
    field = next(each for each in order_sheet().fields if each.field == name)
    value = EntryReader(reading).value(FieldPlace(field), Filled(tag=name, text=text, **more))
    return value, reading


def asked(reading: Reading) -> list[tuple[str, str, str]]:
    return [(each.code, each.field, each.written) for each in reading.open_points]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("bell", ("bell",)),
        ("bell, rack", ("bell", "rack")),
        ("RACK、Bell", ("rack", "bell")),
        ("none", ()),
        ("", ()),
    ],
)
def test_several_options_come_in_the_order_in_which_they_were_written(
    text: str, value: tuple[str, ...]
) -> None:
    found, reading = entered("extras", text)
    assert (found or ()) == value
    assert asked(reading) == []


def test_of_several_options_the_unknown_one_is_asked_and_the_others_kept() -> None:
    found, reading = entered("extras", "bell, siren, lamp")
    assert found == ("bell", "lamp")
    assert asked(reading) == [("HB552", "extras", "siren")]
    said = Catalogue("en").say(reading.findings[0].message)
    assert all(word in said for word in ("siren", "bell", "lamp", "rack"))


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("way", "phone", "phone"),
        ("way", "☑ Phone", "phone"),
        ("post", "clerk", "Sales clerk"),
        ("post", "sales clerk", "Sales clerk"),
        ("branch", "market", "Customers"),
        ("branch", "Customers", "Customers"),
    ],
)
def test_a_word_of_a_list_is_found_by_its_id_its_text_and_beside_a_box(
    name: str, text: str, value: str
) -> None:
    found, reading = entered(name, text)
    assert found == value
    assert asked(reading) == []


@pytest.mark.parametrize(("name", "text"), [("way", "by pigeon"), ("post", "pope")])
def test_a_word_that_is_in_no_list_is_asked(name: str, text: str) -> None:
    found, reading = entered(name, text)
    assert found is None
    assert asked(reading) == [("HB552", name, text)]


def test_what_was_picked_counts_before_what_is_shown() -> None:
    assert entered("way", "By phone, please", picked="phone")[0] == "phone"
    assert entered("way", "", picked="phone", beside="shop", all_text="shop")[0] == "shop"


def test_an_open_point_without_words_has_none() -> None:
    reading = Reading(file="x", vocabulary=Vocabulary(handbook()), today=TODAY)
    field = order_sheet().fields[0]
    reading.report(UNCLEAR, FieldPlace(field), label="Customer", value="?", doubt="why")
    assert asked(reading) == [(UNCLEAR.code, field.field, "")]
    assert reading.open_points[0].says == "“Customer” says “?”: why."


def test_a_row_is_called_by_its_table_and_number_and_what_is_in_it() -> None:
    reading = Reading(file="x", vocabulary=Vocabulary(handbook()), today=TODAY)
    goods = next(each for each in order_sheet().fields if each.field == "goods")
    say = Catalogue("en").say
    assert say(reading.in_row(goods, 2)) == "Goods, row 2"
    assert say(reading.in_row(goods, 2, goods.columns[1])) == "Goods, row 2: Amount"
    assert say(reading.in_row(goods, 3, "the sum")) == "Goods, row 3: the sum"


@pytest.mark.parametrize(
    ("text", "checked", "value"),
    [
        ("☐", False, False),
        ("☒", True, True),
        ("☒", False, True),
        ("☐√", False, True),
        ("√", False, True),
        ("x", False, True),
        ("是", False, True),
        ("否", True, False),
        ("✔\ufe0f", False, True),
        ("", True, True),
        ("", False, False),
    ],
)
def test_a_tick_typed_into_a_box_counts(text: str, *, checked: bool, value: bool) -> None:
    found, reading = entered("agreed", text, checked=checked)
    assert (found, asked(reading), reading.remarks) == (value, [], [])


@pytest.mark.parametrize(
    ("text", "checked", "value"),
    [("同意", False, True), ("☐ 明天再说", False, False), ("☒ see the letter", True, True)],
)
def test_words_typed_into_a_box_are_a_remark(text: str, *, checked: bool, value: bool) -> None:
    found, reading = entered("agreed", text, checked=checked)
    assert found is value
    assert [each.text for each in reading.remarks] == [text.lstrip("☐☒ ")]


@pytest.mark.parametrize(("text", "checked"), [("☐", True), ("×", False), ("tomorrow", False)])
def test_a_box_that_says_two_things_is_asked(text: str, *, checked: bool) -> None:
    value, reading = entered("agreed", text, checked=checked)
    assert (value, asked(reading)) == (None, [("HB561", "agreed", text)])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-12-01T09:30+08:00", True),
        ("2026-12-01 09:30 (北京时间)", True),
        ("2026-12-01T01:30Z", False),
        ("2026-12-01 09:30 GMT", False),
        ("2026-12-01T09:30-05:00", False),
    ],
)
def test_a_time_zone_is_that_of_the_company_or_asked(text: str, *, value: bool) -> None:
    found, reading = entered("called", text)
    assert found == (datetime(2026, 12, 1, 9, 30) if value else None)
    assert [each[0] for each in asked(reading)] == ([] if value else ["HB561"])
