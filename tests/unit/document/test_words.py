"""What is said in a language: the product's sentences, the handbook's texts, figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.base.diagnostics import Message
from generator.base.i18n import Catalogue, product_catalogue
from generator.document.words import Words
from generator.model.text import Text
from generator.notation.duration import Duration, TimeUnit
from generator.notation.text import DEFAULT_CODES, Literal

GERMAN = Catalogue("de", {"Shop": "Laden", "See P-01-01.": "Siehe P-01-02."})


def words(language: str = "de", first: str = "en") -> Words:
    """The product in Chinese, the handbook in German."""
    return Words(language, first, product_catalogue("zh"), GERMAN)


def test_only_what_is_not_the_original_is_translated() -> None:
    assert words("de").translated("Shop") == "Laden"
    assert words("de").translated("Market") == "Market"
    assert words("en").original
    assert words("en").translated("Shop") == "Shop"


def test_the_parts_of_a_text_are_those_of_its_translation() -> None:
    parts, foreign = words("de").parts(Text("See P-01-01."), DEFAULT_CODES)
    assert "".join(map(str, parts)) == "Siehe P-01-02."
    assert not foreign
    own = Text("See it.", (Literal("See it."),))
    assert words("en").parts(own, DEFAULT_CODES) == (own.parts, False)


def test_a_text_without_translation_is_foreign_unless_everybody_can_read_it() -> None:
    assert words("de").parts(Text("Market"), DEFAULT_CODES)[1]
    assert not words("de", first="zh").parts(Text("SWOT 2026"), DEFAULT_CODES)[1]
    assert words("de", first="zh").parts(Text("全部"), DEFAULT_CODES)[1]


def test_figures_in_the_formats_of_the_language() -> None:
    said = words()
    assert said.money(Decimal("1234567.5"), "CNY") == "1,234,567.5 元"
    assert said.money(Decimal(5), "XAG") == "5 XAG"
    assert said.duration(Duration(3, TimeUnit.WORKING_DAY)) == "3 个工作日"
    assert (said.comma, said.semicolon) == ("、", "；")


def test_a_message_is_said_and_what_is_text_stays_as_it_is() -> None:
    assert words().message(Message("{count} hours", {"count": 2})) == "2 小时"
    assert words().message("Shop") == "Shop"
    assert words().say_each("Form", "Owner") == (words().say("Form"), words().get("Owner"))


@pytest.mark.parametrize(
    ("word", "said"),
    [("month", "monthly"), ("half-year", "half-yearly"), ("each order", "each order")],
)
def test_how_often_something_is_measured(word: str, said: str) -> None:
    assert Words("en", "en", Catalogue("en")).rhythm(word) == said
