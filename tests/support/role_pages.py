"""Pages of roles of the English starter, and what stands on them."""

from __future__ import annotations

from pages import context, section
from small import book

from generator.document.blocks import Page, Row, Section, Table, text_of
from generator.document.role_page import role_page

ROLES = """# processes/organization.yml
units:
  - {unit: shop, title: Shop}
  - {unit: market, title: Customers}
roles:
  - {role: manager, title: Shop manager, unit: shop, reports-to: shop}
  - role: clerk
    title: Sales clerk
    unit: shop
    reports-to: [{role: manager, for: sales}]
    holders: 3
    duties: [Serves customers, Keeps the ledger]
    attributes: {Key: front door}
  - {role: customer, title: Customer, unit: market, external: true}
  - {role: anyone, title: Whoever is there, any-of: [manager, clerk]}
  - {role: everybody, title: The whole shop, all-of: [manager, clerk]}
"""


def page(name: str, example: str = "") -> Page:
    handbook = book(example)
    return role_page(context(handbook), handbook.roles[name])


def sections_of(page_: Page) -> list[Section]:
    """All sections of a page, those within others too."""
    found = [each for each in page_.blocks if isinstance(each, Section)]
    for each in found:
        found += [inner for inner in each.blocks if isinstance(inner, Section)]
    return found


def rows_of(part: Section) -> list[Row]:
    """The rows of the tables of a section."""
    return [row for each in part.blocks if isinstance(each, Table) for row in each.rows]


def work(page_: Page, anchor: str = "at-once") -> list[tuple[str, ...]]:
    """The rows of the steps that come as often as the anchor says."""
    return [tuple(map(text_of, row.cells)) for row in rows_of(section(page_, anchor))]
