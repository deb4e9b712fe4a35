"""Amounts in spellings that the program does not read: EUR 5000, 5,00 CNY, 5.000,00 €, 1.5k GBP."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.base.i18n import known_currencies
from generator.model.value import Value
from generator.rules.amounts import SIGNS, as_value
from generator.rules.currency_names import currency_called, no_currency

_NUMBER = r"(?P<number>-?\d(?:[\d.,，'’ \u00a0]*\d)?)(?:[.,，]-?)? ?(?P<times>[kKmM](?![A-Za-z]))?"
_CURRENCY = r"(?P<currency>[A-Za-z]{3,12}|(?:US|HK|NT)?[£€$¥￥]|[\u4e00-\u9fff]{1,4})"
_FORMS = (
    re.compile(rf"{_NUMBER} ?{_CURRENCY}[.。]?"),
    re.compile(rf"{_CURRENCY}[.:：]? ?{_NUMBER}"),
)
_TIMES = {"": 1, "k": 1_000, "m": 1_000_000}
_PLAIN = re.compile(r"-?\d+(?:\.\d{1,2})?")
_GROUPED = re.compile(r"-?\d{1,3}(?:(?P<mark>[.,，'’ \u00a0])\d{3})(?:(?P=mark)\d{3})*")
_DECIMALS = re.compile(r"(?P<whole>-?[\d.'’ \u00a0]+?)[,，](?P<part>\d{1,2})")
_MEASURES = frozenset({"GBPS", "MBPS", "TBPS", "KBPS"})


def amount_meant(text: str) -> tuple[str, bool] | None:
    """Return an amount as the program reads it, and whether it can mean nothing else.

    None where the text is no number with a currency; the amount is empty where it is one, and
    nobody can say which: `40.5.1 GBP`.
    """
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        currency = _currency(found["currency"]) if found else None
        if found and currency:
            number, sure = _number(found["number"])
            if number is None:
                return "", False
            times = _TIMES[(found["times"] or "").lower()]
            return f"{(number * times).normalize():f} {currency}", sure and times == 1
    return None


def is_told(value: Value) -> bool:
    """Whether a value in words is an amount that is told where it stands (HB219, HB233)."""
    words = value.source
    return bool(as_value(words) or amount_meant(words)) or no_currency(value)


def _currency(word: str) -> str | None:
    if word in SIGNS:
        return SIGNS[word]
    if word.upper() in _MEASURES:
        return None
    if word.isascii() and len(word) == len("CNY") and word.upper() in known_currencies():
        # Three small letters may be any word.
        return word.upper() if word.isupper() or word.upper() in SIGNS.values() else None
    return currency_called(word)


def _number(written: str) -> tuple[Decimal | None, bool]:
    """The number of some digits and separators, and whether it can be no other."""
    if _PLAIN.fullmatch(written):
        return Decimal(written), True
    if grouped := _GROUPED.fullmatch(written):
        # A point or a comma may part thousands or decimals: 5.000 is five to one half of Europe.
        return Decimal(re.sub(r"[^\d-]", "", written)), grouped["mark"] not in ".,，"
    whole, _, part = written.rpartition(".")
    if whole and part.isdecimal() and "." not in whole and re.fullmatch(r"[\d,，'’ ]+", whole):
        return (Decimal(f"{_digits(whole)}.{part}"), False) if _GROUPED.fullmatch(whole) else _NO
    found = _DECIMALS.fullmatch(written)
    if found and (found["whole"].isdecimal() or _GROUPED.fullmatch(found["whole"])):
        return Decimal(f"{_digits(found['whole'])}.{found['part']}"), False
    return _NO


_NO: tuple[None, bool] = (None, False)


def _digits(written: str) -> str:
    return re.sub(r"\D", "", written)
