"""Runs and paragraphs, and what is asked of them afterwards."""

from __future__ import annotations

import pytest
from nodes import has, one, tags, value

from generator.renderers.word.ooxml.node import Node, Nodes, within, words_of
from generator.renderers.word.ooxml.table import Cell, Grid, row, table
from generator.renderers.word.ooxml.text import (
    HARD_HYPHEN,
    PLAIN,
    Look,
    Setting,
    coloured,
    in_list,
    kept,
    on_new_page,
    paragraph,
    run,
    run_properties,
    tab,
)


def in_table(content: Nodes) -> Nodes:
    grid = Grid(widths=(100,), title="", description="")
    return table(grid, [row(grid, [Cell(content=content)])])


def test_a_run_keeps_its_spaces() -> None:
    (node,) = run("  a ")
    assert words_of((node,)) == "  a "
    assert one((node,), "w:t").attributes == {"xml:space": "preserve"}


def test_lines_and_hard_hyphens_become_those_of_word() -> None:
    (node,) = run(f"P{HARD_HYPHEN}01\nnext")
    assert tags(node.children) == ["w:t", "w:noBreakHyphen", "w:t", "w:br", "w:t"]
    assert [each.text for each in within((node,), "w:t")] == ["P", "01", "next"]


def test_a_look_says_only_what_is_asked() -> None:
    assert run_properties(PLAIN) == ()
    (made,) = run_properties(Look(style="S", bold=True, colour="FF0000", size=20))
    assert tags(made.children) == ["w:rStyle", "w:b", "w:bCs", "w:color", "w:sz", "w:szCs"]


def test_a_setting_says_only_what_is_asked() -> None:
    assert tags(paragraph(run("x"))[0].children) == ["w:r"]
    setting = Setting(
        keep_next=True, before=0, line=120, indent=9, align="right", tabs=(("right", 99),)
    )
    (made,) = paragraph((), "S", setting)
    assert tags(made.children[0].children) == [
        "w:pStyle",
        "w:keepNext",
        "w:tabs",
        "w:spacing",
        "w:ind",
        "w:jc",
    ]
    assert one((made,), "w:spacing").attributes == {
        "w:before": "0",
        "w:line": "120",
        "w:lineRule": "exact",
    }


def test_a_leader_leads_to_each_tab_stop() -> None:
    made = paragraph(tab(), "", Setting(tabs=(("right", 99),), leader="dot"))
    stop = one(made, "w:tabs").children[0]
    assert stop.attributes == {"w:val": "right", "w:leader": "dot", "w:pos": "99"}


@pytest.mark.parametrize("change", [kept, on_new_page, lambda each: in_list(each, 7)])
@pytest.mark.parametrize("content", [paragraph(run("x"), "S"), in_table(paragraph(run("x")))])
def test_what_is_asked_twice_is_said_once(change: object, content: Nodes) -> None:
    assert callable(change)
    once = change(content)
    assert once != content
    assert change(once) == once
    assert words_of(once) == words_of(content)


@pytest.mark.parametrize(
    ("change", "tag"), [(kept, "w:keepNext"), (on_new_page, "w:pageBreakBefore")]
)
def test_each_paragraph_is_reached_wherever_it_stands(change: object, tag: str) -> None:
    assert callable(change)
    content = in_table(paragraph(run("x")) + paragraph(run("y"))) + paragraph(run("z"))
    assert sum(1 for _ in within(change(content), tag)) == 3


def test_an_entry_of_a_list_says_its_list_and_level() -> None:
    made = in_list(paragraph(run("x"), "S"), 7)
    assert (value(made, "w:numId"), value(made, "w:ilvl")) == ("7", "0")
    assert tags(made[0].children[0].children) == ["w:pStyle", "w:numPr"]


def test_a_colour_leaves_the_rest_of_the_look() -> None:
    made = coloured(run("x", Look(bold=True, colour="111111")), "222222")
    assert value(made, "w:color") == "222222"
    assert has(made, "w:b")


def test_paragraphs_in_properties_are_not_looked_for() -> None:
    odd = (Node("w:tcPr", {}, (Node("w:p"),)),)
    assert kept(odd) == odd
