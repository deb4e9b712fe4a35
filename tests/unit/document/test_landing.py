"""The landing page: from it everybody finds their role, their chapter, and what changed."""

from __future__ import annotations

from pages import facts, links, page_at, page_of, real, section, table, targets
from small import TAKE_ORDER

from generator.document.blocks import Target

EXTRA_ROLE = """# processes/organization.yml
units:
  - {unit: shop, title: Shop, contact: 2nd floor}
  - {unit: market, title: Customers}
  - {unit: yard, title: Yard, parent: shop}
roles:
  - {role: manager, title: Shop manager, unit: shop, reports-to: shop}
  - {role: clerk, title: Sales clerk, unit: shop, reports-to: manager}
  - {role: customer, title: Customer, unit: market, external: true}
  - {role: helper, title: Helper, reports-to: manager}
"""


def test_from_the_landing_page_everybody_finds_their_role() -> None:
    handbook = real()
    shown = links(section(page_of(handbook, "index"), "my-role")).values()
    single = [name for name, role in handbook.roles.items() if not role.members]
    assert {Target("role", name) for name in single} <= set(shown)


def test_a_role_without_a_unit_is_found_too() -> None:
    landing = section(page_at("index", EXTRA_ROLE), "my-role")
    assert facts(landing)["Roles without a unit"] == "Helper"
    assert "Helper" in links(page_at("roles", EXTRA_ROLE))


def test_the_landing_page_leads_to_chapters_lists_and_foreword() -> None:
    shown = targets(page_at("index"))
    assert Target("chapter", "sales") in shown
    assert Target("about", "foreword") in shown
    assert {Target("page", name) for name in ("processes", "roles", "forms", "matrix")} <= set(
        shown
    )
    assert facts(section(page_at("index"), "edition"))["Edition"] == "First edition"


def test_what_changed_last_stands_first() -> None:
    example = TAKE_ORDER + (
        "revisions:\n"
        "  - {version: V1.1, date: 2026-02-01, approved: 2026-02-02, change: Faster}\n"
        "  - {version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: First}\n"
    )
    rows = table(section(page_at("index", example), "changed"))
    assert rows[0] == ("2026-02-02", "P-01-01 Take an order", "V1.1", "Faster")
    assert len(table(section(page_at("changes", example), "revisions"))) == 4


def test_the_page_for_lost_readers_leads_on() -> None:
    assert {Target("page", "index"), Target("page", "processes")} <= set(targets(page_at("404")))
