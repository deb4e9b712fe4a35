"""Expressions are checked against the fields that they name."""

from __future__ import annotations

import pytest

from generator.notation.expression import parse_expression
from generator.notation.expression_kinds import Kind, Type
from generator.notation.expression_types import check_types
from generator.notation.findings import Fault

SCOPE = {
    "amount": Kind(Type.MONEY),
    "quantity": Kind(Type.NUMBER),
    "customer": Kind(Type.TEXT),
    "placed_on": Kind(Type.DATE),
    "received_at": Kind(Type.DATE),
    "opens": Kind(Type.TIME),
    "closes": Kind(Type.TIME),
    "urgent": Kind(Type.BOOL),
    "kind": Kind(Type.TEXT, options=("stock", "custom")),
    "remedy": Kind(Type.LIST, options=("return", "repair")),
    "manager_sign": Kind(Type.TEXT),
    "goods": Kind(Type.TABLE),
    "goods.amount": Kind(Type.MONEY, many=True),
    "goods.style": Kind(Type.TEXT, many=True),
}
PARAMETERS = {"limit": Kind(Type.MONEY), "reply": Kind(Type.DURATION)}


def faults(source: str, wanted: Type = Type.BOOL) -> tuple[Fault, ...]:
    """Check an expression that must be readable."""
    tree = parse_expression(source).value
    assert tree is not None
    return check_types(tree, SCOPE, parameters=PARAMETERS, wanted=wanted)


@pytest.mark.parametrize(
    "source",
    [
        "placed_on >= received_at",
        "amount > ${limit} and filled(manager_sign)",
        "amount > ${unknown}",
        "amount = sum(goods.amount) * 1.2 - 5",
        "amount / amount < 2",
        'kind = "stock" or "custom" <> kind',
        "count(goods) > 0 and count(goods.style) = count(goods)",
        "filled(goods) and filled(remedy) and count(remedy) < 3",
        "urgent or not urgent",
        "placed_on + 30d > today()",
        "placed_on + ${reply} > date(2026, 12, 31)",
        "today() - placed_on <= 15d",
        "today() - placed_on <= ${reply}",
        "(placed_on - received_at) / 1d > 3",
        "opens < closes",
        "-quantity < 0",
    ],
)
def test_sound_expressions_pass(source: str) -> None:
    assert faults(source) == ()


@pytest.mark.parametrize(
    ("source", "code", "place", "right"),
    [
        ("amont > 0", "HB524", "amont", "amount"),
        ("qqqq > 0", "HB524", "qqqq", None),
        ("placed_on > today", "HB524", "today", "today()"),
        ("kind = stock", "HB525", "stock", '"stock"'),
        ("stock = kind", "HB525", "stock", '"stock"'),
        ('kind = "stok"', "HB526", '"stok"', '"stock"'),
        ("filled()", "HB527", "filled()", None),
        ("sum(goods.style) > 0", "HB527", "sum(goods.style)", None),
        ("placed_on > date(2026, 2, 30)", "HB527", "date(2026, 2, 30)", None),
        ("placed_on > date(2026, 2)", "HB527", "date(2026, 2)", None),
        ("today(1) > placed_on", "HB527", "today(1)", None),
        ("amount + 1", "HB528", "amount + 1", None),
        ("not amount", "HB528", "amount", None),
        ("-customer = 1", "HB528", "customer", None),
        ("placed_on > 5", "HB529", "placed_on > 5", None),
        ("placed_on + 5 > today()", "HB529", "placed_on + 5", None),
        ("customer < customer", "HB529", "customer < customer", None),
        ("amount * amount > 0", "HB529", "amount * amount", None),
        ("1 / amount > 0", "HB529", "1 / amount", None),
        ('remedy = "return"', "HB529", 'remedy = "return"', None),
        ("amount and urgent", "HB529", "amount and urgent", None),
        ("today() - placed_on < 3mo", "HB530", "3mo", None),
        ("goods.amount > 0", "HB531", "goods.amount", None),
    ],
)
def test_an_unsound_expression_gives_one_fault_at_its_place(
    source: str, code: str, place: str, right: str | None
) -> None:
    (fault,) = faults(source)
    assert (fault.rule.code, source[fault.start : fault.end]) == (code, place)
    assert fault.right == right


def test_every_fault_is_told() -> None:
    assert len(faults("amont > 0 and placed_on > 5")) == 2


def test_a_date_written_as_text_gets_the_function_offered() -> None:
    (fault,) = faults('placed_on > "2026-1-31"')
    assert fault.hint is not None
    assert fault.hint.args == {"right": "date(2026, 1, 31)"}


@pytest.mark.parametrize(
    ("source", "wanted", "sound"),
    [
        ("sum(goods.amount)", Type.MONEY, True),
        ("quantity * 2", Type.MONEY, True),
        ("placed_on + 3mo", Type.DATE, True),
        ("placed_on - received_at", Type.NUMBER, False),
        ("customer", Type.NUMBER, False),
    ],
)
def test_a_computed_field_gets_its_own_type(source: str, wanted: Type, sound: bool) -> None:
    assert (faults(source, wanted) == ()) is sound
