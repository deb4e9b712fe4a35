"""The page of a role: where it stands, and that it holds together what its parts say."""

from __future__ import annotations

from pages import badges, facts, has, section
from role_pages import ROLES, page, work
from small import TAKE_ORDER, step, steps

from generator.document.blocks import text_of


def test_a_collective_role_names_its_members() -> None:
    example = ROLES + steps(step("take", "end: done", role="anyone"))
    assert facts(page("anyone", example))["One of"] == "Shop manager, Sales clerk"
    assert facts(page("everybody", example))["All of"] == "Shop manager, Sales clerk"
    assert [row[0] for row in work(page("anyone", example))] == ["1 Take"]


def test_where_a_role_stands() -> None:
    said = facts(section(page("clerk", ROLES), "summary"))
    assert said["Unit"] == "Shop"
    assert said["Reports to"] == "Shop manager (sales)"
    assert said["Holders"] == "3"
    assert said["Key"] == "front door"
    assert "Keeps the ledger" in [text_of(each) for each in page("clerk", ROLES).blocks[0].items]
    assert facts(page("manager", ROLES))["Reporting to it"] == "Sales clerk"


def test_who_is_outside_is_marked() -> None:
    assert badges(page("customer").badges) == [("info", "outside the company")]
    assert badges(page("clerk").badges) == []


def test_a_role_without_any_part_has_only_its_summary() -> None:
    example = ROLES.replace(
        "reports-to: shop}",
        "reports-to: shop}\n  - {role: cat, title: Cat, unit: shop, reports-to: manager}",
    )
    shown = page("cat", example + TAKE_ORDER + "code: P-01-01\n")
    assert [each for each in ("work", "due", "asked", "told", "owned") if has(shown, each)] == []
    assert facts(shown)["Reports to"] == "Shop manager"
