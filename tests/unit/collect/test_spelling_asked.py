"""Numbers that can mean two things, and document numbers that are one however they are typed."""

from __future__ import annotations

from typing import Any

import pytest
from filling import fill
from forms import blank, good, handbook, order_sheet, read

from generator.collect.record import FormRecord


def record(**changes: Any) -> FormRecord:
    result = read(fill(blank(), handbook(), order_sheet(), {**good(), **changes}))
    assert result.value is not None
    return result.value


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("deposit", "1.234", "comma and point"),
        ("deposit", "12.345元", "comma and point"),
        ("deposit", "500 600", "one number or two"),
        ("deposit", "¥500 600", "one number or two"),
        ("discount", "0.3", "it can mean 0.3% or 30%"),
        ("discount", "0.05", "it can mean 0.05% or 5%"),
        ("discount", ".5", "it can mean 0.5% or 50%"),
    ],
)
def test_what_can_mean_two_amounts_is_asked(field: str, text: str, says: str) -> None:
    found = record(**{field: text})
    assert field not in found.values
    assert [(each.code, each.written) for each in found.open_points] == [("HB561", text)]
    assert says in found.open_points[0].says


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("deposit", "1.2345", "1.2345"),
        ("deposit", "1 234 567", "1234567"),
        ("deposit", "12 345.60", "12345.60"),
        ("deposit", "0.125", "0.125"),
        ("discount", "0.3%", "0.3"),
        ("discount", "1.5", "1.5"),
        ("discount", "0", "0"),
    ],
)
def test_what_is_clear_is_taken(field: str, text: str, value: str) -> None:
    assert str(record(**{field: text}).values[field]) == value


@pytest.mark.parametrize(
    "typed",
    [
        *("ks-2026-0137", "ＫＳ－２０２６－０１３７", "KS—2026—0137", "KS - 2026 - 0137"),
        *("KS–2026‑0137", "KS-2026-0137（更正）", "KS-2026-0137(修订版)"),
        *("KS-2026-0137 corrected", "KS——2026-0137"),
    ],
)
def test_a_number_is_one_however_it_is_typed(typed: str) -> None:
    found = record(document_no=typed)
    assert found.key == "KS-2026-0137"
    assert found.values["document_no"] == typed


def test_other_numbers_stay_apart() -> None:
    keys = {record(document_no=each).key for each in ("KS-1", "KS-2", "KS-1-2", "更正", "KS-1A")}
    assert len(keys) == len(("KS-1", "KS-2", "KS-1-2", "更正", "KS-1A"))
