"""Closes up Chinese words that meet at an insert: Chinese writes no spaces between words.

Editors write a space around `${parameter}`, as around a figure. A value that ends in a Chinese
word (3 天) needs none before the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.document.blocks import Inline, Inlines, Plain

_STARTS = re.compile(r" ?[\u3400-\u9fff]")
_ENDS = re.compile(r"[\u3400-\u9fff] ?$")


def closed_up(pieces: Sequence[Inline]) -> Inlines:
    """Return the pieces of a text without the space between two that meet in Chinese."""
    found = list(pieces)
    for at in range(1, len(found)):
        before, after = found[at - 1], found[at]
        if _ENDS.search(before.text) and _STARTS.match(after.text):
            if isinstance(before, Plain):
                found[at - 1] = replace(before, text=before.text.rstrip(" "))
            if isinstance(after, Plain):
                found[at] = replace(after, text=after.text.lstrip(" "))
    return tuple(found)
