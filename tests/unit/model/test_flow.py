"""The flow that follows from what stands at the end of each step."""

from __future__ import annotations

from small import book, check, step, steps

from generator.model.flow import Flow


def flow(*parts: str) -> Flow:
    return book(steps(*parts)).flows["take-order"]


def test_a_step_that_says_nothing_leads_to_the_one_below() -> None:
    (way,) = flow(step("take"), step("send", "end: sent")).exits["take"]
    assert way.targets == ("send",)
    assert not way.stated


def test_a_call_comes_back_and_goes_on() -> None:
    (way,) = flow(step("take", "call: ship-order"), step("send", "end: sent")).exits["take"]
    assert (way.call, way.targets, way.hand_over) == ("ship-order", ("send",), None)


def test_an_outcome_may_start_a_group_and_another_may_end() -> None:
    found = flow(
        step(
            "take",
            "choose:",
            "  - {when: large, together: [pick, bill], join: send}",
            "  - {when: [small, odd], end: refused}",
        ),
        step("pick", "next: send"),
        step("bill", "next: send"),
        step("send", "end: sent"),
    )
    large, small = found.exits["take"]
    assert (large.targets, large.join, large.parallel) == (("pick", "bill"), "send", True)
    assert [each.source for each in small.when] == ["small", "odd"]
    assert small.targets == ()
    (group,) = found.groups
    assert (group.members, group.join, group.body) == (("pick", "bill"), "send", {"pick", "bill"})


def test_the_ways_of_choose_any_are_one_inclusive_group() -> None:
    found = flow(
        step("take", "choose-any: [{when: a, next: pick}, {when: b, next: send}]", "join: send"),
        step("pick", "next: send"),
        step("send", "end: sent"),
    )
    (group,) = found.groups
    assert group.inclusive
    assert group.members == ("pick", "send")
    assert [way.join for way in found.exits["take"]] == ["send", "send"]


def test_what_leads_out_of_a_group_is_not_in_its_body() -> None:
    found = flow(
        step("take", "together: [pick, bill]", "join: send"),
        step("pick", "choose: [{when: there, next: send}, {when: missing, next: cancel}]"),
        step("bill", "next: send"),
        step("cancel", "end: cancelled"),
        step("send", "end: sent"),
    )
    assert found.groups[0].body == {"pick", "bill"}
    assert found.successors("pick") == ("send", "cancel")


def test_what_every_way_to_the_start_of_a_group_passes_is_not_in_its_body() -> None:
    found = flow(
        step("ask", "choose: [{when: big, next: take}, {when: small, next: send}]"),
        step("take", "together: [pick, bill]", "join: send"),
        step("pick", "next: send"),
        step("bill", "choose: [{when: good, next: send}, {when: bad, next: ask}]"),
        step("send", "end: sent"),
    )
    assert found.groups[0].body == {"pick", "bill"}


def test_a_member_into_which_a_way_leads_from_outside_stays_in_the_body() -> None:
    found = flow(
        step("ask", "choose: [{when: big, next: take}, {when: small, next: bill}]"),
        step("take", "together: [pick, bill]", "join: send"),
        step("pick", "next: send"),
        step("bill", "choose: [{when: good, next: send}, {when: bad, next: ask}]"),
        step("send", "end: sent"),
    )
    assert found.groups[0].body == {"pick", "bill"}


def test_entries_are_the_exits_seen_from_the_other_side() -> None:
    found = flow(
        step("take", "choose: [{when: a, next: send}, {when: b, next: note}]"),
        step("note", "next: send"),
        step("send", "end: sent"),
    )
    assert [way.source for way in found.entries["send"]] == ["take", "note"]
    assert "take" not in found.entries


def test_reachable_stops_at_forbidden_steps() -> None:
    found = flow(step("take"), step("note"), step("send", "end: sent"))
    assert found.reachable(("take",)) == {"take", "note", "send"}
    assert found.reachable(("take",), without=frozenset({"note"})) == {"take"}
    assert found.reachable(("note",), without=frozenset({"note"})) == frozenset()


def test_a_way_to_an_unknown_step_or_join_is_left_out_and_told() -> None:
    for last in ("next: snd", "together: [send, note]\n    join: snd"):
        handbook = check(
            steps(step("take", last), step("note", "next: send"), step("send", "end: sent"))
        ).handbook
        assert handbook is not None
        found = handbook.flows["take-order"]
        assert found.astray
        assert "snd" not in found.successors("take")
        assert found.groups == ()
