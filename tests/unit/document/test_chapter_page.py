"""The page of a chapter."""

from __future__ import annotations

from pages import has, page_at, section, table, targets

from generator.document.blocks import Prose, Target


def test_a_chapter_has_its_introduction_its_processes_and_forms() -> None:
    shown = page_at("chapters/sales")
    assert shown.blocks[0] == Prose("chapters/sales.md")
    assert {Target("process", "take-order"), Target("process", "ship-order")} <= set(targets(shown))
    assert table(section(shown, "forms")) == [
        ("FM-01-01 Order sheet", "V1.0", "P-01-01 Take an order; P-01-02 Ship an order")
    ]
    assert has(shown, "map")
