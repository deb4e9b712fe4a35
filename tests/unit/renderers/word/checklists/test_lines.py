"""The table of a checklist: a box for each line and for each check."""

from __future__ import annotations

from nodes import has, values
from word import pen

from generator.document.blocks import plain
from generator.document.checklists import Line
from generator.renderers.word.checklists.lines import line_table
from generator.renderers.word.ooxml.node import within, words_of

TASK = Line(
    tag="r.p-01.1",
    title="接单",
    letters="R",
    what=(plain("记下订单"),),
    due=plain("2小时"),
    forms=plain("订单表"),
    checks=(plain("电话"), plain("地址")),
)
DOCUMENT = Line(tag="d.p-01", title="接单", cells=("P-01", "接单", "V1.0", "2026-12-01"))


def test_a_line_says_all_there_is() -> None:
    said = words_of(line_table(pen(), [TASK], "T"))
    for each in ("接单", "R", "记下订单", "2小时", "订单表", "电话", "地址"):
        assert each in said


def test_a_line_and_each_of_its_checks_have_a_box() -> None:
    content = line_table(pen(), [TASK], "T")
    assert values(content, "w:tag") == ["r.p-01.1", "c1.r.p-01.1", "c2.r.p-01.1"]
    assert len(list(within(content, "w14:checkbox"))) == 3


def test_a_confirmation_has_a_row_for_each_document() -> None:
    content = line_table(pen(), [DOCUMENT], "T")
    rows = list(within(content, "w:tr"))
    assert [len(list(within((each,), "w:tc"))) for each in rows] == [5, 5]
    for each in DOCUMENT.cells:
        assert each in words_of(content)


def test_both_kinds_fill_the_page_below_a_repeated_head() -> None:
    for line in (TASK, DOCUMENT):
        made = pen()
        content = line_table(made, [line], "T")
        assert sum(map(int, values(content, "w:gridCol", "w:w"))) == made.sheet.width
        assert has(content, "w:tblHeader")


def test_tags_and_names_are_as_long_as_word_takes_them() -> None:
    long = Line(tag="t" * 99, title="n" * 99, checks=(plain("x"),))
    content = line_table(pen(), [long], "T")
    assert max(map(len, values(content, "w:tag"))) <= 64
    assert max(map(len, values(content, "w:alias"))) <= 64
