"""The one function that makes the key of an artifact from all that its bytes depend on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import sha256

_SIMPLE = frozenset({type(None), bool, bytes, int, float, Decimal})


def fingerprint(*parts: object) -> str:
    """Return 64 hexadecimal digits that differ whenever a part differs.

    Parts are the values of the model: data classes, texts, numbers, dates, enums, and tuples,
    mappings and sets of them. Fields that do not count in comparisons, such as the place in a
    file, do not count here.

    Raises:
        TypeError: a part is of another kind.
    """
    pieces: list[str] = []
    _add(parts, pieces)
    return sha256("".join([f"{len(each)}:{each}" for each in pieces]).encode()).hexdigest()


def _add(value: object, pieces: list[str]) -> None:
    kind = type(value)
    if kind is str:
        pieces.append(f"str {value}")
    elif kind in _SIMPLE:
        pieces.append(f"{kind.__name__} {value!r}")
    elif kind is tuple or kind is list:
        pieces.append(f"sequence {len(value)}")  # type: ignore[arg-type]
        for each in value:  # type: ignore[attr-defined]
            _add(each, pieces)
    elif is_dataclass(kind):
        pieces.append(kind.__qualname__)
        for name in _compared(kind):
            _add(getattr(value, name), pieces)
    else:
        _add_other(value, pieces)


def _add_other(value: object, pieces: list[str]) -> None:
    if isinstance(value, Mapping):
        pieces.append(f"mapping {len(value)}")
        for key in sorted(value, key=repr):
            _add(key, pieces)
            _add(value[key], pieces)
    elif isinstance(value, (set, frozenset)):
        pieces.append(f"set {len(value)}")
        pieces += sorted(map(fingerprint, value))
    elif isinstance(value, (Enum, str, date, time)):
        pieces.append(f"{type(value).__qualname__} {value!r}")
    else:
        raise TypeError(type(value).__name__)


@cache
def _compared(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.compare)
