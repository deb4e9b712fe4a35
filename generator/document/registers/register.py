"""A register of the workbook: each column is a heading beside what stands below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from generator.document.blocks import Inlines, Row, Table

T = TypeVar("T")
RegisterColumn: TypeAlias = "tuple[str, Callable[[T], Inlines]]"
"""A heading, and what an entry has below it."""


@dataclass(frozen=True, slots=True)
class Register:
    """A list, its short name, how to read it, and how many last columns are there to fill in."""

    name: str
    table: Table
    hint: str = ""
    blank: int = 0


def table_of(
    caption: str,
    columns: Iterable[RegisterColumn[T]],
    entries: Iterable[T],
    group: Callable[[T], str] = lambda _: "",
) -> Table:
    """Return the table of some entries; rows of the same `group` share their ground."""
    headings, cells = zip(*columns, strict=True)
    rows = tuple(Row(tuple(cell(each) for cell in cells), group=group(each)) for each in entries)
    return Table(caption, headings, rows, wide=True)
