"""Tells which characters the carried fonts draw."""

from __future__ import annotations

import re

from generator.layout.coverage import BEYOND, RANGES

_PUNCTUATION = 0x2000  # from here on Unicode has signs that the everyday font may lack
# What the renderer leaves out instead of drawing a box; a test tries each with the carried fonts.
# Of Unicode's Default_Ignorable_Code_Point it does draw fillers, such as U+3164, and of the blanks
# the Ogham one, U+1680.
_IGNORED = (
    "\t-\r\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180e\u2000-\u200f\u202a-\u202f\u205f-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff0-\ufff8\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_DRAWN = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in RANGES)
_UNDRAWN = re.compile(f"[^{_DRAWN}{_IGNORED}]")


def undrawn(text: str) -> str:
    """Return the characters of a text that would show as crossed boxes, each once, in order."""
    found = dict.fromkeys(_UNDRAWN.findall(text))
    return "".join(char for char in found if char not in BEYOND)


def is_everyday(text: str) -> bool:
    """Whether the font of everyday characters (GB 2312 and Latin) draws all that can be drawn."""
    return all(ord(char) < _PUNCTUATION or _in_gb2312(char) for char in set(text))


def _in_gb2312(char: str) -> bool:
    return bool(char.encode("gb2312", errors="ignore"))
