"""Makes texts harmless to print: what a terminal would obey, or nobody sees, stands as an escape.

A control character moves the cursor, changes colours and titles or begins a line of its own; a
bidirectional mark changes the order of what is read. Names of files and values of a handbook may
hold any of them, so everything that a command prints goes through here.
"""

from __future__ import annotations

import json
import unicodedata
from typing import Any

# Controls, marks of direction and other formats, half characters, private ones, ends of lines.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_BYTES = range(0xDC80, 0xDD00)  # bytes of a name that are no UTF-8, as Python keeps them
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def is_unseen(character: str) -> bool:
    """Whether a character commands a terminal, or is not seen."""
    return unicodedata.category(character) in _UNSEEN


def shown(text: str, *, kept: str = "") -> str:
    r"""Return a text on one line, as it can be printed: nothing in it is obeyed or unseen.

    A byte that is no UTF-8 is written `\xe9`, a control character `\x1b` or `\u202e`; `kept` are
    characters that stay all the same.
    """
    if text.isprintable():
        return text
    return "".join(_escape(each) if is_unseen(each) and each not in kept else each for each in text)


def shown_lines(text: str, *, kept: str = "") -> str:
    """Return a text of several lines as it can be printed; its line feeds stay."""
    return "\n".join(shown(line, kept=kept) for line in text.split("\n"))


def as_json(tree: Any, *, indent: int | None = None) -> str:
    """Return data as JSON that can be printed as it is: the same data, odd characters escaped."""
    text = json.dumps(tree, ensure_ascii=False, indent=indent)
    return "\n".join(map(_escaped_in_json, text.split("\n")))


def _escaped_in_json(line: str) -> str:
    if line.isprintable():
        return line
    # Such a character stands inside of a string, where JSON has an escape for it.
    return "".join(json.dumps(each)[1:-1] if _is_odd(each) else each for each in line)


def _is_odd(character: str) -> bool:
    return character == "\x7f" or (character > "\x7f" and is_unseen(character))


def _escape(character: str) -> str:
    number = ord(character)
    if number in _BYTES:
        return f"\\x{number - 0xDC00:02x}"
    return _SHORT.get(character) or ascii(character)[1:-1]
