"""Fields of Word that keep no result, and show what their code says: enclosed characters, signs."""

from __future__ import annotations

import re
from typing import Final

from generator.collect.paper.symbols import symbol

_SWITCH: Final = re.compile(r"\\\*? ?[a-zA-Z]+\d*")
_FRACTION: Final = re.compile(r"\\f ?\(([^(),;]*)[,;]([^(),;]*)\)", re.IGNORECASE)
_FONT: Final = re.compile(r'\\f ?"?([^"\\]+)"?', re.IGNORECASE)


class FieldCodes:
    """The codes of the fields that are open at a place in a document, the innermost one last."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def add(self, code: str) -> None:
        """Take in a piece of the innermost code."""
        if self._open:
            self._open[-1] += code

    def at(self, mark: str) -> str:
        """Return what a field shows that ends here without a result; empty at other marks."""
        if mark == "begin":
            self._open.append("")
        elif mark == "separate" and self._open:
            self._open[-1] = "\0"  # what follows is the result, and text like any other
        elif mark == "end" and self._open:
            code = self._open.pop()
            shown = "" if code.startswith("\0") else shown_by(code)
            if self._open and not self._open[-1].startswith("\0"):
                self._open[-1] += shown  # a field within a code is part of it
                return ""
            return shown
        return ""


def shown_by(code: str) -> str:
    """Return what a person sees of a field by its code; empty where that is nothing."""
    kind, _, rest = code.strip().partition(" ")
    match kind.upper():
        case "EQ":
            rest = _FRACTION.sub(r"\1/\2", rest)
            return re.sub(r"[(),;\s]", "", _SWITCH.sub("", rest))
        case "SYMBOL":
            return _symbol(rest)
        case "QUOTE":
            return _SWITCH.sub("", rest).strip().strip('"')
        case "MACROBUTTON":
            return rest.strip().partition(" ")[2].strip()
        case _:
            return ""


def _symbol(rest: str) -> str:
    number, font = rest.split()[:1], _FONT.search(rest)
    if not number:
        return ""
    value = number[0].lower()
    try:
        code = int(value, 16) if value.startswith("0x") else int(value)
    except ValueError:
        return rest.strip()
    return symbol(font[1].strip(), f"{code:04X}") if font else chr(code % 0x110000)
