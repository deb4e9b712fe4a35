"""Reads a file with faults in its YAML as it was probably meant, so that all of it can be judged.

Where the text around a fault tells what was meant (a bracket that is not closed, a line that stands
a space too deep), the fault is mended in a copy. Places are those of the text as it is written.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.base.diagnostics import Diagnostic, Severity, Span
from generator.source.reading.lines import Lines
from generator.source.reading.structure_rules import SEVERAL_DOCUMENTS
from generator.source.reading.syntax_rules import INDENTATION, MISSING_COLON, SYNTAX, TAB
from generator.source.reading.yaml_file import Places, YamlFile
from generator.source.reading.yaml_reader import read_yaml

_ROUNDS = 8
_NEAR = 2
"""So many spaces a line may stand beside its neighbours and still be known as one of them."""
_FAR = 8
"""So many columns a tab may stand for."""
_LINE = re.compile(r"(?P<blank>[ \t]*)(?P<dashes>(?:- +)*)\S")
_KEY_ALONE = re.compile(r"[a-z][a-z0-9-]{0,39}(?P<end>[：]?)\s*")
_ABOVE = 300
"""Lines above a line that are looked at for its neighbours."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """The characters [start, end) of a text, and what was meant to stand there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Meant:
    """A file as it was probably meant: `edited` are the lines (from 1) that were mended for that.

    `more` are the faults that were found behind the first.
    """

    source: YamlFile
    edited: frozenset[int]
    more: tuple[Diagnostic, ...] = ()


class _Copy:
    """A text with changes, and the way back from its offsets to those of the text."""

    def __init__(self, text: str, changes: Iterable[Replacement]) -> None:
        pieces: list[str] = []
        self._here: list[int] = [0]
        self._there: list[int] = [0]
        self._kept: list[bool] = []
        at = 0
        for change in sorted(changes, key=lambda each: each.start):
            self._add(pieces, text[at : change.start], at, kept=True)
            self._add(pieces, change.text, change.start, kept=False)
            at = change.end
        self._add(pieces, text[at:], at, kept=True)
        self.text = "".join(pieces)

    def _add(self, pieces: list[str], piece: str, start: int, *, kept: bool) -> None:
        pieces.append(piece)
        self._there[-1] = start
        self._kept.append(kept)
        self._here.append(self._here[-1] + len(piece))
        self._there.append(start)

    def back(self, offset: int) -> int:
        """The offset in the text as it is written."""
        number = min(bisect_right(self._here, offset) - 1, len(self._kept) - 1)
        inside = offset - self._here[number] if self._kept[number] else 0
        return self._there[number] + inside


def meant_readings(path: str, text: str, found: Sequence[Diagnostic]) -> Iterator[Meant]:
    """Yield what a text can be meant to be whose faults of YAML are some findings, likeliest first.

    Nothing where nobody can tell.
    """
    lines = Lines(text)
    first = _errors(found)
    if not first or any(each.rule is SEVERAL_DOCUMENTS for each in first):
        return
    for start in _ways(first, lines):
        meant = _read_on(path, lines, start, first)
        if meant is not None:
            yield meant


def _read_on(
    path: str, lines: Lines, changes: tuple[Replacement, ...], known: Sequence[Diagnostic]
) -> Meant | None:
    """Read a changed copy, and go on changing it while more faults are found further down."""
    more: list[Diagnostic] = []
    for _ in range(_ROUNDS):
        copy = _Copy(lines.text, changes)
        read = read_yaml(path, copy.text.encode())
        waiting = [_as_written(each, copy, lines) for each in _errors(read.diagnostics)]
        fresh = [each for each in waiting if not any(_same(each, one) for one in (*known, *more))]
        if read.value is not None:
            edited = _edited(changes, lines) | _lines_of((*known, *more))
            return Meant(_placed(read.value, copy, lines.text), edited, tuple(more))
        further = next(_ways(fresh, lines), ()) if fresh else ()
        if not further or any(_touch(each, changes) for each in further):
            return None
        more += fresh
        changes = (*changes, *further)
    return None


def _ways(found: Sequence[Diagnostic], lines: Lines) -> Iterator[tuple[Replacement, ...]]:
    """Yield the changes that may mend some faults together."""
    certain: list[Replacement] = []
    for each in found:
        if _is_shifted(each, lines):
            continue
        changes = _fixed(each, lines) or _colon(each, lines)
        if changes is None:
            return
        certain += changes
    shifted = [each for each in found if _is_shifted(each, lines)]
    if len(shifted) > 1:
        return
    if not shifted:
        yield tuple(certain)
    for each in shifted:
        if top := _first_line(lines):
            yield (*certain, top)
        for moved in _in_line(each, lines):
            yield (*certain, moved)


def _is_shifted(found: Diagnostic, lines: Lines) -> bool:
    """Whether a line stands at a wrong place, or behind a tab so that nobody knows at which."""
    if found.rule in (INDENTATION, SYNTAX):
        return True
    tab = found.rule is TAB and isinstance(found.where, Span)
    line = lines.line(found.where.line - 1) if isinstance(found.where, Span) else ""
    return tab and line[: len(line) - len(line.lstrip())].find("\t") >= 0


def _fixed(found: Diagnostic, lines: Lines) -> tuple[Replacement, ...] | None:
    """What the fix of a finding would write."""
    edits = found.fix.edits if found.fix else ()
    changes = [
        Replacement(
            lines.offset(edit.where.line, edit.where.column),
            lines.offset(edit.where.end_line, edit.where.end_column),
            edit.text,
        )
        for edit in edits
        if isinstance(edit.where, Span) and edit.text is not None
    ]
    return tuple(changes) if changes and len(changes) == len(edits) else None


def _colon(found: Diagnostic, lines: Lines) -> tuple[Replacement, ...] | None:
    """The colon behind a key that stands on a line of its own without one."""
    if found.rule is not MISSING_COLON or not isinstance(found.where, Span):
        return None
    start = lines.offset(found.where.line, found.where.column)
    word = _KEY_ALONE.fullmatch(lines.text, start, lines.offset(found.where.line + 1, 1))
    return (Replacement(*word.span("end"), ":"),) if word else None


_Above = Sequence[tuple[int, "re.Match[str]"]]


def _in_line(found: Diagnostic, lines: Lines) -> Iterator[Replacement]:
    """Yield what may put a line in its place, likeliest first.

    A hyphen that is lost, the place of the entry above, and the indentations of its neighbours.
    """
    if not isinstance(found.where, Span):
        return
    number = found.where.line - 1
    shape = _LINE.match(lines.line(number))
    if shape is None:
        return
    above = list(_shapes(number, lines))
    if not shape["dashes"]:
        yield from _of_entry(number, shape, above, lines)
    yield from _moved(number, shape, above, lines)
    if shape["dashes"]:
        yield from _hyphen(len(shape["blank"]), above, lines)


def _of_entry(
    number: int, shape: re.Match[str], above: _Above, lines: Lines
) -> Iterator[Replacement]:
    """Yield the hyphen of a line, or of the one above, and the place of an entry that is moved."""
    own = len(shape["blank"])
    if own in {len(each["blank"]) for _, each in above if each["dashes"]}:
        at = lines.starts[number] + own
        yield Replacement(at, at, "- ")
    if not above:
        return
    start, (blank, dashes) = lines.starts[above[0][0]], above[0][1].group("blank", "dashes")
    if not dashes and len(blank) in {own, own - 2}:
        yield Replacement(start + len(blank), start + len(blank), "- ")
    column = own - len(dashes)
    if dashes and column >= 0 and abs(column - len(blank)) <= _NEAR:
        # The first line of the entry stands beside its place, and this one in it.
        yield Replacement(start, start + len(blank), " " * column)


def _moved(number: int, shape: re.Match[str], above: _Above, lines: Lines) -> Iterator[Replacement]:
    """Yield the columns of the neighbours of a line."""
    start, own = lines.starts[number], len(shape["blank"])
    tabbed = "\t" in shape["blank"]
    columns: list[int] = []
    below = _below(number, lines)
    if shape["dashes"] and below is not None:
        columns.append(len(below["blank"]) - (0 if below["dashes"] else len(shape["dashes"])))
    inner = [len(each["blank"]) + len(each["dashes"]) for _, each in above]
    if shape["dashes"]:
        inner = [len(each["blank"]) for _, each in above if each["dashes"]] + inner
    # Behind a tab nothing is known but the lines above, of which the last is the likeliest.
    columns += inner if tabbed else sorted(inner, key=lambda each: (abs(each - own), each))
    for column in dict.fromkeys(columns):
        if column >= 0 and column != own and abs(column - own) <= (_FAR if tabbed else _NEAR):
            yield Replacement(start, start + own, " " * column)


def _hyphen(own: int, above: _Above, lines: Lines) -> Iterator[Replacement]:
    """Yield the hyphen for the first line of a list whose second entry stands at a column."""
    block = list(takewhile(lambda each: len(each[1]["blank"]) > own, above))
    if block and not block[-1][1]["dashes"] and len(block[-1][1]["blank"]) == own + 2:
        start = lines.starts[block[-1][0]]
        yield Replacement(start + own, start + own + 2, "- ")


def _first_line(lines: Lines) -> Replacement | None:
    """The first line of a file at the left edge, where it stands a little beside it."""
    for number, start in enumerate(lines.starts):
        shape = _LINE.match(lines.line(number))
        if shape and not lines.line(number).lstrip().startswith("#"):
            own = len(shape["blank"])
            beside = not shape["dashes"] and 0 < own <= _NEAR
            return Replacement(start, start + own, "") if beside else None
    return None


def _below(number: int, lines: Lines) -> re.Match[str] | None:
    """The next line below a line that holds anything."""
    shapes = (_LINE.match(lines.line(each)) for each in range(number + 1, len(lines.starts)))
    return next(filter(None, shapes), None)


def _shapes(number: int, lines: Lines) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the lines above a line that hold anything, nearest first."""
    for above in range(number - 1, max(-1, number - _ABOVE), -1):
        line = lines.line(above)
        shape = _LINE.match(line)
        if shape and not line.lstrip().startswith("#"):
            yield above, shape


def _errors(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [each for each in found if each.weight is Severity.ERROR]


def _as_written(found: Diagnostic, copy: _Copy, lines: Lines) -> Diagnostic:
    """A finding of a copy at its place in the text; its fix where that is known there."""
    span = found.where
    if not isinstance(span, Span):
        return found
    there = Lines(copy.text)
    start, end = (
        copy.back(there.offset(line, column))
        for line, column in ((span.line, span.column), (span.end_line, span.end_column))
    )
    where = lines.span(span.file, start, end)
    return replace(found, where=where, fix=found.fix if where == span else None)


def _same(one: Diagnostic, other: Diagnostic) -> bool:
    """Whether two findings tell the same slip: of one kind, on one line."""
    if not isinstance(one.where, Span) or not isinstance(other.where, Span):
        return False
    return one.rule is other.rule and one.where.line == other.where.line


def _touch(change: Replacement, changes: Iterable[Replacement]) -> bool:
    return any(change.start <= each.end and each.start <= change.end for each in changes)


def _lines_of(found: Iterable[Diagnostic]) -> frozenset[int]:
    return frozenset(each.where.line for each in found if isinstance(each.where, Span))


def _edited(changes: Iterable[Replacement], lines: Lines) -> frozenset[int]:
    return frozenset(
        number + 1
        for each in changes
        for number in range(lines.number(each.start), lines.number(each.end) + 1)
    )


def _placed(source: YamlFile, copy: _Copy, text: str) -> YamlFile:
    """A file that was read from a copy, with its places in the text."""
    if source.places is None:
        return replace(source, text=text)
    marks = array(source.places.marks.typecode, map(copy.back, source.places.marks))
    return replace(source, text=text, places=Places(text, source.data, marks))
