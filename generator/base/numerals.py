"""Chinese numerals: 五万二千, 十五, 壹万元整."""

from __future__ import annotations

NUMERALS = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
"""The characters that numerals are written with, those of cheques too."""
UNITS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_CHEQUE = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_DIGITS = {"零": 0, "〇": 0, "两": 2} | {
    each: at for at, each in enumerate("一二三四五六七八九", 1)
}


def in_digits(numeral: str) -> int:
    """Return the number: below each of 亿 and 万 stands one up to 9999 (五万二千 → 52000)."""
    total, section, digit = 0, 0, 0
    for each in numeral.translate(_CHEQUE):
        if each in _DIGITS:
            digit = _DIGITS[each]
        elif each in "十百千":
            section, digit = section + (digit or 1) * UNITS[each], 0
        else:
            total = (total + section + digit) * UNITS[each]
            section = digit = 0
    return total + section + digit
