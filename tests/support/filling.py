"""Fills Word forms as a person would, through docx-plus: no code of ours touches the controls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx_plus.controls import list_controls, set_control_value

from generator.base.i18n import Catalogue
from generator.checking.folder import check_folder
from generator.document.context import Context
from generator.model.form import Field, Form
from generator.model.form_tags import column_tag, option_tags, row_marks, signature_tag
from generator.model.handbook import Handbook
from generator.renderers.word.forms import form_docx
from generator.renderers.word.ooxml.house import House

WORDS = ("甲<乙>&“丙”", "第一行\n第二行", "𠮷野 & Söhne", "=1+1", "x")
DAY = date(2026, 11, 20)


def sample(handbook: Handbook, form: Form) -> dict[str, Any]:
    """Return a value for every field, as `collect` should give it back."""
    fields = (*handbook.settings.form_header, *form.fields)
    return {each.field: _value(handbook, each, at) for at, each in enumerate(fields)}


def _value(handbook: Handbook, each: Field, at: int) -> Any:
    if each.type == "signature":
        return tuple(_signature(handbook, each, signer) for signer in each.by)
    if each.columns:
        marks = list(row_marks(each))
        count = len(marks) or each.rows or 1
        rows = [
            {one.field: _value(handbook, one, at + row + n) for n, one in enumerate(each.columns)}
            for row in range(count)
        ]
        for row, option in zip(rows, marks, strict=False):
            row[each.columns[0].field] = option
        return tuple(rows)
    return _single(handbook, each, at)


def _single(handbook: Handbook, each: Field, at: int) -> Any:
    plain = {
        "integer": 1200 + at,
        "number": Decimal(f"{at}.5"),
        "money": Decimal(f"12{at}0.25"),
        "percent": Decimal("12.5"),
        "date": DAY.replace(day=1 + at % 28),
        "time": time(9, at % 60),
        "date-time": datetime(2026, 11, 1 + at % 28, 18, 30),
        "check": True,
        "role": handbook.organization.roles[at % 2].title.source,
        "unit": handbook.organization.units[at % 2].title.source,
    }
    if each.type == "choice":
        return each.options[at % len(each.options)].source
    if each.type == "choices":
        return tuple(one.source for one in each.options[:2])
    words = WORDS[at % len(WORDS)]
    return plain.get(each.type, words if each.type == "long-text" else words.replace("\n", " "))


def _signature(handbook: Handbook, each: Field, signer: str) -> dict[str, Any]:
    row: dict[str, Any] = {
        "signer": handbook.roles[signer].title.source,
        "name": "李明",
        "date": DAY,
        "opinion": "同意\n请抓紧",
    }
    if len(each.conclusions) > 1:
        row["conclusion"] = each.conclusions[0].source
    return row


def fill(raw: bytes, handbook: Handbook, form: Form, values: Mapping[str, Any]) -> bytes:
    """Return the form with values in its controls."""
    document = docx.Document(BytesIO(raw))
    wanted = dict(_places((*handbook.settings.form_header, *form.fields), values))
    counts: dict[str, int] = {}
    for control in list_controls(document):
        if control.tag is None or control.control_type.startswith("repeating"):
            continue
        at = counts.get(control.tag, 0)
        counts[control.tag] = at + 1
        value = wanted.pop((control.tag, at), None)
        if value is not None:
            written = _written(value, control.control_type)
            set_control_value(document, control.tag, written, control_id=control.control_id)
    assert not wanted, f"no control for {sorted(wanted)}"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _written(value: Any, kind: str) -> Any:
    if kind == "checkbox":
        return bool(value)
    if kind == "date":
        return value if isinstance(value, datetime) else datetime.combine(value, time())
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _places(
    fields: tuple[Field, ...], values: Mapping[str, Any]
) -> Iterator[tuple[tuple[str, int], Any]]:
    """Yield (tag, which of the controls with this tag) and the value that belongs there."""
    for each in fields:
        value = values.get(each.field)
        if value is None:
            continue
        if each.type == "signature":
            signers = {tuple(row.items()): row for row in value}
            for signer, row in zip(each.by, signers.values(), strict=False):
                for part in ("name", "date", "opinion", "conclusion"):
                    if part in row:
                        yield (signature_tag(each, signer, part), 0), row[part]
        elif each.type == "choices":
            tags = option_tags(each)
            yield from (((tags[option], 0), True) for option in value)
        elif each.columns:
            yield from _cells(each, value)
        else:
            yield (each.field, 0), value


def _cells(table: Field, rows: Any) -> Iterator[tuple[tuple[str, int], Any]]:
    marks = row_marks(table)
    first = table.columns[0]
    for number, row in enumerate(rows):
        mark = marks.get(row.get(first.field, ""), "") if marks else ""
        for column in table.columns:
            if column.field in row and not (mark and column is first):
                yield (column_tag(table, column, mark), 0 if mark else number), row[column.field]


def filled_order(root: Path, **changes: Any) -> bytes:
    """The order sheet of a copy of the starter handbook, filled in."""
    book = check_folder(root).handbook
    assert book is not None
    form = book.forms["order-sheet"]
    blank = form_docx(Context.of(book, Catalogue("en"), Catalogue("en")), form, House())
    return fill(blank, book, form, {**sample(book, form), "document_no": "OS-1", **changes})
