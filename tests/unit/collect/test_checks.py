"""Every value is held against the form: required, kinds, lists, limits, rules, formulas."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

import pytest
from filling import fill
from forms import TODAY, blank, codes, good, handbook, order_sheet, read

from generator.base.diagnostics import Message, Result
from generator.base.i18n import Catalogue, product_catalogue
from generator.collect.collecting import Collector
from generator.collect.record import FormRecord
from generator.document.context import Context

ENGLISH = Catalogue("en")
ROW = {"article": "X-1", "amount": 2, "price": 100}


def collected(**changes: Any) -> Result[FormRecord]:
    values = {name: value for name, value in {**good(), **changes}.items() if value is not None}
    return read(fill(blank(), handbook(), order_sheet(), values))


def test_a_good_form_gives_its_values_and_no_finding() -> None:
    result = collected()
    assert codes(result) == []
    assert result.value is not None
    assert result.value.state == "complete"
    assert result.value.key == "OS-1"
    assert result.value.values["goods"][0]["article"] == "X-1"


@pytest.mark.parametrize(
    ("changes", "code", "label"),
    [
        ({"way": None}, "HB550", "Way"),
        ({"goods": None}, "HB550", "Goods"),
        ({"goods": ({"article": "X-1", "price": 1},)}, "HB550", "Goods, row 1: Amount"),
        ({"agreed": None}, "HB550", "Terms agreed"),
        ({"filled_on": None}, "HB550", "Date"),
        ({"pieces": "many"}, "HB551", "Pieces"),
        ({"pieces": "2.5"}, "HB551", "Pieces"),
        ({"deposit": "a lot"}, "HB551", "Deposit"),
        ({"hour": "noon"}, "HB551", "Hour"),
        ({"pieces": 0}, "HB553", "Pieces"),
        ({"pieces": 101}, "HB553", "Pieces"),
        ({"customer": "x" * 21}, "HB553", "Customer"),
        ({"marks": ({"item": "frame", "points": 11},)}, "HB553", "Marks, row 1: Points"),
        ({"goods": (ROW, ROW)}, "HB566", "Goods, row 2: Article"),
        ({"goods": ({**ROW, "sum": 201},)}, "HB555", "Goods, row 1: Sum"),
        ({"total": 1}, "HB555", "Total"),
    ],
)
def test_what_does_not_hold_is_named(changes: dict[str, Any], code: str, label: str) -> None:
    result = collected(**changes)
    assert result.value is not None
    assert result.value.state == "partial"
    assert codes(result) == [code]
    assert ENGLISH.word(result.diagnostics[0].args["label"]) == label


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"wanted": date(2026, 11, 1)}, "Nothing can be wanted before the order"),
        ({"goods": ({**ROW, "price": -1},)}, "Goods, row 1: No price is below zero"),
    ],
)
def test_rules_of_the_form_speak_for_themselves(changes: dict[str, Any], says: str) -> None:
    result = collected(**changes)
    assert codes(result) == ["HB554"]
    assert ENGLISH.word(result.diagnostics[0].args["says"]) == says


def test_a_finding_names_fields_in_the_language_of_its_sentence() -> None:
    texts = Catalogue("zh", {"Pieces": "件数", "Goods": "商品", "Amount": "数量"})
    chinese = product_catalogue("zh")
    row = {"article": "X-1", "price": 1}
    raw = fill(blank(), handbook(), order_sheet(), {**good(), "pieces": "many", "goods": (row,)})
    found = Collector(Context.of(handbook(), chinese, texts)).collect("x.docx", raw, TODAY)
    said = [chinese.say(Message(each.rule.message, each.args)) for each in found.diagnostics]
    assert said == ["“件数”填的是“many”，应填整数。", "“商品第 1 行：数量”没有填。"]


def test_formulas_fill_in_what_was_left_empty() -> None:
    result = collected(goods=(ROW, {**ROW, "article": "X-2", "amount": 3}))
    assert result.value is not None
    assert [row["sum"] for row in result.value.values["goods"]] == [200, 300]
    assert result.value.values["total"] == 500


def test_a_result_may_be_written_with_fewer_decimals() -> None:
    row = {"article": "X-1", "amount": 3, "price": "33.3333"}
    assert codes(collected(goods=(row,), total="100.00")) == []
    assert codes(collected(goods=(row,), total="100")) == []


def test_a_signature_needs_a_name_a_date_and_a_conclusion() -> None:
    signed = {"signer": "Shop manager", "name": "Ann"}
    result = collected(approved=(signed,))
    assert codes(result) == ["HB563"]
    assert result.diagnostics[0].args["what"] == Message("date")


def test_what_a_signature_lacks_is_named_in_the_readers_language() -> None:
    signed = {"signer": "Shop manager", "name": "Ann", "date": TODAY}
    (lacks,) = collected(approved=(signed,)).diagnostics
    assert product_catalogue("zh").say(lacks.message).endswith("还缺：结论。")


def test_an_empty_section_makes_the_form_partial_and_no_error() -> None:
    result = collected(approved=None)
    assert codes(result) == ["HB558"]
    assert result.value is not None
    assert result.value.state == "partial"


def test_an_empty_form_is_no_record() -> None:
    result = read(blank())
    assert result.value is None
    assert codes(result) == ["HB562"]


def test_without_a_number_the_file_is_the_key_and_the_form_is_open() -> None:
    values = {name: value for name, value in good().items() if name != "document_no"}
    raw = fill(blank(), handbook(), order_sheet(), values)
    first, second = read(raw), read(raw, name="copy.docx")
    assert codes(first) == ["HB556"]
    assert first.value is not None
    assert second.value is not None
    assert first.value.state == "partial"
    source = hashlib.sha256(raw).hexdigest()
    assert first.value.key == second.value.key == f"sha256:{source}"


def test_a_word_outside_the_list_is_named_with_the_list() -> None:
    raw = fill(blank(), handbook(), order_sheet(), good())
    result = read(_typed(raw, b">phone<", b">pigeon<"))
    assert codes(result) == ["HB552"]
    assert result.diagnostics[0].args["known"] == "shop, phone, post"


def _typed(raw: bytes, old: bytes, new: bytes) -> bytes:
    import zipfile
    from io import BytesIO

    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(
                name, content.replace(old, new) if name == "word/document.xml" else content
            )
    return out.getvalue()
