"""Groups that meet out of turn, told from flows that only look like it."""

from __future__ import annotations

import pytest
from small import check, step, steps

from generator.rules.token_search import stuck_group


def stuck(*parts: str) -> str | None:
    """The join of the group that is stuck."""
    handbook = check(steps(*parts)).handbook
    assert handbook is not None
    group = stuck_group(handbook.flows["take-order"])
    return group.join if group else None


def told(*parts: str) -> list[tuple[str, str]]:
    """The findings about groups: (code, what the sentence says in its gap)."""
    found = []
    for each in check(steps(*parts)).diagnostics:
        if each.rule.code in {"HB309", "HB310"}:
            says = each.args.get("says", each.args.get("join", ""))
            found.append((each.rule.code, getattr(says, "id", says)))
    return found


SEND = step("send", "end: sent")
PICK = step("pick", "next: send")
BILL = step("bill", "next: send")


def test_a_plain_group_is_sound() -> None:
    parts = (step("take", "together: [pick, bill]", "join: send"), PICK, BILL, SEND)
    assert stuck(*parts) is None
    assert told(*parts) == []


def test_a_group_inside_a_group_may_share_its_join_or_have_its_own() -> None:
    outer = step("take", "together: [pick, bill]", "join: send")
    for join in ("send", "note"):
        inner = step("pick", "together: [weigh, wrap]", f"join: {join}")
        rest = (
            step("weigh", f"next: {join}"),
            step("wrap", f"next: {join}"),
            BILL,
            *((step("note", "next: send"),) if join == "note" else ()),
        )
        assert told(outer, inner, *rest, SEND) == []


def test_a_member_of_the_inner_group_at_the_join_of_the_outer_one_is_out_of_turn() -> None:
    parts = (
        step("take", "together: [pick, bill]", "join: send"),
        step("pick", "together: [weigh, wrap]", "join: note"),
        step("weigh", "next: send"),
        step("wrap", "next: note"),
        BILL,
        step("send", "next: note"),
        step("note", "end: done"),
    )
    assert stuck(*parts) == "send"


def test_a_group_begun_again_from_inside_itself_is_found() -> None:
    parts = (
        step("take", "together: [pick, bill]", "join: send"),
        step("pick", "together: [weigh, wrap]", "join: send"),
        step("weigh", "together: [label, seal]", "join: send"),
        step("wrap", "next: send"),
        step("label", "next: send"),
        step("seal", "choose: [{when: torn, next: wrap}, {when: whole, next: send}]"),
        BILL,
        SEND,
    )
    assert told(*parts) != []


@pytest.mark.parametrize(
    ("bill", "says"),
    [
        ("end: billed", "no way leads from “{title}” to the join."),
        ("next: pick", "“{title}” is reached from two of them: it would run twice."),
        ("next: note", "“{title}” is reached from two of them: it would run twice."),
    ],
)
def test_members_that_cannot_come_together(bill: str, says: str) -> None:
    parts = (
        step("take", "together: [pick, bill]", "join: send"),
        step("pick", "next: note"),
        step("bill", bill),
        step("note", "next: send"),
        SEND,
    )
    assert ("HB309", says) in told(*parts)


def test_a_way_out_of_a_group_is_pointed_out_but_sound() -> None:
    parts = (
        step("take", "together: [pick, bill]", "join: send"),
        step("pick", "choose: [{when: there, next: send}, {when: missing, end: cancelled}]"),
        BILL,
        SEND,
    )
    assert told(*parts) == [("HB310", "Send")]
    assert stuck(*parts) is None


def test_a_loop_inside_one_member_is_sound() -> None:
    parts = (
        step("take", "together: [pick, bill]", "join: send"),
        step("pick", "next: check"),
        step("check", "choose: [{when: wrong, next: pick}, {when: right, next: send}]"),
        BILL,
        SEND,
    )
    assert told(*parts) == []


def test_a_jump_to_a_single_member_starts_no_group() -> None:
    parts = (
        step(
            "take",
            "choose: [{when: all, together: [pick, bill], join: send},",
            "{when: one, next: bill}]",
        ),
        PICK,
        BILL,
        SEND,
    )
    assert told(*parts) == []


def test_the_ways_of_choose_any_may_meet_before_the_join() -> None:
    parts = (
        step("take", "choose-any: [{when: a, next: pick}, {when: b, next: bill}]", "join: send"),
        step("pick", "next: note"),
        step("bill", "next: note"),
        step("note", "next: send"),
        SEND,
    )
    assert told(*parts) == []


def test_many_members_are_judged_at_once() -> None:
    names = [f"part-{number}" for number in range(60)]
    parts = [step("take", f"together: [{', '.join(names)}]", "join: send")]
    parts += [step(name, "next: send") for name in names]
    assert stuck(*parts, SEND) is None
