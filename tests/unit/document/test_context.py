"""A context speaks one language about one handbook, with all its parts at hand."""

from __future__ import annotations

from small import book

from generator.base.i18n import Catalogue
from generator.document.context import Context

GERMAN = "# processes/handbook.yml\nlanguages: [en, zh]\n"


def test_the_language_is_that_of_the_texts_and_the_first_is_the_original() -> None:
    handbook = book(GERMAN)
    original = Context.of(handbook, Catalogue("en"), Catalogue("en"))
    other = Context.of(handbook, Catalogue("zh"), Catalogue("zh"))
    assert (original.words.language, original.words.original) == ("en", True)
    assert (other.words.language, other.words.original) == ("zh", False)
    assert not original.drafts
    assert Context.of(handbook, Catalogue("en"), Catalogue("en"), drafts=True).drafts


def test_its_parts_are_made_once_and_know_each_other() -> None:
    ctx = Context.of(book(), Catalogue("en"), Catalogue("en"))
    assert ctx.links is ctx.links
    assert ctx.phrases is ctx.phrases
    assert ctx.phrases.words is ctx.words
    assert ctx.phrases.links is ctx.links
    assert "工作" in ctx.bonds  # a word of dues, in every handbook
