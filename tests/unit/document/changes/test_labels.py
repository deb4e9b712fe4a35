"""Every class, action and effect has its word in both languages; other keys stand as they are."""

from __future__ import annotations

import pytest

from generator.base.i18n import Catalogue, product_catalogue
from generator.document.changes.labels import (
    ACTIONS,
    DUTIES,
    IMPACTS,
    MEANINGS,
    key_words,
    kind_words,
)
from generator.document.words import Words
from generator.model.changes import Action, Impact, Stake


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_has_its_own_word(language: str) -> None:
    words = Words(language, language, product_catalogue(language))
    for table, kinds in ((ACTIONS, Action), (DUTIES, Stake), (IMPACTS, Impact), (MEANINGS, Impact)):
        assert set(table) == set(kinds)
        said = [words.say(text) for text in table.values()]
        assert len(set(said)) == len(said)


def test_a_key_that_is_not_known_is_shown() -> None:
    words = Words("en", "en", product_catalogue("en"), Catalogue("en"))
    assert key_words(words, "due") == "due"
    assert key_words(words, "brand-new") == "“brand-new”"


def test_a_kind_of_thing_has_its_word_and_one_that_is_not_known_is_shown() -> None:
    words = Words("en", "en", product_catalogue("en"), Catalogue("en"))
    assert kind_words(words, "step") == "step"
    assert kind_words(words, "reporting-line") == "reporting line"
    assert kind_words(words, "brand-new") == "“brand-new”"
