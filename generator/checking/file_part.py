"""One file as far as it can be judged: its data, its holes, and the words that may stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from generator.base.diagnostics import Diagnostic, Locator, Span
from generator.rules.unjudged import WordSet
from generator.source.reading.names import MAX_NAME
from generator.source.reading.structure_rules import DUPLICATE_KEY
from generator.source.reading.yaml_file import Path, YamlFile
from generator.source.recovery import as_id, words_in
from generator.source.repair import without_entries
from generator.source.schemas import everyday_names, ids_of_lists, keys_of

_IDS = frozenset(
    (
        *("chapter", "decision", "fact", "field", "item", "milestone", "parameter", "role"),
        *("section", "source", "step", "term", "unit", "value"),
    )
)
"""The keys that give things their ids."""


@dataclass(frozen=True, kw_only=True)
class FilePart:
    """One file: `source` as read (None: not at all), `data` as it can be bound (None: not at all).

    `holes` are the paths of what was left out of the data or filled in, `guesses` those of words
    that are read as they were probably meant, `damaged` the lines whose meaning is not known,
    `edited` those that are read as they were probably meant, `text` the characters of the file
    (None: not even they are known).
    """

    path: str
    kind: str | None
    source: YamlFile | None = None
    data: Any = None
    holes: tuple[Path, ...] = ()
    guesses: tuple[Path, ...] = ()
    damaged: frozenset[int] = frozenset()
    edited: frozenset[int] = frozenset()
    text: str | None = None
    findings: tuple[Diagnostic, ...] = field(default=())

    @property
    def whole(self) -> bool:
        """Whether all of the file is in the model, as it was meant."""
        return self.data is not None and not (
            self.holes or self.guesses or self.damaged or self.edited
        )

    @cached_property
    def words(self) -> WordSet | None:
        """The words that stand in holes; None where any word may stand there."""
        if self.text is None:
            return None
        if self.source is None or self.data is None:
            return words_in(self.text)
        lines = self.text.splitlines()
        pieces = [lines[number - 1] for number in self.damaged if number <= len(lines)]
        names = everyday_names(self.kind) if self.kind and pieces else {}
        pieces += [key for word, keys in names.items() for key in keys if word in "\n".join(pieces)]
        pieces += [str(each.args["better"]) for each in self.findings if "better" in each.args]
        held = [_scalars(value_at(self.source.data, hole)) for hole in (*self.holes, *self.guesses)]
        held += [_own_id(self.source.data, hole) for hole in self.holes]
        texts = [str(each) for many in held for each in many]
        whole = frozenset(as_id(each) for each in texts if len(each) <= MAX_NAME)
        return words_in("\n".join((*pieces, *texts))) | whole

    @cached_property
    def lean(self) -> Any:
        """The data without the entries of lists that a hole lies in."""
        return without_entries(self.data, (*self.holes, *self._damaged_entries()))

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """The keys of ids (role, step, …) of which one may stand, or have stood, in a hole."""
        if self.source is None or self.kind is None or self.whole:
            return frozenset()
        lists = ids_of_lists(self.kind)
        found: set[str] = set()
        for hole in self.holes:
            value = value_at(self.source.data, hole)
            names = [each for each in hole if isinstance(each, str)]
            if len(names) > 1 and names[-1] in lists.get(names[-2], ()):
                found |= set() if isinstance(value, str) else {names[-1]}
            elif isinstance(value, dict | list) and value:
                continue  # its words are known
            elif names and names[-1] != "reports-to":
                found |= lists.get(names[-1], frozenset())
        for each in self.findings:
            if each.rule is DUPLICATE_KEY and isinstance(each.where, Span) and _is_apart(each):
                found |= self._lost_above(each.where.line, lists)
        return frozenset(found) & _IDS

    def _lost_above(self, line: int, lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """The ids of the list in which a key stands twice: the entry between may be lost."""
        if self.source is None or self.source.places is None:
            return frozenset()
        starts = [
            (self.source.span(Locator(self.path, path)).line, path)
            for path in self.source.places.index
            if path and isinstance(path[-1], int)
        ]
        above = [path for start, path in starts if start <= line]
        names = [each for each in above[-1] if isinstance(each, str)] if above else []
        return frozenset().union(*(lists.get(each, frozenset()) for each in names))

    def hides(self, where: Locator, line: int) -> bool:
        """Whether a place lies in a hole, or on a line of which the meaning is not sure.

        A text has several lines.
        """
        if self.source is not None and self.source.places is not None and self.damaged:
            held = value_at(self.source.data, where.path)
            last = self.source.span(replace(where, chars=None)).end_line
            if isinstance(held, str) and self.damaged & set(range(line, last + 1)):
                return True
        return line in self.damaged | self.edited or any(
            where.path[: len(hole)] == hole for hole in (*self.holes, *self.guesses) if hole
        )

    def spoils(self, where: Locator) -> bool:
        """Whether a place lies in an entry that a hole lies in and that is alone in its list."""
        path = where.path
        return any(
            hole[:length] == path[:length] and self._single(path[:length])
            for hole in self.holes
            for length in range(1, min(len(hole), len(path)) + 1)
            if isinstance(path[length - 1], int)
        )

    def _single(self, entry: Path) -> bool:
        held = value_at(self.data, entry[:-1])
        return isinstance(held, list) and len(held) == 1

    def lacks(self, where: Locator, keys: Iterable[str]) -> bool:
        """Whether one of some keys beside a place may stand in a hole."""
        beside = where.path[:-1]
        if self._has_orphans(beside):
            return True
        return any(
            (*beside, key) in self.holes or (bool(self.damaged) and key in (self.words or ()))
            for key in keys
        )

    def _has_orphans(self, entry: Path) -> bool:
        """Whether lines in an entry are damaged that begin with no key: the line above is lost."""
        if not self.damaged or self.source is None or self.text is None or self.kind is None:
            return False
        span, lines = self.source.span(Locator(self.path, entry)), self.text.splitlines()
        keys = keys_of(self.kind)
        for number in self.damaged:
            if span.line <= number <= span.end_line + 1 and number <= len(lines):
                word = lines[number - 1].lstrip(" -").partition(":")[0]
                if word.strip() not in keys:
                    return True
        return False

    def _damaged_entries(self) -> Iterator[Path]:
        """The entry of a list of the file's own that each damaged line belongs to."""
        if not self.damaged or self.source is None or self.source.places is None:
            return
        starts = sorted(
            (self.source.span(Locator(self.path, path)).line, path)
            for path in self.source.places.index
            if len(path) == 2 and isinstance(path[1], int)  # noqa: PLR2004
        )
        for number in self.damaged:
            above = [path for line, path in starts if line <= number]
            if above:
                yield above[-1]


def _is_apart(again: Diagnostic) -> bool:
    """Whether a key stands twice with other lines between, as where the line of an id is lost."""
    first = again.related[0].where if again.related else None
    if not isinstance(first, Span) or not isinstance(again.where, Span):
        return True
    return again.where.line - first.line > 1


def value_at(data: Any, path: Path) -> Any:
    """The value at a path; None where the path leads nowhere."""
    for part in path:
        if isinstance(part, str):
            data = data.get(part) if isinstance(data, dict) else None
        else:
            data = data[part] if isinstance(data, list) and part < len(data) else None
    return data


def _own_id(data: Any, hole: Path) -> Iterator[Any]:
    """The first value of the innermost entry of a list that a hole lies in: mostly its id."""
    for length in range(len(hole), 0, -1):
        entry = value_at(data, hole[:length]) if isinstance(hole[length - 1], int) else None
        if isinstance(entry, dict):
            yield from list(entry.values())[:1]
            return


def _scalars(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _scalars(inner)
    elif value is not None:
        yield value
