"""Expressions are read into trees."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.notation.duration import Duration, TimeUnit
from generator.notation.expression import parse_expression
from generator.notation.expression_tree import (
    Binary,
    Call,
    FieldName,
    Length,
    Minus,
    Not,
    Number,
    TextLiteral,
    fields_of,
    parameters_of,
)
from generator.notation.inserts import ParameterInsert

A, B, C = FieldName("a"), FieldName("b"), FieldName("c")


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("0.50", Number(Decimal("0.5"))),
        ('"stock"', TextLiteral("stock")),
        ('"say ""yes"""', TextLiteral('say "yes"')),
        ("30d", Length(Duration(30, TimeUnit.DAY))),
        ("${limit.small}", ParameterInsert("limit", "small")),
        ("goods.amount", FieldName("goods.amount")),
        ("order-sheet.goods.amount", FieldName("order-sheet.goods.amount")),
        ("a-b", Binary("-", A, B)),
        ("a + b * c", Binary("+", A, Binary("*", B, C))),
        ("a - b - c", Binary("-", Binary("-", A, B), C)),
        ("a - (b - c)", Binary("-", A, Binary("-", B, C))),
        ("-a * b", Binary("*", Minus(A), B)),
        ("not a = b", Not(Binary("=", A, B))),
        ("a or b and not c", Binary("or", A, Binary("and", B, Not(C)))),
        ("(a or b) and c", Binary("and", Binary("or", A, B), C)),
        ("sum(a, b)", Call("sum", (A, B))),
        ("today()", Call("today", ())),
        ("date + 30d", Binary("+", FieldName("date"), Length(Duration(30, TimeUnit.DAY)))),
    ],
)
def test_an_expression_is_read(source: str, tree: object) -> None:
    assert parse_expression(source).value == tree
    assert parse_expression(str(tree)).value == tree


def test_an_expression_tells_what_it_names_and_where() -> None:
    source = "cost > ${limit} and filled(gm_sign)"
    tree = parse_expression(source).value
    assert tree is not None
    assert [source[field.start : field.end] for field in fields_of(tree)] == [
        "cost",
        "gm_sign",
    ]
    assert [source[insert.start : insert.end] for insert in parameters_of(tree)] == ["${limit}"]
    assert (tree.start, tree.end) == (0, len(source))


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("a == b", [("HB521", 2, 4, "=")]),
        ("a != b", [("HB521", 2, 4, "<>")]),
        (
            "a && b || !c",
            [("HB521", 2, 4, "and"), ("HB521", 7, 9, "or"), ("HB521", 10, 11, "not")],
        ),
        ("a \uff1e b", [("HB521", 2, 3, ">")]),
        ("a \u2265 \uff15", [("HB521", 2, 3, ">="), ("HB521", 4, 5, "5")]),
        ("SUM(a) > 0 AND b", [("HB521", 0, 3, "sum"), ("HB521", 11, 14, "and")]),
        ("a 且 b", [("HB521", 2, 3, "and")]),
        ("a = “x", [("HB523", 4, 5, None)]),
        ("(a", [("HB523", 0, 1, None)]),
        ("sum(a", [("HB523", 3, 4, None)]),
        ("total(a)", [("HB527", 0, 5, None)]),
        ("summ(a)", [("HB527", 0, 4, "sum")]),
        ("0 < a < 5", [("HB532", 6, 7, None)]),
        ("a + 30 days", [("HB330", 4, 11, "30d")]),
        ("a + 30days", [("HB330", 4, 10, "30d")]),
        ("a > 5000 EUR", [("HB520", 9, 12, None)]),
        ("a > 5,000", [("HB520", 5, 6, None)]),
        ("a >", [("HB520", 2, 3, None)]),
        ("", [("HB520", 0, 0, None)]),
        ("a b", [("HB520", 2, 3, None)]),
        ("a # b", [("HB520", 2, 3, None)]),
        ("a > ${Limit}", [("HB221", 4, 12, "${limit}")]),
        ("a > ${step:take}", [("HB223", 4, 16, None)]),
        ("a > ${", [("HB220", 4, 6, None)]),
        ("(" * 30 + "a" + ")" * 30, [("HB533", 0, 61, None)]),
        (" and ".join("a" * 300), [("HB533", 0, 300 * 6 - 5, None)]),
    ],
)
def test_a_broken_expression_says_where_and_how_to_mend_it(
    source: str, faults: list[tuple[str, int, int, str | None]]
) -> None:
    parsed = parse_expression(source)
    assert parsed.value is None
    found = [(fault.rule.code, fault.start, fault.end, fault.right) for fault in parsed.faults]
    assert found == faults


@pytest.mark.parametrize("source", ["“库存”", "‘库存’", "'库存'", "\uff02库存\uff02"])
def test_other_quotation_marks_are_understood_with_a_warning(source: str) -> None:
    parsed = parse_expression(source)
    assert parsed.value == TextLiteral("库存")
    (fault,) = parsed.faults
    assert (fault.rule.code, fault.right) == ("HB522", '"库存"')


def test_a_text_keeps_its_full_width_characters() -> None:
    assert parse_expression('"\uff08A\uff09"').value == TextLiteral("\uff08A\uff09")


@pytest.mark.parametrize(
    ("source", "right"),
    [("a = 'it\"s'", '"it""s"'), ('a = “say "no"”', '"say ""no"""'), ("a = ‘q’", '"q"')],
)
def test_in_the_right_quotation_marks_a_mark_inside_is_doubled(source: str, right: str) -> None:
    (fault,) = parse_expression(source).faults
    assert (fault.right, source[fault.start : fault.end]) == (right, source[4:])
