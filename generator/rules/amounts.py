"""Amounts, shares and times as people write them: 5,000 元, 五万元, £40, 95％, 3个工作日."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from generator.notation.duration import parse_duration
from generator.notation.spelling import respell

_UNITS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000, "": 1}
_CHINESE = {"元", "圆", "块", "人民币", "RMB"}
_SIGNS = {"£": "GBP", "€": "EUR", "$": "USD", "¥": "CNY", "￥": "CNY", "HK$": "HKD", "NT$": "TWD"}
AMOUNT = re.compile(
    r"(?<![\d.,，])(?P<number>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?"
    r"(?P<unit>[十百千万亿]{0,2}) ?(?P<currency>元(?!素)|圆|块|人民币|RMB|[A-Z]{3}\b)"
)
"""An amount with its currency; `amount_of` reads a match."""
_SIGNED = re.compile(
    r"(?P<sign>HK\$|NT\$|[£€$¥￥]) ?(?P<rest>\d[\d,，]*(?:\.\d+)? ?[十百千万亿]{0,2})"
)
_NUMERAL = re.compile(
    r"(?P<number>[零〇一二两三四五六七八九十百千万亿]+)(?P<currency>元整?|圆整?|块|人民币)"
)
_DIGITS = {"零": 0, "〇": 0, "两": 2} | {
    each: at for at, each in enumerate("一二三四五六七八九", 1)
}
_SHARE = re.compile(r"(\d+(?:\.\d+)?) ?(?:％|百分之?|percent|per cent)|百分之(\d+(?:\.\d+)?)")


def amount_of(found: re.Match[str]) -> Decimal:
    """Return the amount of a match of `AMOUNT`."""
    number = Decimal(re.sub("[,，]", "", found["number"]))
    for unit in found["unit"]:
        number *= _UNITS[unit]
    return number


def as_value(text: str) -> str | None:
    """Return a value that is a quantity to people and words to the program as it should be.

    None where it is no quantity. The value reads as money, a share or a duration then.
    """
    text = text.strip()
    return _money(text) or _share(text) or _duration(text)


def _money(text: str) -> str | None:
    if signed := _SIGNED.fullmatch(text):
        text = f"{signed['rest'].strip()} {_SIGNS[signed['sign']]}"
    if numeral := _NUMERAL.fullmatch(text):
        return f"{_in_digits(numeral['number'])} CNY"
    found = AMOUNT.fullmatch(text) or AMOUNT.fullmatch(text.upper())
    if found is None:
        return None
    currency = "CNY" if found["currency"] in _CHINESE else found["currency"]
    if text != text.upper() and currency not in _SIGNS.values():
        return None  # three small letters may be anything: 5wdd is no amount
    return f"{amount_of(found).normalize():f} {currency}"


def _in_digits(numeral: str) -> int:
    """五万二千 → 52000: below each of 亿 and 万 a number up to 9999."""
    total, section, digit = 0, 0, 0
    for each in numeral:
        if each in _DIGITS:
            digit = _DIGITS[each]
        elif each in "十百千":
            section, digit = section + (digit or 1) * _UNITS[each], 0
        else:
            total = (total + section + digit) * _UNITS[each]
            section = digit = 0
    return total + section + digit


def _share(text: str) -> str | None:
    found = _SHARE.fullmatch(unicodedata.normalize("NFKC", text).replace("%", "％"))
    return f"{found[1] or found[2]}%" if found else None


def _duration(text: str) -> str | None:
    better = respell(text)
    return better if better != text and parse_duration(better).value is not None else None
