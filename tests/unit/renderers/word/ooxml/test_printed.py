"""What is printed between places to fill in; what stands in them is not."""

from __future__ import annotations

from generator.renderers.word.ooxml.controls import ControlProperties, Controls
from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.printed import printed_texts
from generator.renderers.word.ooxml.text import paragraph, run


def entry(tag: str) -> Nodes:
    return Controls("F").text(ControlProperties(tag=tag, name=tag, prompt="write here"))


def test_texts_are_parted_by_places_to_fill_in() -> None:
    line = run("Weight ") + run("in all") + entry("weight") + run("kg") + entry("more")
    assert list(printed_texts(paragraph(line))) == ["Weight in all", "kg", ""]


def test_rows_that_can_be_added_print_what_stands_between_their_places() -> None:
    rows = [paragraph(run(f"row {number}") + entry("a")) for number in (1, 2)]
    head = ControlProperties(tag="goods", name="goods")
    made = Controls("F").repeated(head, "Goods", rows)
    assert [each for each in printed_texts(made) if each] == ["row 1", "row 2"]
