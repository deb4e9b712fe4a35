"""Terms in running text lead to their meaning: the longest, once a text, at word ends."""

from __future__ import annotations

from generator.document.blocks import Link, Plain, Target
from generator.document.terms import terms_of
from generator.model.reference import Term
from generator.model.text import plain

GLOSSARY = (
    Term(term="franchisee", title=plain("加盟商"), definition=plain("…"), en="franchisee"),
    Term(term="grade", title=plain("加盟商等级"), definition=plain("…"), en="grade"),
    Term(
        term="first",
        title=plain("首问责任"),
        definition=plain("…"),
        en="first contact",
        synonyms=("首问",),
    ),
)


def test_the_longest_term_is_meant_and_the_first_mention_is_a_link() -> None:
    found = tuple(terms_of(GLOSSARY, original=True).links("按加盟商等级通知加盟商,加盟商签收。"))
    assert found == (
        Plain("按"),
        Link("加盟商等级", Target("term", "grade")),
        Plain("通知"),
        Link("加盟商", Target("term", "franchisee")),
        Plain(",加盟商签收。"),
    )


def test_a_synonym_means_the_term() -> None:
    assert list(terms_of(GLOSSARY, original=True).links("首问")) == [
        Link("首问", Target("term", "first"))
    ]


def test_english_words_are_whole_words() -> None:
    terms = terms_of(GLOSSARY, original=False)
    assert list(terms.links("Upgrade each Grade")) == [
        Plain("Upgrade each "),
        Link("Grade", Target("term", "grade")),
    ]


def test_text_without_terms_stays_one_piece() -> None:
    assert list(terms_of((), original=True).links("按期")) == [Plain("按期")]
    assert list(terms_of(GLOSSARY, original=True).links("按期", foreign=True)) == [
        Plain("按期", foreign=True)
    ]
