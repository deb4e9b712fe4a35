"""Records as one JSON array, written while the forms are read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import TextIO

from generator.collect.record import FormRecord, plain_values
from generator.model.form import Form


class JsonStore:
    """Writes an array with one object a form."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._count = 0

    def known(self, form: Form) -> Mapping[str, Mapping[str, int]]:
        """A file is written anew: nothing is there."""
        del form
        return {}

    def add(self, record: FormRecord, form: Form) -> None:
        """Write one object."""
        del form
        self._out.write(",\n" if self._count else "[\n")
        self._out.write(json.dumps(as_json(record), ensure_ascii=False))
        self._count += 1

    def close(self) -> None:
        """End the array."""
        self._out.write("\n]\n" if self._count else "[]\n")


def as_json(record: FormRecord) -> dict[str, object]:
    """Return a record as JSON; values by field id, dates as ISO 8601."""
    return {
        "form": record.form,
        "code": record.code,
        "key": record.key,
        "number": record.number or None,
        "version": record.version,
        "state": record.state,
        "form_version": record.form_version,
        "edition": record.edition,
        "language": record.language,
        "file": record.file,
        "digest": record.digest,
        "values": plain_values(record.values),
        "remarks": [asdict(each) for each in record.remarks],
        "open_points": [asdict(each) for each in record.open_points],
        "recovered": list(record.recovered),
    }
