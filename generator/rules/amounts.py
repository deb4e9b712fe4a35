"""Amounts, shares and times as people write them: 5,000 元, 五万元, £40, 95％, 3个工作日."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from generator.base.numerals import NUMERALS, UNITS, in_digits
from generator.notation.duration import parse_duration
from generator.notation.spelling import respell

_CHINESE = {"元", "圆", "块", "人民币", "RMB"}
_VAGUE = frozenset("数几近上多.点第")
SIGNS = {
    "£": "GBP",
    "€": "EUR",
    "$": "USD",
    "US$": "USD",
    "¥": "CNY",
    "￥": "CNY",
    "HK$": "HKD",
    "NT$": "TWD",
}
"""The signs of currencies, and which they mean where nothing else is said."""
_AMOUNT = re.compile(
    r"(?<![\d.,，])(?P<number>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?"
    r"(?P<unit>[十百千万亿]{0,2}) ?(?P<currency>元(?!素)|圆|块|人民币|RMB|[A-Z]{3}\b)"
)
_SIGNED = re.compile(
    r"(?P<sign>(?:US|HK|NT)\$|[£€$¥￥]) ?(?P<rest>\d[\d,，]*(?:\.\d+)? ?[十百千万亿]{0,2})"
)
_NUMERAL = re.compile(rf"(?P<number>[{NUMERALS}]+)(?P<currency>元整?|圆整?|块|人民币)")
_SHARE = re.compile(r"(\d+(?:\.\d+)?) ?(?:％|百分之?|percent|per cent)|百分之(\d+(?:\.\d+)?)")


def amounts_in(text: str) -> Iterator[tuple[int, int, Decimal, str]]:
    """Yield start, end, amount and currency of each amount in a sentence, as they stand there.

    Digits behind other digits, and numerals that only begin like one (数千元, 几万元), are none.
    """
    for found in _AMOUNT.finditer(text):
        yield *found.span(), _amount_of(found), _currency(found["currency"])
    if any(sign in text for sign in "£€$¥￥"):
        for found in _SIGNED.finditer(text):
            # A sum that says its currency twice (￥5000元) has been found already.
            if text[found.end() : found.end() + 1] not in _CHINESE:
                number = _AMOUNT.fullmatch(f"{found['rest'].strip(' ,，')} CNY")
                if number:
                    end = found.start() + len(found[0].rstrip(" ,，"))
                    yield found.start(), end, _amount_of(number), SIGNS[found["sign"]]
    if "元" in text or "圆" in text:
        for found in _NUMERAL.finditer(text):
            before = text[: found.start()][-1:]
            if found["currency"] != "块" and not before.isdecimal() and before not in _VAGUE:
                yield *found.span(), Decimal(in_digits(found["number"])), "CNY"


def _amount_of(found: re.Match[str]) -> Decimal:
    number = Decimal(re.sub("[,，]", "", found["number"]))
    for unit in found["unit"]:
        number *= UNITS[unit]
    return number


def _currency(written: str) -> str:
    return "CNY" if written in _CHINESE else written


def as_value(text: str) -> str | None:
    """Return a value that is a quantity to people and words to the program as it should be.

    None where it is no quantity. The value reads as money, a share or a duration then.
    """
    text = text.strip()
    return _money(text) or _share(text) or _duration(text)


def _money(text: str) -> str | None:
    if signed := _SIGNED.fullmatch(text):
        text = f"{signed['rest'].strip()} {SIGNS[signed['sign']]}"
    if numeral := _NUMERAL.fullmatch(text):
        return f"{in_digits(numeral['number'])} CNY"
    found = _AMOUNT.fullmatch(text) or _AMOUNT.fullmatch(text.upper())
    if found is None:
        return None
    currency = _currency(found["currency"])
    if text != text.upper() and currency not in SIGNS.values():
        return None  # three small letters may be anything: 5wdd is no amount
    return f"{_amount_of(found).normalize():f} {currency}"


def _share(text: str) -> str | None:
    found = _SHARE.fullmatch(unicodedata.normalize("NFKC", text).replace("%", "％"))
    return f"{found[1] or found[2]}%" if found else None


def _duration(text: str) -> str | None:
    better = respell(text)
    return better if better != text and parse_duration(better).value is not None else None
