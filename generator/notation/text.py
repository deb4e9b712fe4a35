"""Running text with inserts and document codes in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.notation.findings import Fault, Good, Parsed
from generator.notation.inserts import ParameterInsert, StepInsert, closed, read_insert
from generator.notation.tokens import OTHER, scan, token_pattern

_GAPS = {"number": "[0-9]+", "chapter": "[0-9A-Z]+"}
_GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Literal:
    """Text that stands for itself."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class CodeMention:
    """The code of a document, which becomes a link, at the characters [start, end)."""

    code: str
    start: int = field(default=0, compare=False, repr=False)
    end: int = field(default=0, compare=False, repr=False)

    def __str__(self) -> str:
        return self.code


TextPart: TypeAlias = "Literal | ParameterInsert | StepInsert | CodeMention"


@dataclass(frozen=True, slots=True)
class TextParts:
    """A text cut into its parts; `str()` gives back the text as it was written."""

    parts: tuple[TextPart, ...]

    def __str__(self) -> str:
        return "".join(str(part) for part in self.parts)

    @property
    def parameters(self) -> tuple[ParameterInsert, ...]:
        """The parameters inserted, in their order."""
        return tuple(part for part in self.parts if isinstance(part, ParameterInsert))

    @property
    def steps(self) -> tuple[StepInsert, ...]:
        """The steps inserted, in their order."""
        return tuple(part for part in self.parts if isinstance(part, StepInsert))

    @property
    def codes(self) -> tuple[CodeMention, ...]:
        """The document codes mentioned, in their order."""
        return tuple(part for part in self.parts if isinstance(part, CodeMention))


def code_pattern(schemes: Mapping[str, str]) -> re.Pattern[str]:
    """Return the pattern of document codes for code schemes such as `P-{chapter}-{number}`.

    A code must not touch Latin letters or digits (XP-07-03 and P-07-03x hold none); Chinese
    characters may follow it directly. Without schemes the pattern matches nothing.
    """
    forms = "|".join(dict.fromkeys(_scheme_pattern(scheme) for scheme in schemes.values()))
    if not forms:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<![0-9A-Za-z_-])(?:{forms})(?![0-9A-Za-z_]|-[0-9A-Za-z])")


def _scheme_pattern(scheme: str) -> str:
    pieces = _GAP.split(scheme)
    # re.split with one group: texts at the even places, names of gaps at the odd ones.
    return "".join(
        _GAPS.get(piece, "[0-9A-Za-z]+") if index % 2 else re.escape(piece)
        for index, piece in enumerate(pieces)
    )


DEFAULT_CODES = code_pattern(
    {
        "process": "P-{chapter}-{number}",
        "form": "FM-{chapter}-{number}",
        "parameter": "PA-{number}",
    }
)


def parse_text(source: str, codes: re.Pattern[str] = DEFAULT_CODES) -> Parsed[TextParts]:
    """Cut a text into its parts; `codes` is the pattern of this handbook's document codes.

    A lone `$` is text; a `${` that begins no insert is a fault.
    """
    parts: list[TextPart] = []
    faults: list[Fault] = []
    for token in scan(source, token_pattern({"code": codes.pattern})):
        if token.kind == OTHER:
            parts.append(Literal(token.text))
        elif token.kind == "code":
            parts.append(CodeMention(token.text, token.start, token.end))
        else:
            match read_insert(token):
                case Good(insert):
                    parts.append(insert)
                case Fault() as fault:
                    faults.append(closed(fault, source))
    if faults:
        return Parsed(None, tuple(faults))
    return Parsed(TextParts(tuple(parts)))
