"""Formulas of forms are said with the labels that stand on the paper."""

from __future__ import annotations

import pytest
from pages import context
from small import book

from generator.document.form_words import FUNCTION_WORDS, formula_words
from generator.model.form import Formula
from generator.notation.expression_tokens import FUNCTIONS

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


def test_every_function_of_the_language_has_words() -> None:
    assert set(FUNCTION_WORDS) == set(FUNCTIONS)


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


@pytest.mark.parametrize(
    ("formula", "kind", "said"),
    [
        ("from_day", "date", "First day"),
        ("today()", "date", "today"),
        ("from_day + 3d", "date", "First day + 3 days"),
        ("price - (count - 1)", "number", "Unit price − (Quantity − 1)"),
        ("price + (count + 1)", "number", "Unit price + Quantity + 1"),
        ("document_no", "text", "Number"),
    ],
)
def test_dates_texts_and_fields_of_the_head(formula: str, kind: str, said: str) -> None:
    assert words(formula, kind) == said


RULES = """# processes/sales/forms/order-sheet.yml
rules:
  - {must: 'FORMULA', say: So it is}
"""


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("filled(customer) and amount >= 1", "Customer is filled in and Amount ≥ 1"),
        ("kind = 'stock' or kind <> 'custom'", "Kind = “stock” or Kind ≠ “custom”"),
        ("not filled(customer)", "not Customer is filled in"),
        ("amount <= ${approval-limit}", "Amount ≤ 5,000 EUR"),
        ("placed_on < today()", "Ordered on < today"),
        ("amount > -1", "Amount > −1"),
    ],
)
def test_rules(formula: str, said: str) -> None:
    handbook = book(RULES.replace("'FORMULA'", '"' + formula + '"'))
    form = handbook.forms["order-sheet"]
    assert formula_words(context(handbook), form, form.rules[0].must) == said


def test_columns_are_called_by_their_labels_with_and_without_their_table() -> None:
    inside = FORM.replace("label: Remark, type: text, optional: true", "label: Twice, type: number,"
                          " computed: sum * 2").replace(
        "      - {field: out, label: Result, type: TYPE, computed: 'FORMULA'}\n", ""
    )  # fmt: skip
    handbook = book(inside)
    form = handbook.forms["order-sheet"]
    lines = next(each for each in form.fields if each.field == "lines")
    assert lines.columns[1].computed is not None
    assert formula_words(context(handbook), form, lines.columns[1].computed) == "Sum of line × 2"


def test_what_could_not_be_read_stands_as_it_was_written() -> None:
    handbook = book()
    broken = Formula(source="price ** 2")
    assert formula_words(context(handbook), handbook.forms["order-sheet"], broken) == "price ** 2"
