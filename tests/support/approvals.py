"""A handbook with a table of authority: matters by amount, without amounts, and parts of others."""

from __future__ import annotations

from small import book

from generator.model.handbook import Handbook

TABLE = """# processes/organization.yml
roles:
  - {role: owner, title: Owner, unit: shop, reports-to: shop}
  - {role: manager, title: Shop manager, unit: shop, reports-to: owner}
  - {role: clerk, title: Sales clerk, unit: shop, reports-to: manager}
  - {role: buyer, title: Buyer, unit: shop, reports-to: manager}
  - {role: desk, title: Either desk, any-of: [clerk, buyer]}
  - {role: customer, title: Customer, unit: market, external: true}
# processes/parameters.yml
parameters:
  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}
  - {parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}
  - parameter: discount
    code: PA-03
    title: Discounts
    note: Of the list price.
    bands:
      - {up-to: 500 EUR, role: desk}
      - {role: manager}
  - parameter: approvals
    code: PA-04
    title: Who approves what
    note: In force since May.
    authority:
      - {matter: contract, title: Contracts}
      - {matter: territory, title: Territory, of: contract, level: [manager, owner]}
      - {matter: lease, title: Leases, of: contract, level: [manager], up-to: 900 EUR}
      - {matter: lease, of: contract, level: [owner], note: Together with the bank.}
      - {matter: seal, title: Use of the seal, level: [owner]}
"""


def approvals_book(more: str = "") -> Handbook:
    """The handbook; `more` is YAML laid over it."""
    return book(TABLE + more)
