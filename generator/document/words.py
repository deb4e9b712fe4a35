"""Words: the sentences of the product, the texts of the handbook and formats, in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from generator.base.diagnostics import N_, Argument, Message
from generator.base.i18n import Catalogue
from generator.model.process import RHYTHMS
from generator.model.text import Text
from generator.notation.duration import Duration, duration_words
from generator.notation.text import TextPart, parse_text

_CURRENCIES = (N_("CNY"), N_("HKD"), N_("TWD"), N_("EUR"), N_("USD"), N_("GBP"), N_("JPY"))


@dataclass(frozen=True)
class Words:
    """What is said in a language.

    `product` holds the product's own sentences, `texts` the translations of the handbook, which
    is written in the language `first`.
    """

    language: str
    first: str
    product: Catalogue
    texts: Catalogue = field(default_factory=lambda: Catalogue(""))

    @cached_property
    def original(self) -> bool:
        """Whether this is the language that the handbook is written in."""
        return self.language == self.first

    @cached_property
    def comma(self) -> str:
        """What stands between the entries of a list."""
        return self.say(", ")

    @cached_property
    def semicolon(self) -> str:
        """What stands between entries that may hold commas themselves."""
        return self.say("; ")

    @cached_property
    def _said(self) -> dict[str, str]:
        """The sentences without gaps that were asked for so far."""
        return {}

    def get(self, text: str) -> str:
        """Return a word of the product in the language."""
        return self.product.get(text)

    def say(self, text: str, **args: Argument) -> str:
        """Return a sentence of the product in the language."""
        if args:
            return self.message(Message(text, args))
        if text not in self._said:
            self._said[text] = self.message(Message(text))
        return self._said[text]

    def say_each(self, *ids: str) -> tuple[str, ...]:
        """Return several sentences without gaps, such as the heads of columns."""
        return self.product.say_each(*ids)

    def message(self, message: Argument) -> str:
        """Return a message in the language; what is text or a number already stays as it is."""
        return self.product.word(message)

    def duration(self, duration: Duration) -> str:
        """Return a duration: 3 working days."""
        return self.message(duration_words(duration))

    def currency(self, code: str) -> str:
        """Return the name of a currency where there is one, else its code of ISO 4217."""
        return self.get(code) if code in _CURRENCIES else code

    def money(self, amount: Decimal, currency: str) -> str:
        """Return an amount with its currency: 50,000 元."""
        unit = self.currency(currency)
        return self.say("{amount} {currency}", amount=f"{amount:,}", currency=unit)

    def rhythm(self, word: str) -> str:
        """Return how often something is measured: `month` and the like, else as it stands."""
        return self.get(RHYTHMS[word]) if word in RHYTHMS else self.translated(word)

    def translated(self, source: str) -> str:
        """Return a text of the handbook in the language; the original where none is there."""
        return source if self.original else self.texts.get(source)

    def parts(self, text: Text, codes: re.Pattern[str]) -> tuple[tuple[TextPart, ...], bool]:
        """Return the parts of a text in the language, and whether they are in a foreign one.

        `codes` is the pattern of this handbook's document codes.
        """
        if self.original:
            return text.parts, False
        translation = self.texts.entries.get(text.source)
        parsed = parse_text(translation, codes).value if translation else None
        if parsed is not None:
            return parsed.parts, False
        # Figures and Latin names need no translation from Chinese.
        return text.parts, not (self.first.startswith("zh") and text.source.isascii())
