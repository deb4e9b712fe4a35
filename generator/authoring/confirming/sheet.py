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
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.exceptions import InvalidFileException

from generator.base.diagnostics import N_, Message
from generator.base.i18n import LANGUAGES, product_catalogue
from generator.collect.package import LARGEST_FILE
from generator.collect.zipped import Refusal, check_directory, read_part
from generator.model.grounds import seen_as

MOST_ROWS = 50_000
"""Rows with something in them that are read; a handbook of a thousand steps has a tenth of that."""
MOST_COLUMNS = 100
"""Columns that are looked at; the sheet of open points has some ten."""
_MOST_LINES = 3_000_000  # rows altogether: one that is looked at may stand far below the others
_MOST_MARKS = 1_000_000  # "<" altogether: twice a matrix of a thousand steps and a hundred roles
_LARGEST_PART = 30_000_000
_MARK = re.compile(
    r"(?:step|kpi|risk|record|form|parameter|role)/[\w./-]+@[0-9a-f]{8}(?:-[0-9a-f]{8})?"
)
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_LOCKED = N_("it is locked with a password")
_HEADS = {
    "by": N_("Confirmed by"),
    "on": N_("On"),
    "remark": N_("Remark"),
    "what": N_("What"),
    "says": N_("It says"),
}
# Days as Excel counts them: of 2000 to 2099.
_SERIALS = range(36_526, 73_051)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledRow:
    """One row of the sheet as it came back; texts as they stand there (no name: no mark).

    `shown` is the digest of the sentence that went out, `seen` of the one that came back. `serial`
    is the day that a bare number would be, if it is one of Excel's.
    """

    sheet: str
    row: int
    name: str
    state: str
    shown: str = ""
    seen: str = ""
    serial: date | None = None
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
    try:
        found = list(_rows(book.worksheets))
    except _UNREADABLE as fault:  # sheets are read row by row
        raise NoWorkbook(Message(_NO_WORKBOOK)) from fault
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


_NO_WORKBOOK = N_("This is no workbook (.xlsx) that can be read.")
_TOO_LARGE = N_("This workbook is too large.")


def _opened(raw: bytes) -> Any:
    """Return a workbook whose sheets are read row by row: all cells at once would take gigabytes.

    Nobody vouches for it, so it is looked at as a form is.
    """
    if len(raw) > LARGEST_FILE:
        raise NoWorkbook(Message(_TOO_LARGE))
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            entries = package.infolist()
            check_directory(entries, len(raw))
            left = _MOST_MARKS
            for name in (each.filename for each in entries):
                if name.casefold().endswith((".xml", ".rels")):
                    part = read_part(package, name, largest=_LARGEST_PART, marks=left)
                    left -= part.count(b"<")
        return load_workbook(BytesIO(raw), read_only=True, data_only=True)
    except Refusal as refusal:
        text = N_("This workbook is not read: {reason}.")
        raise NoWorkbook(Message(text, {"reason": refusal.what or Message(_LOCKED)})) from refusal
    except _UNREADABLE as fault:
        raise NoWorkbook(Message(_NO_WORKBOOK)) from fault


def _rows(sheets: Iterable[Any]) -> Iterator[FilledRow]:
    lines, filled = 0, 0
    for sheet in sheets:
        columns: dict[str, int] = {}
        sheet.reset_dimensions()  # what a file says of its own size may be wrong
        rows = sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)
        for number, cells in enumerate(rows, start=1):
            lines += 1
            if any(each is not None for each in cells):
                filled += 1
                yield from _of_row(sheet.title, number, cells, columns)
            if lines > _MOST_LINES or filled > MOST_ROWS:
                raise NoWorkbook(Message(_TOO_LARGE))


def _of_row(
    sheet: str, number: int, cells: Sequence[Any], columns: dict[str, int]
) -> Iterator[FilledRow]:
    mark = next((each for each in cells if isinstance(each, str) and _is_mark(each)), None)
    heads = _heads(cells) if mark is None else {}
    if heads:
        columns.clear()
        columns.update(heads)
    row = _row(sheet, number, (mark or "").strip(), cells, columns)
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
    name, _, digests = mark.rpartition("@")
    state, _, shown = digests.partition("-")
    values = {key: cells[at] if at < len(cells) else None for key, at in columns.items()}
    day = values.get("on")
    return FilledRow(
        sheet=sheet,
        row=number,
        name=name,
        state=state,
        shown=shown,
        seen=seen_as(*map(_text, (values.get("what"), values.get("says")))),
        serial=_serial(day),
        by=_text(values.get("by")),
        on=_day(day),
        on_text=_text(day),
        remark=_text(values.get("remark")),
    )


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else " ".join(str(value).split())


def _serial(value: Any) -> date | None:
    """Return the day that a number in a cell without a date format may mean."""
    text = _text(value)
    if not re.fullmatch(r"\d{5}(?:\.\d+)?", text) or int(float(text)) not in _SERIALS:
        return None
    day = from_excel(int(float(text)))
    return day.date() if isinstance(day, datetime) else None


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
