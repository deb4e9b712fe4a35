"""Choices of several ways in each other, and faults that more than one rule sees."""

from __future__ import annotations

from flow_again import decision
from flow_patterns import any_way
from small import step

SEND = step("send", "end: sent")
_B = step("b", "next: send")
_AB = step("take", "together: [a, b]", "join: send")
_INNER = step("take", "together: [{together: [a, b], join: c}, d]", "join: send")
_PLAN = step("plan", "next: take")

SOUND_NESTED: dict[str, tuple[str, ...]] = {
    "several ways inside one of several": (
        step("take", any_way(x="a", y="b"), "join: send"),
        step("a", any_way(p="c", q="d"), "join: e"),
        step("c", "next: e"),
        step("d", "next: e"),
        step("e", "next: send"),
        _B,
        SEND,
    ),
    "back to before a question that leads past the group": (
        step("plan", "next: ask"),
        step("ask", "choose: [{when: big, next: take}, {when: small, next: send}]"),
        _AB,
        step("a", "next: send"),
        step("b", "choose: [{when: good, next: send}, {when: bad, next: plan}]"),
        SEND,
    ),
    "three in a loop, one of which has two ways to the join": (
        step("take", "together: [a, b, c]", "join: m"),
        step("a", "choose: [{when: x, next: d}, {when: y, next: e}]"),
        step("d", "next: m"),
        step("e", "next: m"),
        step("b", "next: m"),
        step("c", "next: m"),
        step("m", "choose: [{when: good, next: send}, {when: bad, next: take}]"),
        SEND,
    ),
    "several ways inside a member that has two ways to the join": (
        step("take", "together: [a, b]", "join: send"),
        step("a", any_way(p="c", q="d"), "join: e"),
        step("c", "next: e"),
        step("d", "next: e"),
        step("e", "next: send"),
        step("b", "choose: [{when: x, next: f}, {when: y, next: send}]"),
        step("f", "next: send"),
        SEND,
    ),
    "a member goes back to a decision that its sibling begins with": (
        step("take", "together: [ask, b]", "join: send"),
        decision("ask", "choose: [{when: x, next: c}, {when: y, next: send}]"),
        step("c", "next: send"),
        step("b", "choose: [{when: good, next: send}, {when: bad, next: ask}]"),
        SEND,
    ),
    "two members may both come to one decision": (
        _AB,
        step("a", "choose: [{when: x, next: ask}, {when: y, next: send}]"),
        step("b", "choose: [{when: x, next: ask}, {when: y, next: send}]"),
        decision("ask", "choose: [{when: p, next: c}, {when: q, next: send}]"),
        step("c", "next: send"),
        SEND,
    ),
    "a question all of whose answers lead to the join, beside groups": (
        step("take", "together: [a, b]", "join: send"),
        step("a", "together: [c, d]", "join: e"),
        step("b", "choose: [{when: x, next: send}, {when: y, next: send}]"),
        step("c", any_way(p="f", q="g", r="e"), "join: e"),
        step("f", "next: e"),
        step("g", "next: e"),
        step("d", "next: e"),
        step("e", "next: send"),
        SEND,
    ),
    "a member calls one process or another before the join": (
        _AB,
        step(
            "a",
            "choose: [{when: x, call: ship-order, next: send},",
            "{when: y, call: ship-order, next: send}]",
        ),
        _B,
        SEND,
    ),
    "two decisions in an inner group, one goes back to the other": (
        step("take", "together: [{together: [ask, which], join: c}, d]", "join: send"),
        decision("ask", "choose: [{when: x, next: a}, {when: y, next: c}]"),
        step("a", "next: c"),
        decision("which", "choose: [{when: good, next: c}, {when: bad, next: ask}]"),
        step("c", "next: send"),
        step("d", "next: send"),
        SEND,
    ),
}

UNSOUND_NESTED: dict[str, tuple[str, ...]] = {
    "a member goes round": (_AB, step("a", "next: a"), _B, SEND),
    "a member goes round in steps": (
        _AB,
        step("a", "next: c"),
        step("c", "next: a"),
        _B,
        SEND,
    ),
    "all go back to the start": (_AB, step("a", "next: take"), step("b", "next: take"), SEND),
    "both go back to before": (_PLAN, _AB, step("a", "next: plan"), step("b", "next: plan"), SEND),
    "a member goes back to a question that leads past the group": (
        step("ask", "choose: [{when: big, next: take}, {when: small, next: send}]"),
        _AB,
        step("a", "next: send"),
        step("b", "next: ask"),
        SEND,
    ),
    "two go to each other": (_AB, step("a", "next: b"), step("b", "next: a"), SEND),
    "one of several ways ends": (
        step("take", any_way(x="a", y="b"), "join: send"),
        step("a", "end: over"),
        _B,
        SEND,
    ),
    "the join of an inner group ends": (
        _INNER,
        step("a", "next: c"),
        step("b", "next: c"),
        step("c", "end: over"),
        step("d", "next: send"),
        SEND,
    ),
    "the outer join is a member of the inner group": (
        step("take", "together: [{together: [a, send], join: c}, d]", "join: send"),
        step("a", "next: c"),
        step("c", "next: send"),
        step("d", "next: send"),
        SEND,
    ),
    "a member ends three groups deep": (
        step(
            "take",
            "together: [{together: [{together: [a, b], join: c}, d], join: e}, f]",
            "join: send",
        ),
        step("a", "next: c"),
        step("b", "end: over"),
        step("c", "next: e"),
        step("d", "next: e"),
        step("e", "next: send"),
        step("f", "next: send"),
        SEND,
    ),
    "a group of a member whose join ends": (
        _AB,
        step("a", "together: [c, d]", "join: e"),
        step("c", "next: e"),
        step("d", "next: e"),
        step("e", "end: over"),
        _B,
        SEND,
    ),
    "a group of a member whose members end": (
        _AB,
        step("a", "together: [c, d]", "join: e"),
        step("c", "end: over"),
        step("d", "end: over"),
        step("e", "next: send"),
        _B,
        SEND,
    ),
}
