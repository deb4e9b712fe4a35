"""Finds characters that deceive the eye or that other programs refuse."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.base.diagnostics import Rule
from generator.source.reading.character_rules import (
    BROKEN_CHARACTER,
    CONTROL_CHARACTER,
    DIRECTION,
    INVISIBLE,
    LINE_SEPARATOR,
    LOOK_ALIKE,
)
from generator.source.reading.findings import Findings
from generator.source.reading.hidden import HIDDEN, INVISIBLE_CHARACTERS, SPACES, visible

# Controls and non-characters, which XML and so Word and Excel refuse (XML 1.0, 2.2).
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
# Line breaks for YAML 1.1 readers and for Python, text for YAML 1.2 readers.
_SEPARATOR = "\x85\u2028\u2029"
# Unicode Bidi_Control.
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_FOREIGN = (
    # Cyrillic a e o p c y x i j s, shha, komi de, qa, we
    *(0x430, 0x435, 0x43E, 0x440, 0x441, 0x443, 0x445, 0x456, 0x458, 0x455, 0x4BB),
    *(0x501, 0x51B, 0x51D),
    # Greek omicron alpha nu rho iota kappa upsilon chi gamma
    *(0x3BF, 0x3B1, 0x3BD, 0x3C1, 0x3B9, 0x3BA, 0x3C5, 0x3C7, 0x3B3),
    # dotless i, script a, script g
    *(0x131, 0x251, 0x261),
)
_LOOKS_LIKE = {
    **{0xFF00 + at: chr(0x20 + at) for at in range(0x0D, 0x5F) if chr(0x20 + at).isalnum()},
    **dict.fromkeys((0x2010, 0x2011, 0x2212, 0xFF0D), "-"),
    0xFF0E: ".",
    0xFF3F: "_",
    **dict(zip(_FOREIGN, "aeopcyxijshdqwoavpikuxyiag", strict=True)),
}
_ALIKE = "".join(map(chr, _LOOKS_LIKE))

_KINDS: tuple[tuple[Rule, re.Pattern[str]], ...] = (
    (CONTROL_CHARACTER, re.compile(rf"([{_CONTROL}])\1*")),
    (LINE_SEPARATOR, re.compile(rf"([{_SEPARATOR}])\1*")),
    (DIRECTION, re.compile(rf"([{_DIRECTION}])\1*")),
    (BROKEN_CHARACTER, re.compile("\ufffd+")),
)
_REFUSED = re.compile(f"[{_CONTROL}{_SEPARATOR}{_DIRECTION}\ufffd]")
REFUSED = re.compile(f"[{_CONTROL}{_SEPARATOR}{_DIRECTION}\ufffd\ufeff]")
"""One character that no file may hold."""
# Characters that end the parser or make it see other lines, and the harmless stand-in.
_UNPARSABLE = re.compile(f"[{_CONTROL}{_SEPARATOR}\ufeff]")
_STAND_IN = "\ufffd"
_DOUBTFUL = re.compile(f"[{INVISIBLE_CHARACTERS}{SPACES}{_ALIKE}]")
_ANY = re.compile(
    f"[{_CONTROL}{_SEPARATOR}{_DIRECTION}\ufffd{INVISIBLE_CHARACTERS}{SPACES}{_ALIKE}]"
)

_EDGE_SPACE = re.compile(f"^[{SPACES}]|[{SPACES}]$")
_ID = re.compile(r"[a-z][a-z0-9_.-]*")
_ASCII_LETTER = re.compile("[a-z]")
_LONGEST_ID = 128


def is_plain(text: str) -> bool:
    """Whether a text has no character that needs a second look."""
    return not _ANY.search(text)


def refuse(text: str, findings: Findings) -> str:
    """Note the characters that no file may hold; return the text with stand-ins for them."""
    if _REFUSED.search(text):
        for rule, pattern in _KINDS:
            for found in pattern.finditer(text):
                findings.add(rule, found.start(), found.end(), character=name_of(found[0][0]))
    for found in re.finditer("\ufeff+", text):
        word = findings.lines.line(findings.lines.number(found.start())).replace("\ufeff", "")
        findings.add(
            INVISIBLE, *found.span(), character=name_of("\ufeff"), text=shorten(word.strip())
        )
    return _UNPARSABLE.sub(_STAND_IN, text)


def rule_of(character: str) -> Rule:
    """Return the rule that refuses a character."""
    found = (rule for rule, pattern in _KINDS if pattern.search(character))
    return next(found, INVISIBLE)


def refuse_escaped(value: str, start: int, end: int, findings: Findings) -> str:
    """The same for characters written as escapes in a quoted text at [start, end)."""
    for rule, pattern in _KINDS:
        found = pattern.search(value)
        if found:
            findings.add(rule, start, end, character=name_of(found[0][0]))
    if "\ufeff" in value:
        seen = shorten(value.replace("\ufeff", ""))
        findings.add(INVISIBLE, start, end, character=name_of("\ufeff"), text=seen)
    return _UNPARSABLE.sub(_STAND_IN, value)


def check_key(key: str, start: int, end: int, findings: Findings) -> None:
    """Note invisible and look-alike characters in the name of a field."""
    found = HIDDEN.search(key) or _EDGE_SPACE.search(key)
    if found:
        _invisible(key, found[0], (start, end), findings)
    else:
        _look_alike(key, (start, end), findings)


def check_value(value: str, start: int, end: int, findings: Findings) -> None:
    """Note such characters in a value that would be an id without them."""
    if len(value) > _LONGEST_ID or not _DOUBTFUL.search(value):
        return
    seen = visible(value)
    if seen != value and _ID.fullmatch(seen):
        hidden = HIDDEN.search(value)
        _invisible(value, hidden[0] if hidden else "", (start, end), findings)
    elif _ASCII_LETTER.search(value):
        _look_alike(value, (start, end), findings)


def _invisible(text: str, character: str, place: tuple[int, int], findings: Findings) -> None:
    if character != "\ufeff":  # noted already, as it may not stand anywhere
        shown = visible(text).strip()
        findings.add(INVISIBLE, *place, character=name_of(character), text=shorten(shown))


def _look_alike(text: str, place: tuple[int, int], findings: Findings) -> None:
    better = text.translate(_LOOKS_LIKE).lower()
    if better == text or not _ID.fullmatch(better):
        return
    false = next((character for character in text if ord(character) in _LOOKS_LIKE), "")
    if false:
        ascii_ = _LOOKS_LIKE[ord(false)].lower()
        findings.add(
            LOOK_ALIKE, *place, text=text, character=name_of(false), ascii=ascii_, better=better
        )


@lru_cache(maxsize=256)
def name_of(character: str) -> str:
    """The code point of a character and its Unicode name, such as “U+202E”."""
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").capitalize()
    return f"{code} ({name})" if name else code


def shorten(text: str, limit: int = 40) -> str:
    """A text cut to a length that fits into a sentence."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
