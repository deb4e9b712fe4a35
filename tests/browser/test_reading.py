"""A reader finds the way: on a large screen, on a phone, from a shared drive, without scripts."""

from __future__ import annotations

import pytest
from browsing import Visit
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow

PAGES = (
    "index.html",
    "processes/complaint-handling.html",
    "roles/branch-manager.html",
    "forms/complaint-record.html",
    "chapters/information.html",
    "about/foreword.html",
    "matrix.html",
    "parameters.html",
    "sources.html",
    "pages.html",
)


def overflow(page: Page) -> int:
    """How many pixels the page can be scrolled horizontally."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


@pytest.mark.parametrize("by", ["http", "file"])
def test_from_the_landing_page_to_a_step_its_role_and_its_form(visit: Visit, by: str) -> None:
    page = visit("index.html", by=by)
    page.get_by_role("main").get_by_role("link", name="客户投诉处理").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("客户投诉处理")
    step = page.locator(".hb-step").first
    expect(step.get_by_role("heading")).to_have_text("受理登记")
    expect(step).to_contain_text("2 小时")
    step.get_by_role("link", name="首位接待人").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("首位接待人")
    page.get_by_role("link", name="客户投诉处理单").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("客户投诉处理单")


def test_nothing_is_cut_off_on_the_smallest_phone(visit: Visit, address: str) -> None:
    page = visit(PAGES[0], width=320)
    too_wide = []
    for path in PAGES:
        page.goto(address + path)
        if overflow(page) > 0:
            too_wide.append(path)
    assert too_wide == []


def test_a_check_with_a_term_in_it_stays_one_line_of_text(visit: Visit) -> None:
    page = visit("processes/complaint-handling.html", width=1280)
    checks = page.locator(".hb-checks li").filter(has=page.locator("a"))
    line = page.locator(".hb-checks li").filter(has_not=page.locator("a")).first.bounding_box()
    boxes = [each.bounding_box() for each in checks.all()]
    assert line
    assert boxes
    assert {box and box["height"] for box in boxes} == {line["height"]}


def test_without_scripts_everything_can_be_read_and_every_page_is_reached(
    visit: Visit, address: str
) -> None:
    page = visit(PAGES[0], java_script_enabled=False)
    for path in PAGES:
        page.goto(address + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert len(page.locator("article").inner_text()) > 200, path
        expect(page.locator(".hb-find")).to_be_hidden()
    page.locator(".hb-all").click()
    assert page.locator("article a").count() > 100


def test_without_scripts_the_menu_of_a_phone_opens(visit: Visit) -> None:
    page = visit("roles.html", width=390, java_script_enabled=False)
    page.locator("label.hb-menu").click()
    expect(page.locator(".hb-nav a[aria-current=page]")).to_be_in_viewport()


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(visit: Visit) -> None:
    page = visit("roles.html", width=390)
    button = page.locator("button.hb-menu")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".hb-nav a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    assert page.locator(".md-sidebar--primary").evaluate("each => each.inert")


def test_dark_and_light_follow_the_system_until_the_reader_chooses(visit: Visit) -> None:
    page = visit("index.html", color_scheme="dark")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name="改用浅色").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_the_skip_link_leads_past_the_chrome(visit: Visit) -> None:
    page = visit("processes/complaint-handling.html")
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


def test_the_matrix_shows_what_is_asked_for_and_keeps_its_heads_in_sight(visit: Visit) -> None:
    page = visit("matrix.html")
    rows = page.locator(".hb-matrix tbody tr:not(.hb-matrix__group):visible")
    everything = rows.count()
    page.locator("select[name=chapter]").select_option("customers")
    assert 0 < rows.count() < everything
    page.locator("select[name=letter]").select_option("A")
    page.locator(".hb-filters input[name=text]").fill("客户服务部部长")
    expect(page.locator(".hb-matrix thead th:visible")).to_have_count(2)
    page.get_by_role("button", name="全部显示").click()
    expect(rows).to_have_count(everything)
    region = page.locator(".hb-scroll--matrix")
    region.evaluate("each => each.scrollBy(400, 2000)")
    head = page.locator(".hb-matrix thead th").first.bounding_box()
    frame = region.bounding_box()
    assert abs(head["y"] - frame["y"]) < 3
    assert abs(head["x"] - frame["x"]) < 3


def test_the_page_for_unknown_addresses_leads_on_from_any_depth(visit: Visit) -> None:
    page = visit("404.html")
    assert page.locator("main a").first.get_attribute("href") == "/index.html"
    page.locator("main a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("国内营销中心关键业务流程手册")


def test_on_paper_only_the_article_is_left(visit: Visit) -> None:
    page = visit("processes/complaint-handling.html")
    page.emulate_media(media="print")
    for chrome in (".hb-header", ".md-sidebar--primary", ".hb-footer", ".hb-feedback"):
        expect(page.locator(chrome)).to_be_hidden()
    expect(page.locator(".hb-step").last).to_be_visible()
