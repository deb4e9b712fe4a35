"""Runs and paragraphs say their text, whatever stands in it, and look as asked."""

from __future__ import annotations

from nodes import has, one, tags, value, values

from generator.renderers.word.ooxml.node import Nodes, within, words_of
from generator.renderers.word.ooxml.text import (
    HARD_HYPHEN,
    ParagraphFormat,
    RunFormat,
    coloured,
    in_list,
    kept,
    on_new_page,
    paragraph,
    run,
    run_properties,
    tab,
)


def inside(content: Nodes) -> list[str]:
    return tags(content[0].children)


def test_a_run_keeps_its_spaces_and_has_no_look_of_its_own() -> None:
    made = run(" a ")
    assert words_of(made) == " a "
    assert one(made, "w:t").attributes == {"xml:space": "preserve"}
    assert run_properties(RunFormat()) == ()


def test_line_ends_and_hard_hyphens_become_those_of_word() -> None:
    made = run(f"one\ntwo{HARD_HYPHEN}three")
    assert inside(made) == ["w:t", "w:br", "w:t", "w:noBreakHyphen", "w:t"]
    assert [each.text for each in within(made, "w:t")] == ["one", "two", "three"]
    assert inside(run("one\ntwo")) == ["w:t", "w:br", "w:t"]
    assert inside(run(f"a{HARD_HYPHEN}b")) == ["w:t", "w:noBreakHyphen", "w:t"]


def test_the_look_of_a_run() -> None:
    made = run("a", RunFormat(style="Strong", bold=True, colour="C00000", size=18))
    assert value(made, "w:rStyle") == "Strong"
    assert has(made, "w:b")
    assert has(made, "w:bCs")  # the same for scripts that Word calls complex
    assert value(made, "w:color") == "C00000"
    assert (value(made, "w:sz"), value(made, "w:szCs")) == ("18", "18")


def test_the_setting_of_a_paragraph() -> None:
    setting = ParagraphFormat(
        keep_next=True, before=20, after=0, line=240, indent=300, align="right",
        tabs=(("right", 9000), ("left", 500)), leader="dot",
    )  # fmt: skip
    made = paragraph(run("a"), "Normal", setting)
    assert value(made, "w:pStyle") == "Normal"
    assert has(made, "w:keepNext")
    assert one(made, "w:spacing").attributes == {
        "w:before": "20", "w:after": "0", "w:line": "240", "w:lineRule": "exact",
    }  # fmt: skip
    assert value(made, "w:ind", "w:left") == "300"
    assert value(made, "w:jc") == "right"
    assert values(made, "w:tab", "w:pos") == ["9000", "500"]
    assert values(made, "w:tab", "w:leader") == ["dot", "dot"]


def test_what_is_not_asked_for_is_not_written() -> None:
    assert inside(paragraph(run("a"))) == ["w:r"]
    spaced = paragraph((), "", ParagraphFormat(after=40))
    assert one(spaced, "w:spacing").attributes == {"w:after": "40"}
    stops = paragraph((), "", ParagraphFormat(tabs=(("right", 1),)))
    assert one(stops, "w:tab").attributes == {"w:val": "right", "w:pos": "1"}
    assert inside(tab()) == ["w:tab"]


def test_paragraphs_are_kept_broken_and_listed_afterwards() -> None:
    made = paragraph(run("a")) + paragraph(run("b"))
    assert len(list(within(kept(made), "w:keepNext"))) == 2
    assert len(list(within(on_new_page(made), "w:pageBreakBefore"))) == 2
    listed = in_list(made, 7)
    assert values(listed, "w:numId") == ["7", "7"]
    assert values(listed, "w:ilvl") == ["0", "0"]
    assert words_of(listed) == "ab"


def test_runs_take_a_colour_and_keep_the_rest_of_their_look() -> None:
    made = coloured(paragraph(run("a", RunFormat(bold=True)) + run("b")), "0B4F8A")
    assert values(made, "w:color") == ["0B4F8A", "0B4F8A"]
    assert has(made, "w:b")
