"""Amounts as people write them are known as amounts, with what the program reads."""

from __future__ import annotations

import pytest

from generator.rules.amount_spelling import amount_meant


@pytest.mark.parametrize(
    ("text", "better", "sure"),
    [
        ("EUR 5000", "5000 EUR", True),
        ("CNY5000.50", "5000.5 CNY", True),
        ("5,00 CNY", "5 CNY", False),
        ("5,5 CNY", "5.5 CNY", False),
        ("5.000,00 CNY", "5000 CNY", False),
        ("5,000.00 EUR", "5000 EUR", False),
        ("5.000 EUR", "5000 EUR", False),
        ("5'000 CHF", "5000 CHF", True),
        ("5 000 EUR", "5000 EUR", True),
        ("1.5k GBP", "1500 GBP", False),
        ("40 GBP.", "40 GBP", True),
        ("40 €", "40 EUR", True),
        ("40.5.1 GBP", "", False),
        ("4 0 GBP", "", False),
    ],
)
def test_an_amount_is_known(text: str, better: str, sure: bool) -> None:
    assert amount_meant(text) == (better, sure)


@pytest.mark.parametrize("text", ["40 GBPS", "5 all", "ISO 9001", "A4", "5wdd", "40-50 GBP", "3d"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert amount_meant(text) is None
