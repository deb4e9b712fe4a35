"""The one function that makes the key of an artifact from all that its bytes depend on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from hashlib import sha256


def fingerprint(*parts: object) -> str:
    """Return 64 hexadecimal digits that differ whenever a part differs.

    Parts are the values of the model: data classes, texts, numbers, dates, enums, and tuples,
    mappings and sets of them. Fields that do not count in comparisons, such as the place in a
    file, do not count here.

    Raises:
        TypeError: a part is of another kind.
    """
    digest = sha256()
    for piece in _pieces(parts):
        digest.update(f"{len(piece)}:{piece}".encode())
    return digest.hexdigest()


def _pieces(value: object) -> Iterator[str]:
    if is_dataclass(value) and not isinstance(value, type):
        yield type(value).__qualname__
        for each in fields(value):
            if each.compare:
                yield each.name
                yield from _pieces(getattr(value, each.name))
    elif isinstance(value, Mapping):
        yield f"mapping {len(value)}"
        for key in sorted(value, key=repr):
            yield from _pieces(key)
            yield from _pieces(value[key])
    elif isinstance(value, (set, frozenset)):
        yield f"set {len(value)}"
        yield from sorted(map(fingerprint, value))
    elif isinstance(value, (tuple, list)):
        yield f"sequence {len(value)}"
        for each in value:
            yield from _pieces(each)
    else:
        yield _atom(value)


def _atom(value: object) -> str:
    if value is None or isinstance(value, (str, bytes, bool, int, float, Decimal, date, time, Enum)):
        return f"{type(value).__name__} {value!r}"
    raise TypeError(type(value).__name__)
