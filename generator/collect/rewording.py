"""Labels that somebody changed, and fields that stand beside the label of another one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from generator.base.diagnostics import Message
from generator.collect.fields import tags_of
from generator.collect.paper.displaced import Displaced
from generator.collect.paper.gathering import Reworded
from generator.collect.reading import FieldPlace, Reading, short
from generator.collect.record import PRINT, Remark, in_words
from generator.model.form import Field
from generator.model.form_tags import column_tag, row_marks
from generator.rules.declared.collect import LABEL_CHANGED, PRINT_CHANGED, UNCLEAR

_COUNTED: Final = {"integer", "number", "money", "percent"}
_UNIT: Final = re.compile(
    r"[百千万亿萬億]|元|角|美|欧|港|日[元圆]|[%‰$€£¥￥]|usd|eur|rmb|cny|hkd|"
    r"hundred|thousand|million|billion|dozen|pairs?|kilo|pieces|\d,?000|"
    r"[公千毫厘]?[斤克米升吨]|[kcm]?[gm]\b|小时|分钟|天|月|年|周|打|箱|套|件|双|人|次|k\b|mil",
    re.IGNORECASE,
)


def look_at_labels(reading: Reading, fields: Iterable[Field], changed: Iterable[Reworded]) -> None:
    """Report each label that was changed, and ask for the numbers that stand beside one."""
    whole = tuple(fields)
    for each in changed:
        kept = "".join(each.printed.split()) in "".join(each.text.split())
        if kept and not _UNIT.search(each.text.replace(each.printed, "", 1)):
            continue  # a note beside a label that still says what it said
        if not kept:
            words = f"{each.printed} → {each.text}"
            reading.remarks.append(Remark(kind=PRINT, place=each.place, text=words))
            printed, text = short(each.printed), short(each.text)
            reading.report(PRINT_CHANGED, printed=printed, text=text)
        for field in whole:
            if not field.columns:
                _ask_single(reading, field, each)
            elif rows := reading.values.get(field.field):
                reading.values[field.field] = tuple(_asked_rows(reading, field, rows, each))


def look_at_places(
    reading: Reading, fields: Iterable[Field], displaced: Iterable[Displaced]
) -> None:
    """Ask for what stands in a control that was moved beside the label of another field."""
    owners = {tag: field for field in fields for tag in tags_of(field)}
    for each in displaced:
        field = owners.get(each.tag)
        if field is None or field.field not in reading.values:
            continue
        if not field.columns and field.type not in {"signature", "choices"}:
            reading.values.pop(field.field)
        doubt = Message("it stands in the place of another field ({label})", {"label": each.label})
        reading.ask(UNCLEAR, FieldPlace(field), each.text, doubt=doubt)


def _ask_single(reading: Reading, field: Field, each: Reworded) -> None:
    if field.type in _COUNTED and field.field in each.tags and field.field in reading.values:
        _ask(reading, FieldPlace(field), reading.values.pop(field.field), each)


def _asked_rows(
    reading: Reading, table: Field, rows: Iterable[Mapping[str, Any]], each: Reworded
) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a table without the numbers that are asked for."""
    marks, first = row_marks(table), table.columns[0].field
    for number, row in enumerate(rows, start=1):
        mark = marks.get(str(row.get(first)), "")
        left = dict(row)
        for column in table.columns:
            tag = column_tag(table, column, mark)
            if column.type in _COUNTED and tag in each.tags and column.field in left:
                place = FieldPlace(column, table, number)
                _ask(reading, place, left.pop(column.field), each)
        yield left


def _ask(reading: Reading, place: FieldPlace, value: Any, each: Reworded) -> None:
    said = {"printed": short(each.printed), "text": short(each.text)}
    reading.ask(LABEL_CHANGED, place, in_words(value), **said)
