"""What says no is no approval: in a list, in the words of an opinion, in a note beside it."""

from __future__ import annotations

from typing import Any

import pytest
from banded import BOOK, DAY, banded_book, collected, signed, values
from filling import fill
from forms import blank, codes, read
from small import book

from generator.base.diagnostics import Result
from generator.base.refusals import is_refusal, says_no
from generator.collect.record import FormRecord
from generator.collect.spelling.assents import is_assent
from generator.model.handbook import Handbook

_FROM = BOOK.index("      - {field: granted")
_TO = BOOK.index("  - section: delivery")
LIST = BOOK.replace(
    BOOK[_FROM:_TO],
    "      - {field: result, label: Result, type: choice, options: [granted, rejected, 要求修订]}\n"
    "      - {field: opinion, label: Opinions, type: long-text, optional: true}\n"
    "      - {field: granted, label: Approved by, type: signature, by: [manager, owner]}\n",
)


@pytest.fixture(scope="module")
def listed() -> Handbook:
    return book(LIST)


def filed(handbook: Handbook, result: str, name: str = "Ann", **more: Any) -> Result[FormRecord]:
    wanted = {
        "document_no": "OS-1",
        "filler": "Bob",
        "customer": "Miller",
        "price": 60,
        "result": result,
        "granted": ({"signer": "Shop manager", "name": name, "date": DAY, **more.pop("row", {})},),
        **more,
    }
    return read(fill(blank(handbook), handbook, handbook.forms["order-sheet"], wanted), handbook)


@pytest.mark.parametrize("result", ["rejected", "要求修订"])
def test_a_refusal_chosen_in_a_list_of_the_approval_refuses(listed: Handbook, result: str) -> None:
    found = filed(listed, result)
    assert codes(found) == ["HB577"]
    assert found.value is not None
    assert (found.value.state, found.value.outcome) == ("complete", "refused")
    assert [each.text for each in found.value.remarks if each.kind == "finding"] == [
        f"HB577 “Result” says “{result}”: taken as a refusal, not as an approval."
    ]


def test_an_approval_chosen_there_approves(listed: Handbook) -> None:
    found = filed(listed, "granted", delivered=DAY)
    assert codes(found) == []
    assert found.value is not None
    assert (found.value.state, found.value.outcome) == ("complete", "approved")


def test_a_refusal_elsewhere_than_in_an_approval_is_a_value(listed: Handbook) -> None:
    line = next(f"{each}\n" for each in LIST.split("\n") if "label: Result" in each)
    above = "      - {field: customer,"
    text = LIST.replace(line, "").replace(above, f"{line}{above}")
    found = filed(book(text), "rejected")
    assert codes(found) == []
    assert found.value is not None
    assert found.value.outcome == "approved"


@pytest.mark.parametrize(
    "more",
    [
        {"row": {"opinion": "不同意，单价偏高"}},
        {"row": {"opinion": "Not approved: too dear"}},
        {"name": "Ann (refused)"},
        {"opinion": "财务：退回，重新报价"},
    ],
)
def test_words_that_say_no_over_a_signature_are_asked(
    listed: Handbook, more: dict[str, Any]
) -> None:
    found = filed(listed, "granted", **more)
    assert codes(found) == ["HB576"]
    assert found.value is not None
    assert (found.value.state, found.value.outcome) == ("partial", "")


def test_words_over_a_refusal_are_no_question() -> None:
    wanted = values(60, {**signed("Owner", conclusion="sent back"), "opinion": "fine"})
    found = collected(banded_book(), wanted)
    assert "HB576" not in codes(found)


@pytest.mark.parametrize(
    "text",
    [
        "否决",
        "不 同 意",
        "不批",
        "驳回",
        "退回补充",
        "不予支持",
        "未通过",
        "不可行",
        "reject",
        "Declined",
        "sent back",
        "not approved",
        "否",
        "No",
        "要求修订",
        "拒收",
    ],
)
def test_words_of_refusal(text: str) -> None:
    assert is_refusal(text)


@pytest.mark.parametrize(
    "text",
    [
        "批准",
        "同意",
        "通过",
        "一致通过",
        "核定",
        "可行",
        "无异议",
        "不合格",
        "granted",
        "approved",
        "合格",
        "有异议",
        "须总经理特批",
        "无差异",
    ],
)
def test_words_that_are_no_refusal(text: str) -> None:
    assert not is_refusal(text)


@pytest.mark.parametrize(
    "text",
    [
        "同意",
        "同意，请抓紧办理",
        "无不同意见",
        "没有反对意见",
        "无异议",
        "不反对",
        "No objection.",
        "Fine, no objections",
        "同意。不合格品退回供应商",
        "agreed; not refused by anyone",
        "notice given",
        "按计划执行",
        "x",
        "n",
        "",
    ],
)
def test_words_of_assent_are_not_taken_for_a_refusal(text: str) -> None:
    assert not says_no(text)


@pytest.mark.parametrize(
    "text",
    [
        "不同意",
        "原则上不同意",
        "同意？不，退回",
        "暂缓办理",
        "有异议",
        "我反对",
        "No.",
        "I cannot approve this",
        "don't agree",
        "rejected",
        "请退回重报",
        "拒签",
        "We object",
        "暂不批准",
    ],
)
def test_words_that_say_no(text: str) -> None:
    assert says_no(text)


_ASKED = [
    *("不行", "不可", "拒", "驳", "缓议", "再议", "重做后再报", "请重新核算", "金额不对", "待核实"),
    *(
        "请补充材料",
        "下次再说",
        "No way",
        "同意（有保留）",
        "原则同意",
        "同意，但金额须下调",
        "回头谈",
    ),
    *("agreed if cheaper", "approved in part", "hm", "同意？", "条件成熟后同意"),
]


@pytest.mark.parametrize("opinion", _ASKED)
def test_an_opinion_that_does_not_plainly_assent_is_asked(listed: Handbook, opinion: str) -> None:
    found = filed(listed, "granted", row={"opinion": opinion})
    assert codes(found) == ["HB576"]
    assert found.value is not None
    assert (found.value.state, found.value.outcome) == ("partial", "")
    assert found.value.open_points[0].written == opinion


@pytest.mark.parametrize(
    "opinion",
    [
        *(
            "同意",
            "同意。",
            "同 意",
            "同意，请尽快办理",
            "同意\n请抓紧",
            "可",
            "情况属实",
            "审核无误",
            "已阅",
        ),
        *(
            "无异议",
            "没有意见",
            "拟同意",
            "准予放行",
            "同意采购两台打印机",
            "符合制度，未超预算",
            "收到",
        ),
        *("Approved", "agreed, go ahead", "OK", "No objection", "fine", "Seen and in order", "yes"),
    ],
)
def test_plain_assents_are_no_question(listed: Handbook, opinion: str) -> None:
    assert is_assent(opinion)
    found = filed(listed, "granted", row={"opinion": opinion}, delivered=DAY)
    assert codes(found) == []


@pytest.mark.parametrize(
    "opinion", ["不行", "驳", "缓议", "金额不对", "No way", "同意（有保留）", "请补充材料"]
)
def test_beside_a_conclusion_words_that_refuse_are_asked(opinion: str) -> None:
    row = {**signed("Owner"), "opinion": opinion}
    assert "HB576" in codes(collected(banded_book(), values(60, row)))
    assert "HB576" not in codes(collected(banded_book(), values(60, {**row, "opinion": "随便"})))
