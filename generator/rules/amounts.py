"""Amounts of money as people write them: 5,000 元, 5万元, 2.5 万, 5000 CNY."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000, "": 1}
AMOUNT = re.compile(
    r"(?<![\d.,，])(?P<number>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?"
    r"(?P<unit>[十百千万亿]{0,2}) ?(?P<currency>元(?!素)|圆|块|人民币|RMB|[A-Z]{3}\b)"
)
"""An amount with its currency; `amount_of` reads a match."""


def amount_of(found: re.Match[str]) -> Decimal:
    """Return the amount of a match of `AMOUNT`."""
    number = Decimal(re.sub("[,，]", "", found["number"]))
    for unit in found["unit"]:
        number *= _UNITS[unit]
    return number
