"""What a page is written with: the handbook, and words, phrases and links of one language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.base.i18n import Catalogue
from generator.document.bonds import bonds_of
from generator.document.links import Links
from generator.document.phrases import Phrases
from generator.document.words import Words
from generator.model.handbook import Handbook


@dataclass(frozen=True)
class Context:
    """Holds the parts for one language; who needs only one of them takes that one."""

    handbook: Handbook
    words: Words
    drafts: bool = False

    @classmethod
    def of(
        cls,
        handbook: Handbook,
        product: Catalogue,
        texts: Catalogue,
        *,
        drafts: bool = False,
    ) -> Context:
        """Return the context of the language of `texts`, with the product's sentences."""
        first = handbook.settings.languages[0]
        return cls(handbook, Words(texts.language, first, product, texts), drafts)

    @cached_property
    def links(self) -> Links:
        """What roles, forms, processes and the like are called, and where they are described."""
        return Links(self.handbook, self.words)

    @cached_property
    def phrases(self) -> Phrases:
        """Texts, values, dues and conditions as sentences."""
        return Phrases(self.handbook, self.words, self.links)

    @cached_property
    def bonds(self) -> frozenset[str]:
        """Pairs of Chinese characters that no line of a diagram should part."""
        return bonds_of(self.handbook)
