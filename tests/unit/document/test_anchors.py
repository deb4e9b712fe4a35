"""A link to a step leads to the step and to no section of its page."""

from __future__ import annotations

from pages import anchors, page_at

from generator.document.anchors import step_anchor, step_target
from generator.document.blocks import Target


def test_the_anchor_of_a_step_cannot_be_that_of_a_section() -> None:
    assert step_anchor("summary") == "step-summary"
    assert step_target("take-order", "take") == Target("process", "take-order", "step-take")


def test_the_page_has_the_anchors_that_links_name() -> None:
    assert {"step-take", "step-release"} <= set(anchors(page_at("processes/take-order")))
