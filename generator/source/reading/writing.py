"""Turns an edit into characters of a YAML file, spelt as the place needs it, all else untouched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.base.diagnostics import Edit, Locator
from generator.source.reading.lines import Lines
from generator.source.reading.scalars import offsets
from generator.source.reading.yaml_file import JsonValue, Path, Places, YamlFile
from generator.source.reading.yaml_reader import read_yaml

_BREAK = re.compile(r"\r\n?|\n")
_REMARK = re.compile(r"(?:^|[ \t])#", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """`text` in place of the characters [start, end) of a file."""

    start: int
    end: int
    text: str


class EditsOverlap(ValueError):
    """Two edits want the same characters."""


def applied(text: str, edits: Iterable[TextEdit]) -> str:
    """Return a text with edits applied; one that stands twice is applied once.

    Raises:
        EditsOverlap: two different edits want the same characters.
    """
    parts: list[str] = []
    at = 0
    last: TextEdit | None = None
    for each in sorted(set(edits)):
        if each.start < at or (last is not None and last.start == each.start):
            raise EditsOverlap
        parts += (text[at : each.start], each.text)
        at, last = each.end, each
    return "".join((*parts, text[at:]))


def text_edits(source: YamlFile, edits: Iterable[Edit]) -> tuple[TextEdit, ...] | None:
    """Return edits in characters of the file; None where one of them cannot be made.

    Thousands inside one value are made and tried together.

    Raises:
        EditsOverlap: two different edits inside a value want the same characters.
    """
    values: dict[Path, list[tuple[tuple[int, int], str]]] = {}
    made: list[TextEdit | None] = []
    for each in edits:
        where = each.where
        if isinstance(where, Locator) and where.chars and each.text is not None:
            values.setdefault(where.path, []).append((where.chars, each.text))
        else:
            made.append(text_edit(source, each))
    for path, inside in values.items():
        many = _inside(source.places, path, inside) if len(inside) > 1 else None
        at = Locator(source.path, path)
        made += many or (text_edit(source, Edit(at.within(*each), text)) for each, text in inside)
    known = tuple(each for each in made if each is not None)
    return known if len(known) == len(made) else None


def _inside(
    places: Places | None, path: Path, edits: Iterable[tuple[tuple[int, int], str]]
) -> tuple[TextEdit, ...]:
    """Return edits inside one value; none where its characters are not those of the file."""
    value = places.value(path) if places and path in places.index else None
    if places is None or not isinstance(value, str):
        return ()
    start, end = places.range(places.index[path])
    source = places.text[start:end]
    found = offsets(source, value)
    if found is None:
        return ()
    mark = source[:1]
    narrow = [
        TextEdit(found[a], found[b] if b > a else found[a], _escaped(text, mark))
        for (a, b), text in edits
    ]
    whole = applied(value, (TextEdit(a, b, text) for (a, b), text in edits))
    flow = _in_flow(places, path)
    if mark in "|>" or _reads_as(applied(source, narrow), whole, flow=flow):
        return tuple(TextEdit(start + each.start, start + each.end, each.text) for each in narrow)
    return (TextEdit(start, end, _quoted(whole)),)


@lru_cache(maxsize=4)
def _lines_of(text: str) -> Lines:
    return Lines(text)


def text_edit(source: YamlFile, edit: Edit) -> TextEdit | None:
    """Return an edit in characters of the file; None where it cannot be made without harm.

    An entry with a remark beside it is not taken out, so that no remark is lost.
    """
    where = edit.where
    if not isinstance(where, Locator):
        lines = _lines_of(source.text)
        start = lines.offset(where.line, where.column)
        end = lines.offset(where.end_line, where.end_column)
        return TextEdit(start, end, edit.text or "")
    places = source.places
    if places is None:
        return None
    if where.path not in places.index:
        return _added(places, where.path, edit) if edit.text is not None else None
    if edit.text is None:
        return _removed(places, where.path)
    if where.on == "key":
        start, end = places.head(where.path)
        return _spelt(places, start, end, str(where.path[-1]), edit.text, flow=False)
    return _replaced(places, where, edit.text)


def _replaced(places: Places, where: Locator, text: str) -> TextEdit | None:
    start, end = places.range(places.index[where.path])
    value = places.value(where.path)
    flow = _in_flow(places, where.path)
    if isinstance(value, dict | list):
        return None
    if where.chars is None or not isinstance(value, str):
        return _spelt(places, start, end, value, text, flow=flow)
    first, last = where.chars
    whole = value[:first] + text + value[last:]
    a, b = places.locate(where)
    narrow = TextEdit(a, b, _escaped(text, places.text[start]))
    scalar = places.text[start:a] + narrow.text + places.text[b:end]
    known = (
        offsets(places.text[start:end], value) is not None or places.text[a:b] == value[first:last]
    )
    if known and (places.text[start] in "|>" or _reads_as(scalar, whole, flow=flow)):
        return narrow
    return TextEdit(start, end, _quoted(whole))


def _spelt(
    places: Places, start: int, end: int, value: JsonValue, text: str, *, flow: bool
) -> TextEdit:
    """Put a text in place of a scalar, in the quotes that it has, if they will do."""
    old = places.text[start:end]
    mark = old[:1] if old[:1] in "\"'" and isinstance(value, str) else ""
    for spelling in (f"{mark}{_escaped(text, mark)}{mark}", _quoted(text)):
        if _reads_as(spelling, text, flow=flow):
            return TextEdit(start, end, spelling)
    return TextEdit(start, end, _quoted(text))


def _escaped(text: str, mark: str) -> str:
    if mark == "'":
        return text.replace("'", "''")
    return _quoted(text)[1:-1] if mark == '"' else text


def _quoted(text: str) -> str:
    """Return a text in double quotes; what JSON reads, YAML reads."""
    return json.dumps(text, ensure_ascii=False)


def _reads_as(scalar: str, text: str, *, flow: bool) -> bool:
    """Whether a scalar as written is read as a text."""
    shown = f"k: [{scalar}]\n" if flow else f"k: {scalar}\n"
    read = read_yaml("", shown.encode())
    wanted: JsonValue = [text] if flow else text
    return read.value is not None and not read.diagnostics and read.value.data == {"k": wanted}


def _in_flow(places: Places, path: Path) -> bool:
    """Whether a value stands in brackets or braces."""
    return any(_is_flow(places, path[:length]) for length in range(len(path)))


def _is_flow(places: Places, path: Path) -> bool:
    start, end = places.range(places.index[path])
    return end > start and places.text[start] in "[{" and bool(path)


def _added(places: Places, path: Path, edit: Edit) -> TextEdit | None:
    """Add a key to a group, or an entry behind the last one of a list."""
    parent, last = path[:-1], path[-1]
    group = places.value(parent) if parent in places.index else None
    if isinstance(group, list) and group:
        near: Path = (*parent, len(group) - 1)
        new = _entry(edit.text or "", flow=True)
    elif isinstance(group, dict) and group and isinstance(last, str):
        near = (*parent, edit.after if edit.after in group else next(reversed(group)))
        new = f"{last}: {edit.text}"
    else:
        return None
    start, end = _extent(places, near)
    if _is_flow(places, parent) or _in_flow(places, parent):
        return TextEdit(end, end, f", {new}")
    text, lines = places.text, places.lines
    indent = text[lines.starts[lines.number(start)] : start]
    lead = re.sub(r"[^\t]", " ", indent)
    if isinstance(group, list):
        dash = indent.rfind("-")
        if dash < 0:
            return None
        lead, new = indent[:dash].replace("-", " ") + indent[dash:], _entry(edit.text or "")
    found = _BREAK.search(text, end)
    stop = found.start() if found else len(text)
    ending = found[0] if found else (_BREAK.search(text) or [_NEW_LINE])[0]
    return TextEdit(stop, stop, f"{ending}{lead}{new}")


_NEW_LINE = "\n"


def _entry(text: str, *, flow: bool = False) -> str:
    return text if _reads_as(text, text, flow=flow) else _quoted(text)


def _extent(places: Places, path: Path) -> tuple[int, int]:
    """The characters of an entry, its key included."""
    number = places.index[path]
    start, end = places.range(number)
    if isinstance(path[-1], str):
        start = places.range(number - 1)[0]
    return start, max(start, end)


def _removed(places: Places, path: Path) -> TextEdit | None:
    """Take an entry out; the last one takes its list or group along."""
    while len(path) > 1:
        group = places.value(path[:-1])
        if isinstance(group, dict | list) and len(group) > 1:
            break
        path = path[:-1]
    if not path:
        return None
    start, end = _extent(places, path)
    siblings = list(_siblings(places, path[:-1]))
    at = siblings.index(path)
    if _in_flow(places, path):
        if at + 1 < len(siblings):
            end = _extent(places, siblings[at + 1])[0]
        elif at:
            start = _extent(places, siblings[at - 1])[1]
    else:
        start, end = _lines_of_entry(places, path, start, end)
    gone = places.text[start:end]
    return None if start >= end or _REMARK.search(gone) else TextEdit(start, end, "")


def _siblings(places: Places, parent: Path) -> Iterator[Path]:
    group = places.value(parent)
    keys: Iterable[str | int] = group if isinstance(group, dict) else range(len(group or ()))  # type: ignore[arg-type]
    return ((*parent, key) for key in keys)


def _lines_of_entry(places: Places, path: Path, start: int, end: int) -> tuple[int, int]:
    """The whole lines of an entry of a block; the first key of an entry leaves its hyphen."""
    text, lines = places.text, places.lines
    first = lines.starts[lines.number(start)]
    found = _BREAK.search(text, end)
    stop = found.end() if found else len(text)
    before = text[first:start]
    if isinstance(path[-1], int):
        return (first, stop) if before.strip() == "-" else (0, 0)
    if not before.strip():
        return first, stop
    if before.strip(" -"):
        return 0, 0
    return start, min(len(text), stop + len(before))  # up to the next key, in line with this one
