"""Every word that a spelling knows, with what it means: days, units, currencies, scales."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.collect.spelling.amounts import number_of
from generator.collect.spelling.days import date_of, is_far, meanings_of, weekday_differs
from generator.collect.spelling.numerals import money_in_words, numeral

MONTHS = (
    *("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july"),
    *("aug august", "sep sept september", "oct october", "nov november", "dec december"),
)
WEEKDAYS = (
    *("一 monday mon", "二 tuesday tue tues", "三 wednesday wed", "四 thursday thu thur thurs"),
    *("五 friday fri", "六 saturday sat", "日 天 sunday sun"),
)
SAME_UNIT = [
    "kg 公斤 千克 kgs kilograms",
    "g 克 grams",
    "t 吨 公吨 tons tonnes",
    "km 公里 千米",
    "m 米 公尺",
    "cm 厘米 公分",
    "mm 毫米",
    "m² m2 平方米 平米 ㎡ sqm",
    "m³ m3 立方米 立方",
    "l 升 litres liters",
    "min 分钟 mins minutes minute",
    "h 小时 hours hour hrs 钟头",
    "d 天 日 days day",
    "mo 个月 月 months month",
    "y 年 years year",
    "人 名 位 persons people",
    "件 个 pieces pcs",
    "次 回 times",
    "元 圆 块 rmb cny yuan",
    "万元 万",
    "家 间 shops",
    "% ％",
    "‰",
]
CURRENCIES = {
    "CNY": "cny rmb ¥ 元 圆 人民币 块 yuan",
    "USD": "usd us$ $ 美元 dollars",
    "EUR": "eur € 欧元 euro euros",
    "GBP": "gbp £ 英镑 pounds",
    "HKD": "hkd hk$ 港元 港币",
    "JPY": "jpy 日元 円 yen",
}
SCALES = {
    "万亿": 10**12,
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "十万": 10**5,
    "万": 10**4,
    "萬": 10**4,
    "千": 10**3,
    "仟": 10**3,
}


def test_every_month_in_every_spelling() -> None:
    for number, words in enumerate(MONTHS, start=1):
        for word in words.split():
            assert date_of(f"3 {word} 2026") == date(2026, number, 3), word
            assert date_of(f"{word.title()}. 3, 2026") == date(2026, number, 3), word


@pytest.mark.parametrize("after", ["st", "nd", "rd", "th", ""])
def test_ordinals_of_days(after: str) -> None:
    assert date_of(f"3{after} May 2026") == date_of(f"May 3{after}, 2026") == date(2026, 5, 3)


def test_every_weekday_beside_its_day_and_no_other() -> None:
    for number, words in enumerate(WEEKDAYS):
        own, other = date(2026, 6, 1 + number), date(2026, 6, 1 + (number + 1) % 7)
        for word in words.split():
            names = [f"{way}{word}" for way in ("星期", "周", "礼拜")]
            for name in [word] if word.isascii() else names:
                for written in (f"{own}({name})", f"{own} [{name}]", f"{own}（{name}）"):
                    assert date_of(written) == own, written
                assert date_of(f"{name}, {own}") == own
                assert date_of(f"{other} {name}") is None
                assert weekday_differs(f"{other} {name}")
                assert not weekday_differs(f"{own} {name}")


def test_the_last_day_that_is_near_and_the_first_that_is_far() -> None:
    today = date(2026, 7, 1)
    far = {year: is_far(date(year, 1, 1), today) for year in (1945, 1946, 2026, 2046, 2047)}
    assert far == {1945: True, 1946: False, 2026: False, 2046: False, 2047: True}


def test_a_date_with_its_year_last_has_one_meaning_or_two() -> None:
    assert meanings_of("05/06/2026") == (date(2026, 6, 5), date(2026, 5, 6))
    assert meanings_of("20/11/2026") == meanings_of("11/20/2026") == (date(2026, 11, 20),)
    assert meanings_of("05/05/2026 (Tue)") == (date(2026, 5, 5),)
    assert meanings_of("2026-05-05") == meanings_of("32/13/2026") == ()


@pytest.mark.parametrize("names", SAME_UNIT)
def test_a_unit_by_every_name_is_the_unit_of_the_field(names: str) -> None:
    for unit in names.split():
        for name in names.split():
            assert number_of(f"12 {name}", unit) == 12, (unit, name)
    assert number_of("12 寸", names.split(maxsplit=1)[0]) is None


def test_working_days_have_a_name_of_two_words() -> None:
    for name in ("wd", "工作日", "个工作日", "working days"):
        assert number_of(f"3 {name}", "wd") == number_of(f"3{name}", "工作日") == 3


def test_no_unit_passes_for_another() -> None:
    firsts = [names.split()[0] for names in SAME_UNIT if names[0] not in "%‰万"]
    for unit in firsts:
        for names in SAME_UNIT:
            # 千米 of a field in 米 is a thousand of them.
            for word in set(names.split()) - {f"千{each}" for each in "米克"}:
                if unit in names.split() or "万" in names:
                    continue
                assert number_of(f"12 {word}", unit) is None, (unit, word)


@pytest.mark.parametrize("word", list("个件台套人次份张只本箱位名家条双批页项"))
def test_what_may_follow_a_count(word: str) -> None:
    assert number_of(f"12{word}") == number_of(f"12 {word}") == 12
    assert number_of(f"{word}12") is None


@pytest.mark.parametrize("currency", CURRENCIES)
def test_every_name_of_a_currency_in_front_and_behind(currency: str) -> None:
    for name in CURRENCIES[currency].split():
        assert number_of(f"{name}50", currency=currency) == 50, name
        assert number_of(f"{name}: 50", currency=currency) == 50, name
        assert number_of(f"50 {name.upper()}", currency=currency) == 50, name
        for other in CURRENCIES.keys() - {currency}:
            wanted = 50 if name in CURRENCIES[other].split() else None
            assert number_of(f"{name} 50", currency=other) == wanted, (name, other)


def test_a_currency_that_nobody_listed_goes_by_its_code() -> None:
    assert number_of("CHF 50", currency="CHF") == number_of("50 chf", currency="CHF") == 50
    assert number_of("50 usd", currency="CHF") is None


@pytest.mark.parametrize("scale", SCALES)
def test_every_scale(scale: str) -> None:
    assert number_of(f"1.5{scale}") == number_of(f"1.5 {scale}") == Decimal("1.5") * SCALES[scale]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1亿2千", 100_002_000),
        ("12万5千", 125_000),
        ("3千5百", 3500),
        ("3千零5百", 3500),
        ("1万2万", None),
        ("1万", 10_000),
        ("2千3", None),
    ],
)
def test_parts_of_a_number_go_down(words: str, value: int | None) -> None:
    assert number_of(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("5‰", None),
        ("5%", "5"),
        ("百分之百", "100"),
        ("百分之五", "5"),
        ("百分之7.5", "7.5"),
        ("7", "7"),
        ("x%", None),
    ],
)
def test_percentages(words: str, value: str | None) -> None:
    assert number_of(words, percent=True) == (None if value is None else Decimal(value))


def test_two_spellings_of_an_amount_have_to_agree() -> None:
    for words in ("50(五十)", "50 (大写:五十)", "50（小写：50）"):
        assert number_of(words, currency="CNY") == 50, words
    assert number_of("50(六十)", currency="CNY") is None
    assert number_of("50(", currency="CNY") is None


def test_three_decimals_are_no_amount_of_money() -> None:
    assert number_of("1.500", currency="EUR") is None
    assert number_of("1.501", currency="EUR") is None  # fifteen hundred and one, to another
    assert number_of("0.500", currency="EUR") == Decimal("0.5")
    assert number_of("1.500", "kg") == Decimal("1.5")


def test_what_is_too_long_is_no_amount() -> None:
    assert number_of("1" * 120) == Decimal("1" * 120)
    assert number_of("1" * 121) is None
    assert number_of(f"{'1' * 100}.5万") == Decimal("1" * 100 + "5000")


def test_signs_in_front() -> None:
    assert number_of("负5") == number_of("负五") == -5
    assert number_of("负-5") is None
    assert number_of("+5") == 5


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((digit, value) for value, row in enumerate(
            ("", "一壹", "二贰貳两", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
        ) for digit in row),
        ("十", 10), ("拾", 10), ("二十", 20), ("十二", 12), ("一百", 100), ("一佰", 100),
        ("三千", 3000), ("三仟", 3000), ("一万", 10_000), ("一萬", 10_000), ("二亿", 2 * 10**8),
        ("二億", 2 * 10**8), ("一百零五", 105), ("一千二百三十四", 1234), ("一万零五百", 10_500),
        ("三万亿", 3 * 10**12), ("十万三千", 103_000), ("二〇二六", 2026), ("零五", 5), ("○五", 5),
    ],
)  # fmt: skip
def test_numbers_in_characters(text: str, value: int) -> None:
    assert numeral(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "x", "二五", "一万五", "三百五", "百", "零百", "十百", "一百二百", "一百二三", "五零",
     "一" * 31, "亿", "一万二万", "十二x"],
)  # fmt: skip
def test_characters_that_are_no_clear_number(text: str) -> None:
    assert numeral(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[(f"五{word}{end}", "5") for word in "元圆圓" for end in ("", "整", "正")],
        *[("五角", "0.5"), ("五分", "0.05"), ("三元零五分", "3.05"), ("三元二角一分", "3.21")],
        *[("五", None), ("", None), ("x元", None), ("三元x角", None), ("整", None)],
    ],
)
def test_money_in_words(text: str, value: str | None) -> None:
    assert money_in_words(text) == (None if value is None else Decimal(value))
