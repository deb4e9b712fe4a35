"""What would mend a fault of characters or of YAML, where that can be told from the text alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.base.diagnostics import Argument, Fix, Rule, Safety
from generator.source.reading.character_rules import (
    CONTROL_CHARACTER,
    DIRECTION,
    INVISIBLE,
    LOOK_ALIKE,
)
from generator.source.reading.hidden import SPACES, visible
from generator.source.reading.lines import Lines
from generator.source.reading.structure_rules import KEY_NOT_TEXT, TAG
from generator.source.reading.syntax_rules import (
    COLON_IN_TEXT,
    FULL_WIDTH_COLON,
    MISSING_COLON,
    MISSING_SPACE,
    RESERVED_CHARACTER,
    TAB,
    UNCLOSED_BRACKET,
    UNCLOSED_QUOTE,
)

# A field, with the indentation of its key and the place of its value.
_FIELD = re.compile(
    r"(?P<lead> *(?:- +)*)(?P<key>[a-z][a-z0-9_-]{0,39}):[ \t]+(?P<value>\S.*?)\s*$"
)
_KEYED = re.compile(r"(?P<lead>[ ]*(?:- +)*)[^\s:#-][^:]{0,40}:(?:[ \t]|$)")
_FIRST_WORD = re.compile(r"[a-z][a-z-]{0,39}(?= +\S)")
_WIDE = frozenset("\u3000")
_PLAINLY_TEXT = frozenset("@`%")


@dataclass(frozen=True, slots=True)
class _Place:
    """The characters [start, end) of a file at which a fault was found, with its arguments."""

    file: str
    lines: Lines
    start: int
    end: int
    args: Mapping[str, Argument]

    @property
    def text(self) -> str:
        return self.lines.text

    @property
    def written(self) -> str:
        return self.text[self.start : self.end]

    @property
    def line(self) -> tuple[int, str]:
        """Where the line begins, and the line."""
        number = self.lines.number(self.start)
        return self.lines.starts[number], self.lines.line(number)

    def put(
        self, text: str, safety: Safety, start: int | None = None, end: int | None = None
    ) -> Fix:
        first = self.start if start is None else start
        last = self.end if end is None else end
        return Fix.at(self.lines.span(self.file, first, last), text, safety)


def fix_of(
    rule: Rule, file: str, lines: Lines, place: tuple[int, int], args: Mapping[str, Argument]
) -> Fix | None:
    """Return what would mend a finding at the characters [start, end); None where nobody knows."""
    make = _FIXES.get(rule.code)
    return make(_Place(file, lines, *place, args)) if make else None


def indentation_meant(lines: Lines, number: int, blank: str) -> tuple[str, Safety]:
    """Return the indentation that a line with odd blanks was meant to have.

    It is in line with a field above: surely where the blanks are just as wide (a wide space
    takes two columns, a tab two, four or eight), else as far as can be guessed.
    """
    widths = {
        sum(tab if each == "\t" else 2 if each in _WIDE else 1 for each in blank)
        for tab in (2, 4, 8)
    }
    leads: list[int] = []
    for above in range(number - 1, -1, -1):
        found = _KEYED.match(lines.line(above))
        if found and (not leads or len(found["lead"]) < leads[-1]):
            leads.append(len(found["lead"]))
    nearest = leads[0] if leads else 0
    surely = [each for each in leads if each in widths]
    if surely:
        return " " * surely[0], Safety.SAFE
    return " " * nearest, Safety.ASKS


def _delete(place: _Place) -> Fix | None:
    if place.end - place.start != 1:  # written as an escape in a text
        return None
    around = (place.text[place.start - 1 : place.start], place.text[place.end : place.end + 1])
    if all(each.isascii() and each.isalnum() for each in around):
        return place.put(" ", Safety.ASKS)  # two words would become one
    return place.put("", Safety.SAFE)


def _visible(place: _Place) -> Fix | None:
    shown = re.sub(f"[{SPACES}]", " ", visible(place.written))
    if place.end - place.start > 1:
        shown = shown.strip()
    return place.put(shown, Safety.SAFE) if shown != place.written else None


def _in_ascii(place: _Place) -> Fix | None:
    wrong, better = str(place.args["text"]), str(place.args["better"])
    if wrong not in place.written:
        return None
    return place.put(place.written.replace(wrong, better), Safety.SAFE)


def _spaces(place: _Place) -> Fix | None:
    start, line = place.line
    blank = line[: len(line) - len(line.lstrip(" \t"))]
    if place.start >= start + len(blank):
        return place.put(" ", Safety.SAFE) if line[: place.start - start].endswith(":") else None
    indent, safety = indentation_meant(place.lines, place.lines.number(start), blank)
    return place.put(indent, safety, start, start + len(blank))


def _colon(place: _Place) -> Fix | None:
    behind = place.text[place.end : place.end + 1]
    colon = ":" if not behind or behind.isspace() else ": "
    return place.put(colon, Safety.SAFE, place.end - 1)


def _space_behind(place: _Place) -> Fix | None:
    return place.put(" ", Safety.SAFE, place.end)


def _colon_behind_first_word(place: _Place) -> Fix | None:
    word = _FIRST_WORD.match(place.written)
    return place.put(":", Safety.ASKS, *[place.start + word.end()] * 2) if word else None


def _quotes_around_value(place: _Place) -> Fix | None:
    start, line = place.line
    field = _FIELD.match(line)
    if field is None or field["value"][0] in "\"'[{|>" or re.search(r"\s#", field["value"]):
        return None
    quoted = _quoted(field["value"])
    return place.put(quoted, Safety.SAFE, start + field.start("value"), start + field.end("value"))


def _quotes_to_the_end(place: _Place) -> Fix | None:
    start, line = place.line
    rest = line[place.start - start :].rstrip()
    if place.args.get("character") == "-" or re.search(r"\s#", rest) or rest[:1] in "\"'":
        return None
    safety = Safety.SAFE if rest[:1] in _PLAINLY_TEXT else Safety.ASKS
    return place.put(_quoted(rest), safety, place.start, place.start + len(rest))


def _closing_quote(place: _Place) -> Fix | None:
    end = place.start + len(place.written.rstrip())
    if re.search(r"\s#", place.written):
        return None
    return place.put(str(place.args["quote"]), _ends_here(place), end, end)


def _closing_bracket(place: _Place) -> Fix | None:
    start, line = place.line
    end = start + len(line.rstrip())
    if re.search(r"\s#", line):
        return None
    return place.put(str(place.args["closing"]), _ends_here(place), end, end)


def _ends_here(place: _Place) -> Safety:
    """Whether a text or list ends with its line for sure: the next line is a field or an entry."""
    number = place.lines.number(place.start) + 1
    while number < len(place.lines.starts) and not place.lines.line(number).strip():
        number += 1
    below = place.lines.line(number) if number < len(place.lines.starts) else ""
    sure = not below or _KEYED.match(below) or below.lstrip().startswith("- ")
    return Safety.SAFE if sure else Safety.ASKS


def _without_tag(place: _Place) -> Fix | None:
    behind = len(place.text[place.end :]) - len(place.text[place.end :].lstrip(" "))
    return place.put("", Safety.ASKS, place.start, place.end + behind)


def _quoted_key(place: _Place) -> Fix | None:
    return place.put(_quoted(place.written), Safety.SAFE)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


_FIXES: Mapping[str, Callable[[_Place], Fix | None]] = {
    CONTROL_CHARACTER.code: _delete,
    DIRECTION.code: _delete,
    INVISIBLE.code: _visible,
    LOOK_ALIKE.code: _in_ascii,
    TAB.code: _spaces,
    FULL_WIDTH_COLON.code: _colon,
    MISSING_SPACE.code: _space_behind,
    MISSING_COLON.code: _colon_behind_first_word,
    COLON_IN_TEXT.code: _quotes_around_value,
    UNCLOSED_QUOTE.code: _closing_quote,
    UNCLOSED_BRACKET.code: _closing_bracket,
    RESERVED_CHARACTER.code: _quotes_to_the_end,
    TAG.code: _without_tag,
    KEY_NOT_TEXT.code: _quoted_key,
}
