"""A small handbook with a form of every field type, and its collector."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from small import book

from generator.base.diagnostics import Result
from generator.base.i18n import Catalogue
from generator.collect.collecting import Collector
from generator.collect.record import FormRecord
from generator.document.context import Context
from generator.model.form import Form
from generator.model.handbook import Handbook
from generator.renderers.word.forms import form_docx
from generator.renderers.word.ooxml.house import House

TODAY = date(2026, 12, 1)
HEADER = """
form-header:
  - {field: document_no, label: No., type: text}
  - {field: filled_on, label: Date, type: date}
"""
EVERY_TYPE = """# processes/sales/forms/order-sheet.yml
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
      - {field: customer, label: Customer, type: text, max-length: 20}
      - {field: wishes, label: Wishes, type: long-text, optional: true}
      - {field: pieces, label: Pieces, type: integer, min: 1, max: 100}
      - {field: weight, label: Weight, type: number, unit: kg, optional: true}
      - {field: deposit, label: Deposit, type: money, optional: true}
      - {field: discount, label: Discount, type: percent, optional: true}
      - {field: wanted, label: Wanted on, type: date}
      - {field: hour, label: Hour, type: time, optional: true}
      - {field: called, label: Called at, type: date-time, optional: true}
      - {field: way, label: Way, type: choice, options: [shop, phone, post]}
      - {field: extras, label: Extras, type: choices, optional: true, options: [bell, lamp, rack]}
      - {field: agreed, label: Terms agreed, type: check}
      - {field: seller, label: Seller, type: person, optional: true}
      - {field: post, label: Post, type: role, optional: true}
      - {field: branch, label: Branch, type: unit, optional: true}
      - field: goods
        label: Goods
        type: table
        rows: 3
        min-rows: 1
        columns:
          - {field: article, label: Article, type: text, unique: true}
          - {field: amount, label: Amount, type: integer, min: 1}
          - {field: price, label: Price, type: money}
          - {field: sum, label: Sum, type: money, computed: amount * price}
          - {field: urgent, label: Urgent, type: check, optional: true}
        rules:
          - {must: price >= 0, say: No price is below zero}
      - field: marks
        label: Marks
        type: table
        rows: 2
        optional: true
        columns:
          - {field: item, label: Item, type: choice, options: [frame, brakes]}
          - {field: points, label: Points, type: integer, min: 0, max: 10}
          - {field: sound, label: Sound, type: check, optional: true}
      - {field: total, label: Total, type: money, computed: sum(goods.sum)}
  - section: release
    title: Release
    fields:
      - {field: reason, label: Reason, type: long-text, optional: true}
      - {field: approved, label: Approved, type: signature, by: [manager, clerk],
         conclusions: [yes please, no]}
rules:
  - {must: wanted >= filled_on, say: Nothing can be wanted before the order}
  - {when: filled(agreed), must: filled(customer), say: Who agreed must be named}
"""


@cache
def handbook(form: str = EVERY_TYPE) -> Handbook:
    """The English starter with the form of every type in place of its own."""
    return book("# processes/handbook.yml\n" + HEADER.lstrip() + "\n" + form)


def context(book_: Handbook | None = None) -> Context:
    """The context of the handbook's own language."""
    return Context.of(book_ or handbook(), Catalogue("en"), Catalogue("en"))


def order_sheet(book_: Handbook | None = None) -> Form:
    """The form of every type."""
    return (book_ or handbook()).forms["order-sheet"]


def blank(book_: Handbook | None = None) -> bytes:
    """The form as it is handed out."""
    ctx = context(book_)
    return form_docx(ctx, order_sheet(book_), House())


def good() -> dict[str, Any]:
    """Values that hold, whatever is optional left out."""
    return {
        "document_no": "OS-1",
        "filled_on": date(2026, 11, 20),
        "customer": "Miller <& Co>",
        "pieces": 2,
        "wanted": date(2026, 12, 24),
        "way": "phone",
        "agreed": True,
        "goods": ({"article": "X-1", "amount": 2, "price": 100},),
        "approved": (
            {
                "signer": "Shop manager",
                "name": "Ann",
                "date": date(2026, 11, 21),
                "conclusion": "yes please",
            },
        ),
    }


def read(raw: bytes, book_: Handbook | None = None, name: str = "order.docx") -> Result[FormRecord]:
    """Collect one file."""
    return Collector(context(book_)).collect(name, raw, TODAY)


def codes(result: Result[FormRecord]) -> list[str]:
    """The codes of the findings."""
    return [each.rule.code for each in result.diagnostics]
