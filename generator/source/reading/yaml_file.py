"""A YAML file that was read: its data, and the place of every key and value in its text."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.base.diagnostics import Locator, Span
from generator.source.reading.lines import Lines
from generator.source.reading.scalars import offsets

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
Path: TypeAlias = "tuple[str | int, ...]"


@dataclass(frozen=True, slots=True)
class FileText:
    """A file of the handbook: `path` is relative to its root, with `/`.

    `written` is what stands in it, where `raw` is what of it counts (None: the same).
    """

    path: str
    raw: bytes
    written: bytes | None = None


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment `# handbook: ignore[HB402, HB305] reason` that silences findings near it.

    The reason is empty when none was given.
    """

    codes: tuple[str, ...]
    reason: str
    span: Span


class Places:
    """Where the keys and values of a text stand.

    `marks` holds two offsets, start and end, for every key and value in the order of the
    text, a collection before its members. Tables that speed up questions are made when the
    first question comes, because most files have no findings.
    """

    __slots__ = ("_index", "_lines", "data", "marks", "text")

    def __init__(self, text: str, data: JsonValue, marks: array[int]) -> None:
        self.text = text
        self.data = data
        self.marks = marks
        self._lines: Lines | None = None
        self._index: dict[Path, int] | None = None

    @property
    def lines(self) -> Lines:
        """The lines of the text."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines

    @property
    def index(self) -> dict[Path, int]:
        """The number of each value; the key of a mapping's value has the number before it."""
        if self._index is None:
            self._index = {path: number for path, number, _ in _walk(self.data) if self.marks}
        return self._index

    def value(self, path: Path) -> JsonValue:
        """The value at a path that exists."""
        return _at(self.data, path)

    def range(self, number: int) -> tuple[int, int]:
        """The offsets of a key or value."""
        return self.marks[2 * number], self.marks[2 * number + 1]

    def head(self, path: Path) -> tuple[int, int]:
        """The offsets of what names a value: its key, or the first key inside an item."""
        number = self.index[path]
        if path and isinstance(path[-1], str):
            return self.range(number - 1)
        value = _at(self.data, path)
        return self.range(number + 1 if isinstance(value, dict) and value else number)

    def locate(self, where: Locator) -> tuple[int, int]:
        """The offsets that a locator means, or those of the nearest thing that exists."""
        if where.path not in self.index:
            path = where.path
            while path and path not in self.index:
                path = path[:-1]
            return self.head(path) if path in self.index else (0, 0)
        if where.on == "key":
            return self.head(where.path)
        start, end = self.range(self.index[where.path])
        if start == end:
            return self.head(where.path)
        value = _at(self.data, where.path)
        if where.chars is None or not isinstance(value, str):
            return start, end
        return self._within(start, end, where.chars, value)

    def _within(self, start: int, end: int, chars: tuple[int, int], value: str) -> tuple[int, int]:
        """Characters of a text value; of a folded block, the same words in its source."""
        first = min(max(chars[0], 0), len(value))
        last = min(max(chars[1], first), len(value))
        source = self.text[start:end]
        found = offsets(source, value)
        if found is not None:
            return start + found[first], start + (found[last] if last > first else found[first])
        words = value[first:last]
        at = -1
        for _ in range(value.count(words, 0, first) + 1 if words else 0):
            at = source.find(words, at + 1)
        return (start + at, start + at + len(words)) if at >= 0 else (start, end)

    def comments(self, candidates: list[int]) -> list[int]:
        """Those offsets of a `#` that start a comment instead of standing inside a text."""
        leaves = [number for _, number, leaf in _walk(self.data, keys=True) if leaf]
        starts = [self.marks[2 * number] for number in leaves]
        found: list[int] = []
        for offset in candidates:
            if offset and self.text[offset - 1] not in " \t\r\n":
                continue
            at = bisect_right(starts, offset) - 1
            if at < 0 or not self._inside(offset, *self.range(leaves[at])):
                found.append(offset)
        return found

    def _inside(self, offset: int, start: int, end: int) -> bool:
        """Whether an offset lies in a scalar; a comment may follow the header of a block."""
        if self.text[start] in "|>":
            line = self.lines.number(start) + 1
            start = self.lines.starts[line] if line < len(self.lines.starts) else end
        return start <= offset < end


@dataclass(frozen=True, slots=True)
class YamlFile:
    """One YAML file: `path` is relative to the handbook's root, with `/`."""

    path: str
    text: str
    data: JsonValue
    ignores: tuple[Ignore, ...] = ()
    places: Places | None = field(default=None, repr=False, compare=False)

    def span(self, where: Locator) -> Span:
        """The place of a key, a value, or characters of a text value.

        A path that does not exist falls back to the key of its deepest existing parent.
        """
        if self.places is None:
            return Span(self.path)
        return self.places.lines.span(self.path, *self.places.locate(where))


def _at(data: JsonValue, path: Path) -> JsonValue:
    for part in path:
        data = data[part]  # type: ignore[index]  # the path is known to exist
    return data


def _walk(data: JsonValue, *, keys: bool = False) -> Iterator[tuple[Path, int, bool]]:
    """Every value with its path, its number, and whether it is a leaf; keys too when asked."""
    stack: list[tuple[Path, JsonValue]] = [((), data)]
    number = 0
    while stack:
        path, value = stack.pop()
        if path and isinstance(path[-1], str):
            if keys:
                yield path, number, True
            number += 1
        yield path, number, not isinstance(value, dict | list)
        number += 1
        if isinstance(value, dict):
            stack.extend(((*path, key), inner) for key, inner in reversed(value.items()))
        elif isinstance(value, list):
            stack.extend(((*path, at), value[at]) for at in reversed(range(len(value))))
