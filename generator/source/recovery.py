"""Reads on behind a fault of YAML: blanks the damaged lines, so that the rest can be judged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.base.diagnostics import Diagnostic, Locator, Result, Severity, Span
from generator.source.reading.decoding import decode
from generator.source.reading.lines import Lines
from generator.source.reading.structure_rules import DUPLICATE_KEY, NOT_A_MAPPING, SEVERAL_DOCUMENTS
from generator.source.reading.syntax_rules import SYNTAX
from generator.source.reading.yaml_file import YamlFile
from generator.source.reading.yaml_reader import read_yaml

_ROUNDS = 20
# What is written right on a damaged line and keeps its meaning: indentation, hyphens, a key.
_HEAD = re.compile(r"[ ]*(?:- +)*(?:[a-z][a-z0-9_-]{0,39}:(?= |$)|-(?= |$))?")
_WORD = re.compile(r"[^\W_][\w-]*")


@dataclass(frozen=True, slots=True)
class Recovered:
    """What could be read of a file with faults in its YAML.

    `source` is None where nothing could; `damaged` are the lines (from 1) whose meaning is not
    known, `text` the whole text (None: not even characters), `more` the faults found behind the
    first.
    """

    source: YamlFile | None
    damaged: frozenset[int]
    text: str | None
    more: tuple[Diagnostic, ...] = ()


def recover(path: str, raw: bytes, read: Result[YamlFile]) -> Recovered:
    """Return what can be judged of a file beside the places of the faults that reading it gave."""
    text = decode(path, raw).value
    if text is None:
        return Recovered(None, frozenset(), None)
    lines = Lines(text)
    damaged: set[int] = set()
    bare: set[int] = set()  # lines that are blanked whole
    more: list[Diagnostic] = []
    waiting = _errors(read.diagnostics)
    # Two documents are read as one: what stands twice then is no fault of its own.
    joined = any(each.rule is SEVERAL_DOCUMENTS for each in waiting)
    if read.value is not None:
        damaged |= _hit(waiting, lines)
        return Recovered(read.value, frozenset(damaged), text)
    for _ in range(_ROUNDS):
        if not waiting:
            break
        for each in waiting:
            hit = _lines_of(each) if joined else _hit((each,), lines)
            bare |= hit & damaged
            damaged |= hit
        result = read_yaml(path, _blanked(lines, damaged, bare).encode())
        # What two documents both begin goes on: the second head is a line too many.
        again = [each for each in result.diagnostics if joined and each.rule is DUPLICATE_KEY]
        if again and result.value is not None:
            bare |= {line for each in again for line in _lines_of(each)}
            waiting = again
            continue
        swallowed = _swallowed(result.value, damaged - bare) if result.value is not None else set()
        if swallowed:
            bare |= swallowed
            waiting = [*waiting]
            continue
        if result.value is not None:
            damaged |= _hit(_errors(result.diagnostics), lines)
            source = replace(result.value, text=text)
            return Recovered(source, frozenset(damaged), text, tuple(more))
        waiting = _errors(result.diagnostics)
        if not joined:
            more += [
                each
                for each in waiting
                if each.rule not in (SYNTAX, NOT_A_MAPPING) and not _near(each, damaged)
            ]
    return Recovered(None, frozenset(damaged), text, tuple(more))


def _swallowed(source: YamlFile, damaged: set[int]) -> set[int]:
    """The damaged lines whose remaining hyphen has become part of a text above."""
    if source.places is None:
        return set()
    found: set[int] = set()
    for path in source.places.index:
        if isinstance(source.places.value(path), dict | list):
            continue
        span = source.span(Locator(source.path, path))
        found |= damaged & set(range(span.line + 1, span.end_line + 1))
    return found


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text that may be ids, in the form of ids."""
    return frozenset(as_id(word) for word in _WORD.findall(text))


def as_id(word: str) -> str:
    """Return a word as the id that it was probably meant to be: `Take_Order` → `take-order`."""
    return word.lower().replace("_", "-").replace(" ", "-")


def _errors(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [each for each in found if each.weight is Severity.ERROR]


def _near(found: Diagnostic, damaged: set[int]) -> bool:
    """Whether a fault lies on a damaged line or right below one: it may come from there."""
    line = found.where.line if isinstance(found.where, Span) else 0
    return bool({line, line - 1} & damaged)


def _lines_of(found: Diagnostic) -> set[int]:
    span = found.where
    if not isinstance(span, Span):
        return set()
    last = span.end_line - (span.end_column == 1 and span.end_line > span.line)
    return set(range(span.line, last + 1))


def _hit(found: Iterable[Diagnostic], lines: Lines) -> set[int]:
    """The lines whose meaning is not known because of some faults."""
    return {line for each in found for line in (*_lines_of(each), *_dropped(each, lines))}


def _dropped(found: Diagnostic, lines: Lines) -> set[int]:
    """The lines of the value that a key which stands twice has lost: those deeper than the key."""
    span = found.where
    if found.rule is not DUPLICATE_KEY or not isinstance(span, Span):
        return set()
    lost: set[int] = set()
    for number in range(span.line, len(lines.starts)):
        line = lines.line(number)
        if line.strip() and len(line) - len(line.lstrip()) < span.column:
            break
        lost.add(number + 1)
    return lost


def _blanked(lines: Lines, damaged: set[int], bare: set[int]) -> str:
    """Return the text with damaged lines blanked; every offset stays."""
    parts: list[str] = []
    for number, start in enumerate(lines.starts):
        end = lines.starts[number + 1] if number + 1 < len(lines.starts) else len(lines.text)
        whole = lines.text[start:end]
        if number + 1 not in damaged:
            parts.append(whole)
            continue
        line = whole.rstrip("\r\n")
        head = _HEAD.match(line)
        kept = head[0] if head and number + 1 not in bare else ""
        parts.append(kept.ljust(len(line)) + whole[len(line) :])
    return "".join(parts)
