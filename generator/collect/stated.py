"""What counts as filled in: a mark for “there is none” stands in a text, and says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from generator.base.plain import says_nothing
from generator.model.form import Field

_TEXTS: Final = {"text", "long-text", "person"}  # in a list, “none” is an entry like any other


def stated(field: Field, value: Any) -> Any:
    """Return a value for rules and for what has to be filled in; None where it says nothing."""
    if field.type in _TEXTS and isinstance(value, str) and says_nothing(value):
        return None
    return value


def stated_in_row(table: Field, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a row of a table says, without cells that say nothing."""
    columns = {each.field: each for each in table.columns}
    return {
        name: value
        for name, value in row.items()
        if name not in columns or stated(columns[name], value) is not None
    }
