"""Patterns of groups and rework as companies have them, and patterns that cannot work."""

from __future__ import annotations

from small import step


def choice(**ways: str) -> str:
    """A choice between steps, or ends where a way is called `end…`."""
    outcomes = (
        f"{{when: {answer}, {'end: over' if target == 'end' else f'next: {target}'}}}"
        for answer, target in ways.items()
    )
    return f"choose: [{', '.join(outcomes)}]"


def any_way(**ways: str) -> str:
    """The same, of which one way or several may be taken."""
    return choice(**ways).replace("choose:", "choose-any:")


_AB = step("take", "together: [a, b]", "join: send")
_ABC = step("take", "together: [a, b, c]", "join: send")
_A, _B, _C = (step(name, "next: send") for name in "abc")
_SEND = step("send", "end: sent")
_INNER = "together: [{together: [a, b], join: c}, d]"


def deep_groups(levels: int) -> tuple[str, ...]:
    """Groups in each other: level by level another member waits for the group inside."""
    parts = [step("a1", "next: j1"), step("b1", "next: j1")]
    inner = "{together: [a1, b1], join: j1}"
    for level in range(2, levels):
        inner = f"{{together: [{inner}, b{level}], join: j{level}}}"
        parts += [step(f"j{level - 1}", f"next: j{level}"), step(f"b{level}", f"next: j{level}")]
    last = step(f"j{levels - 1}", "next: send"), step("z", "next: send")
    return (step("take", f"together: [{inner}, z]", "join: send"), *parts, *last, _SEND)


SOUND: dict[str, tuple[str, ...]] = {
    "four groups in each other": deep_groups(4),
    "eight groups in each other": deep_groups(8),
    "a plain group": (_AB, _A, _B, _SEND),
    "a group as member of a group": (
        step("take", _INNER, "join: send"),
        step("a", "next: c"),
        step("b", "next: c"),
        _C,
        step("d", "next: send"),
        _SEND,
    ),
    "a group in a group in a group": (
        step("take", "together: [{together: [{together: [a, b], join: c}, d], join: e}, f]")
        + "    join: send\n",
        step("a", "next: c"),
        step("b", "next: c"),
        step("c", "next: e"),
        step("d", "next: e"),
        step("e", "next: send"),
        step("f", "next: send"),
        _SEND,
    ),
    "two groups as members": (
        step("take", "together: [{together: [a, b], join: c}, {together: [d, e], join: f}]")
        + "    join: send\n",
        step("a", "next: c"),
        step("b", "next: c"),
        _C,
        step("d", "next: f"),
        step("e", "next: f"),
        step("f", "next: send"),
        _SEND,
    ),
    "a member starts a group of its own": (
        _AB,
        step("a", "together: [c, d]", "join: e"),
        step("c", "next: e"),
        step("d", "next: e"),
        step("e", "next: send"),
        _B,
        _SEND,
    ),
    "rework: a member sends back to its sibling": (
        _AB,
        _A,
        step("b", choice(good="send", bad="a")),
        _SEND,
    ),
    "rework into the middle of a sibling": (
        _AB,
        step("a", "next: c"),
        _C,
        step("b", choice(good="send", bad="c")),
        _SEND,
    ),
    "rework both ways": (
        _AB,
        step("a", choice(good="send", bad="b")),
        step("b", choice(good="send", bad="a")),
        _SEND,
    ),
    "rework among three": (
        _ABC,
        _A,
        step("b", choice(good="send", bad="a")),
        step("c", choice(good="send", bad="b")),
        _SEND,
    ),
    "a loop inside one member": (
        _AB,
        step("a", "next: c"),
        step("c", choice(good="send", bad="a")),
        _B,
        _SEND,
    ),
    "rework into a group that is a member": (
        step("take", _INNER, "join: send"),
        step("a", "next: c"),
        step("b", choice(good="c", bad="a")),
        _C,
        step("d", "next: send"),
        _SEND,
    ),
    "a member of an inner group sends to a member of the outer one": (
        step("take", _INNER, "join: send"),
        step("a", "next: c"),
        step("b", choice(good="c", bad="d")),
        _C,
        step("d", "next: send"),
        _SEND,
    ),
    "back to before the group from its join": (
        step("take"),
        step("plan", "together: [a, b]", "join: send"),
        _A,
        _B,
        step("send", choice(good="end", bad="take")),
    ),
    "back to before the group from inside": (
        step("take"),
        step("plan", "together: [a, b]", "join: send"),
        _A,
        step("b", choice(good="send", bad="take")),
        _SEND,
    ),
    "back to the start of the group from inside": (
        _AB,
        _A,
        step("b", choice(good="send", bad="take")),
        _SEND,
    ),
    "a second entry into a single member": (
        _AB,
        _A,
        _B,
        step("send", choice(good="end", bad="a")),
    ),
    "a second entry into a group with rework": (
        _AB,
        _A,
        step("b", choice(good="send", bad="a")),
        step("send", choice(good="end", bad="b")),
    ),
    "a way out ends the group": (
        _AB,
        _A,
        step("b", choice(good="send", bad="end")),
        _SEND,
    ),
    "a way out of an inner group": (
        step("take", _INNER, "join: send"),
        step("a", "next: c"),
        step("b", choice(good="c", bad="e")),
        _C,
        step("d", "next: send"),
        _SEND,
        step("e", "end: stopped"),
    ),
    "a step that several may choose": (
        _AB,
        step("a", choice(good="send", bad="c")),
        step("b", choice(good="send", bad="c")),
        _C,
        _SEND,
    ),
    "one or more ways": (
        step("take", any_way(x="a", y="b", z="c"), "join: send"),
        _A,
        _B,
        _C,
        _SEND,
    ),
    "one or more ways, one straight to the join": (
        step("take", any_way(x="a", y="send"), "join: send"),
        _A,
        _SEND,
    ),
    "one or more ways with rework": (
        step("take", any_way(x="a", y="b"), "join: send"),
        _A,
        step("b", choice(good="send", bad="a")),
        _SEND,
    ),
    "one or more ways, one of them a group": (
        step("take", "choose-any: [{when: x, together: [a, b], join: c}, {when: y, next: d}]")
        + "    join: send\n",
        step("a", "next: c"),
        step("b", "next: c"),
        _C,
        step("d", "next: send"),
        _SEND,
    ),
    "one or more ways, two of which may choose the same step": (
        step("take", any_way(x="a", y="b"), "join: send"),
        step("a", choice(good="send", bad="c")),
        step("b", choice(good="send", bad="c")),
        _C,
        _SEND,
    ),
    "one or more ways with a way out": (
        step("take", any_way(x="a", y="b"), "join: send"),
        _A,
        step("b", choice(good="send", bad="end")),
        _SEND,
    ),
}

UNSOUND: dict[str, tuple[str, ...]] = {
    "a member ends": (_AB, _A, step("b", "end: over"), _SEND),
    "a member leads out": (_AB, _A, step("b", "next: e"), _SEND, step("e", "end: over")),
    "a member leads back to the start": (_AB, _A, step("b", "next: take"), _SEND),
    "two members lead to one step": (
        _AB,
        step("a", "next: c"),
        step("b", "next: c"),
        _C,
        _SEND,
    ),
    "a member leads to its sibling": (_AB, _A, step("b", "next: a"), _SEND),
    "whatever is chosen leads to the step of a sibling": (
        _AB,
        step("a", "next: c"),
        step("b", choice(x="d", y="c")),
        step("d", "next: c"),
        _C,
        _SEND,
    ),
    "two members go round": (_AB, step("a", "next: b"), step("b", "next: a"), _SEND),
    "an inner group waits for the outer one": (
        _AB,
        step("a", "together: [c, d]", "join: e"),
        step("c", "next: send"),
        step("d", "next: e"),
        _B,
        step("send", "next: e"),
        step("e", "end: done"),
    ),
    "the join of an inner group leads out": (
        step("take", _INNER, "join: send"),
        step("a", "next: c"),
        step("b", "next: c"),
        step("c", "end: over"),
        step("d", "next: send"),
        _SEND,
    ),
    "a way into a running group": (
        _AB,
        step("a", "together: [c, d]", "join: e"),
        step("c", "next: e"),
        step("d", "next: e"),
        step("e", "next: send"),
        step("b", choice(good="send", bad="c")),
        _SEND,
    ),
    "the join is a member": (step("take", "together: [a, send]", "join: send"), _A, _SEND),
    "a step is a member twice": (
        step("take", "together: [{together: [a, b], join: c}, a]", "join: send"),
        step("a", "next: c"),
        step("b", "next: c"),
        _C,
        _SEND,
    ),
    "an inner member leads to the member beside it": (
        step("take", _INNER, "join: send"),
        step("a", "next: c"),
        step("b", "next: c"),
        step("c", "next: d"),
        step("d", "next: send"),
        _SEND,
    ),
    "one or more ways that meet before the join": (
        step("take", any_way(x="a", y="b"), "join: send"),
        step("a", "next: c"),
        step("b", "next: c"),
        _C,
        _SEND,
    ),
    "one or more ways, one of which begins in another": (
        step("take", any_way(x="a", y="b", z="d"), "join: send"),
        step("a", "next: b"),
        _B,
        step("d", "next: send"),
        _SEND,
    ),
    "one or more ways, one a group whose join another passes": (
        step("take", "choose-any: [{when: x, together: [a, b], join: c}, {when: y, next: d}]")
        + "    join: send\n",
        step("a", "next: c"),
        step("b", "next: c"),
        _C,
        step("d", "next: c"),
        _SEND,
    ),
    "one or more ways, one of which never meets": (
        step("take", any_way(x="a", y="b"), "join: send"),
        _A,
        step("b", "end: over"),
        _SEND,
    ),
    "two reviewers both lead to one sign-off before the join": (
        step("take", "together: [a, b]", "join: send"),
        step("a", choice(x="ok", y="ok2")),
        step("ok2", "next: ok"),
        step("b", "next: ok"),
        step("ok", "next: send"),
        step("send", "end: sent"),
    ),
    "one member hands over": (
        step("take", "together: [a, b]", "join: send"),
        step("a", "next: send"),
        step("b", "hand-over: ship-order"),
        step("send", "end: sent"),
    ),
    "member goes back to the beginning always": (
        step("first"),
        step("take", "together: [a, b]", "join: send"),
        step("a", "next: send"),
        step("b", "next: first"),
        step("send", "end: sent"),
    ),
    "inner group of three where one goes straight to the outer join": (
        step("take", "together: [{together: [a, b, x], join: c}, d]", "join: send"),
        step("a", "next: c"),
        step("b", "next: c"),
        step("x", "next: send"),
        step("c", "next: send"),
        step("d", "next: send"),
        step("send", "end: sent"),
    ),
    "member waits for the join of its own group": (
        step("take", "together: [a, b]", "join: send"),
        step("a", "together: [c, d]", "join: b2"),
        step("c", "next: b2"),
        step("d", "next: send"),
        step("b2", "next: send"),
        step("b", "next: send"),
        step("send", "end: sent"),
    ),
    "three in a ring": (
        step("take", "together: [a, b, c]", "join: send"),
        step("a", "next: b"),
        step("b", "next: c"),
        step("c", "next: a"),
        step("send", "end: sent"),
    ),
    "sends back without ever finishing": (
        step("take", "together: [a, b]", "join: send"),
        step("a", "next: send"),
        step("b", "next: x"),
        step("x", "next: b"),
        step("send", "end: sent"),
    ),
    "choose-any one way in, nobody to join": (
        step("take", any_way(x="a", y="b"), "join: send"),
        step("a", "end: x"),
        step("b", "end: y"),
        step("send", "end: sent"),
    ),
    "sibling always passes the other's step": (
        step("take", "together: [a, b]", "join: send"),
        step("a", "next: c"),
        step("c", "next: send"),
        step("b", "next: d"),
        step("d", "next: c"),
        step("send", "end: sent"),
    ),
    "member jumps into inner group of sibling": (
        step("take", "together: [{together: [a, b], join: c}, d]", "join: send"),
        step("a", "next: c"),
        step("b", "next: c"),
        step("c", "next: send"),
        step("d", choice(good="send", bad="b")),
        step("send", "end: sent"),
    ),
    "choose-any inside together meets at another step": (
        step("take", "together: [a, b]", "join: send"),
        step("a", any_way(x="c", y="d"), "join: e"),
        step("c", "next: e"),
        step("d", "next: send"),
        step("e", "next: send"),
        step("b", "next: send"),
        step("send", "end: sent"),
    ),
    "all choices of one lead to sibling": (
        step("take", "together: [a, b]", "join: send"),
        step("a", "next: send"),
        step("b", choice(x="a", y="f")),
        step("f", "next: a"),
        step("send", "end: sent"),
    ),
}

# As companies have them, with everyday names.
COMPANY: dict[str, tuple[str, ...]] = {
    "parallel review with rejection": (
        step("draft", "next: hand-in"),
        step("hand-in", "together: [legal, finance]", "join: sign"),
        step("legal", choice(good="sign", bad="draft")),
        step("finance", choice(good="sign", bad="draft")),
        step("sign", "end: signed"),
    ),
    "the third review sends back to either of the others": (
        step("take", "together: [legal, finance, buyer]", "join: sign"),
        step("legal", "next: sign"),
        step("finance", "next: sign"),
        step("buyer", choice(good="sign", law="legal", money="finance")),
        step("sign", "end: signed"),
    ),
    "repeated rework with a limit of patience": (
        step("take", "together: [sew, pack]", "join: send"),
        step("sew", "next: inspect"),
        step("inspect", choice(good="send", again="sew", never="end")),
        step("pack", "next: send"),
        step("send", "end: sent"),
    ),
    "escalation out of a group": (
        step("take", "together: [a, b]", "join: send"),
        step("a", choice(good="send", late="boss")),
        step("b", "next: send"),
        step("send", "end: sent"),
        step("boss", choice(go="send", stop="end"), role="manager"),
    ),
    "escalation that comes back into one member": (
        step("take", "together: [a, b]", "join: send"),
        step("a", choice(good="send", late="boss")),
        step("b", "next: send"),
        step("send", "end: sent"),
        step("boss", "next: a", role="manager"),
    ),
    "optional branches": (
        step("take", any_way(plain="send", wrap="gift", engrave="name"), "join: send"),
        step("gift", "next: send"),
        step("name", "next: send"),
        step("send", "end: sent"),
    ),
    "optional branches, one of which looks at the other": (
        step("take", any_way(wrap="gift", engrave="name"), "join: send"),
        step("gift", "next: send"),
        step("name", choice(good="send", bad="gift")),
        step("send", "end: sent"),
    ),
    "cancel from within a group": (
        step("take", "together: [pick, bill]", "join: send"),
        step("pick", choice(there="send", missing="end")),
        step("bill", choice(paid="send", refused="end")),
        step("send", "end: sent"),
    ),
    "choose-any as member of together": (
        step("take", "together: [a, b]", "join: send"),
        step("a", any_way(x="c", y="d"), "join: e"),
        step("c", "next: e"),
        step("d", "next: e"),
        step("e", "next: send"),
        step("b", "next: send"),
        step("send", "end: sent"),
    ),
    "choose-any as member of together, with rework from outside it": (
        step("take", "together: [a, b]", "join: send"),
        step("a", any_way(x="c", y="d"), "join: e"),
        step("c", "next: e"),
        step("d", "next: e"),
        step("e", choice(good="send", bad="b")),
        step("b", "next: send"),
        step("send", "end: sent"),
    ),
    "a call inside a group": (
        step("take", "together: [a, b]", "join: send"),
        step("a", "call: ship-order", "next: send"),
        step("b", "next: send"),
        step("send", "end: sent"),
    ),
    "a call inside a group that is sent back": (
        step("take", "together: [a, b]", "join: send"),
        step("a", "call: ship-order", "next: c"),
        step("c", "next: send"),
        step("b", choice(good="send", bad="a")),
        step("send", "end: sent"),
    ),
    "a hand-over out of a group": (
        step("take", "together: [a, b]", "join: send"),
        step("a", "next: send"),
        step("b", "choose: [{when: good, next: send}, {when: bad, hand-over: ship-order}]"),
        step("send", "end: sent"),
    ),
    "wait for the record of another process": (
        step("take", "together: [order, wait]", "join: send"),
        step("order", "next: send"),
        step("wait", choice(come="send", open="wait")),
        step("send", "end: sent"),
    ),
    "two looks at the same work before the rest": (
        step("take", "together: [{together: [colour, size], join: pass}, invoice]", "join: send"),
        step("colour", "next: pass"),
        step("size", choice(good="pass", bad="colour")),
        step("pass", "next: send"),
        step("invoice", "next: send"),
        step("send", "end: sent"),
    ),
    "the meeting of an inner group sends its work back": (
        step("take", "together: [{together: [colour, size], join: pass}, invoice]", "join: send"),
        step("colour", "next: pass"),
        step("size", "next: pass"),
        step("pass", choice(good="send", bad="colour")),
        step("invoice", "next: send"),
        step("send", "end: sent"),
    ),
    "a group after a group, back to the first": (
        step("take", "together: [a, b]", "join: meet"),
        step("a", "next: meet"),
        step("b", "next: meet"),
        step("meet", "together: [c, d]", "join: send"),
        step("c", "next: send"),
        step("d", choice(good="send", bad="take")),
        step("send", "end: sent"),
    ),
    "the same group started for two reasons": (
        step("take", "choose: [{when: new, next: plan}, {when: old, next: renew}]"),
        step("plan", "together: [a, b]", "join: send"),
        step("renew", "together: [a, b]", "join: send"),
        step("a", "next: send"),
        step("b", choice(good="send", bad="a")),
        step("send", "end: sent"),
    ),
    "a quick check that four offices share": (
        step("take", "together: [a, b, c, d]", "join: send"),
        step("a", "next: send"),
        step("b", choice(good="send", bad="a")),
        step("c", choice(good="send", bad="a")),
        step("d", choice(good="send", bad="c")),
        step("send", choice(good="end", bad="take")),
    ),
    "an outcome with work, then a group inside a choice": (
        step(
            "take", "choose: [{when: big, together: [a, b], join: send}, {when: small, next: send}]"
        ),
        step("a", choice(good="send", bad="e")),
        step("b", "next: send"),
        step("send", "end: sent"),
        step("e", "end: refused"),
    ),
    "rework of work that goes on in steps": (
        step("take", "together: [cut, text]", "join: send"),
        step("cut", "next: sew"),
        step("sew", "next: iron"),
        step("iron", "next: send"),
        step("text", "next: proof"),
        step("proof", choice(good="send", colour="cut", seam="sew", fold="iron")),
        step("send", "end: sent"),
    ),
    "optional work of one member that may reach into the other": (
        step("take", "together: [d, a]", "join: send"),
        step("a", any_way(x="c", y="send"), "join: send"),
        step("c", choice(good="send", bad="d")),
        step("d", choice(good="send", bad="a")),
        step("send", "end: sent"),
    ),
    "a member may choose to leave it to the other": (
        step("take", "together: [a, b]", "join: send"),
        step("a", choice(do="c", leave="b")),
        step("c", "next: send"),
        step("b", "next: send"),
        step("send", "end: sent"),
    ),
}
