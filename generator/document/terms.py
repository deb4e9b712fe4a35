"""Finds the terms of the glossary in running text, so that each leads to its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.document.blocks import Inline, Link, Plain, Target
from generator.model.reference import Term

SHORTEST = 2
"""A term of one character would be found in the middle of other words."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The words that mean a term: word → id of the term, and the pattern that finds them."""

    words: dict[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] = re.compile(r"(?!)")

    def links(self, text: str, *, foreign: bool = False) -> Iterator[Inline]:
        """Yield a text with a link at the first mention of each term; the rest stays as it is."""
        done, told = 0, set[str]()
        for match in self.pattern.finditer(text):
            term = self.words[match[0].lower()]
            if term in told:
                continue
            told.add(term)
            if match.start() > done:
                yield Plain(text[done : match.start()], foreign)
            yield Link(match[0], Target("term", term))
            done = match.end()
        if done < len(text) or not text:
            yield Plain(text[done:], foreign)


def terms_of(glossary: tuple[Term, ...], *, original: bool) -> Terms:
    """Return the finder for texts in the original, or for English ones."""
    words: dict[str, str] = {}
    for term in glossary:
        names = (term.title.source, *term.synonyms) if original else (term.en or "",)
        for name in names:
            if len(name) >= SHORTEST:
                words.setdefault(name.lower(), term.term)
    # The longest word first: 加盟商等级 is not 加盟商.
    listed = "|".join(map(_bounded, sorted(words, key=lambda each: (-len(each), each))))
    return Terms(words, re.compile(listed, re.IGNORECASE)) if listed else Terms()


def _bounded(word: str) -> str:
    """Latin words end where letters end; Chinese ones stand without gaps."""
    escaped = re.escape(word)
    before = r"(?<![a-z0-9])" if word[0].isascii() else ""
    after = r"(?![a-z0-9])" if word[-1].isascii() else ""
    return f"{before}{escaped}{after}"
