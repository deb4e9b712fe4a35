"""My desk: the questions of a role are answered in two actions, on one screen, by today's date."""

from __future__ import annotations

import re

import pytest
from browsing import Visit
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.slow

SCREENS = ((1440, 900), (390, 844))


def on_one_screen(page: Page, *parts: Locator) -> None:
    """All of it is in sight at once."""
    for part in parts:
        expect(part).to_be_in_viewport(ratio=1)


def rows_of(page: Page, rhythm: str) -> Locator:
    """The rows below a heading and before the next one, of all posts that a role stands for."""
    heads = f'*[self::h3 or self::h4][1][@id="{rhythm}"]'
    return page.locator(f"xpath=//tbody/tr[ancestor::*[preceding-sibling::{heads}]]")


@pytest.mark.parametrize(("width", "height"), SCREENS)
@pytest.mark.parametrize("by", ["http", "file"])
def test_a_complaint_on_the_phone(visit: Visit, by: str, width: int, height: int) -> None:
    page = visit("index.html?role=branch-clerk", by=by, width=width, height=height)
    page.locator(".hb-desk__work").get_by_role("link", name="1 受理登记").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("客户投诉处理")
    step = page.locator(".hb-step").first
    on_one_screen(page, step.get_by_role("heading"), step.get_by_text("2 小时"))
    expect(step).to_have_class(re.compile("hb-step--mine"))


# On a phone the eleven rows of a branch manager are more than one screen.
@pytest.mark.parametrize(
    ("role", "width", "height"),
    [("branch-manager", *SCREENS[0]), ("flagship-manager", *SCREENS[1])],
)
def test_my_weeks_and_months(visit: Visit, role: str, width: int, height: int) -> None:
    page = visit(f"index.html?role={role}", width=width, height=height)
    page.locator(".hb-desk__ways").get_by_role("link", name="每周").click()
    weekly = rows_of(page, "desk-weekly")
    monthly = rows_of(page, "desk-monthly")
    assert weekly.count()
    assert monthly.count()
    on_one_screen(page, weekly.first, monthly.first, monthly.last)


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_what_i_may_approve_alone(visit: Visit, width: int, height: int) -> None:
    page = visit("index.html?role=service-director", width=width, height=height)
    page.locator(".hb-desk__ways").get_by_role("link", name="我能单独批什么").click()
    rows = page.locator("#desk-decides + .hb-scroll tbody tr")
    expect(rows).to_have_count(4)
    expect(rows.filter(has_text="超过 1,000 元")).to_have_count(1)
    on_one_screen(page, rows.first, rows.last)


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_the_weekly_form_as_word(visit: Visit, width: int, height: int) -> None:
    page = visit("index.html?role=branch-manager", width=width, height=height)
    page.locator(".hb-desk__ways").get_by_role("link", name="每周").click()
    row = rows_of(page, "desk-weekly").filter(has_text="编报周报")
    word = row.get_by_role("link", name="Word")
    on_one_screen(page, word)
    expect(word).to_have_attribute("href", "forms/FM-02-01.docx")
    expect(word).to_have_attribute("download", "")


def test_the_choice_is_kept_and_leads_the_other_pages(visit: Visit, address: str) -> None:
    page = visit("index.html")
    expect(page.locator(".hb-desk__work")).to_be_empty()
    page.get_by_label("我的岗位").select_option("branch-manager")
    expect(page.locator("#desk-work")).to_be_visible()
    page.reload()
    expect(page.locator("#desk-work")).to_be_visible()
    page.goto(f"{address}processes/complaint-handling.html")
    assert 0 < page.locator(".hb-step--mine").count() < page.locator(".hb-step").count()
    expect(page.locator(".hb-matrix th.hb-mine")).to_have_text("分公司经理或区域经理")
    page.goto(f"{address}roles/branch-manager.html")
    own = page.get_by_role("button", name="这是我的岗位")
    expect(own).to_have_attribute("aria-pressed", "true")
    own.click()
    page.goto(f"{address}index.html")
    expect(page.locator(".hb-desk__work")).to_be_empty()


def test_what_is_due_goes_by_the_date_of_the_reader(visit: Visit) -> None:
    page = visit("index.html?role=branch-manager")
    parts = page.locator(".hb-desk__work .hb-due__part")
    expect(parts.nth(0)).to_contain_text("今天 12/10")
    expect(parts.nth(1)).to_contain_text("12/12")
    expect(parts.nth(2)).to_contain_text("12/25")
    expect(parts.nth(2)).not_to_contain_text("12/12")
    page.clock.set_fixed_time("2031-01-01T09:00:00")
    page.reload()
    expect(page.locator(".hb-due__end")).to_contain_text("新版手册")


def test_the_desk_says_what_the_page_of_the_role_says_in_the_same_order(
    visit: Visit, address: str
) -> None:
    page = visit("index.html?role=dmc-gm")
    expect(page.locator("#desk-work")).to_be_visible()
    desk = page.locator(".hb-desk__work :is(h3, h4)").all_inner_texts()
    rows = page.locator(".hb-desk__work tr").all_text_contents()
    page.goto(f"{address}roles/dmc-gm.html")
    assert page.locator("article :is(h2, h3)").all_inner_texts() == desk
    assert page.locator("article tr").all_text_contents() == rows


def test_a_role_that_does_not_exist_is_told(visit: Visit) -> None:
    page = visit("index.html?role=nobody", by="file")
    expect(page.locator(".hb-desk__told")).to_have_text("手册里没有这个岗位。")


def test_without_scripts_the_list_of_roles_leads_to_the_same_texts(visit: Visit) -> None:
    page = visit("index.html", java_script_enabled=False)
    expect(page.locator(".hb-desk")).to_be_hidden()
    roles = page.locator("#my-role ~ details").first
    roles.locator("summary").click()
    roles.get_by_role("link", name="国内营销中心总经理").click()
    expect(page.locator("#decides")).to_be_visible()
    page.locator("#due + details summary").click()
    assert page.locator("time").count() > 20


def test_what_is_folded_opens_when_a_link_leads_into_it(visit: Visit) -> None:
    page = visit("roles/dmc-gm.html")
    fold = page.locator("#told + details")
    assert fold.get_attribute("open") is None
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert fold.get_attribute("open") is not None
