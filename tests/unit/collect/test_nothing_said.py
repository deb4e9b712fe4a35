"""A mark for “there is none” is no content: neither a required field, nor a number, nor a name."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from filling import fill
from forms import blank, codes, good, handbook, order_sheet, read

from generator.base.diagnostics import Result
from generator.base.plain import says_nothing
from generator.collect.record import FormRecord


def collected(**changes: Any) -> Result[FormRecord]:
    return read(fill(blank(), handbook(), order_sheet(), {**good(), **changes}))


def asked(result: Result[FormRecord]) -> list[tuple[str, str, str]]:
    assert result.value is not None
    return [(each.code, each.place, each.written) for each in result.value.open_points]


@pytest.mark.parametrize(
    "mark", ["none", "无", "—", "N/A", "。", "？", "（无）", "待补", "TBD", "…"]
)
def test_a_required_text_that_says_none_is_open(mark: str) -> None:
    points = asked(collected(customer=mark))
    assert ("HB550", "Customer", mark) in points
    assert ("HB554", "", "") in points  # and `filled(customer)` does not hold


@pytest.mark.parametrize("mark", ["无", "/", "？"])
def test_an_optional_text_may_say_none(mark: str) -> None:
    found = collected(wishes=mark)
    assert asked(found) == []
    assert found.value is not None
    assert found.value.values["wishes"] == mark


@pytest.mark.parametrize("text", ["无异议", "none of the above", "√", "0", "无锡", "A/B", "5"])
def test_what_says_something_is_content(text: str) -> None:
    assert not says_nothing(text)


def test_a_row_of_strokes_is_no_row_and_a_stroke_no_cell() -> None:
    row = {"article": "X-1", "amount": 2, "price": 100}
    strokes = {"article": "/", "amount": "/", "price": "—"}
    found = collected(goods=(row, strokes))
    assert asked(found) == []
    assert found.value is not None
    assert len(found.value.values["goods"]) == 1
    mixed = asked(collected(goods=(row, {**row, "article": "/"})))
    assert mixed == [("HB550", "Goods · 2 · Article", "/")]


@pytest.mark.parametrize("mark", ["/", "无", "N/A", "—", "？", "待补"])
def test_a_number_that_says_none_is_missing(mark: str) -> None:
    found = collected(document_no=mark)
    assert found.value is not None
    assert found.value.key.startswith("sha256:")
    assert "HB556" in codes(found)


def named(name: str) -> Result[FormRecord]:
    row = {
        "signer": "Shop manager",
        "name": name,
        "date": date(2026, 11, 21),
        "conclusion": "yes please",
    }
    return collected(approved=(row,))


@pytest.mark.parametrize(
    "name",
    [
        *("代签", "钱二（赵一代签）", "赵一代", "（代）赵一", "待补", "后补", "已签", "？", "123"),
        *("p.p. Ann Lee", "Ann Lee on behalf of Bob", "by phone", "出差", "电话同意"),
    ],
)
def test_what_is_no_name_of_the_signer_is_asked(name: str) -> None:
    found = named(name)
    assert [(code, said) for code, _, said in asked(found)] == [("HB561", name)]
    assert found.value is not None
    assert found.value.outcome == ""


@pytest.mark.parametrize(
    "name", ["代小明", "Ann Lee", "李四（财务部）", "Phillip P. Adams", "欧阳修"]
)
def test_names_are_taken_as_they_are(name: str) -> None:
    assert asked(named(name)) == []


def test_a_signature_before_the_form_is_told_as_such_even_where_the_file_came_earlier() -> None:
    signed, filled_on = date(2026, 12, 10), date(2026, 12, 20)
    row = {"signer": "Shop manager", "name": "Ann", "date": signed, "conclusion": "yes please"}
    found = collected(filled_on=filled_on, approved=(row,))
    assert found.value is not None
    (remark,) = [each.text for each in found.value.remarks if each.text.startswith("HB578")]
    assert "the form was filled in on 2026-12-20" in remark
