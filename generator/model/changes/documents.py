"""Compares what has more to it than its fields: the flow of a process, the sections of a form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.changes.change import Action, Element
from generator.model.changes.fields import Found, Walk, place_of
from generator.model.changes.pairing import by_likeness, moved
from generator.model.changes.spelling import spelt
from generator.model.changes.ways import ONWARD, Way, following_steps, same_way, way_of
from generator.model.form import Field, Form
from generator.model.process import Outcome, Process, Step

_FLOW = ONWARD | {"choose", "choose_any"}
ONWARD_ASPECT = "onward"
SECTION_ASPECT = "section"


def compare_process(
    walk: Walk, path: tuple[Element, ...], before: Process, after: Process
) -> Iterator[Found]:
    """Compare two versions of a process: its fields, its steps, and how they lead on."""
    yield from walk.fields(path, before, after, but=frozenset({"steps"}))
    following = following_steps(before), following_steps(after)

    def step(walk: Walk, way: tuple[Element, ...], old: Step, new: Step) -> Iterator[Found]:
        yield from walk.fields(way, old, new, but=frozenset(_FLOW))
        below = following[0][old.id], following[1][new.id]
        yield from _onward(way, (old, new), below, new)
        for name in ("choose", "choose_any"):
            yield from _outcomes(walk, way, (getattr(old, name), getattr(new, name)), below)

    yield from walk.with_ids(path, before.steps, after.steps, inner=step, ordered=True)


def _onward(
    path: tuple[Element, ...],
    ends: tuple[Step | Outcome, Step | Outcome],
    below: tuple[str | None, str | None],
    there: Any,
) -> Iterator[Found]:
    before, after = way_of(ends[0], below[0]), way_of(ends[1], below[1])
    if not same_way(before, after):
        yield Found(
            action=Action.CHANGED,
            path=path,
            aspect=ONWARD_ASPECT,
            before=before,
            after=after,
            where=place_of(there),
        )


def _outcomes(
    walk: Walk,
    path: tuple[Element, ...],
    lists: tuple[tuple[Outcome, ...], tuple[Outcome, ...]],
    below: tuple[str | None, str | None],
) -> Iterator[Found]:
    def ways(side: int) -> dict[int, Way]:
        return {id(each): way_of(each, below[side]) for each in lists[side]}

    known = {**ways(0), **ways(1)}

    def lead(each: Outcome) -> str:
        return repr(spelt(known[id(each)]))

    pairs = by_likeness(*lists, (_when, lead))
    for each in pairs.removed:
        way = (*path, Element("outcome", _when(each)))
        yield Found(action=Action.REMOVED, path=way, before=each, where=each.where)
    for each in pairs.added:
        way = (*path, Element("outcome", _when(each)))
        yield Found(action=Action.ADDED, path=way, after=each, where=each.where)
    for old, new in pairs.both:
        way = (*path, Element("outcome", _when(new)))
        yield from walk.fields(way, old, new, but=ONWARD)
        yield from _onward(way, (old, new), below, new)


def _when(outcome: Outcome) -> str:
    return " / ".join(sorted(str(spelt(each)) for each in outcome.when))


def compare_form(
    walk: Walk, path: tuple[Element, ...], before: Form, after: Form
) -> Iterator[Found]:
    """Compare two versions of a form; a field that went to another section is no removal."""
    yield from walk.fields(path, before, after, but=frozenset({"sections"}))

    def section(walk: Walk, way: tuple[Element, ...], old: Any, new: Any) -> Iterator[Found]:
        yield from walk.fields(way, old, new, but=frozenset({"fields"}))

    yield from walk.with_ids(path, before.sections, after.sections, inner=section, ordered=True)
    yield from _form_fields(walk, path, before, after)


def _form_fields(
    walk: Walk, path: tuple[Element, ...], before: Form, after: Form
) -> Iterator[Found]:
    old, new = _fields(before), _fields(after)
    kept = {each.section for each in before.sections} & {each.section for each in after.sections}
    for name, (section, there) in old.items():
        if name not in new and section in kept:
            way = (*path, Element("field", name))
            yield Found(action=Action.REMOVED, path=way, before=there, where=there.where)
    for name, (section, there) in new.items():
        way = (*path, Element("field", name))
        if name not in old:
            if section in kept:
                yield Found(action=Action.ADDED, path=way, after=there, where=there.where)
            continue
        source, earlier = old[name]
        yield from walk.fields(way, earlier, there)
        if source != section:
            yield Found(
                action=Action.MOVED,
                path=way,
                aspect=SECTION_ASPECT,
                before=source,
                after=section,
                where=there.where,
            )
    for each in sorted(kept):
        olds = [there for section, there in old.values() if section == each]
        news = [there for section, there in new.values() if section == each]
        if moved([one.field for one in olds], [one.field for one in news]):
            yield from walk.order(path, olds, news)


def _fields(form: Form) -> dict[str, tuple[str, Field]]:
    found: dict[str, tuple[str, Field]] = {}
    for section in form.sections:
        for each in section.fields:
            found.setdefault(each.field, (section.section, each))
    return found
