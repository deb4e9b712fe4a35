"""Characters that nobody sees, and spaces that are letters for YAML."""

from __future__ import annotations

import re
import unicodedata

# Unicode Default_Ignorable_Code_Point without the above, and interlinear annotation.
INVISIBLE_CHARACTERS = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""As a part of a pattern."""
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that are letters for YAML, as a part of a pattern."""
_BLANKS = frozenset(("Cc", "Cf", "Cn", "Zl", "Zp", "Zs"))
_BRAILLE_BLANK = "\u2800"
HIDDEN = re.compile(f"[{INVISIBLE_CHARACTERS}]")
"""One character that nobody sees."""


def visible(text: str) -> str:
    """Return a text without its invisible characters."""
    return HIDDEN.sub("", text)


def shows(text: str) -> bool:
    """Whether readers see anything of a text."""
    return any(
        unicodedata.category(each) not in _BLANKS and each != _BRAILLE_BLANK
        for each in visible(text)
    )
