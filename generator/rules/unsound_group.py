"""HB309: steps that start together but cannot properly come together again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Related, Rule
from generator.model.flow import Flow
from generator.model.groups import Group
from generator.model.ids import StepId
from generator.rules.book import Book
from generator.rules.examples import step, steps
from generator.rules.group_play import Trouble
from generator.rules.group_search import Trace

_PARTS = (step("pick", "next: send"), step("send", "end: sent"))
RULE = Rule(
    code="HB309",
    name="unsound-group",
    message=N_("The steps that start together here do not come together: {says}"),
    hint=N_("Lead every one of them to the step named by “join:”."),
    why=N_("The step where they meet waits for all of them: it would wait for ever, or run twice."),
    wrong=steps(
        step("take", "together: [pick, bill]", "join: send"),
        _PARTS[0],
        step("bill", "end: billed"),
        _PARTS[1],
    ),
    right=steps(
        step("take", "together: [pick, bill]", "join: send"),
        _PARTS[0],
        step("bill", "next: send"),
        _PARTS[1],
    ),
)
_IS_MEMBER = N_("the join is itself one of them.")
_LEADS_OUT = N_("from “{title}” no way leads on to the join of the outer group.")
_TROUBLES = {
    Trouble.TWICE: N_("“{title}” is reached from two of them: it would run twice."),
    Trouble.WAITS: N_("“{title}” waits for a group that cannot go on without it."),
    Trouble.OUTSIDE: N_(
        "“{title}” belongs to a group inside it, but no way leads from there to the join."
    ),
    Trouble.ENTERED: N_("a way leads into it at “{title}” while it is running."),
}
_MEET_EARLIER = N_(
    "Let the ways meet there, with “join: {id}”; or give each way a step of its own for it."
)
_BEGIN_ANEW = N_(
    "Give the inner group a step that starts it, as a member here, and send the work back to "
    "that step."
)
_STOPPED = N_("Leave a way open on which none of them is stopped before they meet.")
_OWN_JOIN = N_("Name the step after it as the join, or take it out of “together:”.")
_LEAD_ON = N_("Lead it on to a step of the outer group, or to the step where that one meets.")
_HINTS = {
    Trouble.TWICE: N_(
        "Let them meet first: “together: [{{together: [a, b], join: {id}}}, …]”; or say with "
        "“choose:” when it is done again."
    ),
    Trouble.WAITS: N_("Let the inner group meet before the step where the outer one meets."),
    Trouble.OUTSIDE: N_("Lead every one of them to the step named by “join:”."),
    Trouble.ENTERED: N_("Lead the way to the step that starts the group."),
}
_CERTAIN_HINTS = {_IS_MEMBER: _OWN_JOIN, _LEADS_OUT: _LEAD_ON}


def check(book: Book) -> Iterator[Diagnostic]:
    """Find groups that wait for ever, or in which a step runs twice though nobody chose it."""
    for process in book.handbook.process_list:
        flow = book.handbook.flows[process.id]
        if flow.astray or not flow.groups:
            # A way that seems to miss the join mostly has its name misspelt.
            continue
        titles = {each.id: each.title.source for each in process.steps}
        faults = list(certain_faults(flow, titles))
        places = {each.id: each.where / "title" for each in process.steps}
        for group, says in faults:
            related = _shown(_astray(flow, group), titles, places)
            hint = _CERTAIN_HINTS.get(says.id)
            # A join that is a member is named wrongly where it is named.
            where = replace(group.where, path=(*group.where.path[:-1], "join"))
            yield RULE.at(
                where if says.id == _IS_MEMBER and not group.inclusive else group.where.key,
                hint=Message(hint) if hint else None,
                related=related,
                says=says,
            )
        if not faults:
            for trace in book.searches[process.id].troubles.values():
                related = _shown((*trace.path, trace.step), titles, places, less=1)
                yield RULE.at(
                    trace.group.where.key,
                    hint=_hint(flow, trace),
                    related=related,
                    says=_says(trace, titles),
                )


def _shown(
    path: Sequence[StepId],
    titles: Mapping[StepId, str],
    places: Mapping[StepId, Locator],
    *,
    less: int = 0,
) -> tuple[Related, ...]:
    """Show a path at its last step; `less` steps at its end are not named."""
    named = " → ".join(titles[name] for name in path[: len(path) - less])
    if not named:
        return ()
    note = Message("It comes about in this order: {path}.", {"path": named})
    return (Related(places[path[-1]], note),)


def _says(trace: Trace, titles: Mapping[StepId, str]) -> Message:
    if trace.trouble is None:
        return Message("they are stopped each time before they meet.")
    return Message(_TROUBLES[trace.trouble], {"title": titles[trace.step]})


def _hint(flow: Flow, trace: Trace) -> Message:
    if trace.trouble is Trouble.TWICE and _begins_members(flow, trace):
        return Message(_BEGIN_ANEW)
    if trace.trouble is None:
        return Message(_STOPPED)
    if trace.trouble is Trouble.TWICE and trace.group.inclusive:
        return Message(_MEET_EARLIER, {"id": trace.step})
    return Message(_HINTS[trace.trouble], {"id": trace.step})


def _begins_members(flow: Flow, trace: Trace) -> bool:
    """Whether the last step of a path begins members of the group together once more."""
    return any(
        way.parallel and trace.step in way.targets and set(way.targets) <= set(trace.group.members)
        for way in (flow.exits[trace.path[-1]] if trace.path else ())
        if way.source != trace.group.source
    )


def lost_member(flow: Flow, group: Group) -> StepId | None:
    """Return the first member of a group from which no way leads to the join, if there is one."""
    if group.join in group.members and not group.inclusive:
        return None  # that is another fault, told first
    # A way of choose-any may lead straight to the join.
    begins = (member for thread in group.threads for member in thread.starts)
    lost = (each for each in begins if each not in group.body and each != group.join)
    return next((each for each in lost if each in flow.exits), None)


def _astray(flow: Flow, group: Group) -> tuple[StepId, ...]:
    """The shortest way of a member to where it ends, begins anew or goes round."""
    if group.join in group.members and not group.inclusive:
        return ()
    # Where every member comes to the join, it is the join that leads elsewhere.
    member = lost_member(flow, group) or group.members[0]
    waiting: deque[tuple[StepId, ...]] = deque([(group.source, member)])
    seen = {group.source, member}
    path: tuple[StepId, ...] = (group.source, member)
    while waiting:
        path = waiting.popleft()
        follow = flow.successors(path[-1])
        if group.source in follow or not all(way.targets for way in flow.exits[path[-1]]):
            break
        waiting.extend((*path, each) for each in follow if each not in seen)
        seen.update(follow)
    return path


def certain_faults(flow: Flow, titles: Mapping[StepId, str]) -> Iterator[tuple[Group, Message]]:
    """Yield the groups that cannot meet whatever comes first, and why; each fault once.

    What makes a group miss its join makes those around it miss theirs.
    """
    found = [(each, says) for each in flow.groups if (says := certain_fault(flow, each, titles))]
    # An inner group stands behind the one around it; a join that is a member is told first.
    found.sort(key=lambda each: (each[1].id != _IS_MEMBER, -each[0].number))
    causes: list[Group] = []
    for group, _ in found:
        if not any(_follows(flow, group, cause) for cause in causes):
            causes.append(group)
    yield from sorted(
        (each for each in found if each[0] in causes), key=lambda each: each[0].number
    )


def _follows(flow: Flow, group: Group, cause: Group) -> bool:
    """Whether a member of a group is lost because another group has a fault."""
    lost = lost_member(flow, group)
    if lost is None:
        return False
    inner = cause.inside
    while inner is not None and inner != group.number:
        inner = flow.groups[inner].inside
    ahead = flow.reachable((lost,), without=frozenset({group.source, group.join}))
    is_member = lost == cause.join and cause.join in cause.members
    return is_member or (inner is not None and lost in cause.members) or cause.source in ahead


def certain_fault(flow: Flow, group: Group, titles: Mapping[StepId, str]) -> Message | None:
    """Return what is wrong with a group whatever comes first; None where nothing is."""
    if group.join in group.members and not group.inclusive:
        return Message(_IS_MEMBER)
    lost = lost_member(flow, group)
    if lost:
        return Message("no way leads from “{title}” to the join.", {"title": titles[lost]})
    outer = flow.groups[group.inside] if group.inside is not None else None
    if outer and group.join not in outer.body and group.join != outer.join:
        title = titles[group.join]
        return Message(_LEADS_OUT, {"title": title})
    return None
