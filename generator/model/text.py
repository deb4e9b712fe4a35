"""Text as the editor wrote it, with the places that refer to something else."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.base.diagnostics import Locator
from generator.notation.inserts import ParameterInsert
from generator.notation.text import Literal, TextPart

NOWHERE = Locator("")


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the handbook's first language; other languages come from the catalogue.

    `parts` is the same text cut at its inserts (`${parameter}`, `${step:…}`) and document codes.
    """

    source: str
    parts: tuple[TextPart, ...] = field(default=(), compare=False, repr=False)
    where: Locator = field(default=NOWHERE, compare=False, repr=False)

    @property
    def inserts(self) -> tuple[ParameterInsert, ...]:
        """The parameters that stand in it."""
        return tuple(part for part in self.parts if isinstance(part, ParameterInsert))

    def __str__(self) -> str:
        return self.source

    def __bool__(self) -> bool:
        return bool(self.source)


def plain(source: str) -> Text:
    """A text without inserts that comes from no file."""
    return Text(source, (Literal(source),))
