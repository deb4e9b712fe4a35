"""The lists of processes, roles and forms, the matrix, the changes."""

from __future__ import annotations

import pytest
from pages import badges, links, page_at, section, table
from small import TAKE_ORDER

from generator.document import overview_pages
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


def test_drafts_are_marked_in_the_lists() -> None:
    draft = TAKE_ORDER + "revisions:\n  - {version: V2.0, date: 2026-03-01, change: x}\n"
    assert ("draft", "draft") in badges(page_at("processes", draft))
    assert badges(page_at("processes")) == []
    first = table(section(page_at("processes", draft), "sales"))[0]
    assert first[3] == "not in force (draft)"


def test_roles_are_listed_with_their_work_and_collective_roles_with_their_members() -> None:
    example = EXTRA_ROLE + "  - {role: anyone, title: Whoever is there, any-of: [manager, clerk]}\n"
    shown = page_at("roles", example)
    assert table(section(shown, "shop"))[1] == ("Sales clerk", "", "3", "Shop manager")
    assert table(section(shown, "collective_roles")) == [
        ("Whoever is there", "one of: Shop manager, Sales clerk")
    ]


def test_a_matrix_too_large_for_a_page_gives_way_to_those_of_the_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(overview_pages, "MOST_CELLS", 1)
    found = links(page_at("matrix").blocks).values()
    assert Target("process", "take-order", "responsibilities") in found
