"""What a change refers to is named by titles; what nothing is known of stands as it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pages import context
from small import book

from generator.document.changes.names import id_words, title_of
from generator.model.changes import Element

FORM = Element("form", "order-sheet")
HEADER = """# processes/handbook.yml
form-header: [{field: filler, label: Filled in by, type: person}]
"""


@pytest.mark.parametrize(
    ("key", "name", "said"),
    [
        ("owner", "clerk", "Sales clerk"),
        ("reports-to", "shop", "Shop"),
        ("covers", "order", "Order"),
        ("amount", "amount", "Amount"),
        ("band", "approval-limit", "Orders the clerk may release"),
        ("calendar.workdays", "fri", "Friday"),
        ("rules.HB101", "off", "off"),
        ("languages", "zh", "中文"),
        ("kind", "external", "External information"),
        ("successor", "order-sheet", "FM-01-01 Order sheet"),
        ("successor", "nowhere", "nowhere"),
        ("covers", "nowhere", "nowhere"),
    ],
)
def test_an_id_is_named_by_what_its_key_refers_to(key: str, name: str, said: str) -> None:
    assert id_words(context(book()), (FORM,), key, name) == said


def test_a_field_of_the_common_header_is_named_by_its_label() -> None:
    ctx = context(book(HEADER))
    header = Element("handbook", "")
    assert title_of(ctx, (header, Element("field", "filler"))) == "handbook · Filled in by"
    assert title_of(ctx, (header, Element("field", "gone"))) == "handbook · gone"


def test_a_text_that_something_is_known_by_has_its_values_filled_in() -> None:
    path = (Element("process", "take-order"), Element("exception", "More than ${approval-limit}"))
    assert title_of(context(book()), path).endswith(" · More than 5,000 EUR")


def test_a_term_is_named_as_the_glossary_does_in_each_language() -> None:
    glossary = (
        "# processes/glossary.yml\nterms: [{term: order, title: 订单, en: Order, definition: x}]"
    )
    ctx, english = context(book(glossary), "zh"), context(book(glossary), "en")
    path = (Element("term", "order"),)
    assert title_of(replace(ctx, words=replace(ctx.words, first="zh")), path) == "订单"
    assert title_of(replace(english, words=replace(english.words, first="zh")), path) == "Order"
    assert title_of(english, (Element("term", "gone"),)) == "gone"


RULES = """# processes/sales/forms/order-sheet.yml
rules: [{must: placed_on <= today(), say: Not in the future}]
"""


def test_a_rule_of_a_form_is_named_with_the_labels_of_its_fields() -> None:
    (rule,) = book(RULES).forms["order-sheet"].rules
    path = (FORM, Element("rule", str(rule.must.expression)))
    assert title_of(context(book(RULES)), path).endswith(" · Ordered on ≤ today")
    gone = (FORM, Element("rule", "a > b"))
    assert title_of(context(book(RULES)), gone).endswith(" · a > b")
