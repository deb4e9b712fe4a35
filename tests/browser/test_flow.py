"""A diagram on the page: horizontal or vertical, zoom, my role, focus along the flow, paper."""

from __future__ import annotations

import re

import pytest
from browsing import Visit
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow

PROCESS = "processes/complaint-handling.html"
FIRST, SECOND = "1 受理登记", "2 分级判断"


def width(page: Page) -> float:
    box = page.locator(".hb-flow svg:visible").bounding_box()
    assert box is not None
    return box["width"]


@pytest.mark.parametrize("by", ["http", "file"])
def test_zoom_and_fit(visit: Visit, by: str) -> None:
    page = visit(PROCESS, by=by, width=1100)
    before = width(page)
    page.get_by_role("button", name="放大").click()
    assert width(page) > before
    page.get_by_role("button", name="适应宽度").click()
    assert width(page) == before
    page.locator(".hb-flow__canvas").focus()
    page.keyboard.press("-")
    assert width(page) < before
    page.keyboard.press("0")
    assert width(page) == before


def test_it_lies_where_there_is_room(visit: Visit) -> None:
    expect(visit(PROCESS).locator(".hb-flow")).to_have_attribute("data-way", "vertical")
    page = visit(PROCESS, width=3200)
    flow = page.locator(".hb-flow")
    expect(flow).not_to_have_attribute("data-way", re.compile("horizontal"))
    page.get_by_role("button", name="全屏").click()
    expect(flow).to_have_attribute("data-way", "horizontal")


def test_it_turns(visit: Visit) -> None:
    page = visit(PROCESS)
    expect(page.locator(".hb-flow-vertical")).to_be_visible()
    page.get_by_role("button", name="横竖切换").click()
    expect(page.locator(".hb-flow-horizontal")).to_be_visible()
    expect(page.locator(".hb-flow-vertical")).to_be_hidden()


def test_my_role_is_highlighted_until_another_is_asked_for(visit: Visit) -> None:
    page = visit(f"{PROCESS}?role=complaint-officer")
    expect(page.get_by_label("岗位")).to_have_value("complaint-officer")
    mine = page.locator(".hb-flow-vertical [data-node=classify]")
    other = page.locator(".hb-flow-vertical [data-node=register]")
    expect(mine).to_have_class(re.compile("flow-mine"))
    expect(other).to_have_class(re.compile("flow-faded"))
    page.reload()
    expect(other).to_have_class(re.compile("flow-faded"))
    page.get_by_label("岗位").select_option("全部")
    expect(other).not_to_have_class(re.compile("flow-faded"))


def test_the_keyboard_follows_the_flow_and_hears_who_and_when(visit: Visit) -> None:
    page = visit(PROCESS)
    steps = page.locator(".hb-flow-vertical .flow-node > a")
    steps.first.focus()
    detail = page.locator(".hb-flow__detail")
    expect(detail).to_contain_text(FIRST)
    expect(detail).to_contain_text("2 小时内")
    expect(detail).to_contain_text("FM-07-02")
    for _ in range(2):  # the form of the first step, then the second step
        page.keyboard.press("Tab")
    expect(detail).to_contain_text(SECOND)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#step-classify$"))


def test_hovering_tells_who_does_a_step(visit: Visit) -> None:
    page = visit(PROCESS)
    page.locator(".hb-flow-vertical [data-node=classify] .flow-text").hover()
    expect(page.locator(".hb-flow__detail")).to_contain_text("投诉处理专员")


def test_without_scripts_one_diagram_shows_and_no_buttons(visit: Visit) -> None:
    page = visit(PROCESS, java_script_enabled=False)
    expect(page.locator(".hb-flow svg:visible")).to_have_count(1)
    expect(page.locator(".hb-flow__bar")).to_be_hidden()
    page.locator(".hb-flow-vertical .flow-node > a .flow-note-due").first.click()
    expect(page).to_have_url(re.compile("#step-register$"))


def test_on_paper_it_is_vertical_and_in_light_colours(visit: Visit) -> None:
    page = visit(PROCESS)
    page.get_by_role("button", name="横竖切换").click()
    page.emulate_media(media="print")
    expect(page.locator(".hb-flow-vertical")).to_be_visible()
    expect(page.locator(".hb-flow-horizontal")).to_be_hidden()
    expect(page.locator(".hb-flow__bar")).to_be_hidden()
    fill = "getComputedStyle(document.querySelector('.hb-flow-vertical .flow-page')).fill"
    assert page.evaluate(fill) == "rgb(255, 255, 255)"


def test_dark_pages_have_dark_diagrams_with_plain_titles(visit: Visit) -> None:
    page = visit(PROCESS, color_scheme="dark")
    style = "getComputedStyle(document.querySelector('.hb-flow-vertical {}'))"
    assert page.evaluate(style.format(".flow-page") + ".fill") == "rgb(20, 25, 31)"
    assert page.evaluate(style.format(".flow-node a") + ".textDecorationLine") == "none"
    assert page.evaluate(style.format(".flow-node .flow-text") + ".fill") == "rgb(223, 229, 236)"
