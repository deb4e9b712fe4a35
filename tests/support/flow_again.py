"""Groups that their own join opens again, decisions as members, and rework around them."""

from __future__ import annotations

from flow_patterns import any_way, choice
from small import step

SEND = step("send", "end: sent")


def again(name: str, members: str, join: str, out: str) -> str:
    """A step that opens a group anew, which meets at `join`, or goes on to `out`."""
    return step(
        name,
        f"choose: [{{when: bad, together: [{members}], join: {join}}},",
        f"{{when: good, next: {out}}}]",
    )


def decision(name: str, *lines: str) -> str:
    """A bare decision, without work."""
    parts = (f"  - decision: {name}", f"    title: {name.capitalize()}?")
    return "".join(f"{line}\n" for line in (*parts, *(f"    {each}" for each in lines)))


_AB = step("take", "together: [a, b]", "join: m")
_A, _B, _C = (step(name, "next: m") for name in "abc")
_INNER = step("take", "together: [{together: [a, b], join: c}, d]", "join: send")
_TO_C = (step("a", "next: c"), step("b", "next: c"))
_D = step("d", "next: send")

SOUND_AGAIN: dict[str, tuple[str, ...]] = {
    "the join opens its group again": (_AB, _A, _B, again("m", "a, b", "m", "send"), SEND),
    "the join opens another group that meets at it": (
        _AB,
        _A,
        _B,
        again("m", "a, c", "m", "send"),
        _C,
        SEND,
    ),
    "the join of an inner group opens it again": (
        _INNER,
        *_TO_C,
        again("c", "a, b", "c", "send"),
        _D,
        SEND,
    ),
    "the join of choose-any opens a group that meets at it": (
        step("take", any_way(x="a", y="b"), "join: m"),
        _A,
        _B,
        again("m", "a, b", "m", "send"),
        SEND,
    ),
    "the join opens its group again and rework inside": (
        _AB,
        step("a", choice(good="m", bad="b")),
        _B,
        again("m", "a, b", "m", "send"),
        SEND,
    ),
    "the join opens its group again, or goes back before it": (
        step("plan", "next: take"),
        _AB,
        _A,
        _B,
        step(
            "m",
            "choose: [{when: bad, together: [a, b], join: m}, {when: worse, next: plan},",
            "{when: good, next: send}]",
        ),
        SEND,
    ),
    "a decision as a member takes one way or several": (
        step("take", "together: [which, d]", "join: send"),
        decision("which", any_way(x="a", y="b"), "join: c"),
        *_TO_C,
        step("c", "next: send"),
        _D,
        SEND,
    ),
    "a decision as a member of an inner group": (
        step("take", "together: [{together: [which, e], join: f}, d]", "join: send"),
        decision("which", choice(x="a", y="b")),
        step("a", "next: f"),
        step("b", "next: f"),
        step("e", "next: f"),
        step("f", "next: send"),
        _D,
        SEND,
    ),
    "a sibling sends back to the step that starts a group": (
        step("take", "together: [s, d]", "join: send"),
        step("s", "together: [a, b]", "join: c"),
        *_TO_C,
        step("c", "next: send"),
        step("d", choice(bad="s", good="send")),
        SEND,
    ),
    "a member of the inner group sends the outer sibling back": (
        _INNER,
        step("a", choice(good="c", bad="d")),
        step("b", "next: c"),
        step("c", "next: send"),
        _D,
        SEND,
    ),
    "each of three may send back to the one before it": (
        step("take", "together: [a, b, c]", "join: m"),
        _A,
        step("b", choice(good="m", bad="a")),
        step("c", choice(good="m", bad="b")),
        step("m", "next: send"),
        SEND,
    ),
    "the join sends one member back, which passes it alone": (
        _AB,
        _A,
        _B,
        step("m", choice(bad="a", good="send")),
        SEND,
    ),
    "three outcomes of choose-any, one straight to the join": (
        step("take", any_way(x="a", y="b", z="m"), "join: m"),
        _A,
        _B,
        step("m", "next: send"),
        SEND,
    ),
    "choose-any whose member is sent back by a sibling": (
        step("take", any_way(x="a", y="b"), "join: m"),
        _A,
        step("b", choice(good="m", bad="a")),
        step("m", "next: send"),
        SEND,
    ),
    "a loop of a member around two steps": (
        _AB,
        step("a", "next: a2"),
        step("a2", choice(good="m", bad="a")),
        _B,
        step("m", "next: send"),
        SEND,
    ),
    "a member that ends the whole, the join opens again": (
        _AB,
        step("a", choice(good="m", over="end")),
        _B,
        again("m", "a, b", "m", "send"),
        SEND,
    ),
}

UNSOUND_AGAIN: dict[str, tuple[str, ...]] = {
    "the join opens a group of which one never comes back": (
        _AB,
        _A,
        _B,
        again("m", "a, c", "m", "send"),
        step("c", "end: lost"),
        SEND,
    ),
    "a member of itself": (
        step("take", "together: [a, m]", "join: m"),
        _A,
        again("m", "a, m", "m", "send"),
        SEND,
    ),
    "the inner join leads out of the outer group": (
        _INNER,
        *_TO_C,
        step("c", "end: over"),
        _D,
        SEND,
    ),
    "two members pass one step": (
        _AB,
        step("a", "next: x"),
        step("b", "next: x"),
        step("x", "next: m"),
        step("m", "next: send"),
        SEND,
    ),
    "two outcomes of choose-any pass one step": (
        step("take", any_way(x="a", y="b"), "join: m"),
        step("a", "next: x"),
        step("b", "next: x"),
        step("x", "next: m"),
        step("m", "next: send"),
        SEND,
    ),
    "the inner group waits for the join of the outer": (
        step("take", "together: [{together: [a, b], join: send}, d]", "join: c"),
        *_TO_C,
        step("c", "next: send"),
        step("d", "next: c"),
        SEND,
    ),
    "a member ends always": (_AB, step("a", "end: over"), _B, step("m", "next: send"), SEND),
    "a member hands over always": (
        _AB,
        step("a", "hand-over: ship-order"),
        _B,
        step("m", "next: send"),
        SEND,
    ),
    "a way into the running group": (
        step("take", "together: [s, d]", "join: send"),
        step("s", "together: [a, b]", "join: c"),
        *_TO_C,
        step("c", "next: send"),
        step("d", choice(bad="a", good="send")),
        SEND,
    ),
    "a decision whose ways both miss the join": (
        step("take", "together: [which, d]", "join: send"),
        decision("which", "choose: [{when: x, end: over}, {when: y, end: off}]"),
        _D,
        SEND,
    ),
    "the second group starts with a step of the first": (
        step("take", "together: [s, a]", "join: send"),
        step("s", "together: [a, b]", "join: c"),
        step("a", "next: send"),
        step("b", "next: c"),
        step("c", "next: send"),
        SEND,
    ),
    "three levels, the innermost leads past the middle": (
        step(
            "take",
            "together: [{together: [{together: [a, b], join: c}, e], join: f}, d]",
            "join: send",
        ),
        *_TO_C,
        step("c", "next: send"),
        step("e", "next: f"),
        step("f", "next: send"),
        _D,
        SEND,
    ),
}
