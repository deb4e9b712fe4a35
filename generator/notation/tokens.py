"""Cuts a string into tokens; the one tokenizer of texts, dues and expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# Full-width characters are caught too: the fault can then offer the right spelling.
_OPEN = r"[$\uff04][{\uff5b]"
INSERT = _OPEN + r"[^{}\uff5b\uff5d]*[}\uff5d]"
UNCLOSED = _OPEN
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a string: its kind, its text and its characters [start, end)."""

    kind: str
    text: str
    start: int
    end: int


def token_pattern(kinds: Mapping[str, str]) -> re.Pattern[str]:
    """Return one pattern for all kinds of token (name → regular expression), tried in order.

    Every language knows the inserts, so their two kinds come first without being named.
    """
    every = {"insert": INSERT, "unclosed": UNCLOSED, **kinds}
    return re.compile("|".join(f"(?P<{kind}>{regex})" for kind, regex in every.items()))


def scan(source: str, pattern: re.Pattern[str]) -> Iterator[Token]:
    """Yield the tokens of a string without a gap; what no kind matches is of kind `other`."""
    done = 0
    for match in pattern.finditer(source):
        start, end = match.span()
        if start > done:
            yield Token(OTHER, source[done:start], done, start)
        yield Token(match.lastgroup or OTHER, match.group(), start, end)
        done = end
    if done < len(source):
        yield Token(OTHER, source[done:], done, len(source))
