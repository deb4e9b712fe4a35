"""HB338: dues that count from what cannot have happened yet, or from themselves."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Message, Rule
from generator.model.control import Deadline, DueCase
from generator.model.process import Process
from generator.notation.due_kinds import Anchor, Offset, Relative
from generator.rules.book import Book
from generator.rules.circles import in_circles
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB338",
    name="due-in-circle",
    message=N_("This due can never be reckoned: {reason}"),
    hint=N_("Let it count from an earlier step or a milestone, or from when the step is reached."),
    why=N_("Nobody could say on which day the work is due, and no calendar could show it."),
    wrong=steps(step("take"), step("send", "end: sent", due="2wd after send")),
    right=steps(step("take"), step("send", "end: sent", due="2wd after take")),
)
_ITSELF = N_("it counts from “{title}” itself.")
_CIRCLE = N_("it counts from “{title}”, whose due counts from here: {circle}.")
_LATER = N_("it counts from “{title}”, which only comes after this step.")
_OVER = N_("it is to come before “{title}”, which is over when this step is reached.")


def check(book: Book) -> Iterator[Diagnostic]:
    """Find dues in circles, and those that wait for what comes later or is over."""
    for process in book.handbook.process_list:
        yield from _process(book, process)


def _process(book: Book, process: Process) -> Iterator[Diagnostic]:
    dues: dict[str, Deadline | None] = {each.id: each.due for each in process.steps}
    dues |= {each.milestone: each.due for each in process.milestones}
    if len(dues) < len(process.steps) + len(process.milestones):
        return  # two of one id: which of them is meant is told as that
    named = {name: tuple(_anchors(due)) for name, due in dues.items() if due}
    circles = {way[0]: way for way in in_circles(_counted(named)) if len(way) > 1}
    told: set[str] = {name for way in circles.values() for name in way}
    for name, each in named.items():
        for case, anchor in each:
            title = _title(process, anchor.id)
            if title is None:
                continue
            reason = None
            if anchor.id == name:
                reason = Message(_ITSELF, {"title": title})
            elif name in circles and anchor.id in circles[name]:
                shown = " → ".join((*circles[name], name))
                reason = Message(_CIRCLE, {"title": title, "circle": shown})
            elif name not in told:
                reason = _out_of_order(book, process, name, case, anchor)
            if reason:
                yield RULE.at(case.where.within(anchor.start, anchor.end), reason=reason)


def _anchors(due: Deadline) -> Iterator[tuple[DueCase, Anchor]]:
    for case in due.cases:
        for anchor in case.due.anchors if case.due else ():
            yield case, anchor


def _counted(
    named: dict[str, tuple[tuple[DueCase, Anchor], ...]],
) -> dict[str, tuple[str, ...]]:
    """What each due counts from; only one case that leads back is no circle: others may hold."""
    return {
        name: tuple(anchor.id for _, anchor in each)
        for name, each in named.items()
        if len({id(case) for case, _ in each}) == 1
    }


def _title(process: Process, name: str) -> str | None:
    title = process.anchor_title(name)
    return title.source if title else None


def _out_of_order(
    book: Book, process: Process, name: str, case: DueCase, anchor: Anchor
) -> Message | None:
    """Why the order of the steps makes a due impossible; None where it does not."""
    flow = book.handbook.flows[process.id]
    steps_ = {str(each.id): each.id for each in process.steps}
    if flow.astray or not {name, anchor.id} <= set(steps_):
        return None
    own, other = steps_[name], steps_[anchor.id]
    args = {"title": _title(process, anchor.id) or anchor.id}
    behind, from_there = (flow.reachable(flow.successors(each)) for each in (own, other))
    without_own = flow.reachable((flow.start,), without=frozenset({own}))
    if _waits(case) and other in behind and (own not in from_there or other not in without_own):
        return Message(_LATER, args)
    if not _waits(case) and own in from_there and other not in behind:
        return Message(_OVER, args)
    return None


def _waits(case: DueCase) -> bool:
    """Whether a due begins only with what it counts from."""
    match case.due:
        case Offset(relation=relation):
            return relation == "after"
        case Relative(relation=relation):
            return relation == "not before"
        case _:
            return False
