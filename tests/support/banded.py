"""A form whose approval goes by amount, filled in row by row of its signatures."""

from __future__ import annotations

from datetime import date
from typing import Any

from filling import fill
from forms import blank, read
from small import book

from generator.base.diagnostics import Result
from generator.collect.record import FormRecord
from generator.model.handbook import Handbook
from generator.rules.examples import step, steps

DAY = date(2026, 11, 21)
BOOK = """# processes/handbook.yml
form-header:
  - {field: document_no, label: No., type: text}
  - {field: filler, label: Filled in by, type: person}

# processes/parameters.yml
parameters:
  - {parameter: approval-limit, code: PA-02, title: Limit, is: 5000 EUR}
  - {parameter: reply-time, code: PA-03, title: Time to answer, is: 2h}
  - parameter: order-approval
    code: PA-01
    title: Approval of orders
    bands:
      - {value: small, up-to: 5000 EUR, role: clerk}
      - {value: medium, up-to: 50000 EUR, role: manager}
      - {value: rest, role: owner}

# processes/organization.yml
roles:
  - {role: owner, title: Owner, unit: shop}
  - {role: manager, title: Shop manager, unit: shop, reports-to: owner}
  - {role: clerk, title: Sales clerk, unit: shop, reports-to: manager}
  - {role: customer, title: Customer, unit: market, external: true}

# processes/sales/forms/order-sheet.yml
code: FM-01-01
title: Order sheet
owner: clerk
revisions:
  - {version: V1.0, date: 2026-11-20, approved: 2026-11-25, change: First issue}
keep: 3y
sections:
  - section: order
    title: Order
    fields:
      - {field: customer, label: Customer, type: text}
      - {field: price, label: Price, type: money, optional: true}
  - section: release
    title: Release
    fields:
      - {field: granted, label: Granted, type: signature, band: order-approval, amount: price,
         conclusions: ["yes please", sent back], refuses: [sent back]}
      - {field: witnessed, label: Witnessed, type: signature, optional: true, sign: all,
         by: [manager, clerk]}
  - section: delivery
    title: Delivery
    fields:
      - {field: delivered, label: Delivered, type: date, optional: true}
rules:
  - {when: price > 100, must: approved(granted), say: Dear orders need approval}

""" + steps(
    step("take", "forms: [{fill: order-sheet.order}, {fill: order-sheet.delivery}]"),
    step("release", "forms: [{approve: order-sheet.release}]", "end: released"),
)


def banded_book() -> Handbook:
    """The handbook with the form."""
    return book(BOOK)


def signed(signer: str, name: str = "Ann", conclusion: str = "yes please") -> dict[str, Any]:
    return {"signer": signer, "name": name, "date": DAY, "conclusion": conclusion}


def values(price: Any, *rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    found = {
        "document_no": "OS-1",
        "filler": "Bob",
        "customer": "Miller",
        "price": price,
        "granted": rows,
        "delivered": DAY,
        **more,
    }
    return {name: value for name, value in found.items() if value not in (None, ())}


def collected(banded: Handbook, wanted: dict[str, Any]) -> Result[FormRecord]:
    return read(fill_by_role(blank(banded), banded, wanted), banded)


def fill_by_role(raw: bytes, banded: Handbook, wanted: dict[str, Any]) -> bytes:
    """Fill signatures into the rows of their roles, not from the top."""
    form = banded.forms["order-sheet"]
    whole = dict(wanted)
    for field in form.fields:
        if field.type == "signature" and field.field in wanted:
            titles = [banded.roles[role].title.source for role in field.by]
            given = {row["signer"]: row for row in wanted[field.field]}
            whole[field.field] = tuple(given.get(t, {"signer": t}) for t in titles)
    return fill(raw, banded, form, whole)
