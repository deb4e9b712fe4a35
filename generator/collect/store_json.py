"""Records as one JSON array, one object a version."""

from __future__ import annotations

from generator.base.printed import as_json as printed_json
from generator.collect.record import FormRecord, parts_of, plain_values
from generator.collect.store import Writing
from generator.model.form import Form


class JsonStore:
    """Writes an array with one object a version."""

    def __init__(self, out: Writing) -> None:
        self._out = out
        self._count = 0

    def add(self, record: FormRecord, form: Form) -> None:
        """Write one object."""
        del form
        self._out.write(",\n" if self._count else "[\n")
        self._out.write(printed_json(as_json(record)))
        self._count += 1

    def close(self) -> None:
        """End the array."""
        self._out.write("\n]\n" if self._count else "[]\n")


def as_json(record: FormRecord) -> dict[str, object]:
    """Return a record as JSON; values by field id, dates as ISO 8601, decimals as text."""
    return {
        "form": record.form,
        "code": record.code,
        "key": record.key,
        "number": record.number or None,
        "version": record.version,
        "newest": record.is_newest,
        "state": record.state,
        "outcome": record.outcome or None,
        "form_version": record.form_version,
        "edition": record.edition,
        "language": record.language,
        "file": record.file,
        "arrivals": [parts_of(each) for each in record.arrivals],
        "digest": record.digest,
        "values": plain_values(record.values),
        "remarks": [parts_of(each) for each in record.remarks],
        "open_points": [parts_of(each) for each in record.open_points],
        "recovered": list(record.recovered),
        "changes": [parts_of(each) for each in record.changes],
    }
