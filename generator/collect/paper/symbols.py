"""The signs that stand behind the codes of symbol fonts: a tick of Wingdings is a tick."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_WINGDINGS: Mapping[int, str] = {
    0xFC: "✓", 0xFE: "☑", 0xFD: "☒", 0xFB: "✗", 0xA8: "☐", 0x6F: "☐", 0x70: "☐", 0x71: "☐",
    0x6E: "■", 0xA7: "▪", 0x6C: "●", 0xA1: "○", 0x9F: "•", 0x76: "❖", 0x78: "☒", 0xE0: "→",
    0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xF0: "⇨", 0x4A: "☺", 0x4C: "☹", 0xAB: "★",
}  # fmt: skip
_WINGDINGS_2: Mapping[int, str] = {
    0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x51: "☒", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x98: "●",
    0x2A: "☐", 0x99: "○",
}  # fmt: skip
_SYMBOL: Mapping[int, str] = {
    0xD6: "√", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈",
    0xA5: "∞", 0xB0: "°", 0xB7: "•", 0xAE: "→", 0xAC: "←", 0x6D: "μ", 0x61: "α", 0x62: "β",
    0x70: "π", 0x53: "Σ", 0x57: "Ω", 0x2D: "−",
}  # fmt: skip
_WEBDINGS: Mapping[int, str] = {0x61: "✓", 0x72: "✗", 0x63: "☐", 0x67: "■", 0x6E: "●"}
FONTS: Final[Mapping[str, Mapping[int, str]]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {},
    "symbol": _SYMBOL,
    "webdings": _WEBDINGS,
}
_LOW: Final = 0xFF
_PRIVATE: Final = range(0xF000, 0xF100)
_RAISED: Final = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED: Final = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def symbol(font: str, code: str) -> str:
    """Return the sign of a symbol (`w:sym`); one that is not known says its font and code."""
    try:
        number = int(code, 16)
    except ValueError:
        return f"⟨{font} {code}⟩"
    signs = FONTS.get(font.casefold())
    if signs is None and number not in _PRIVATE:
        return chr(number)
    return (signs or {}).get(number & _LOW) or f"⟨{font} {code}⟩"


def in_symbols(text: str, font: str) -> str:
    """Return what a text looks like that was typed in a symbol font."""
    return "".join(each if each.isspace() else symbol(font, f"{ord(each):04X}") for each in text)


def raised(text: str, place: str) -> str:
    """Return a text with raised or lowered figures as such: `m2` with a raised 2 is `m²`."""
    return text.translate(_LOWERED if place == "subscript" else _RAISED)
