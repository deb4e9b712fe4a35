"""Brings the blanks of a text into one form, once, where it is read."""

from __future__ import annotations

import re

# Unicode White_Space, and what has no width at all: both are blanks to those who read.
_BLANK = r"\s\u200b\u200c\u200d\u2060\ufeff"
_EDGES = re.compile(rf"^[{_BLANK}]+|[{_BLANK}]+$")
_PARAGRAPH = re.compile(rf"\n[{_BLANK}]*\n\s*")


def normalised(text: str) -> str:
    """Return a text without blanks at its ends, with plain line ends and single blank lines.

    Blanks at the end of a line go too. Nothing that a reader sees is lost.
    """
    if text.isascii() and "\n" not in text and "\r" not in text:  # nearly all ids and numbers
        return text.strip()
    text = _EDGES.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if "\n" not in text:
        return text
    paragraphs = _PARAGRAPH.split(text)
    return "\n\n".join(
        "\n".join(line.rstrip() for line in each.split("\n")) for each in paragraphs if each
    )
