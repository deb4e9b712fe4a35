"""Reads numbers, amounts of money and percentages, with their units."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache
from typing import Final

from generator.base.plain import dashed, folded, is_reordered
from generator.collect.spelling.numerals import money_in_words, numeral

_NUMBER = re.compile(r"([-+]?)((?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d+)?)", re.ASCII)
_SCALED = re.compile(r"(.+?) ?(万亿|亿|億|百万|千万|十万|万|萬|千|仟|百|佰)", re.ASCII)
_SCALES: Final = {
    "万亿": 10**12,
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "十万": 10**5,
    "万": 10**4,
    "萬": 10**4,
    "千": 10**3,
    "仟": 10**3,
    "億": 10**8,
    "百": 100,
    "佰": 100,
}
_CHAIN = re.compile(r"(\d+)(亿|億|万|萬|千|仟)(?:零?(\d+)(万|萬|千|仟|百|佰))?", re.ASCII)
_TOTAL = re.compile(r"(?:合计|总计|共计|总共|共|计|total)(?: ?: ?| (?=\d)|(?=\d|[¥￥]))")
_LABEL = re.compile(r" ?\((?:大写|小写)\) ?:? ?|(?:大写|小写)(?: ?: ?)?")  # anywhere in an amount
_NO_CENTS = re.compile(r"(?<=\d)\.-{1,2}(?= ?[元圆]?$)")  # 500.- has none
_SMALL = re.compile(r"(?:(\d[\d,]*)[元块圆])?(\d)角(?:(\d)分)?[整正]?", re.ASCII)
_TENTHS = re.compile(r"([一二三四五六七八九十]|\d)成(?:([一二三四五六七八九]|\d))?", re.ASCII)
_OF_HUNDRED = re.compile(r"([百千])分之(.+)")
_ENGLISH: Final = "zero one two three four five six seven eight nine ten eleven twelve"
_SPELT: Final = {word: value for value, word in enumerate(_ENGLISH.split(" "))}
_THOUSAND_TIMES = re.compile(r"(\d+(?:\.\d)?) ?k", re.ASCII)  # of money; of a weight it is none
_HUNDRED: Final = 100
_TENTH: Final = Decimal("0.1")
_LONGEST: Final = 120  # characters; what is longer is no amount
_EXACT: Final = Context(prec=2 * _LONGEST)  # the usual 28 digits would round without a word
# 1.500 is one and a half to one, and fifteen hundred to another; so is what follows 10,000.
_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}(?:,\d{3})*\.\d{3}", re.ASCII)
# 500 600 and 1 234: one amount, or two. A second blank, decimals, or a group that is no number by
# itself (50 000) say that the blank parts thousands.
_TWO = re.compile(r"\d{1,3} [1-9]\d\d|\d{3} [1-9]\d\d\.\d+", re.ASCII)
_BOTH = re.compile(r"(.+?) ?\((.+)\)")
# What a currency is called. Another one than the field's own is no number of this field.
_CURRENCIES: Final = {
    "CNY": ("cny", "rmb", "¥", "元", "圆", "人民币", "块", "块钱", "元人民币", "yuan"),
    "USD": ("usd", "us$", "$", "美元", "dollars"),
    "EUR": ("eur", "€", "欧元", "euro", "euros"),
    "GBP": ("gbp", "£", "英镑", "pounds"),
    "HKD": ("hkd", "hk$", "港元", "港币"),
    "JPY": ("jpy", "日元", "円", "yen"),
}
# Names of one and the same unit.
_UNITS: Final = (
    {"kg", "公斤", "千克", "kgs", "kilograms"},
    {"g", "克", "grams"},
    {"t", "吨", "公吨", "tons", "tonnes"},
    {"km", "公里", "千米"},
    {"m", "米", "公尺"},
    {"cm", "厘米", "公分"},
    {"mm", "毫米"},
    {"m²", "m2", "平方米", "平米", "㎡", "sqm", "平", "平方"},
    {"m³", "m3", "立方米", "立方"},
    {"l", "升", "公升", "litres", "liters"},
    {"ml", "毫升", "cc"},
    {"mg", "毫克"},
    {"℃", "°c", "摄氏度", "度"},
    {"kwh", "千瓦时", "度"},
    {"kw", "千瓦"},
    {"s", "秒", "秒钟", "seconds", "sec"},
    {"min", "分钟", "mins", "minutes", "minute"},
    {"h", "小时", "hours", "hour", "hrs", "钟头"},
    {"d", "天", "日", "days", "day"},
    {"wd", "工作日", "个工作日", "working days"},
    {"mo", "个月", "月", "months", "month"},
    {"y", "年", "years", "year"},
    {"人", "个人", "名", "位", "persons", "people"},
    {"件", "个", "pieces", "pcs"},
    {"次", "回", "times"},
    {"元", "圆", "块", "rmb", "cny", "yuan"},
    {"万元", "万"},
    {"家", "间", "shops"},
    {"%"},
    {"‰"},
)
# What may follow a count whose field names no unit.
_COUNTED_IN_WORDS: Final = ("pcs", "pieces", "sets", "pairs", "units")
_COUNTED: Final = frozenset("个件台套人次份张只本箱位名家条双批页项")


@lru_cache(maxsize=4096)
def number_of(
    text: str, unit: str = "", currency: str = "", *, percent: bool = False
) -> Decimal | None:
    """Read `1,200.50`, `¥1200`, `1.2万元`, `伍万元整`, `12 件`, `98%`; None if not clear.

    `unit` is that of the field, `currency` (ISO 4217) that of a field for money; a number with
    another one is not clear. A second spelling in brackets must say the same.
    """
    if is_reordered(text) or len(text) > _LONGEST:
        return None
    plain = dashed(text)
    if match := _TOTAL.match(plain):
        plain = plain[match.end() :].lstrip()
    plain = _LABEL.sub("", plain)
    if match := _BOTH.fullmatch(plain):
        first = _single(match[1], unit, currency, percent=percent)
        return first if first == _single(match[2], unit, currency, percent=percent) else None
    return _single(plain, unit, currency, percent=percent)


def integer_of(text: str, unit: str = "") -> int | None:
    """Read a whole number."""
    value = number_of(text, unit)
    return int(value) if value is not None and value == value.to_integral_value() else None


def _single(plain: str, unit: str, currency: str, *, percent: bool) -> Decimal | None:
    if percent:
        return _percentage(plain)
    if currency:
        return _money(plain, currency)
    names = _names_of(unit)
    bare = _without_unit(plain, names)
    if names:  # 1.500 kg is no fifteen hundred: three decimals are usual there
        value = _bare(bare)
        return value if value is not None else _bare(plain)
    if (value := _clear(plain)) is not None:
        return value
    for word in _COUNTED_IN_WORDS:
        if plain.endswith(word):
            return _clear(plain.removesuffix(word).rstrip())
    return _clear(plain[:-1].rstrip()) if plain[-1:] in _COUNTED else _money(plain, "CNY")


def _percentage(plain: str) -> Decimal | None:
    for sign in ("%", "percent", "pct"):
        if plain.endswith(sign):
            return _bare(plain.removesuffix(sign).rstrip())
    if match := _OF_HUNDRED.fullmatch(plain):
        value = Decimal(_HUNDRED) if match[2] == "百" else _with_point(match[2])
        many = Decimal(1) if match[1] == "百" else _TENTH
        return None if value is None else _EXACT.multiply(value, many)
    if match := _TENTHS.fullmatch(plain):
        tenths, more = (_digit(each) for each in match.groups())
        return Decimal(10 * tenths + more)
    value = _bare(plain)
    return None if value is not None and 0 < abs(value) < 1 else value  # 0.3 is 0.3 % or 30 %


def _with_point(words: str) -> Decimal | None:
    """Read `12.5`, `三点五`."""
    whole, point, rest = words.partition("点")
    front = numeral(whole)
    if front is None:
        return _bare(words)
    digits = [numeral(each) for each in rest]
    if (point and not digits) or any(each is None for each in digits):
        return None
    return Decimal(f"{front}.{''.join(map(str, digits))}" if point else front)


def _digit(text: str | None) -> int:
    return 0 if not text else int(text) if text.isascii() else numeral(text) or 0


def _money(plain: str, currency: str) -> Decimal | None:
    # The longest first: “euros 50” begins with “eur” too.
    words = sorted(_CURRENCIES.get(currency, (currency.lower(),)), key=len, reverse=True)
    bare = _NO_CENTS.sub("", plain)
    for word in words:  # in front
        if bare.startswith(word):
            bare = bare.removeprefix(word).lstrip(": ")
            break
    if currency == "CNY":
        formal = money_in_words(bare.replace(" ", ""))
        if formal is not None:
            return formal
        if match := _SMALL.fullmatch(bare.replace(" ", "")):
            whole, tenths, hundredths = (each or "0" for each in match.groups())
            return Decimal(f"{whole.replace(',', '')}.{tenths}{hundredths}")
        bare = re.sub(r"(?<=[\d元圆万亿千]) ?[整正]$", "", bare)
    for word in words:  # behind
        if bare.endswith(word):
            bare = bare.removesuffix(word).rstrip()
            break
    many = _THOUSAND_TIMES.fullmatch(bare)
    return _EXACT.multiply(Decimal(many[1]), Decimal(10**3)) if many else _clear(bare)


@lru_cache(maxsize=256)
def _names_of(unit: str) -> tuple[str, ...]:
    """Return what a unit may be called, longest first."""
    if not unit:
        return ()
    own = folded(unit).lower()
    same: set[str] = next((set(group) for group in _UNITS if own in group), set())
    return tuple(sorted(same | {own}, key=len, reverse=True))


def _without_unit(plain: str, names: tuple[str, ...]) -> str:
    for name in names:
        if plain.endswith(name):
            return plain.removesuffix(name).rstrip()
    return plain


def _clear(plain: str) -> Decimal | None:
    """Read a number in which point and blank part the decimals and the thousands beyond doubt."""
    return None if _THOUSANDS.fullmatch(plain) else _bare(plain)


def _bare(plain: str) -> Decimal | None:
    """Read a number without anything around it but its sign and 万 or 亿."""
    negative = plain.startswith("负")
    value = _unsigned(plain.removeprefix("负").strip(), signed=not negative)
    return value.copy_negate() if value is not None and negative else value


def _unsigned(plain: str, *, signed: bool) -> Decimal | None:
    if match := _NUMBER.fullmatch(plain):
        return _decimal(match) if signed or not match[1] else None
    found = _SPELT.get(plain, numeral(plain))
    if found is not None:
        return Decimal(found)
    if (match := _SCALED.fullmatch(plain)) and (inner := _NUMBER.fullmatch(match[1])):
        value = _decimal(inner)
        return None if value is None else _EXACT.multiply(value, Decimal(_SCALES[match[2]]))
    if match := _CHAIN.fullmatch(plain):
        return _chained(match[1], match[2], match[3], match[4])
    return None


def _decimal(match: re.Match[str]) -> Decimal | None:
    """Return a number in figures; None where a blank may part two."""
    if _TWO.fullmatch(match[2]):
        return None
    return Decimal(match[1] + match[2].replace(",", "").replace(" ", ""))


def _chained(many: str, scale: str, few: str | None, lower: str | None) -> Decimal | None:
    """Read `12万5千`: each part below the one in front of it."""
    if few is None or lower is None:
        return None
    small = int(few) * (_HUNDRED if lower in "百佰" else _SCALES[lower])
    return Decimal(int(many) * _SCALES[scale] + small) if small < _SCALES[scale] else None
