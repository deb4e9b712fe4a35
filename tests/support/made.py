"""Makes objects of the model of which every field is filled, and changes one field at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

from generator.model.form import Formula
from generator.model.handbook import Handbook
from generator.model.text import Text, plain
from generator.notation.due_kinds import AtOnce, Due, OnDemand
from generator.notation.expression import parse_expression

_NEVER_EMPTY = {("Process", "steps"), ("Process", "revisions"), ("Form", "revisions")}
_PLACES = {"where", "references", "texts", "left_out"}


@dataclass(frozen=True)
class Edit:
    """One field of one class that was given another value."""

    cls: str
    field: str
    handbook: Handbook


def made(hint: Any, depth: int = 0) -> Any:  # noqa: PLR0911 - one for each kind
    """A value of a type, with every field filled; one entry in each list."""
    if hint is Text:
        return plain("words")
    if hint is Due:
        return AtOnce()
    if isinstance(hint, NewType) or hint is str:
        return "a"
    simple: dict[Any, Any] = {
        bool: True,
        int: 1,
        Decimal: Decimal(1),
        dt.date: dt.date(2026, 1, 1),
        dt.time: dt.time(9),
    }
    if hint in simple:
        return simple[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if is_dataclass(hint):
        return _object(hint, depth)
    return _composed(hint, depth)


def _composed(hint: Any, depth: int) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return inner[0]
    if origin is tuple:
        return (made(inner[0], depth),) if depth < 6 else ()
    if origin in (Union, UnionType):
        return made(next(each for each in inner if each is not NoneType), depth)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"a": made(inner[1], depth)}
    raise AssertionError(f"no value is known for {hint}")


def _object(cls: Any, depth: int) -> Any:
    if cls is Formula:
        return cls(source="1 + 2", expression=parse_expression("1 + 2").value)
    hints = get_type_hints(cls)
    deep = depth > 8
    given = {
        each.name: ()
        if deep and get_origin(hints[each.name]) is tuple
        else made(hints[each.name], depth + 1)
        for each in fields(cls)
        if each.name not in _PLACES and each.init and each.compare
    }
    return cls(**given)


def another(value: Any, hint: Any) -> Any:  # noqa: C901, PLR0911 - one for each kind
    """A value of the same type that means something else."""
    if isinstance(value, Text):
        return plain(f"other {value.source}")
    if isinstance(value, Due):
        return OnDemand() if isinstance(value, AtOnce) else AtOnce()
    if isinstance(value, bool):
        return not value
    if isinstance(value, Enum):
        return next(each for each in type(value) if each is not value)
    if isinstance(value, (int, Decimal)):
        return value + 1
    if isinstance(value, dt.date):
        return value + dt.timedelta(days=1)
    if isinstance(value, dt.time):
        return value.replace(minute=30)
    choices = _choices(hint)
    if choices:
        return next(each for each in choices if each != value)
    if isinstance(value, str):
        return f"{value}b"
    if isinstance(value, tuple):
        return ()
    if isinstance(value, Mapping):
        return {}
    if isinstance(value, Formula):
        return Formula(source="3", expression=parse_expression("3").value)
    return None


def _may_be(cls: type, name: str, value: Any, hint: Any) -> bool:
    """Whether the schema lets a field have a value: what must be there cannot be left out."""
    if value is None:
        return NoneType in get_args(hint)
    return bool(value) or (cls.__name__, name) not in _NEVER_EMPTY


def _choices(hint: Any) -> tuple[Any, ...]:
    if get_origin(hint) is Literal:
        return get_args(hint)
    found = [_choices(each) for each in get_args(hint)]
    return next((each for each in found if each), ())


def edits(
    value: Any,
    put: Callable[[Any], Handbook],
    seen: set[tuple[str, ...]],
    way: tuple[str, ...] = (),
) -> Iterator[Edit]:
    """Yield a handbook for every field of every class below a value, with just that one changed."""
    if not is_dataclass(value) or isinstance(value, (Text, Due, Formula)):
        return
    cls: Any = type(value)
    hints = get_type_hints(cls)
    for each in fields(cls):
        if each.name in _PLACES or not each.compare:
            continue
        step = (*way, f"{cls.__name__}.{each.name}")
        if step in seen or len(way) > 8:
            continue
        seen.add(step)
        inner = getattr(value, each.name)

        def put_inner(new: Any, name: str = each.name) -> Handbook:
            return put(replace(value, **{name: new}))

        new = another(inner, hints[each.name])
        if new != inner and _may_be(cls, each.name, new, hints[each.name]):
            yield Edit(cls.__name__, each.name, put_inner(new))
        if isinstance(inner, tuple) and inner:
            yield from edits(
                inner[0], lambda new, of=put_inner, all_=inner: of((new, *all_[1:])), seen, step
            )
        else:
            yield from edits(inner, put_inner, seen, step)
