"""Places, links to them, and what waits until the whole document is known."""

from __future__ import annotations

import pytest
from nodes import tags

from generator.renderers.word.ooxml.links import Pending, bookmark, link, pending, settled
from generator.renderers.word.ooxml.node import Nodes, words_of
from generator.renderers.word.ooxml.text import paragraph, run
from generator.renderers.word.ooxml.xml import part, written


def test_a_place_goes_around_its_runs() -> None:
    start, inside, end = bookmark("b1", 7, run("x"))
    assert start.attributes == {"w:id": "7", "w:name": "b1"}
    assert (inside,) == run("x")
    assert end.attributes == {"w:id": "7"}


def test_a_link_leads_to_a_place_of_the_same_document() -> None:
    (made,) = link("b1", run("x"))
    assert made.attributes["w:anchor"] == "b1"
    assert made.children == run("x")


def test_what_waits_is_answered_with_all_that_is_known_about_it() -> None:
    asked: list[Pending] = []

    def answer(waiting: Pending) -> Nodes:
        asked.append(waiting)
        return run(waiting.bookmark.upper())

    content = paragraph(run("a") + pending("number", "b1") + pending("link", "b2", run("x")))
    assert words_of(settled(content, answer)) == "aB1B2"
    assert asked == [Pending("number", "b1", ()), Pending("link", "b2", run("x"))]


def test_an_answer_may_be_nothing_or_several_runs() -> None:
    content = paragraph(pending("number", "b1") + pending("number", "b2"))
    made = settled(content, lambda each: run("x") + run("y") if each.bookmark == "b2" else ())
    assert tags(made[0].children) == ["w:r", "w:r"]


def test_what_still_waits_is_a_fault_when_it_is_written() -> None:
    with pytest.raises(ValueError, match="pending:number"):
        written(part("body", paragraph(pending("number", "b1"))))
