"""Makes processes whose first step starts a group; most ways lead on, so that many are sound."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from generator.model.control import Revision
from generator.model.flow import flow_of
from generator.model.process import InnerGroup, Outcome, Process, Step
from generator.model.text import plain as text


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
