"""Walks two objects of the model field by field and tells what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from generator.base.diagnostics import Locator
from generator.model.changes.change import Action, Element
from generator.model.changes.change import Change as Found
from generator.model.changes.pairing import by_id, by_likeness, moved
from generator.model.changes.renames import Renames
from generator.model.changes.shapes import NAMED_BY, FieldShape, Make, kind_of, own_id, shape_of
from generator.model.changes.spelling import same, spelt
from generator.model.form import Field
from generator.model.keys import yaml_key
from generator.model.signing import as_written
from generator.model.text import Text

__all__ = ["Found", "Inner", "Rank", "Walk", "element_of", "owner_of", "place_of"]

PathTo: TypeAlias = "tuple[Element, ...]"
Inner: TypeAlias = "Callable[[Walk, PathTo, Any, Any], Iterator[Found]]"
_NOWHERE = Locator("")


def place_of(value: Any) -> Locator:
    """Where an object of the model is written."""
    found = getattr(value, "where", _NOWHERE)
    return found if isinstance(found, Locator) else _NOWHERE


def element_of(value: Any) -> Element:
    """What an object is called, and its id; without an id the words by which people know it."""
    own = own_id(type(value))
    if own:
        return Element(kind_of(value), str(getattr(value, own)))
    return Element(kind_of(value), _known_by(value))


def _known_by(value: Any) -> str:
    if kind_of(value) == "form-use":
        return f"{value.kind} {value.form}" + (f".{value.section}" if value.section else "")
    names = NAMED_BY.get(type(value).__name__)
    said = spelt(getattr(value, names[1])) if names else spelt(value)
    if isinstance(said, tuple):
        return " / ".join(sorted(map(str, said)))
    return str(said)


def owner_of(kind: str, owner: str, name: str) -> PathTo:
    """The way to a renamed thing; `owner` is its document's id, with its table's for a column."""
    if not owner and kind != "field":
        return (Element(kind, name),)
    if kind == "step":
        return (Element("process", owner), Element("step", name))
    form, _, table = owner.partition(".")
    # A field of no form stands in the common header.
    top = Element("form", form) if form else Element("handbook", "")
    if table:
        return (top, Element("field", table), Element("field", name))
    return (top, Element(kind, name))


@dataclass(frozen=True, slots=True)
class Walk:
    """Compares objects of one class; `names` are the renames that were seen through."""

    names: Renames

    def fields(
        self, path: PathTo, before: Any, after: Any, *, but: frozenset[str] = frozenset()
    ) -> Iterator[Found]:
        """Yield what differs in two objects of one class, but for some fields."""
        written = _as_written(before), _as_written(after)
        for each in shape_of(_class(after)):
            if each.name not in but:
                old, new = (getattr(side, each.name) for side in written)
                yield from self._field(path, after, each, (old, new))
        yield from self._former(path, before, after)

    def _field(
        self, path: PathTo, owner: Any, shape: FieldShape, values: tuple[Any, Any]
    ) -> Iterator[Found]:
        before, after = values
        key = yaml_key(shape.name)
        where = place_of(owner) / key
        match shape.make:
            case Make.WITH_IDS:
                yield from self.with_ids(path, before, after, ordered=shape.ordered)
            case Make.WITHOUT_IDS:
                yield from self.without_ids(path, before, after, where)
            case Make.TEXTS:
                yield from self.texts(path, shape, (before, after), where)
            case Make.MAPPING:
                yield from self._mapping(path, key, (before, after), where)
            case Make.PART:
                for each in self.fields(path, before, after):
                    yield _renamed_aspect(each, f"{key}.{each.aspect}", where)
            case _:
                unordered = shape.make is Make.SET
                if not same(before, after, unordered=unordered):
                    yield _changed(path, key, (before, after), where)

    def with_ids(
        self,
        path: PathTo,
        before: Sequence[Any],
        after: Sequence[Any],
        *,
        ordered: bool = False,
        inner: Inner | None = None,
    ) -> Iterator[Found]:
        """Compare two lists of things that have ids."""
        pairs = by_id(before, after, lambda each: element_of(each).id)
        for each in pairs.removed:
            yield _gone(path, each)
        for each in pairs.added:
            yield _new(path, each)
        for old, new in pairs.both:
            way = (*path, element_of(new))
            yield from inner(self, way, old, new) if inner else self.fields(way, old, new)
        if ordered:
            yield from self.order(path, before, after)

    def order(self, path: PathTo, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Found]:
        """Yield what stands in another order; `before` and `after` are the places, from 1."""
        olds = [element_of(each).id for each in before]
        news = [element_of(each).id for each in after]
        for name, other in moved(olds, news).items():
            there = after[news.index(name)]
            yield Found(
                action=Action.MOVED,
                path=(*path, element_of(there)),
                aspect="order",
                before=Rank(olds.index(name) + 1, other),
                after=Rank(news.index(name) + 1, other),
                where=place_of(there),
            )

    def without_ids(self, path: PathTo, before: Any, after: Any, where: Locator) -> Iterator[Found]:
        """Compare two lists of things that have no ids; their order says nothing."""
        if not isinstance(before, tuple) or not isinstance(after, tuple):
            return
        keys = (_known_by, lambda each: repr(_rest(each)))
        pairs = by_likeness(before, after, keys)
        for each in pairs.removed:
            yield _gone(path, each)
        for each in pairs.added:
            yield _new(path, each, where)
        for old, new in pairs.both:
            yield from self.fields((*path, element_of(new)), old, new)

    def texts(
        self,
        path: PathTo,
        shape: FieldShape,
        values: tuple[Sequence[Text], Sequence[Text]],
        where: Locator,
    ) -> Iterator[Found]:
        """Compare two lists of sentences: one that was changed, and one that is new, differ."""
        before, after = values
        key = yaml_key(shape.name)
        pairs = by_likeness(before, after, (lambda each: str(spelt(each)),))
        for old, new in pairs.both:
            if not same(old, new):
                yield _changed(path, key, (old, new), new.where)
        for each in pairs.removed:
            yield Found(action=Action.REMOVED, path=path, aspect=key, before=each, where=where)
        for each in pairs.added:
            yield Found(action=Action.ADDED, path=path, aspect=key, after=each, where=each.where)
        olds = [str(spelt(each)) for each in before]
        news = [str(spelt(each)) for each in after]
        twice = len(set(olds)) < len(olds) or len(set(news)) < len(news)
        if shape.ordered and not twice and moved(olds, news):
            yield Found(
                action=Action.MOVED,
                path=path,
                aspect=key,
                before=tuple(before),
                after=tuple(after),
                where=where,
            )

    def _mapping(
        self,
        path: PathTo,
        key: str,
        values: tuple[Mapping[str, Any], Mapping[str, Any]],
        where: Locator,
    ) -> Iterator[Found]:
        before, after = values
        for name in sorted({*before, *after}):
            if not same(before.get(name), after.get(name)):
                pair = before.get(name), after.get(name)
                yield _changed(path, f"{key}.{name}", pair, where / name)

    def _former(self, path: PathTo, before: Any, after: Any) -> Iterator[Found]:
        """Former ids that say nothing of a rename that is told anyway."""
        new = getattr(after, "formerly", None)
        if new is None:
            return
        old = before.formerly
        told = {self.names.old(scope, path[-1].id) for scope in _scopes(path)}
        rest = {each for each in new if each not in told or each in old}
        if rest != set(old):
            where = place_of(after) / "formerly"
            yield _changed(path, "formerly", (tuple(old), tuple(new)), where)


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in a list, from 1; `other` is what it changed places with, if that is one thing."""

    number: int
    other: str | None


def _scopes(path: PathTo) -> Iterator[str]:
    kind = path[-1].kind
    yield kind
    if len(path) > 1:
        yield f"{kind}:{path[0].id}"
        yield f"column:{path[0].id}.{path[-2].id}"


def _rest(value: Any) -> object:
    """All of an object but the words by which people know it."""
    names = NAMED_BY.get(type(value).__name__)
    skip = names[1] if names else ""
    return tuple(
        (each.name, spelt(getattr(value, each.name)))
        for each in shape_of(_class(value))
        if each.name != skip
    )


def _changed(path: PathTo, key: str, values: tuple[Any, Any], where: Locator) -> Found:
    before, after = values
    return Found(
        action=Action.CHANGED, path=path, aspect=key, before=before, after=after, where=where
    )


def _gone(path: PathTo, value: Any) -> Found:
    way = (*path, element_of(value))
    return Found(action=Action.REMOVED, path=way, before=value, where=place_of(value))


def _new(path: PathTo, value: Any, where: Locator = _NOWHERE) -> Found:
    way = (*path, element_of(value))
    return Found(action=Action.ADDED, path=way, after=value, where=getattr(value, "where", where))


def _renamed_aspect(found: Found, aspect: str, where: Locator) -> Found:
    return replace(found, aspect=aspect, where=where)


def _as_written(value: Any) -> Any:
    return as_written(value) if isinstance(value, Field) else value


def _class(value: Any) -> type:
    found: type = type(value)
    return found
