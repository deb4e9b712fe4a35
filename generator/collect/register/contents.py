"""Records as JSON text and back, no value changed: what a ledger keeps of each arrival."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

from generator.collect.record import Arrival, FormRecord, OpenPoint, Remark, exact, parts_of
from generator.collect.renaming import renamed_fields
from generator.model.form import Field

# Names of kinds begin with a sign that no id of a field or column has.
_DECIMAL, _MOMENT, _DATE, _TIME = "=decimal", "=date-time", "=date", "=time"
_READ: Final[Mapping[str, Callable[[str], Any]]] = {
    _DECIMAL: Decimal,
    _MOMENT: datetime.fromisoformat,
    _DATE: date.fromisoformat,
    _TIME: time.fromisoformat,
}
_NAMES: Final = {datetime: _MOMENT, date: _DATE, time: _TIME}
_PARTS: Final = (
    "form",
    "code",
    "form_version",
    "edition",
    "language",
    "number",
    "state",
    "digest",
    "outcome",
)


def packed(record: FormRecord) -> str:
    """Return a record as text."""
    content = {
        **{name: getattr(record, name) for name in _PARTS},
        "values": _plain(record.values),
        "arrivals": [parts_of(each) for each in record.arrivals],
        "remarks": [parts_of(each) for each in record.remarks],
        "open_points": [parts_of(each) for each in record.open_points],
        "recovered": record.recovered,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str, fields: Iterable[Field] = ()) -> FormRecord:
    """Return the record that a text holds; `fields` know what they were called when it came."""
    content = json.loads(text)
    return FormRecord(
        **{name: content[name] for name in _PARTS},
        values=_renamed(_whole(content["values"]), renamed_fields(fields)),
        arrivals=tuple(Arrival(**each) for each in content["arrivals"]),
        remarks=tuple(Remark(**each) for each in content["remarks"]),
        open_points=tuple(OpenPoint(**each) for each in content["open_points"]),
        recovered=tuple(content["recovered"]),
    )


def _plain(value: Any) -> Any:
    match value:
        case str() | None:  # most values; to ask for a mapping first takes longer
            return value
        case Mapping():
            return {name: _plain(each) for name, each in value.items()}
        case tuple() | list():
            return [_plain(each) for each in value]
        case Decimal():
            return {_DECIMAL: exact(value)}
        case date() | time():
            return {_NAMES[type(value)]: value.isoformat()}
        case _:
            return value


def _whole(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_whole(each) for each in value)
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        ((name, inner),) = value.items()
        if name in _READ:
            return _READ[name](inner)
    return {name: _whole(each) for name, each in value.items()}


def _renamed(values: dict[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    if not names:
        return values
    found: dict[str, Any] = {}
    for old, value in values.items():
        name = names.get(old, old)
        found[name] = value
        if isinstance(value, tuple) and value and isinstance(value[0], dict):
            found[name] = tuple(
                {names.get(f"{name}.{column}", column): cell for column, cell in row.items()}
                for row in value
            )
    return found
