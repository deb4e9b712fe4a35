"""The search finds words, parts of words and codes, best first, over http and from a folder."""

from __future__ import annotations

import pytest
from browsing import Visit
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow


def search(page: Page, words: str) -> list[str]:
    """Open the search, type, and return the titles of the hits."""
    if not page.locator(".hb-search[open]").count():
        page.keyboard.press("/")
    page.locator(".hb-search__input").fill(words)
    expect(page.locator(".hb-search__status")).not_to_be_empty()
    return page.locator(".hb-hit__title").all_inner_texts()


BEST = {
    "周报": "FM-02-01 市场信息周报表（含日登记）",
    "P-02-02": "P-02-02 每周市场信息收集与报告",
    "p-02-02": "P-02-02 每周市场信息收集与报告",
    "ｐ－０２－０２": "P-02-02 每周市场信息收集与报告",
    "诉处": "P-07-02 客户投诉处理",
    "分公司经理": "分公司经理",
    "投诉 时限": "PA-09 投诉时限",
}


@pytest.mark.parametrize("by", ["http", "file"])
def test_the_best_hit_stands_first(visit: Visit, by: str) -> None:
    page = visit("index.html", by=by)
    assert {words: search(page, words)[0] for words in BEST} == BEST


def test_words_for_things_are_found_wherever_they_stand(visit: Visit) -> None:
    page = visit("index.html")
    assert "竞品" in search(page, "竞品")[0]
    assert search(page, "督导")
    assert search(page, "无此词") == []


@pytest.mark.parametrize("by", ["http", "file"])
@pytest.mark.promise("T32")
def test_a_hit_leads_to_the_step_itself(visit: Visit, by: str) -> None:
    page = visit("roles/branch-manager.html", by=by)
    search(page, "受理登记")
    page.locator(".hb-hit a[href*='#step-']").first.click()
    expect(page.locator(":target")).to_have_text("受理登记")
    expect(page.locator(":target")).to_be_in_viewport()


def test_everything_works_by_keyboard(visit: Visit) -> None:
    page = visit("index.html")
    page.keyboard.press("s")
    expect(page.locator(".hb-search__input")).to_be_focused()
    page.keyboard.type("投诉")
    expect(page.locator(".hb-hit")).not_to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hb-hit a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".hb-search__input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".hb-search")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator(".hb-search__input")).to_be_focused()
    expect(page.locator(".hb-hit")).not_to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url("**/processes/complaint-handling.html")


@pytest.mark.promise("T2")
def test_what_is_typed_is_never_markup(visit: Visit) -> None:
    page = visit("index.html")
    search(page, "<img src=x onerror=alert(1)>")
    assert page.locator(".hb-search img").count() == 0
