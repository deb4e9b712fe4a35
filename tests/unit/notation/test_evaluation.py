"""Expressions are worked out for the values of one form."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from generator.notation.duration import Duration, TimeUnit
from generator.notation.evaluation import MISSING, Given, evaluate
from generator.notation.expression import parse_expression

TODAY = date(2026, 11, 30)
VALUES: dict[str, Given] = {
    "amount": Decimal("5000.10"),
    "quantity": 3,
    "zero": 0,
    "empty": None,
    "blank": "",
    "customer": "Ada",
    "urgent": True,
    "calm": False,
    "placed_on": date(2026, 11, 20),
    "received_at": datetime(2026, 11, 20, 15, 30),
    "answered_at": datetime(2026, 11, 20, 17, 0),
    "zoned_at": datetime(2026, 11, 20, 17, 0, tzinfo=UTC),
    "month_end": date(2026, 1, 31),
    "last_day": date.max,
    "opens": time(9, 0),
    "closes": time(18, 0),
    "huge": Decimal("9E+999999"),
    "nan": Decimal("NaN"),
    "goods": ("row", "row"),
    "goods.amount": (Decimal("0.1"), None, Decimal("0.2")),
    "nothing": (),
}
PARAMETERS: dict[str, Given] = {
    "limit": 5000,
    "reply": Duration(2, TimeUnit.HOUR),
    "notice": Duration(3, TimeUnit.WORKING_DAY),
}


def value(source: str) -> object:
    """Work out an expression that must be readable."""
    tree = parse_expression(source).value
    assert tree is not None
    return evaluate(tree, VALUES, PARAMETERS, TODAY)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("0.1 + 0.2", Decimal("0.3")),
        ("amount - 0.1 = ${limit}", True),
        ("2 + 3 * 4 - -1", Decimal(15)),
        ("1 / 3 * 3 < 1", True),
        ('customer = "Ada"', True),
        ('customer <> "Ada"', False),
        ("urgent and not calm", True),
        ("opens < closes", True),
        ("placed_on >= received_at", True),
        ("received_at < answered_at", True),
        ("answered_at - received_at <= ${reply}", True),
        ("placed_on + ${reply}", datetime(2026, 11, 20, 2, 0)),
        ("placed_on + 2w", date(2026, 12, 4)),
        ("30d + placed_on", date(2026, 12, 20)),
        ("month_end + 1mo", date(2026, 2, 28)),
        ("month_end - 2mo", date(2025, 11, 30)),
        ("month_end + 1y", date(2027, 1, 31)),
        ("today() - placed_on = 10d", True),
        ("(today() - placed_on) / 1d", Decimal(10)),
        ("today() - placed_on - 1d", timedelta(days=9)),
        ("date(2026, 12, 31) > today()", True),
        ("sum(goods.amount)", Decimal("0.3")),
        ("sum(quantity, goods.amount)", Decimal("3.3")),
        ("sum(nothing)", Decimal(0)),
        ("count(goods.amount)", Decimal(2)),
        ("count(goods)", Decimal(2)),
        ("count(empty, blank, quantity)", Decimal(1)),
        ("filled(customer)", True),
        ("filled(empty) or filled(blank) or filled(nothing)", False),
        ("filled(zero)", True),
    ],
)
def test_an_expression_gives_its_value(source: str, expected: object) -> None:
    assert value(source) == expected
    assert type(value(source)) is type(expected)


@pytest.mark.parametrize(
    "source",
    [
        "empty",
        "blank",
        "unknown > 0",
        "empty + 1 > 0",
        "empty > 0",
        "not empty",
        "-empty",
        "urgent and empty > 0",
        "calm or empty > 0",
        "${unknown} > 1",
        "amount / zero",
        "huge * huge",
        "sum(huge, huge, huge) > 0",
        "nan > 0",
        "last_day + 1d",
        "last_day + 1mo",
        "placed_on - 9999y",
        "placed_on + ${notice}",
        "today() - placed_on < ${notice}",
        "zoned_at > received_at",
        "zoned_at - received_at",
        "date(2026, quantity, 31 + zero) > date(2026, 2, 29 + zero)",
        'amount > "a"',
        "customer < customer",
        'customer + "a"',
        "sum(customer) > 0",
        "placed_on + placed_on",
        "2d * 2d",
        "-customer",
    ],
)
def test_what_cannot_be_worked_out_is_missing(source: str) -> None:
    assert value(source) is MISSING


@pytest.mark.parametrize(
    ("source", "expected"),
    [("calm and empty > 0", False), ("urgent or empty > 0", True)],
)
def test_one_deciding_side_settles_a_condition(source: str, expected: bool) -> None:
    assert value(source) is expected


def test_working_days_follow_the_calendar_that_is_given() -> None:
    tree = parse_expression("placed_on + ${notice}").value
    assert tree is not None
    found = evaluate(
        tree,
        VALUES,
        PARAMETERS,
        TODAY,
        add_working_days=lambda day, count: day + timedelta(days=2 * count),
    )
    assert found == date(2026, 11, 26)
