"""Numbers in Chinese characters: 一百二十, 两万, and the formal 伍万元整 of contracts."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_DIGITS: Final = {
    character: value
    for value, characters in enumerate(
        ("〇零○", "一壹", "二贰貳两", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for character in characters
}
_TENS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS: Final = (("亿", 10**8), ("億", 10**8), ("万", 10**4), ("萬", 10**4))
_MONEY = re.compile(r"(?:(.+?)[元圆圓])?(?:零?(.)角)?(?:零?(.)分)?[整正]?")
_SHORT: Final = (("廿", "二十"), ("卅", "三十"))
_TEN: Final = 10
_LONGEST: Final = 30


def numeral(text: str) -> int | None:
    """Read a whole number in Chinese characters; None when it is none, or could mean two.

    `一万五` is 15,000 to one and 10,005 to another: it is not read.
    """
    if not text or len(text) > _LONGEST:
        return None
    for short, whole in _SHORT:
        text = text.replace(short, whole)
    if any(each not in _DIGITS and each not in _TENS for each in _without_myriads(text)):
        return None
    if all(each in _DIGITS for each in text):
        return _digits(text)
    return _whole(text)


def _digits(text: str) -> int | None:
    """Read digit after digit; `二五` may be “two or five”: only a leading zero leaves no doubt."""
    if len(text) == len("二五") and _DIGITS[text[0]]:
        return None
    return int("".join(str(_DIGITS[each]) for each in text))


def _without_myriads(text: str) -> str:
    for word, _ in _MYRIADS:
        text = text.replace(word, "")
    return text


def _whole(text: str) -> int | None:
    for word, factor in _MYRIADS:
        head, found, tail = text.rpartition(word)
        if found:
            many = _whole(head) if head else None
            rest = _below(tail, factor) if tail else 0
            return None if many is None or rest is None else many * factor + rest
    return _thousands(text)


def _below(tail: str, factor: int) -> int | None:
    """Return what follows a 万; a bare digit would be short for thousands."""
    if len(tail) == 1:
        return None
    value = _whole(tail)
    return value if value is not None and value < factor else None


def _thousands(text: str) -> int | None:
    total, digit, last, zero = 0, None, 10_000, False
    for each in text:
        if each in _TENS:
            unit = _TENS[each]
            if unit >= last or (digit is None and (total or unit != _TEN)) or digit == 0:
                return None
            total, digit, last, zero = (
                total + (1 if digit is None else digit) * unit,
                None,
                unit,
                False,
            )
        elif _DIGITS[each] == 0:
            if digit is not None:
                return None
            zero = True
        elif digit is not None:
            return None
        else:
            digit = _DIGITS[each]
    if digit is None:
        return total or None
    if total and last > _TEN and not zero:
        return None  # 三百五 is short for 350
    return total + digit


def money_in_words(text: str) -> Decimal | None:
    """Read `伍万元整`, `壹仟贰佰元伍角`; None when it is not such an amount."""
    match = _MONEY.fullmatch(text)
    if match is None or not any(match.groups()):
        return None
    whole = numeral(match[1]) if match[1] else 0
    small = [_DIGITS.get(part) if part else 0 for part in match.group(2, 3)]
    if whole is None or None in small:
        return None
    tenths, hundredths = (part or 0 for part in small)
    return Decimal(whole) + Decimal(tenths) / 10 + Decimal(hundredths) / 100
