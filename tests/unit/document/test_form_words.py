"""Formulas of forms are said with the labels that stand on the paper."""

from __future__ import annotations

import pytest
from pages import context
from small import book

from generator.document.form_words import formula_words

FORM = """# processes/sales/forms/order-sheet.yml
sections:
  - section: order
    title: Order
    fields:
      - {field: price, label: Unit price, type: number}
      - {field: count, label: Quantity, type: number}
      - {field: from_day, label: First day, type: date}
      - {field: to_day, label: Last day, type: date}
      - field: lines
        label: Lines
        type: table
        rows: 3
        columns:
          - {field: sum, label: Sum of line, type: number}
          - {field: note, label: Remark, type: text, optional: true}
      - {field: out, label: Result, type: TYPE, computed: 'FORMULA'}
  - section: release
    title: Release
    fields:
      - {field: sign, label: Signature, type: signature, by: manager}
"""


def words(formula: str, kind: str = "number") -> str:
    handbook = book(FORM.replace("FORMULA", formula).replace("TYPE", kind))
    form = handbook.forms["order-sheet"]
    field = next(each for each in form.fields if each.field == "out")
    assert field.computed is not None
    return formula_words(context(handbook), form, field.computed)


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("price * count", "Unit price × Quantity"),
        ("price / count - 2", "(Unit price ÷ Quantity) − 2"),
        ("price + count * 2", "Unit price + Quantity × 2"),
        ("(price + count) * 2", "(Unit price + Quantity) × 2"),
        ("-price", "−Unit price"),
        ("sum(lines.sum)", "sum of Sum of line"),
        ("sum(lines.sum) * price", "sum of Sum of line × Unit price"),
        ("count(lines)", "number of Lines"),
    ],
)
def test_numbers(formula: str, said: str) -> None:
    assert words(formula) == said
