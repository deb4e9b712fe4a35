"""What the rule of groups says of a flow is what happens when the flow is played."""

from __future__ import annotations

from flow_made import flows
from flow_player import Fault, Player, leaves
from hypothesis import assume, event, given, settings

from generator.model.flow import Flow, flow_of
from generator.model.groups import Group
from generator.model.process import Process
from generator.rules.group_search import Search
from generator.rules.unsound_group import certain_fault


def certain_faults(process: Process, flow: Flow) -> list[Group]:
    """The groups that cannot come together whatever comes first."""
    titles = {each.id: each.id for each in process.steps}
    return [each for each in flow.groups if certain_fault(flow, each, titles)]


@given(flows())
@settings(max_examples=400, deadline=None)
def test_the_rule_of_groups_agrees_with_playing_the_flow(process: Process) -> None:
    flow = flow_of(process)
    assume(not flow.astray)
    player = Player(process)
    faults = player.faults()
    assume("states" not in faults)
    certain = certain_faults(process, flow)
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
    if certain_faults(process, flow):
        return  # these are told without trying
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
