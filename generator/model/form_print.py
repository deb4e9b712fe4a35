"""What a form prints, in short: so that a later version still knows it from what was typed.

A returned form is compared with the blank one as it is now. What an older version printed (a label
that has another name today, an option that is gone) stands in no blank form any more; each form
therefore carries the marks of its own print among its properties.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import count, takewhile
from typing import Final

_LENGTH: Final = 4  # characters of a mark: 24 bits, against a few hundred marks in a form
_LONGEST: Final = 240  # characters of a property; Word takes 255
_NAME: Final = "FormPrint"
_DROPPED: Final = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]+")
_NUMBER: Final = re.compile(r"\d+")


@lru_cache(maxsize=16384)
def print_mark(text: str, *, paged: bool = False) -> str:
    """Return the mark of a printed text; empty where nothing is printed.

    Blanks and widths do not count; nor do numbers in a line that counts pages (`paged`).
    """
    bare = unicodedata.normalize("NFKC", _DROPPED.sub("", text))
    if paged:
        bare = _NUMBER.sub("#", bare)
    return b64encode(hashlib.sha256(bare.encode()).digest())[:_LENGTH].decode() if bare else ""


def print_properties(texts: Iterable[str], paged: Iterable[str]) -> dict[str, str]:
    """Return the marks of printed texts, and of those around each page, as properties."""
    marks = "".join((*map(print_mark, texts), *(print_mark(each, paged=True) for each in paged)))
    pieces = (marks[at : at + _LONGEST] for at in range(0, len(marks), _LONGEST))
    return {f"{_NAME}{number}": piece for number, piece in enumerate(pieces, start=1)}


def printed_marks(properties: Mapping[str, str]) -> Counter[str]:
    """Return the marks that a document carries, and how often each was printed."""
    names = takewhile(properties.__contains__, (f"{_NAME}{number}" for number in count(1)))
    return Counter(_marks_in("".join(properties[name] for name in names)))


@lru_cache(maxsize=256)
def _marks_in(marks: str) -> Mapping[str, int]:
    """Return how often each mark stands there; all forms of a kind carry the same ones."""
    return Counter(marks[at : at + _LENGTH] for at in range(0, len(marks), _LENGTH))
