"""Builds the data of a file from the parser's events, with the place of everything in it."""

from __future__ import annotations

import json
import re
from array import array
from dataclasses import dataclass
from sys import intern
from typing import Protocol

from generator.base.diagnostics import Fix, Rule
from generator.source.reading.blanks import normalised
from generator.source.reading.characters import check_key, check_value, refuse_escaped, shorten
from generator.source.reading.findings import Findings
from generator.source.reading.remarks import cut_off
from generator.source.reading.scalars import resolve
from generator.source.reading.slip_rules import CUT_OFF, LIST_SEPARATOR, SWALLOWED_ENTRY
from generator.source.reading.structure_rules import (
    ALIAS,
    COMPLEX_KEY,
    DUPLICATE_KEY,
    EMPTY_KEY,
    KEY_NOT_TEXT,
    MERGE_KEY,
    TAG,
    TEXT_TOO_LONG,
    TOO_DEEP,
    TOO_MANY_VALUES,
)
from generator.source.reading.syntax_rules import FULL_WIDTH_COLON, MISSING_SPACE
from generator.source.reading.yaml_file import JsonValue

MAX_DEPTH = 40
"""How many collections may lie within each other."""
MAX_VALUES = 100_000
"""How many keys and values a file may hold."""
MAX_TEXT = 20_000
"""How many characters a text may have: an Excel cell holds 32,767."""
MAX_KEY = 200
"""How many characters the name of a field may have."""

# A field or an entry of a list that was meant to be one, at the start of a line.
_MEANT = r"(?:([a-z][a-z-]{0,39})(?:：|:(?![\s/]))|-(?=[^\W\d]))"
_COMMA = re.compile(r"\s*[，；]\s*")
_SHORT = 8  # characters of an entry that is a name rather than a part of a sentence
_OF_NAMES = frozenset(("options", "conclusions", "when", "inputs", "outputs", "synonyms"))
_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
_IDS = re.compile(rf"{_ID.pattern}(?:\s*[，、；]\s*{_ID.pattern})+")
_SEPARATOR = re.compile(r"\s*[，、；]\s*")
_ENTRY_BELOW = re.compile(r"\n[ \t]*(?P<entry>- [^\r\n]*)")
_SWALLOWED = re.compile(_MEANT)
_SWALLOWED_LINE = re.compile(rf"(?:^|(?<=[\r\n]))[ \t]*+(?:- ++)*{_MEANT}")


class Mark(Protocol):
    """A place in the text as the parser tells it."""

    index: int


class Event(Protocol):
    """What all events of the parser have."""

    start_mark: Mark
    end_mark: Mark


class NodeEvent(Event, Protocol):
    """A scalar, a collection's start, or an alias."""

    anchor: str | None
    tag: str | None


class ScalarEvent(NodeEvent, Protocol):
    """A scalar; its style is empty when it is plain."""

    value: str
    style: str | None
    tag: str | None


class _Slot:
    """A state of a mapping under construction that is not a key."""


_WANTED = _Slot()  # the next node is a key
_COMPLEX = _Slot()  # a collection is being read in place of a key
_DROPPED = _Slot()  # the next node is the value of a key that is not taken


@dataclass(slots=True)
class _Frame:
    """A collection under construction."""

    items: list[JsonValue] | None
    fields: dict[str, JsonValue] | None
    number: int
    key: str | _Slot | None = None
    kept: int = 0
    numbers: dict[str, int] | None = None


class TreeBuilder:
    """Takes events; afterwards `roots` holds the data and `marks` the places.

    `refused` says that the data is not what the file means, `stopped` that reading ended early.
    """

    def __init__(self, text: str, findings: Findings, *, is_plain: bool) -> None:
        self.text = text
        self.findings = findings
        self.has_doubtful = not is_plain
        self.has_escapes = "\\" in text
        self.marks = array("I")
        self.roots: list[JsonValue] = []
        self.refused = False
        self.stopped = False
        self._frame = _Frame(self.roots, None, 0)
        self._stack: list[_Frame] = []
        self.last = 0  # where the last visible thing ended

    def scalar(self, event: ScalarEvent) -> None:
        """Take a key or a value."""
        start, end = event.start_mark.index, event.end_mark.index
        value, style = event.value, event.style
        if event.tag is not None or event.anchor is not None:
            self._properties(event)
        if style:
            value, end = self._quoted(style, value, start, end)
        if end > start:
            self.last = end
        if self._frame.key is _WANTED:
            self._key(value, start, end, is_plain=not style)
        else:
            self._value(value, start, end, is_plain=not style)

    def sequence(self, event: NodeEvent) -> None:
        """Begin a list."""
        self._begin(event, _Frame([], None, len(self.marks)))

    def mapping(self, event: NodeEvent) -> None:
        """Begin a group of fields."""
        self._begin(event, _Frame(None, {}, len(self.marks), _WANTED, 0, {}))

    def end(self, event: Event) -> None:
        """End the innermost collection."""
        frame, self._frame = self._frame, self._stack.pop()
        start, end = event.start_mark.index, event.end_mark.index
        if end > start:  # a closing bracket; the end of a block has no width
            self.last = end
        self.marks[frame.number + 1] = max(self.last, self.marks[frame.number] + 1)
        if frame.items:
            self._check_separators(frame.items, frame.number)
        self._place(frame.items if frame.fields is None else frame.fields)

    def _check_separators(self, items: list[JsonValue], number: int) -> None:
        """Note entries of a list in brackets that another mark than the comma parts."""
        if self.text[self.marks[number]] != "[":
            return
        for at, entry in enumerate(items, start=1):
            if not isinstance(entry, str):
                return  # the places behind it are not those of entries
            self._check_separator(entry, number + 2 * at, alone=len(items) == 1)

    def _check_separator(self, entry: str, number: int, *, alone: bool) -> None:
        start, end = self.marks[number : number + 2]
        # In running text 、 stands between words; in lists of answers and things it parts them,
        # unless some are parted rightly.
        answers = alone and self._frame.key in _OF_NAMES
        pattern = _SEPARATOR if answers or _IDS.fullmatch(entry) else _COMMA
        found = pattern.search(entry)
        if found is None:
            return
        parts = [part for part in pattern.split(entry) if part]
        # A sentence, or a text in quotes, is meant as one.
        if self.text[start] not in "\"'" and all(
            len(part) <= _SHORT or _ID.fullmatch(part) for part in parts
        ):
            better = ", ".join(parts)
            fix = Fix.at(self.findings.span(start, end), better)
            self.findings.add(
                LIST_SEPARATOR,
                start,
                end,
                fix=fix,
                text=shorten(entry),
                mark=found[0].strip(),
                better=f"[{shorten(better)}]" if alone else shorten(better),
            )

    def alias(self, event: NodeEvent) -> None:
        """Refuse an alias."""
        start, end = event.start_mark.index, event.end_mark.index
        self.findings.add(ALIAS, start, end, text=shorten(self.text[start:end]))
        self.refused = True
        if self._frame.key is _WANTED:
            self._drop()
        else:
            self.marks.extend((start, end))
            self._place(None)

    def _begin(self, event: NodeEvent, frame: _Frame) -> None:
        start = event.start_mark.index
        if event.tag is not None or event.anchor is not None:
            self._properties(event)
        if self._frame.key is _WANTED:
            self.findings.add(COMPLEX_KEY, start, start + 1)
            self.refused = True
            self._drop()
            self._frame.key = _COMPLEX
        if len(self._stack) >= MAX_DEPTH:
            self._stop(TOO_DEEP, start, MAX_DEPTH)
        elif len(self.marks) > 2 * MAX_VALUES:
            self._stop(TOO_MANY_VALUES, start, MAX_VALUES)
        self.marks.extend((start, start))
        self._stack.append(self._frame)
        self._frame = frame

    def _quoted(self, style: str, value: str, start: int, end: int) -> tuple[str, int]:
        """The value of a quoted or block scalar, and where its visible part ends."""
        if style in "|>":
            return value, start + len(self.text[start:end].rstrip(" \t\r\n"))
        if style == '"' and self.has_escapes:
            value = refuse_escaped(value, start, end, self.findings)
        return value, end

    def _value(self, value: str, start: int, end: int, *, is_plain: bool) -> None:
        if len(value) > MAX_TEXT:
            self.findings.add(TEXT_TOO_LONG, start, end, length=len(value), limit=MAX_TEXT)
        if self.has_doubtful:
            check_value(value, start, end, self.findings)
        self.marks.extend((start, end))
        if not is_plain:
            self._place(normalised(value))
            return
        # A text of several lines, which are folded, or a file that is nothing but a text.
        if end - start != len(value) or not self._stack:
            self._check_swallowed(start, end, value)
            self._check_entries(start, end, value)
        self._check_cut_off(start, end, value)
        self._place(resolve(value) if value.isascii() else normalised(value))

    def _check_entries(self, start: int, end: int, value: str) -> None:
        """Note the entries of a list that became part of the text above."""
        if " - " not in value or "\n" not in self.text[start:end]:
            return
        found = _ENTRY_BELOW.search(self.text, start, end)
        if found:
            first = found.start("entry")
            self.findings.add(SWALLOWED_ENTRY, first, end, text=shorten(found["entry"].strip()))

    def _check_cut_off(self, start: int, end: int, value: str) -> None:
        """Note the rest of a sentence that became a remark."""
        if not self.text.startswith(" #", end):
            return
        above = self._stack[-1] if self._stack else self._frame  # a file may be a text alone
        key = self._frame.key if self._frame.items is None else above.key
        rest = cut_off(self.text, end, value, key if isinstance(key, str) else "")
        if rest is None:
            return
        whole = self.text[start : rest.end()].rstrip()
        quoted = json.dumps(whole, ensure_ascii=False)
        # What has a space behind its # may be a remark: no program can tell.
        joined = not rest[0].startswith((" # ", " ##"))
        fix = Fix.at(self.findings.span(start, start + len(whole)), quoted) if joined else None
        shown = f'"{shorten(value + rest[0].rstrip())}"'
        self.findings.add(
            CUT_OFF, end + 1, rest.end(), fix=fix, rest=shorten(rest[0].strip()), quoted=shown
        )

    def _place(self, value: JsonValue) -> None:
        frame = self._frame
        if frame.items is not None:
            frame.items.append(value)
            if len(self.marks) > 2 * MAX_VALUES:
                self._stop(TOO_MANY_VALUES, self.last, MAX_VALUES)
            return
        key = frame.key
        if isinstance(key, str) and frame.fields is not None:
            frame.fields[key] = value
            frame.key = _WANTED
        elif key is _COMPLEX:
            frame.key = _DROPPED
        else:
            del self.marks[frame.kept :]
            frame.key = _WANTED

    def _key(self, key: str, start: int, end: int, *, is_plain: bool) -> None:
        frame = self._frame
        if is_plain and (key == "<<" or not isinstance(resolve(key), str)):
            self._refuse_key(key, start, end)
            return
        if len(key) > MAX_KEY:
            self.findings.add(TEXT_TOO_LONG, start, end, length=len(key), limit=MAX_KEY)
        if self.has_doubtful:
            check_key(key, start, end, self.findings)
        if is_plain and (":" in key or "：" in key or key[0] == "-"):
            self._check_swallowed(start, end, key)
        if frame.numbers is not None:
            number = frame.numbers.setdefault(key, len(self.marks))
            if number != len(self.marks):
                first = (self.marks[number], self.marks[number + 1])
                self.findings.add(DUPLICATE_KEY, start, end, first=first, key=shorten(key))
                self._drop()
                return
        frame.key = intern(key)  # the same few names stand in all files
        self.marks.extend((start, end))
        if len(self.marks) > 2 * MAX_VALUES:
            self._stop(TOO_MANY_VALUES, start, MAX_VALUES)

    def _refuse_key(self, key: str, start: int, end: int) -> None:
        if key == "<<":
            self.findings.add(MERGE_KEY, start, end)
        elif key:
            self.findings.add(KEY_NOT_TEXT, start, end, key=shorten(key))
        else:
            self.findings.add(EMPTY_KEY, start, start + 1)
        self.refused = True
        self._drop()

    def _drop(self) -> None:
        """Read the value of this key, but do not take it."""
        self._frame.key = _DROPPED
        self._frame.kept = len(self.marks)

    def _properties(self, event: NodeEvent) -> None:
        """Refuse the anchor or tag in front of a node."""
        start = event.start_mark.index
        word = self.text[start : start + 200].split(None, 1)[0]
        rule = ALIAS if event.tag is None else TAG
        self.findings.add(rule, start, start + len(word), text=shorten(word))
        self.refused = True

    def _check_swallowed(self, start: int, end: int, value: str) -> None:
        """Note fields that became part of a text because their colon or hyphen is not right."""
        if not _SWALLOWED.match(value):
            return
        self.refused = True
        for found in _SWALLOWED_LINE.finditer(self.text[start:end]):
            last = start + found.end()
            if self.text[last - 1] == "：":
                first = start + found.start(1)
                self.findings.add(FULL_WIDTH_COLON, first, last, word=found[1])
            else:
                first = start + found.start(1) if found[1] else last - 1
                self.findings.add(MISSING_SPACE, first, last, mark=self.text[first:last])

    def _stop(self, rule: Rule, at: int, limit: int) -> None:
        self.findings.add(rule, at, at + 1, limit=limit)
        self.stopped = self.refused = True
