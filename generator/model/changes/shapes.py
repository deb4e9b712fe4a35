"""What each class of the model is made of: which lists have ids, which have an order, which none.

A field that the model gains later is compared as a whole until a line here says more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum, auto
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from generator.model.changes.spelling import is_set
from generator.model.text import Text

OWN_IDS: Mapping[str, tuple[str, str]] = {
    "Process": ("process", "id"),
    "Form": ("form", "id"),
    "Step": ("step", "id"),
    "Milestone": ("milestone", "milestone"),
    "FormSection": ("section", "section"),
    "Field": ("field", "field"),
    "Role": ("role", "role"),
    "Unit": ("unit", "unit"),
    "Parameter": ("parameter", "parameter"),
    "NamedValue": ("value", "value"),
    "Term": ("term", "term"),
    "InformationItem": ("item", "item"),
    "Source": ("source", "source"),
    "Fact": ("fact", "fact"),
    "Decision": ("decision", "decision"),
    "Law": ("law", "law"),
    "Chapter": ("chapter", "chapter"),
    "Revision": ("revision", "version"),
    "Edition": ("edition", "edition"),
    "PlannedDay": ("planned-day", "day"),
}
"""Class → what it is called, and the field that holds its id."""
NAMED_BY: Mapping[str, tuple[str, str]] = {
    "Record": ("record", "record"),
    "Kpi": ("kpi", "kpi"),
    "Risk": ("risk", "risk"),
    "ExceptionCase": ("exception", "when"),
    "FormRule": ("rule", "must"),
    "Outcome": ("outcome", "when"),
    "FormUse": ("form-use", "kind"),
    "Reporting": ("reporting-line", "role"),
    "Promise": ("promise", "promise"),
}
"""Class without an id → what it is called, and the field by which people know it."""
_ORDERED = frozenset(
    {
        ("Process", "steps"),
        ("Form", "sections"),
        ("Field", "columns"),
        ("Settings", "chapters"),
        ("Settings", "form_header"),
    }
)
_ORDERED_TEXTS = frozenset({("Step", "checks"), ("Field", "options"), ("Field", "conclusions")})
_PARTS = frozenset({"Calendar", "Feedback", "HouseStyle", "CodeScheme"})
_WHOLE = frozenset({"Band", "DueCase", "Matter", "Promise"})


class Make(Enum):
    """How a field is compared."""

    WHOLE = auto()
    SET = auto()
    TEXTS = auto()
    WITH_IDS = auto()
    WITHOUT_IDS = auto()
    PART = auto()
    MAPPING = auto()


@dataclass(frozen=True, slots=True)
class FieldShape:
    """A field of a class: its name, how it is compared, and whether its order counts."""

    name: str
    make: Make
    ordered: bool = False


@cache
def shape_of(cls: type) -> tuple[FieldShape, ...]:
    """Return how the fields of a class are compared; its own id and its place are left out."""
    hints = get_type_hints(cls)
    own = own_id(cls)
    return tuple(
        FieldShape(each.name, *_make(cls, each.name, hints[each.name]))
        for each in fields(cls)
        if each.compare and each.name not in {"formerly", own}
    )


def own_id(cls: type) -> str | None:
    """The field that holds the id of a class; None where it has none."""
    found = OWN_IDS.get(cls.__name__)
    return found[1] if found else None


def kind_of(value: object) -> str:
    """What an object of the model is called."""
    name = type(value).__name__
    found = OWN_IDS.get(name) or NAMED_BY.get(name)
    return found[0] if found else name.lower()


def _make(cls: type, name: str, hint: Any) -> tuple[Make, bool]:
    if is_set(cls, name):
        return Make.SET, False
    inner = get_args(hint)[0] if get_origin(hint) is tuple else None
    if inner is Text:
        return Make.TEXTS, (cls.__name__, name) in _ORDERED_TEXTS
    if isinstance(inner, type) and is_dataclass(inner) and inner.__name__ not in _WHOLE:
        known = inner.__name__ in OWN_IDS
        ordered = (cls.__name__, name) in _ORDERED
        return Make.WITH_IDS if known else Make.WITHOUT_IDS, ordered
    origin = get_origin(hint)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Make.MAPPING, False
    if isinstance(hint, type) and hint.__name__ in _PARTS:
        return Make.PART, False
    return Make.WHOLE, False
