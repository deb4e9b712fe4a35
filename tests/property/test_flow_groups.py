"""What the rule of groups says of a flow is what happens when the flow is played."""

from __future__ import annotations

from datetime import date

from flow_player import Fault, Player, leaves
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from generator.model.control import Revision
from generator.model.flow import flow_of
from generator.model.process import InnerGroup, Outcome, Process, Step
from generator.model.text import plain as text
from generator.rules.group_search import Search
from generator.rules.unsound_group import certain_fault


def process_of(*steps: Step) -> Process:
    return Process(
        id="p",
        chapter="c",
        code="P-01-01",
        title=text("P"),
        owner="r",
        approver="r",
        revisions=(Revision(version="V1.0", date=date(2026, 1, 1)),),
        purpose=text("P"),
        steps=steps,
    )


@st.composite
def flows(draw: st.DrawFn) -> Process:
    """A process that begins with a group; most ways lead on, so that many groups are sound."""
    count = draw(st.integers(3, 7))
    names = [f"s{number}" for number in range(count)]

    def later(number: int) -> str:
        follows = names[min(number + 1, count - 1)]
        return draw(
            st.sampled_from((follows, follows, names[-1], draw(st.sampled_from(names[1:]))))
        )

    def together(number: int) -> dict[str, object] | None:
        near = names[number + 1 : number + 5]
        if len(near) < 2:
            return None
        size = draw(st.integers(2, min(3, len(near))))
        members: list[object] = draw(
            st.lists(st.sampled_from(near), min_size=size, max_size=size, unique=True)
        )
        if size == 3 and draw(st.booleans()):
            inner = InnerGroup(together=tuple(members[:2]), join=later(number + 2))
            members = [inner, members[2]]
        return {"together": tuple(members), "join": later(number + 2)}

    def onward(kind: str, number: int) -> dict[str, object]:
        if kind == "end":
            return {"end": text("done")}
        group = together(number) if kind == "together" else None
        return group or {"next": later(number)}

    kinds = st.sampled_from(("next", "next", "next", "end", "together", "choose", "any"))
    first = st.sampled_from(("together", "together", "any"))
    inside = st.sampled_from(("next", "next", "end", "together"))
    steps = []
    for number, name in enumerate(names):
        kind = draw(first if number == 0 else kinds) if number < count - 1 else "end"
        if kind in {"choose", "any"}:
            outcomes = tuple(
                Outcome(when=(text(answer),), **onward(draw(inside), number)) for answer in "ab"
            )
            key = {"choose": "choose", "any": "choose_any"}[kind]
            more = {"join": later(number)} if kind == "any" else {}
            steps.append(Step(id=name, title=text(name), **{key: outcomes}, **more))
        else:
            steps.append(Step(id=name, title=text(name), **onward(kind, number)))
    reached = flow_of(process_of(*steps)).reachable((steps[0].id,))
    return process_of(*(each for each in steps if each.id in reached))


@given(flows())
@settings(max_examples=400, deadline=None)
def test_the_rule_of_groups_agrees_with_playing_the_flow(process: Process) -> None:
    flow = flow_of(process)
    assume(not flow.astray)
    player = Player(process)
    faults = player.faults()
    assume("states" not in faults)
    titles = {each.id: each.id for each in process.steps}
    certain = [each for each in flow.groups if certain_fault(flow, each, titles)]
    if certain:
        # Of `choose-any` a way that never meets is an error although others do meet.
        assert faults or any(each.inclusive for each in certain) or not player.begun
        return
    search = Search(flow).run()
    told = {each.trouble.value if each.trouble else "never" for each in search.troubles.values()}
    event("unsound" if told else "sound")
    assert bool(told - {"never"}) == bool(faults - {"never"})
    if not faults - {"never"}:
        assert told == faults


@given(flows())
@settings(max_examples=200, deadline=None)
def test_a_finding_shows_steps_that_can_come_in_this_order(process: Process) -> None:
    flow = flow_of(process)
    assume(not flow.astray)
    for trace in Search(flow).run().troubles.values():
        if trace.trouble is not None:
            assert _leads_to_fault(Player(process), trace.path)


def _leads_to_fault(player: Player, path: tuple[str, ...]) -> bool:
    """Whether doing steps in an order can lead to a fault at the last of them."""
    open_ = {player.first}
    for number, step in enumerate(path):
        follow = set()
        for tree in open_:
            for place, name in leaves(tree):
                for option in player.options(name) if name == step else ():
                    try:
                        came = player.play(tree, place, option)
                    except Fault:
                        if number == len(path) - 1:
                            return True
                        continue
                    if came is not None:
                        follow.add(came)
        open_ = follow
    return False


@given(flows())
@settings(max_examples=200, deadline=None)
def test_the_body_of_a_group_lies_between_its_members_and_its_join(process: Process) -> None:
    flow = flow_of(process)
    assume(not flow.astray)
    player = Player(process)
    player.faults()
    for group in flow.groups:
        for each in player.begun:
            if (each.source, each.join) == (group.source, group.join):
                members = [step for n in range(len(each.members)) for step in each.starts(n)]
                if tuple(dict.fromkeys(members)) == group.members:
                    assert set(group.body) == player.inside(each)
