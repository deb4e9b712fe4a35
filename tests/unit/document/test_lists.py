"""The lists of processes, roles and forms: found in one look, with what one looks for."""

from __future__ import annotations

from pages import badges, links, page_at, section, table
from small import TAKE_ORDER

from generator.document.blocks import Download, Target

ROLES = """# processes/organization.yml
units:
  - {unit: shop, title: Shop}
  - {unit: market, title: Customers}
roles:
  - {role: manager, title: Shop manager, unit: shop, reports-to: shop, duties: [Leads, Decides]}
  - {role: clerk, title: Sales clerk, unit: shop, reports-to: manager}
  - {role: customer, title: Customer, unit: market, external: true}
  - {role: helper, title: Helper, reports-to: manager}
  - {role: anyone, title: Whoever is there, any-of: [manager, clerk]}
  - {role: both, title: The two, all-of: [manager, clerk]}
"""


def test_processes_chapter_by_chapter() -> None:
    page = page_at("processes")
    assert (page.title, page.kind) == ("All processes", "list")
    assert table(section(page, "sales")) == [
        ("P-01-01 Take an order", "Shop manager", "V1.0 for trial", "2026-01-01",
         "Every order is answered the same day."),
        ("P-01-02 Ship an order", "Shop manager", "V1.0 for trial", "2026-01-01",
         "Goods leave complete and on time."),
    ]  # fmt: skip
    assert badges(page) == [("trial", "for trial")] * 2


def test_a_draft_has_its_badge_and_is_not_in_force() -> None:
    draft = TAKE_ORDER + "revisions:\n  - {version: V2.0, date: 2026-03-01, change: x}\n"
    page = page_at("processes", draft)
    assert ("draft", "draft") in badges(page)
    assert table(section(page, "sales"))[0][3] == "not in force (draft)"


def test_forms_with_who_fills_them_and_where() -> None:
    (row,) = table(section(page_at("forms"), "sales"))
    assert row == (
        "FM-01-01 Order sheet",
        "V1.0 for trial",
        "Sales clerk, Shop manager",
        "P-01-01 Take an order; P-01-02 Ship an order",
        "",
    )


def test_word_forms_that_were_made_are_downloads() -> None:
    target = Target("download", "forms/order-sheet.docx")
    page = page_at("forms", downloads={"forms/order-sheet": (Download("Form (Word)", target),)})
    assert links(page)["order-sheet.docx"] == target


def test_roles_unit_by_unit_then_those_without_one() -> None:
    page = page_at("roles", ROLES)
    assert table(section(page, "shop")) == [
        ("Shop manager", "Leads", "1", "Shop"),
        ("Sales clerk", "", "3", "Shop manager"),
    ]
    assert links(section(page, "shop").note)["page of the unit"] == Target("unit", "shop")
    assert table(section(page, "roles_without_unit")) == [("Helper", "", "0", "Shop manager")]


def test_collective_roles_stand_for_one_or_all_of_their_members() -> None:
    assert table(section(page_at("roles", ROLES), "collective_roles")) == [
        ("Whoever is there", "one of: Shop manager, Sales clerk"),
        ("The two", "all of: Shop manager, Sales clerk"),
    ]
