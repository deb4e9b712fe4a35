"""The tags by which a filled form is read back: one name for each place to fill in.

The same functions name the places when a form is written and when it is read. A tag does not
change when other fields come or go, nor with the language; options count by their words, so
that their order may change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

from generator.model.form import Field
from generator.model.text import Text

LONGEST: Final = 64  # what Word takes
NUMBER_FIELD: Final = "document_no"
SIGNATURE_PARTS: Final = ("name", "date", "opinion", "conclusion")
_MARK: Final = 6
_CUT: Final = 48


def option_tags(field: Field, table: str = "") -> dict[str, str]:
    """Return the tag of each option of a `choices` field: source text → tag."""
    before = f"{table}.{field.field}" if table else field.field
    return {option: _tag(before, mark) for option, mark in _marks(_sources(field.options)).items()}


def column_tag(table: Field, column: Field, row: str = "") -> str:
    """Return the tag of a cell; `row` is the mark of a row that is printed with its option."""
    return _tag(table.field, *filter(None, (row, column.field)))


def row_marks(table: Field) -> dict[str, str]:
    """Return the marks of rows that are printed with an option each: source text → mark.

    A table has such rows when its first column is a choice with as many options as the table
    has rows: then each option is a line of the paper form. Empty for all other tables.
    """
    first = table.columns[0] if table.columns else None
    if first is None or first.type != "choice" or first.optional or first.computed:
        return {}
    count = len(first.options)
    most = table.max_rows or count
    if count < 2 or table.rows != count or most > count:  # noqa: PLR2004 - one row is no list
        return {}
    return _marks(_sources(first.options))


def signature_tag(field: Field, signer: str, part: str) -> str:
    """Return the tag of a part of a signature: `name`, `date`, `opinion` or `conclusion`."""
    if len(field.by) == 1:
        return _tag("sign", field.field, part)
    return _tag("sign", f"{field.field}_{_marks(field.by)[signer][1:]}", part)


def _sources(options: Sequence[Text]) -> list[str]:
    return [each.source for each in options]


def _marks(names: Sequence[str]) -> dict[str, str]:
    digests = {name: hashlib.sha256(name.encode()).hexdigest() for name in names}
    size = _MARK
    while len({each[:size] for each in digests.values()}) < len(digests):
        size += 1
    return {name: f"o{digest[:size]}" for name, digest in digests.items()}


def _tag(*parts: str) -> str:
    whole = ".".join(parts)
    if len(whole) <= LONGEST:
        return whole
    # Still one dot before the last part, by which other programs group the cells of a row.
    short = hashlib.sha256(whole.encode()).hexdigest()[:_MARK]
    return f"{whole[: _CUT - _MARK - 1].rstrip('.')}_{short}"
