"""The steps of a process as one table."""

from __future__ import annotations

from nodes import has, values
from word import pen

from generator.document.blocks import Badge, StepItem, Steps, Target, plain
from generator.renderers.word.ooxml.node import within, words_of
from generator.renderers.word.setting.pen import mark_of
from generator.renderers.word.setting.steps import BOX, steps

STEP = StepItem(
    number="1",
    anchor="take",
    title="接单",
    do=plain("记下订单"),
    facts=(("负责", plain("店员")), ("时限", plain("2小时"))),
    checks=(plain("电话已核对"),),
    onward=(plain("同意时到 2"),),
    badges=(Badge("草稿"),),
)


def test_a_step_says_all_there_is() -> None:
    said = words_of(steps(pen(), Steps((STEP,)), "p"))
    for each in (
        "1",
        "接单",
        "记下订单",
        "负责",
        "店员",
        "2小时",
        f"{BOX}电话已核对",
        "→ 同意时到 2",
        "[草稿]",
    ):
        assert each in said


def test_links_to_a_step_lead_to_its_number() -> None:
    content = steps(pen(), Steps((STEP,)), "p")
    names = values(content, "w:bookmarkStart", "w:name")
    assert names == [mark_of(Target("process", "p", "take"))]


def test_each_step_is_a_row_that_never_breaks_below_a_repeated_head() -> None:
    made = pen()
    content = steps(made, Steps((STEP, STEP)), "p")
    rows = list(within(content, "w:tr"))
    assert len(rows) == 3
    assert all(has((each,), "w:cantSplit") for each in rows)
    assert [has((each,), "w:tblHeader") for each in rows] == [True, False, False]
    assert sum(map(int, values(content, "w:gridCol", "w:w"))) == made.sheet.width
