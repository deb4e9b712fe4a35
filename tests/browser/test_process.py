"""Who must do a process sees its first step and the form at once, and the diagram beside it."""

from __future__ import annotations

import pytest
from browsing import Visit
from pages import real
from playwright.sync_api import expect

pytestmark = pytest.mark.slow

BOTTOM = """() => {
  const step = document.querySelector(".hb-step");
  const form = step.querySelector("a.hb-file") ?? step.querySelector("dd");
  const parts = [step.querySelector("h3"), form];
  return Math.max(...parts.map((part) => part.getBoundingClientRect().bottom));
}"""


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_the_first_step_and_its_word_form_are_on_the_first_screen_of_every_process(
    visit: Visit, address: str, width: int, height: int
) -> None:
    page = visit("index.html", width=width, height=height)
    below = {}
    for name in real().processes:
        page.goto(f"{address}processes/{name}.html")
        bottom = page.evaluate(BOTTOM)
        if bottom > height:
            below[name] = bottom
    assert below == {}


def test_the_diagram_stands_beside_the_steps_and_is_three_tabs_from_the_skip_link(
    visit: Visit,
) -> None:
    page = visit("processes/complaint-handling.html", width=1440, height=900)
    flow = page.locator(".hb-beside__flow").bounding_box()
    steps = page.locator(".hb-beside__steps").bounding_box()
    assert flow
    assert steps
    assert flow["x"] > steps["x"] + steps["width"]
    assert abs(flow["y"] - steps["y"]) < 5
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.hb-flow__canvas')"):
            break
    expect(page.locator(".hb-flow__canvas")).to_be_focused()
    page.locator(".hb-step").last.scroll_into_view_if_needed()
    expect(page.locator(".hb-flow__canvas")).to_be_in_viewport(ratio=0.5)


def test_on_a_phone_the_steps_come_before_the_diagram(visit: Visit) -> None:
    page = visit("processes/complaint-handling.html", width=390, height=844)
    flow = page.locator(".hb-beside__flow").bounding_box()
    steps = page.locator(".hb-beside__steps").bounding_box()
    assert flow
    assert steps
    assert steps["y"] < flow["y"]
