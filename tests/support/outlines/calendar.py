"""Calendars with a property a line: folded lines put together again."""

from __future__ import annotations


def unfolded(raw: bytes) -> str:
    """The content lines (RFC 5545, 3.1), ended as on the machine that compares them."""
    text = raw.decode()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").replace("\r\n", "\n")
