"""The strings of gettext catalogues with the place of every character, for edits that keep all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.source.reading.writing import TextEdit

_LINE = re.compile(r"[^\n]*(?:\n|$)")
_STRING = re.compile(
    r'\s*(?P<word>msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)?\s*"(?P<text>.*)"\s*'
)
_CHARACTER = re.compile(r"\\(.)|(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}


@dataclass(slots=True)
class PoString:
    """A string of an entry, on one or several lines; `spans` has the place of each character."""

    word: str
    value: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)

    def replaced(self, start: int, end: int, text: str) -> Iterator[TextEdit]:
        """Yield the edits that put a text, which needs no escape, for the characters [start, end).

        Where they stand on two lines, the new ones stand on the first.
        """
        first, last = self.spans[start]
        for begin, stop in self.spans[start + 1 : end]:
            if begin != last:
                yield TextEdit(first, last, text)
                text, first = "", begin
            last = stop
        yield TextEdit(first, last, text)


@dataclass(slots=True)
class PoEntry:
    """An entry: its strings, and the characters [start, end) that it takes up."""

    start: int
    end: int
    strings: list[PoString] = field(default_factory=list)

    @property
    def source(self) -> str:
        """The text that the entry translates."""
        return next((each.value for each in self.strings if each.word == "msgid"), "")


def po_entries(text: str) -> Iterator[PoEntry]:
    """Yield the entries of a catalogue; obsolete ones (`#~`) are remarks."""
    entry: PoEntry | None = None
    for line in _LINE.finditer(text):
        found = _STRING.fullmatch(line[0])
        if found is None:
            continue
        if entry is None or _begins(found["word"], entry):
            if entry is not None:
                yield entry
            entry = PoEntry(line.start(), line.end())
        if found["word"]:
            entry.strings.append(PoString(found["word"]))
        if entry.strings:
            _append(entry.strings[-1], found["text"], line.start() + found.start("text"))
        entry.end = line.end()
    if entry is not None:
        yield entry


def _begins(word: str | None, entry: PoEntry) -> bool:
    """Whether a string is the first of another entry."""
    return word == "msgctxt" or (
        word == "msgid" and any(each.word == "msgid" for each in entry.strings)
    )


def _append(string: PoString, raw: str, offset: int) -> None:
    for found in _CHARACTER.finditer(raw):
        escaped = found[1]
        string.value += _ESCAPES.get(escaped, escaped) if escaped else found[2]
        string.spans.append((offset + found.start(), offset + found.end()))
