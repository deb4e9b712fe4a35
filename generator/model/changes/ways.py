"""Where the flow goes on after a step or an answer, told so that writing it out is no change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from generator.model.changes.spelling import spelt
from generator.model.process import Onward, Process, Step
from generator.model.text import Text

ONWARD = frozenset(each.name for each in fields(Onward))
"""The fields that together say where the flow goes on."""
_STATED = ("together", "hand_over", "end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What is said at the end of a step or an answer, with the following step where none is.

    `silent` tells that the flow goes to the following step because nothing is said.
    """

    next: str | None
    together: tuple[object, ...]
    join: str | None
    call: str | None
    hand_over: str | None
    end: Text | None
    silent: bool = False


def way_of(onward: Onward, following: str | None) -> Way:
    """Return the way; `following` is the step below, None for the last one."""
    silent = onward.next is None and not any(getattr(onward, name) for name in _STATED)
    branching = isinstance(onward, Step) and bool(onward.choose or onward.choose_any)
    return Way(
        next=following if silent and not branching else onward.next,
        together=onward.together,
        join=onward.join,
        call=onward.call,
        hand_over=onward.hand_over,
        end=onward.end,
        silent=silent,
    )


def same_way(before: Way, after: Way) -> bool:
    """Whether two ways lead on alike.

    A way that nobody wrote out leads to what stands below, whatever that is: where a step comes
    in between or goes, the step tells it, and the way is the same. Where somebody names a step,
    before or after, it counts which one it is: leading two answers to a new step is two changes
    more. Writing out what follows anyway is none.
    """
    return _beside(before) == _beside(after) and _same_next(before, after)


def leads_alike(before: Way, after: Way) -> bool:
    """Whether two ways go to the same steps; calls and hand-overs are left out."""
    groups = sorted(map(repr, map(spelt, before.together))) == sorted(
        map(repr, map(spelt, after.together))
    )
    ends = bool(before.end) == bool(after.end)
    return groups and ends and _same_next(before, after) and before.join == after.join


def _same_next(before: Way, after: Way) -> bool:
    return (before.silent and after.silent) or before.next == after.next


def _beside(way: Way) -> tuple[object, ...]:
    together = tuple(sorted(map(repr, map(spelt, way.together))))
    return together, way.join, way.call, way.hand_over, spelt(way.end)


def following_steps(process: Process) -> dict[str, str | None]:
    """The step below each step; None below the last."""
    names = [each.id for each in process.steps]
    return dict(zip(names, [*names[1:], None], strict=False))


def onwards_of(onward: Onward) -> Iterator[Onward]:
    """The step or answer itself, and the answers of a step: all that leads on from it."""
    yield onward
    if isinstance(onward, Step):
        yield from onward.choose
        yield from onward.choose_any
