"""Fields are complete, so that Word has nothing to ask on opening."""

from __future__ import annotations

import pytest
from nodes import has, one, tags, value, values

from generator.renderers.word.ooxml.fields import field, field_around, page_count, page_number
from generator.renderers.word.ooxml.node import Nodes, within, words_of
from generator.renderers.word.ooxml.text import RunFormat, paragraph, run

MARKS = ["begin", "separate", "end"]


def kinds(content: Nodes) -> list[str]:
    return values(content, "w:fldChar", "w:fldCharType")


def test_a_field_has_code_and_result_between_marks_in_runs_of_their_own() -> None:
    made = field("REF x", run("7"))
    assert tags(made) == ["w:r"] * 5
    assert kinds(made) == MARKS
    assert all(len(each.children) == 1 for each in made)
    assert one(made, "w:instrText").text == " REF x "
    assert words_of(made[3:4]) == "7"


def test_every_run_of_a_field_looks_the_same() -> None:
    look = RunFormat(bold=True)
    made = field("REF x", run("7", look), look)
    assert all(has((each,), "w:b") for each in made)


@pytest.mark.parametrize(("made", "code"), [(page_number(), "PAGE"), (page_count(), "NUMPAGES")])
def test_pages_are_counted_by_word(made: Nodes, code: str) -> None:
    assert one(made, "w:instrText").text.strip() == code


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize("style", ["", "TOC1"])
def test_one_field_goes_around_several_paragraphs(count: int, style: str) -> None:
    lines = [paragraph(run(str(at)), style) for at in range(count)]
    made = field_around("TOC", lines)
    assert tags(made) == ["w:p"] * count
    assert kinds(made) == MARKS
    assert kinds(made[:1])[:2] == MARKS[:2]
    assert value((made[-1].children[-1],), "w:fldChar", "w:fldCharType") == "end"
    shown = [each.text for each in within(made, "w:t")]
    assert shown == [str(at) for at in range(count)]
    if style:
        assert all(each.children[0].tag == "w:pPr" for each in made)
