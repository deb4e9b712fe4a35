"""What an arrival says of itself: a clock that is ahead, a number that looks like another."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest
from arriving import HEAD, arrived
from filling import fill
from forms import TODAY, blank, codes, context, good, handbook, order_sheet

from generator.base.plain import number_look
from generator.collect.collecting import Collector
from generator.collect.record import FormRecord
from generator.collect.register.ledger import Ledger
from generator.collect.register.told import told
from generator.collect.store_json import as_json


def came(record: FormRecord, received: str, modified: str = "") -> FormRecord:
    first = record.arrivals[0]
    return replace(
        record,
        arrivals=(replace(first, received=received, modified=modified or first.modified),),
    )


def register(records: list[FormRecord]) -> list[Any]:
    ledger = Ledger.beside(HEAD)
    for each in records:
        ledger.add(each, order_sheet())
    found = [as_json(each) for each in ledger.records(order_sheet())]
    ledger.close()
    return found


def test_a_time_ahead_does_not_win_over_what_came_later() -> None:
    wrong = came(arrived(pieces=1), "2026-11-20T09:00:00+00:00", "2031-01-01T00:00:00+00:00")
    later = came(arrived(saved="11", file="b.docx", pieces=2), "2026-11-20T12:00:00+00:00")
    for records in ([wrong, later], [later, wrong]):
        assert [each["values"]["pieces"] for each in register(records)] == [1, 2]


@pytest.mark.parametrize(
    ("modified", "ahead"),
    [
        ("2026-11-20T09:00:00.000000+00:00", False),
        ("2026-11-21T08:00:00.000000+00:00", False),  # the hours of a zone
        ("2026-11-21T10:00:00.000000+00:00", True),
        ("", False),
    ],
)
def test_when_a_time_is_ahead(modified: str, ahead: bool) -> None:
    record = came(arrived(), "2026-11-20T09:00:00.000000+00:00", modified)
    assert record.arrivals[0].is_ahead is ahead
    assert not came(arrived(), "", modified).arrivals[0].is_ahead


def test_a_time_ahead_is_said_and_kept_with_the_record() -> None:
    raw = fill(blank(), handbook(), order_sheet(), good())
    collector = Collector(context(handbook()))
    result = collector.collect("x.docx", raw, TODAY, "2001-01-01T00:00:00.000000+00:00")
    assert "HB585" in codes(result)
    assert result.value is not None
    assert any("HB585" in each.text for each in result.value.remarks)
    assert "HB585" not in codes(
        collector.collect("x.docx", raw, TODAY, "2099-01-01T00:00:00+00:00")
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KS-2026-0137", "KS-2026-137"),
        ("KS-2026-0137", "KS-2O26-0137"),
        ("KS-2026-0137", "KS/2026/0137"),
        ("KS-2026-101", "KS-2026-l0I"),
        ("007", "7"),
    ],
)
def test_numbers_that_look_alike(one: str, other: str) -> None:
    assert number_look(one) == number_look(other)


def test_numbers_that_do_not() -> None:
    looks = {
        number_look(each) for each in ("KS-2026-0137", "KS-2026-0138", "KS-2026-1370", "OIL", "011")
    }
    assert len(looks) == 5


def test_alike_numbers_are_remarked_on_both_in_any_order() -> None:
    records = [
        arrived("KS-0137", "09", "a.docx", pieces=1),
        arrived("KS-137", "10", "b.docx", pieces=2),
        arrived("KS-137", "11", "c.docx", pieces=3),
        arrived("KS-200", "11", "d.docx", pieces=4),
    ]
    first = register(records)
    for order in itertools.permutations(records):
        assert register(list(order)) == first
    said = {(each["key"], each["version"]): len(each["remarks"]) for each in first}
    assert said == {("KS-0137", 1): 1, ("KS-137", 1): 0, ("KS-137", 2): 1, ("KS-200", 1): 0}
    assert "KS-0137" in first[2]["remarks"][0]["text"]


def test_alike_numbers_are_told() -> None:
    ledger = Ledger.beside(HEAD)
    ledger.add(arrived("KS-0137"), order_sheet())
    added = ledger.add(arrived("KS-137", file="b.docx"), order_sheet())
    ledger.close()
    assert [each.rule.code for each in told(added, order_sheet(), HEAD, str)] == ["HB586"]
