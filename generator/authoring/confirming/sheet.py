"""Reads confirmations out of a workbook that came back: rows with a mark, and what they hold."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from generator.base.diagnostics import N_, Message
from generator.base.i18n import LANGUAGES, product_catalogue

LARGEST_FILE = 20_000_000
LARGEST_WHOLE = 200_000_000
_MARK = re.compile(r"(?:step|kpi|risk|record|form|parameter|role)/[\w./-]+@[0-9a-f]{8}")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_HEADS = {"by": N_("Confirmed by"), "on": N_("On"), "remark": N_("Remark")}


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledRow:
    """One row of the sheet as it came back; texts as they stand there (no name: no mark)."""

    sheet: str
    row: int
    name: str
    state: str
    by: str
    on: date | None
    on_text: str
    remark: str

    @property
    def empty(self) -> bool:
        """Whether nobody has filled anything in."""
        return not (self.by or self.on_text or self.remark)


class NoWorkbook(Exception):
    """The file cannot be read, or is no workbook of a handbook."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.id)
        self.message = message


def filled_rows(raw: bytes) -> tuple[FilledRow, ...]:
    """Return the rows of open points in a workbook, whichever sheet and columns they stand in.

    Raises:
        NoWorkbook: it is none, or no row in it carries a mark.
    """
    book = _opened(raw)
    found = [row for sheet in book.worksheets for row in _of_sheet(sheet)]
    if not any(each.name for each in found):
        text = N_("No sheet of this workbook holds open points with their marks.")
        raise NoWorkbook(Message(text))
    return tuple(found)


_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    SyntaxError,  # of XML
    EOFError,
    RuntimeError,  # an encrypted part, or a compression that Python does not know
)
"""What a broken or hostile package makes the library raise."""


def _opened(raw: bytes) -> Any:
    if len(raw) > LARGEST_FILE or _unpacked(raw) > LARGEST_WHOLE:
        raise NoWorkbook(Message(N_("This workbook is too large.")))
    try:
        return load_workbook(BytesIO(raw), data_only=True)
    except _UNREADABLE as fault:
        raise NoWorkbook(Message(N_("This is no workbook (.xlsx) that can be read."))) from fault


def _unpacked(raw: bytes) -> int:
    """Return how large a package says it is when it is unpacked; no package has no size."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            return sum(each.file_size for each in package.infolist())
    except _UNREADABLE:
        return 0


def _of_sheet(sheet: Any) -> Iterator[FilledRow]:
    columns: dict[str, int] = {}
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        mark = next((each for each in cells if isinstance(each, str) and _is_mark(each)), None)
        heads = _heads(cells) if mark is None else {}
        columns = heads or columns
        row = _row(sheet.title, number, (mark or "").strip(), cells, columns)
        if mark or (columns and not heads and (row.by or row.on_text)):
            yield row


def _is_mark(text: str) -> bool:
    return _MARK.fullmatch(text.strip()) is not None


def _heads(cells: Sequence[Any]) -> dict[str, int]:
    """Return which column is which, where a row holds the headings in one of the languages."""
    said = [str(each).strip() if each is not None else "" for each in cells]
    for language in LANGUAGES:
        words = product_catalogue(language)
        heads = {key: words.say(Message(text)) for key, text in _HEADS.items()}
        if heads["by"] in said and heads["on"] in said:
            return {key: said.index(text) for key, text in heads.items() if text in said}
    return {}


def _row(
    sheet: str, number: int, mark: str, cells: Sequence[Any], columns: Mapping[str, int]
) -> FilledRow:
    name, _, state = mark.rpartition("@")
    values = {key: cells[at] if at < len(cells) else None for key, at in columns.items()}
    day = values.get("on")
    return FilledRow(
        sheet=sheet,
        row=number,
        name=name,
        state=state,
        by=_text(values.get("by")),
        on=_day(day),
        on_text=_text(day),
        remark=_text(values.get("remark")),
    )


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else " ".join(str(value).split())


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = _DAY.fullmatch(str(value).strip()) if value is not None else None
    if match is None:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None


def contradictory(rows: Iterable[FilledRow]) -> frozenset[str]:
    """Return the names that stand in several rows with different confirmations."""
    given: dict[str, set[tuple[str, str]]] = {}
    for each in rows:
        if each.name and (each.by or each.on_text):
            given.setdefault(each.name, set()).add((each.by, each.on_text))
    return frozenset(name for name, many in given.items() if len(many) > 1)
