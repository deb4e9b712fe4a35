"""Puts sentences and handbook texts into a language, through gettext catalogues read by Babel."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Any

from generator.base.diagnostics import Argument, Message

SOURCE_LANGUAGE = "en"
LANGUAGES = ("zh", "en")
AUTONYMS: Mapping[str, str] = {"en": "English", "zh": "中文"}
"""What languages call themselves."""


# Set by the tests: a sentence that no catalogue has stops them, where a reader gets English.
STRICT = "HANDBOOK_STRICT_MESSAGES"


class UnknownMessage(LookupError):
    """A sentence was said that no catalogue has: it is not marked, or `make messages` not run."""


class _Gap(str):
    """What stands in a gap: `{count}`.

    `{count:file|files}` is the word that goes with the number, for one and for more; languages
    that know no plural leave it out. Where a script fills the gap later, both forms stay.
    """

    __slots__ = ()

    def __format__(self, forms: str) -> str:
        if not forms:
            return str(self)
        if self.startswith("{"):
            return f"{{{self[1:-1]}:{forms}}}"
        one, _, more = forms.partition("|")
        return one if self == "1" else more


def pattern_shown(text: str) -> str:
    """Return a sentence with its gaps as a reader sees it who looks up what it means."""
    return re.sub(r"\{\w+:[^|}]*\|([^}]*)\}", r"\1", text)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entries of one catalogue: source text → translation; missing ones stay as they are.

    `known` are all texts that may be asked for; None where any may, as in a handbook's own.
    """

    language: str
    entries: Mapping[str, str] = field(default_factory=dict)
    known: Collection[str] | None = None

    def get(self, text: str) -> str:
        """Return the translation of a text, or the text itself.

        Raises:
            UnknownMessage: the text is none of the known ones.
        """
        if self.known is not None and text not in self.known:
            raise UnknownMessage(text)
        return self.entries.get(text, text)

    def say(self, message: Message) -> str:
        """Return a message with its gaps filled, nested messages included."""
        return self.get(message.id).format_map(
            {name: _Gap(self.word(value)) for name, value in message.args.items()}
        )

    def say_each(self, *ids: str) -> tuple[str, ...]:
        """Return several sentences without gaps, such as the heads of columns."""
        return tuple(map(self.get, ids))

    def word(self, value: Argument) -> str:
        """Return what stands in a gap."""
        return self.say(value) if isinstance(value, Message) else str(value)


def parse_catalogue(language: str, raw: bytes) -> Catalogue:
    """Read a `.po` file in UTF-8, whatever its head says; fuzzy and empty entries are missing."""
    # Babel is only needed when something has to be translated.
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import PoFileParser

    class Entries(Catalog):
        """The entries alone: what the head says of language, dates or plurals is not worked out."""

        def __setitem__(self, id: Any, message: Any) -> None:  # noqa: A002 - Babel's own name
            if id:
                super().__setitem__(id, message)

    read = Entries()
    # Babel prints what it cannot read between the lines of a report, or stops at the number of a
    # plural that is none; HB601 tells it in place.
    with redirect_stdout(StringIO()), suppress(ValueError):
        PoFileParser(read).parse(StringIO(raw.decode(errors="replace")))
    entries = {
        entry.id: entry.string
        for entry in read
        if isinstance(entry.id, str)
        and isinstance(entry.string, str)
        and entry.id
        and entry.string
        and not entry.fuzzy
    }
    return Catalogue(language, entries)


@cache
def product_catalogue(language: str) -> Catalogue:
    """Return the product's own sentences in a language; English needs no catalogue."""
    strict = bool(os.environ.get(STRICT))
    if language == SOURCE_LANGUAGE:
        return Catalogue(language, known=_shipped(LANGUAGES[0]).entries if strict else None)
    shipped = _shipped(language)
    return Catalogue(language, shipped.entries, shipped.entries if strict else None)


@cache
def _shipped(language: str) -> Catalogue:
    path = files("generator").joinpath("resources", "locale", f"{language}.po")
    return parse_catalogue(language, path.read_bytes())


def message_language(lang: str | None, languages: tuple[str, ...] = ()) -> str:
    """Return the language of messages: as asked for, else the handbook's first, else Chinese."""
    for each in (lang, *languages[:1]):
        if each in LANGUAGES:
            return each
    return LANGUAGES[0]


@cache
def known_currencies() -> frozenset[str]:
    """Return the codes of ISO 4217, past ones too, as Babel lists them (CLDR)."""
    from babel.core import get_global  # only a rare currency needs the list

    return frozenset(get_global("all_currencies"))


def currencies_called(language: str) -> dict[str, str]:
    """Return the codes of ISO 4217 by what a language calls them (CLDR): 美元 is USD."""
    from babel.core import Locale  # only an amount with an odd unit needs the list

    named = Locale(language).currencies
    widespread = ("CNY", "EUR", "GBP", "HKD", "JPY", "USD")
    return {named[code]: code for code in [*sorted(named), *widespread]}
