"""Makes the intact parts of a mis-shaped file ready to bind: what is wrong becomes a hole.

A hole hides only itself. A wrong value is left out, a wrong entry of a list is passed over, a
misspelt key is read as the key that was meant, and a missing key is filled with the least that
the schema accepts; what rules then say of a hole is not told (`generator.checking.partial`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from generator.source.reading.yaml_file import Path
from generator.source.schemas import Schema, accepts
from generator.source.shape_faults import ShapeFault, shape_faults

_ROUNDS = 8
# What can be bound as it stands: too much or too little of something is no hole.
_HARMLESS = frozenset({"maxItems", "maxLength", "minLength", "minimum", "maximum", "maxProperties"})


SAMPLE = "left-out"
"""What stands for a name that is missing: no finding may tell of it."""
# One of these fits every pattern of the schemas (a test tries them all).
_SAMPLES = (SAMPLE, "left_out", "V0", "2000-01-01", "1d", f"{SAMPLE}.part", "daily", "A")


class Hole:
    """An entry of a list that is passed over; its neighbours keep their numbers."""

    __slots__ = ()


HOLE: Final = Hole()


class Fields(dict[str, Any]):
    """A mapping in which misspelt keys stand under the key that was meant.

    `written` leads from the key that was meant to the key that stands in the file.
    """

    __slots__ = ("written",)

    def __init__(self, fields: Mapping[str, Any]) -> None:
        super().__init__(fields)
        self.written: dict[str, str] = {}


@dataclass(slots=True)
class Repaired:
    """Data that can be bound, and the paths of its holes: of what was left out or filled in.

    `guesses` are the paths of words that stand there as they were probably meant.
    """

    data: Any
    holes: list[Path] = field(default_factory=list)
    guesses: list[Path] = field(default_factory=list)


def repaired(data: Any, kind: str) -> Repaired:
    """Return data of a kind of file (as in `schemas.KINDS`) with its shape mended.

    The data is None where nothing of the file can be used.
    """
    made = Repaired(_copied(data))
    for _ in range(_ROUNDS):
        faults = [
            fault
            for fault in shape_faults(_without_holes(made.data), kind)
            if fault.keyword not in _HARMLESS and not _too_short(made.data, fault)
        ]
        if not faults:
            return made
        # Misspelt keys before missing ones, and the last entries of lists first: paths of faults
        # do not count holes.
        faults.sort(key=lambda fault: fault.keyword != "additionalProperties")
        for fault in sorted(faults, key=lambda fault: _order(fault.path), reverse=True):
            if not fault.path and not fault.keys:
                return Repaired(None)
            _mend(made, fault)
    return Repaired(None)


def without_entries(data: Any, holes: Iterable[Path]) -> Any:
    """Return the data without the entries of lists, the innermost ones, that holes lie in."""
    made = Repaired(_copied(data))
    for hole in holes:
        entry = _entry(made.data, hole)
        if entry is None:
            continue
        entries = _at(made.data, entry[:-1])
        if sum(each is not HOLE for each in entries) > 1:  # no list becomes empty
            entries[entry[-1]] = HOLE
    return made.data


def _too_short(data: Any, fault: ShapeFault) -> bool:
    """Whether a list has entries, though too few: they can be bound."""
    path = _written_path(data, fault.path) if fault.keyword == "minItems" else None
    return path is not None and any(each is not HOLE for each in _at(data, path))


def _order(path: Path) -> tuple[tuple[bool, str | int], ...]:
    return tuple((isinstance(part, str), part) for part in path)


def _mend(made: Repaired, fault: ShapeFault) -> None:
    path = _written_path(made.data, fault.path)
    if path is None:
        return
    if fault.keyword == "uniqueItems":
        _leave_out_again(made, path)
        return
    if fault.wants_text and _is_number(_at(made.data, path)):
        # A number without quotes is read as the text that it is: nothing of its entry is unknown.
        _at(made.data, path[:-1])[path[-1]] = str(_at(made.data, path))
        if fault.names or isinstance(path[-1], int):
            made.holes.append(path)  # which thing was meant, or which option, is not known
        return
    if fault.meant is not None and path:
        _at(made.data, path[:-1])[path[-1]] = fault.meant
        made.guesses.append(path)
    elif fault.keys:
        _mend_keys(made, fault, path)
    else:
        _leave_out(made, path)


def _mend_keys(made: Repaired, fault: ShapeFault, path: Path) -> None:
    """Fill in the keys that are missing, and take those that are too many as they were meant."""
    fields = _at(made.data, path)
    for key in fault.keys:
        meant = fault.close.get(key)
        if fault.keyword == "required":
            if key not in fields:
                fields[key] = _own_name(fields, key) or least(fault.schemas.get(key, {}))
                made.holes.append((*path, key))
        elif meant and meant not in fields:
            fields[meant] = fields.pop(key)
            fields.written[meant] = key
        else:
            fields.pop(key, None)
            made.holes.append((*path, key))


def _own_name(fields: Mapping[str, Any], key: str) -> str:
    """The id of an entry in place of its title: findings tell of it by what it is called."""
    first = next(iter(fields.values()), None)
    return first if key == "title" and isinstance(first, str) else ""


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _leave_out(made: Repaired, path: Path) -> None:
    parent, last = _at(made.data, path[:-1]), path[-1]
    if isinstance(last, int):
        parent[last] = HOLE
    else:
        parent.pop(last, None)
    made.holes.append(path)


def _leave_out_again(made: Repaired, path: Path) -> None:
    """Leave out the entries that stand in their list a second time."""
    entries, seen = _at(made.data, path), []
    for number, entry in enumerate(entries):
        if entry is HOLE:
            continue
        if entry in seen:
            _leave_out(made, (*path, number))
        else:
            seen.append(entry)


def least(schema: Schema) -> Any:
    """Return the least value that a schema accepts, as far as samples can tell."""
    kinds = schema.get("type", "string")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    if "enum" in schema:
        return schema["enum"][0]
    if kind == "object":
        properties = schema.get("properties", {})
        return {key: least(properties.get(key, {})) for key in schema.get("required", ())}
    if kind == "array":
        return [least(schema.get("items", {}))] * schema.get("minItems", 0)
    if kind == "boolean":
        return True
    if kind in {"integer", "number"}:
        return schema.get("minimum", 1)
    return next((sample for sample in _SAMPLES if accepts(schema, sample)), _SAMPLES[0])


def _copied(data: Any) -> Any:
    """A copy that can be mended: its mappings remember the keys that stand in the file."""
    if isinstance(data, list):
        return [_copied(entry) for entry in data]
    if isinstance(data, dict):
        copy = Fields({key: _copied(value) for key, value in data.items()})
        copy.written.update(getattr(data, "written", {}))
        return copy
    return data


def _without_holes(data: Any) -> Any:
    if isinstance(data, list):
        return [_without_holes(entry) for entry in data if entry is not HOLE]
    if isinstance(data, dict):
        return {key: _without_holes(value) for key, value in data.items()}
    return data


def _written_path(data: Any, path: Path) -> Path | None:
    """The path with the holes of lists counted; None where it lies in a hole by now."""
    found: list[str | int] = []
    for part in path:
        step: str | int = part
        if isinstance(data, list):
            there = [number for number, entry in enumerate(data) if entry is not HOLE]
            if not isinstance(part, int) or part >= len(there):
                return None
            step = there[part]
        elif not isinstance(data, dict) or part not in data:
            return None
        found.append(step)
        data = data[step]
    return tuple(found)


def _entry(data: Any, hole: Path) -> Path | None:
    """The innermost entry of a list that a hole lies in."""
    for length in range(len(hole), 0, -1):
        path = hole[:length]
        if isinstance(path[-1], int) and isinstance(_at(data, path[:-1]), list):
            return path
    return None


def _at(data: Any, path: Path) -> Any:
    """The value at a path, or None where a hole has taken it."""
    for part in path:
        if data is HOLE or (isinstance(data, dict) and part not in data):
            return None
        data = data[part]
    return data
