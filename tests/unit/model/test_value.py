"""What kind of value the words of a parameter are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.text import plain
from generator.model.value import Value, value_of


def value(source: str) -> Value:
    return value_of(source, plain(source))


@pytest.mark.parametrize(
    ("source", "kind", "amount"),
    [
        ("5000 CNY", "money", "5000"),
        ("-12.50 EUR", "money", "-12.50"),
        ("98%", "percent", "98"),
        ("2.5 %", "percent", "2.5"),
        ("12", "number", "12"),
        ("2h", "due", None),
        ("weekly sat 18:00", "due", None),
        ("5,000 CNY", "text", None),
        ("两人同意", "text", None),
        ("5000 yuan", "text", None),
    ],
)
def test_the_kind_follows_from_the_words(source: str, kind: str, amount: str | None) -> None:
    found = value(source)
    assert found.kind == kind
    assert found.amount == (None if amount is None else Decimal(amount))
    assert (found.currency is None) == (kind != "money")
    assert (found.due is None) == (kind != "due")
    assert (found.text is None) == (kind != "text")
