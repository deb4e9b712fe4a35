"""What a printed document is written with: runs of text, links, and captions that come later."""

from __future__ import annotations

import pytest
from word import pen as plain_pen

from generator.document.blocks import Badge, Link, Strong, Target, plain
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.node import Nodes, within, words_of
from generator.renderers.word.ooxml.text import run
from generator.renderers.word.ooxml.xml import part, written
from generator.renderers.word.setting.captions import FIGURE, caption, reference
from generator.renderers.word.setting.pen import Pen, entry_mark, mark_of

HERE, NOWHERE = Target("process", "here"), Target("process", "nowhere")
COLOUR = "123456"


def pen() -> Pen:
    return plain_pen(House(colour=COLOUR))


def colours(runs: Nodes) -> list[str]:
    return [each.attributes["w:val"] for each in within(runs, "w:color")]


@pytest.mark.parametrize("bold", [False, True])
def test_a_link_that_leads_somewhere_looks_like_one(bold: bool) -> None:
    made = pen()
    made.place(HERE, run("x"))
    runs = made.settled(made.runs((Link("Go", HERE),), bold=bold))
    assert [each.attributes["w:anchor"] for each in runs] == [mark_of(HERE)]
    assert colours(runs) == [COLOUR]
    assert bool(list(within(runs, "w:b"))) == bold


@pytest.mark.parametrize("bold", [False, True])
def test_a_link_that_leads_nowhere_does_not_look_like_one(bold: bool) -> None:
    made = pen()
    runs = made.settled(made.runs((Link("Go", NOWHERE),), bold=bold))
    assert [each.tag for each in runs] == ["w:r"]
    assert colours(runs) == []
    assert bool(list(within(runs, "w:b"))) == bold
    assert words_of(runs) == "Go"


def test_the_place_of_a_link_may_come_after_it() -> None:
    made = pen()
    before = made.runs((Link("Go", HERE),))
    made.place(HERE, run("x"))
    assert [each.tag for each in made.settled(before)] == ["w:hyperlink"]


def test_the_first_place_of_a_target_counts() -> None:
    made = pen()
    first, second = made.place(HERE, run("a")), made.place(HERE, run("b"))
    assert [each.tag for each in first] == ["w:bookmarkStart", "w:r", "w:bookmarkEnd"]
    assert second == run("b")


def test_a_reference_says_the_number_of_its_caption_also_before_it() -> None:
    made = pen()
    early = reference(FIGURE, "process/x")
    caption(made, FIGURE, "First", "process/w", above=False)
    caption(made, FIGURE, "Second", "process/x", above=False)
    said = words_of(made.settled(early))
    assert said.endswith(f"{made.say('Figure')} 2")


def test_a_reference_to_no_caption_says_so() -> None:
    assert words_of(pen().settled(reference(FIGURE, "process/x"))).endswith("—")


def test_what_is_not_settled_gets_into_no_file() -> None:
    made = pen()
    with pytest.raises(ValueError, match="pending"):
        written(part("body", made.runs((Link("Go", HERE),))))


def test_strong_words_are_bold_and_badges_stand_in_brackets() -> None:
    strong, badge = pen().runs((Strong("now"), Badge("draft", "draft")))
    assert list(within((strong,), "w:b"))
    assert words_of((badge,)) == "[draft]"


def test_headings_are_listed_in_their_order() -> None:
    made = pen()
    made.listed(1, "1", "One", run("One"))
    made.listed(2, "1.1", "Two", run("Two"))
    assert [each.mark for each in made.entries] == [entry_mark(0), entry_mark(1)]
    assert [each.level for each in made.entries] == [1, 2]


def test_a_pen_over_another_sheet_shares_places_and_counters() -> None:
    made = pen()
    made.on(made.sheet).place(HERE, run("x"))
    assert made.place(HERE, run("y")) == run("y")
    assert len(made.cell(plain("x"))) == 1
