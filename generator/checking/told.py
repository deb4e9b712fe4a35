"""All findings of a check, and what they are looked up by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, TypeVar

from generator.base.diagnostics import Diagnostic, Locator, Place, Span
from generator.source.reading.yaml_file import Path, YamlFile

T = TypeVar("T")


@dataclass(frozen=True)
class Told:
    """All findings of a check, and what they are looked up by."""

    found: Sequence[Diagnostic]
    sources: Mapping[str, YamlFile]
    span_of: Callable[[Place], Span]
    kind_of: Callable[[str], str | None]

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        """The lines of the files that were asked for so far."""
        return {}

    @cached_property
    def known(self) -> dict[str, list[Any]]:
        """What was found out so far, by who found it (`once`)."""
        return {}

    @cached_property
    def by_code(self) -> Mapping[str, list[Diagnostic]]:
        """The findings by the code of their rule."""
        grouped: dict[str, list[Diagnostic]] = {}
        for each in self.found:
            grouped.setdefault(each.rule.code, []).append(each)
        return grouped

    def of(self, *codes: str) -> Iterator[Diagnostic]:
        """The findings of some rules."""
        for code in codes:
            yield from self.by_code.get(code, ())

    def value(self, where: Place) -> Any:
        """What stands at a place of YAML; None where nothing does."""
        source = self.sources.get(where.file)
        data: Any = source.data if source else None
        for part in path_of(where):
            if isinstance(data, dict):
                data = data.get(part)
            elif isinstance(data, list) and isinstance(part, int) and part < len(data):
                data = data[part]
            else:
                return None
        return data

    def line(self, where: Place) -> tuple[str, int]:
        """The file and line of a place."""
        span = self.span_of(where)
        return span.file, span.line

    def text(self, file: str, line: int) -> str:
        """A line of a YAML file."""
        if file not in self._lines:
            source = self.sources.get(file)
            self._lines[file] = source.text.split("\n") if source else []
        lines = self._lines[file]
        return lines[line - 1] if 0 < line <= len(lines) else ""


def path_of(where: Place) -> Path:
    """The way to a value of YAML; empty where a place is lines and columns alone."""
    return where.path if isinstance(where, Locator) else ()


def entry_of(where: Place) -> Path:
    """The innermost entry of a list that a place lies in."""
    path = path_of(where)
    for length in range(len(path), 0, -1):
        if isinstance(path[length - 1], int):
            return path[:length]
    return ()


def lies_in(found: Diagnostic, file: str, entry: Path) -> bool:
    """Whether a finding lies in an entry of a file."""
    return found.where.file == file and path_of(found.where)[: len(entry)] == entry


def once(find: Callable[[Told], Iterator[T]]) -> Callable[[Told], list[T]]:
    """Let something be found out once for each check, however often it is asked for."""

    @wraps(find)
    def kept(told: Told) -> list[T]:
        if find.__name__ not in told.known:
            told.known[find.__name__] = list(find(told))
        return told.known[find.__name__]

    return kept
