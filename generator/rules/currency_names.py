"""What people call a currency, and what stands in the place of one: 5000 EURO, 40 美元."""

from __future__ import annotations

import re

from generator.base.i18n import currencies_called, known_currencies
from generator.model.value import Value
from generator.rules.amounts import as_value

# What people call a currency, in capitals; Chinese names are those of Babel besides.
_EVERYDAY = {
    **dict.fromkeys(("RMB", "YUAN", "RENMINBI", "KUAI"), "CNY"),
    **dict.fromkeys(("UKP", "STG", "POUND", "POUNDS", "STERLING", "QUID"), "GBP"),
    **dict.fromkeys(("EURO", "EUROS"), "EUR"),
    **dict.fromkeys(("USS", "DOLLAR", "DOLLARS", "BUCKS", "美金", "美刀"), "USD"),
    **dict.fromkeys(("YEN", "日币"), "JPY"),
    **dict.fromkeys(("FRANC", "FRANCS", "瑞郎"), "CHF"),
    **dict.fromkeys(("港币", "港元", "港纸"), "HKD"),
    **dict.fromkeys(("台币", "新台币"), "TWD"),
}
_WIDESPREAD = frozenset(("CNY", "EUR", "GBP", "HKD", "JPY", "USD"))
# Units of measure in capitals, which may stand where a currency stands.
_MEASURES = re.compile(
    r"[KMGT]?B(?:PS)?|[KMGTN]?M|[KMG]?G|[DCMH]?L|[KMGT]?(?:WH?|VA|HZ|PA|J|CAL|N)|CM|DM|DBA?|PH|PP[MB]|PCS?"
    r"|EA|BTU|RPM|DPI|PX|BAR|LUX|LM|FT|YD|IN|OZ|LBS?|TEU|FTE|PT|ETC"
)
_ABBREVIATED = re.compile("[A-Z]{2,5}")
_UNIT = re.compile(r"-?\d[\d,，.]*\s?(?P<unit>[A-Za-z]{2,12}|[\u4e00-\u9fff]{2,4})")


def in_place_of_currency(value: Value) -> str | None:
    """Return the word behind the number of a value where it stands for a currency: 5000 EURO."""
    found = _UNIT.fullmatch(value.source) if value.kind == "text" else None
    if found is None or as_value(value.source) is not None:
        return None  # no amount at all, or one that HB219 tells
    unit = found["unit"]
    if _ABBREVIATED.fullmatch(unit) and not _MEASURES.fullmatch(unit):
        return unit
    return unit if currency_called(unit) else None


def no_currency(value: Value) -> bool:
    """Whether a value is an amount in a currency that does not exist."""
    unit = in_place_of_currency(value)
    return unit is not None and unit not in known_currencies()


def currency_called(word: str) -> str | None:
    """Return the currency that people call so, also with two letters exchanged."""
    if word.isascii():
        capitals = word.upper()
        one = capitals.removesuffix("S")
        if one != capitals and one in _WIDESPREAD and not _MEASURES.fullmatch(capitals):
            return one  # 40 eurs, 500 CNYs
        letters = sorted(capitals)
        return next((code for name, code in _EVERYDAY.items() if sorted(name) == letters), None)
    return _EVERYDAY.get(word) or currencies_called("zh").get(word)
