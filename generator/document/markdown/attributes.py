"""Attributes in braces behind a heading, a link, a picture or code: `{#id .class width=300}`."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse

_LONGEST = 400
_AT_THE_END = re.compile(r"(?:^|[ \t]+)(\{[^{}]{1,400}\})[ \t]*$")
_BRACES = re.compile(r"\{[^{}]{1,400}\}")
_SEEN = frozenset({"class", "dir", "id", "lang", "title"})
ALLOWED = {
    "code_inline": _SEEN,
    "heading_open": _SEEN - {"title"},
    "image": _SEEN | {"height", "width"},
    "link_open": _SEEN,
}


def heading_attributes(heading: Token, inline: Token) -> str:
    """Give a heading the attributes at its end; return those that it may not have, as written."""
    found = _AT_THE_END.search(inline.content)
    if found is None:
        return ""
    read = _read(found[1])
    if read is None or read[0] != len(found[1]):
        return ""
    if not _given(heading, read[1]):
        return found[1]
    inline.content = inline.content[: found.start()].rstrip()
    return ""


def attributes(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - called by the library
    """Read attributes right behind a link, a picture or code."""
    if silent or state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    owner = _owner(state.tokens)
    read = _read(state.src[state.pos : state.pos + _LONGEST]) if owner else None
    if owner is None or read is None:
        return False
    length, found = read
    if not _given(owner, found):
        written = state.src[state.pos : state.pos + length]
        state.env["notes"].append(("as-written", written, state.src, state.pos))
        return False
    state.pos += length
    return True


def _owner(tokens: list[Token]) -> Token | None:
    last = tokens[-1]
    if last.type == "link_close":
        return next(each for each in reversed(tokens) if each.type == "link_open")
    return last if last.type in ALLOWED else None


def _read(written: str) -> tuple[int, dict[str, str]] | None:
    """Return the length of attributes in braces and what they say; nothing where there are none.

    A colon behind the brace, as other programs want it, is passed over.
    """
    if not _BRACES.match(written):
        return None
    colon = written.startswith("{:")
    try:
        end, found = parse(f"{{ {written[2:]}" if colon else written)
    except ParseError:
        return None
    return (end + 1, found) if found and "%" not in written[:end] else None


def _given(token: Token, found: dict[str, str]) -> bool:
    if not ALLOWED[token.type].issuperset(found):
        return False
    token.attrs.update(found)
    return True
