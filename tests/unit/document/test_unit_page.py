"""The page of a unit."""

from __future__ import annotations

from pages import facts, has, page_at, section, table

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


def test_a_unit_has_its_place_its_roles_and_its_work() -> None:
    shop, yard = page_at("units/shop", EXTRA_ROLE), page_at("units/yard", EXTRA_ROLE)
    assert facts(shop)["Units below"] == "Yard"
    assert facts(shop)["How to reach it"] == "2nd floor"
    assert facts(shop)["Works in"] == "P-01-01 Take an order; P-01-02 Ship an order"
    assert [row[0] for row in table(section(shop, "roles"))] == ["Shop manager", "Sales clerk"]
    assert facts(yard)["Part of"] == "Shop"
    assert not has(yard, "roles")
