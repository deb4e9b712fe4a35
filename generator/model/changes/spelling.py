"""One spelling for everything that means the same, so that formatting is never a change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum

from generator.model.form import Formula
from generator.model.text import Text
from generator.model.value import Value

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
_BETWEEN_WIDE = re.compile(f"(?<=[{_WIDE}]) (?=[{_WIDE}])")

# Lists whose order says nothing, by class and field.
SETS = frozenset(
    {
        ("Step", "consulted"),
        ("Step", "informed"),
        ("Onward", "together"),
        ("Step", "together"),
        ("Outcome", "together"),
        ("Outcome", "when"),
        ("Role", "any_of"),
        ("Role", "all_of"),
        ("Process", "distribution"),
        ("Form", "distribution"),
        ("Revision", "reviewed_by"),
        ("Edition", "reviewed_by"),
        ("Term", "synonyms"),
        ("InformationItem", "from_"),
        ("InformationItem", "to"),
        ("Record", "forms"),
        ("Risk", "at"),
        ("Decision", "facts"),
        ("Calendar", "workdays"),
        ("Calendar", "holidays"),
        ("Calendar", "extra_workdays"),
        ("Calendar", "years"),
        ("Settings", "site_keep"),
        ("ExceptionCase", "to"),
        ("Deadline", "cases"),
        ("Field", "by"),
        ("Field", "covers"),
        ("Field", "refuses"),
    }
)
_SETS_EVERYWHERE = frozenset({"basis", "formerly", "also"})


def is_set(cls: type, name: str) -> bool:
    """Whether the order of a list says nothing."""
    return name in _SETS_EVERYWHERE or (cls.__name__, name) in SETS


def squeezed(text: str) -> str:
    """Return a text without what only comes from how its lines were broken in the file."""
    return _BETWEEN_WIDE.sub("", " ".join(text.split()))


def spelt(value: object) -> object:
    """Return a value of the model in its one spelling, for comparing and for fingerprints.

    Places in files do not count, nor the order of what is a set.
    """
    if isinstance(value, Formula):
        value = str(value.expression) if value.expression else value.source
    if isinstance(value, (Text, str)):
        return squeezed(str(value))
    if isinstance(value, Value):
        return (
            value.kind,
            spelt(value.amount),
            value.currency,
            spelt(value.due),
            spelt(value.text),
        )
    if isinstance(value, (tuple, list)):
        return tuple(map(spelt, value))
    if isinstance(value, Mapping):
        return tuple((key, spelt(value[key])) for key in sorted(value))
    if is_dataclass(value) and not isinstance(value, type):
        return (type(value).__name__, *_fields(value))
    return _plain(value)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value.normalize() if value else Decimal(0))
    if isinstance(value, Enum):
        return value.value
    return value if value is None or isinstance(value, (bool, int)) else str(value)


def _fields(value: object) -> tuple[object, ...]:
    found: list[object] = []
    for each in fields(value):  # type: ignore[arg-type]
        if not each.compare:
            continue
        inner = getattr(value, each.name)
        said = spelt(inner)
        if isinstance(said, tuple) and isinstance(inner, tuple) and is_set(type(value), each.name):
            said = tuple(sorted(said, key=repr))
        found.append((each.name, said))
    return tuple(found)


def same(before: object, after: object, *, unordered: bool = False) -> bool:
    """Whether two values mean the same; of what is `unordered` the order does not count."""
    if unordered and isinstance(before, tuple) and isinstance(after, tuple):
        return sorted(map(repr, map(spelt, before))) == sorted(map(repr, map(spelt, after)))
    return spelt(before) == spelt(after)
