"""What the rule of groups says of a flow is what happens when the flow is played."""

from __future__ import annotations

from datetime import date

from flow_player import Player
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from generator.model.control import Revision
from generator.model.flow import flow_of
from generator.model.handbook import Handbook
from generator.model.process import Outcome, Process, Step
from generator.model.settings import Settings
from generator.model.text import plain as text
from generator.rules import unsound_group
from generator.rules.book import Book


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

    def onward(kind: str, number: int) -> dict[str, object]:
        if kind == "end":
            return {"end": text("done")}
        near = names[number + 1 : number + 4]
        if kind == "together" and len(near) > 1:
            members = draw(st.lists(st.sampled_from(near), min_size=2, max_size=2, unique=True))
            return {"together": tuple(members), "join": later(number + 2)}
        return {"next": later(number)}

    kinds = st.sampled_from(("next", "next", "next", "end", "together", "choose"))
    steps = []
    for number, name in enumerate(names):
        kind = "together" if number == 0 else draw(kinds) if number < count - 1 else "end"
        if kind == "choose":
            ways = [
                onward(draw(st.sampled_from(("next", "end", "together"))), number) for _ in "ab"
            ]
            outcomes = tuple(Outcome(when=(text("x"),), **way) for way in ways)
            steps.append(Step(id=name, title=text(name), choose=outcomes))
        else:
            steps.append(Step(id=name, title=text(name), **onward(kind, number)))
    reached = flow_of(process_of(*steps)).reachable((steps[0].id,))
    return process_of(*(each for each in steps if each.id in reached))


@given(flows())
@settings(max_examples=400, deadline=None)
def test_the_rule_of_groups_agrees_with_playing_the_flow(process: Process) -> None:
    assume(not flow_of(process).astray)
    player = Player(process)
    faults = player.faults()
    assume("states" not in faults)
    settings_ = Settings(title=text("H"), company=text("C"))
    book = Book(Handbook(settings=settings_, process_list=(process,)))
    told = list(unsound_group.check(book))
    event("unsound" if told else "sound")
    assert bool(told) == bool(faults)


@given(flows())
@settings(max_examples=200, deadline=None)
def test_the_body_of_a_group_lies_between_its_members_and_its_join(process: Process) -> None:
    player = Player(process)
    for group in flow_of(process).groups:
        assert set(group.body) == player.inside((group.source, group.join, group.members))
