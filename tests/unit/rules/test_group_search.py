"""Groups that cannot meet or run twice, told from flows that only look like it."""

from __future__ import annotations

import pytest
from flow_patterns import SOUND, UNSOUND, deep_groups
from small import check, step, steps

from generator.base.diagnostics import Message, Severity
from generator.model.flow import Flow
from generator.rules.group_play import Trouble
from generator.rules.group_search import Search, Trace


def flow(*parts: str) -> Flow:
    handbook = check(steps(*parts)).handbook
    assert handbook is not None
    return handbook.flows["take-order"]


def troubles(*parts: str) -> list[Trace]:
    """What goes wrong with the groups of some steps."""
    return list(Search(flow(*parts)).run().troubles.values())


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
    assert troubles(*parts) == []
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


def test_a_member_of_the_inner_group_that_cannot_come_to_the_outer_join_is_found() -> None:
    parts = (
        step("take", "together: [pick, bill]", "join: send"),
        step("pick", "together: [weigh, wrap]", "join: note"),
        step("weigh", "next: send"),
        step("wrap", "next: note"),
        BILL,
        step("send", "next: note"),
        step("note", "end: done"),
    )
    (trace,) = troubles(*parts)
    assert (trace.trouble, trace.step) == (Trouble.OUTSIDE, "wrap")
    assert [name for name in trace.path if name != "bill"] == ["take", "pick"]


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
    assert troubles(*parts) == []


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


def test_ways_of_choose_any_that_meet_before_the_join_are_told_how_to_meet() -> None:
    result = check(steps(*UNSOUND["one or more ways that meet before the join"]))
    (found,) = (each for each in result.diagnostics if each.rule.code == "HB309")
    assert [each.note.args["path"] for each in found.related] == ["Take → A → B"]
    assert found.hint is not None
    assert found.hint.id.startswith("Let the ways meet there, with “join: {id}”")
    assert found.hint.args == {"id": "c"}


ANY = "choose-any: [{{when: a, next: pick}}, {{when: b, {way}}}]"


@pytest.mark.parametrize("way", ["end: over", "hand-over: ship-order"])
def test_a_way_of_choose_any_that_stops_the_others_is_pointed_out(way: str) -> None:
    parts = (step("take", ANY.format(way=way), "join: send"), PICK, SEND)
    assert told(*parts) == [("HB310", "Send")]


def test_a_way_out_that_may_end_for_good_later_is_pointed_out() -> None:
    parts = (
        step("take", ANY.format(way="next: bill"), "join: send"),
        PICK,
        step("bill", "choose: [{when: good, next: send}, {when: bad, next: mend}]"),
        SEND,
        step("mend", "choose: [{when: again, next: take}, {when: hopeless, end: over}]"),
    )
    assert told(*parts) == [("HB310", "Send")]


def test_a_way_back_to_before_a_group_where_one_may_end_is_no_end_of_the_group() -> None:
    parts = (
        step("draft", "choose: [{when: ready, next: take}, {when: given up, end: over}]"),
        step("take", ANY.format(way="next: bill"), "join: send"),
        PICK,
        step("bill", "choose: [{when: good, next: send}, {when: bad, next: draft}]"),
        SEND,
    )
    assert told(*parts) == []


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("the join is a member", "Name the step after it as the join"),
        ("a member ends", "Lead every one of them"),
        ("a way into a running group", "Lead the way to the step that starts the group."),
    ],
)
def test_each_fault_has_the_cure_that_helps(name: str, hint: str) -> None:
    found = next(e for e in check(steps(*UNSOUND[name])).diagnostics if e.rule.code == "HB309")
    assert (found.hint or Message(found.rule.hint)).id.startswith(hint)


def test_an_inner_join_that_leads_out_is_told_where_to_lead() -> None:
    parts = (
        step("take", "together: [{together: [pick, note], join: wrap}, bill]", "join: send"),
        step("pick", "choose: [{when: good, next: wrap}, {when: bad, next: send}]"),
        step("note", "choose: [{when: good, next: wrap}, {when: bad, next: send}]"),
        BILL,
        step("wrap", "end: over"),
        SEND,
    )
    (found,) = (e for e in check(steps(*parts)).diagnostics if e.rule.code == "HB309")
    assert found.hint is not None
    assert found.hint.id.startswith("Lead it on to a step of the outer group")


@pytest.mark.parametrize(("levels", "codes"), [(8, set()), (9, {"HB114"}), (12, {"HB114"})])
def test_groups_stand_in_each_other_up_to_a_limit_that_is_told(
    levels: int, codes: set[str]
) -> None:
    result = check(steps(*deep_groups(levels)))
    found = [each for each in result.diagnostics if each.weight is Severity.ERROR]
    assert {each.rule.code for each in found} == codes
    assert [each.args["most"] for each in found] == [8] * len(found)


def test_many_members_are_judged_at_once() -> None:
    names = [f"part-{number}" for number in range(60)]
    parts = [step("take", f"together: [{', '.join(names)}]", "join: send")]
    parts += [step(name, "next: send") for name in names]
    assert troubles(*parts, SEND) == []


@pytest.mark.parametrize("name", SOUND)
def test_patterns_that_companies_have_are_accepted(name: str) -> None:
    result = check(steps(*SOUND[name]))
    errors = [each.rule.code for each in result.diagnostics if each.weight is Severity.ERROR]
    assert errors == []
    assert {code for code, _ in told(*SOUND[name])} <= {"HB310"}
    leads_out = "way out" in name or "to a member of the outer one" in name
    assert ("HB310" in {code for code, _ in told(*SOUND[name])}) == leads_out


@pytest.mark.parametrize("name", UNSOUND)
def test_patterns_that_cannot_work_are_found_with_their_path(name: str) -> None:
    found = check(steps(*UNSOUND[name])).diagnostics
    assert [each.rule.code for each in found] == ["HB309"]
    assert all(each.related for each in found if "itself" not in str(each.args["says"]))


def test_the_finding_shows_the_path() -> None:
    result = check(steps(*UNSOUND["two members lead to one step"]))
    (found,) = (each for each in result.diagnostics if each.rule.code == "HB309")
    (related,) = found.related
    assert str(related.note.args["path"]).split(" → ")[0] == "Take"
    assert found.hint is not None
    assert found.hint.args == {"id": "c"}


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("a member leads out", "Take → B → E"),
        ("three in a ring", "Take → A → B → C"),
        ("member goes back to the beginning always", "Take → B → First"),
    ],
)
def test_the_path_of_a_member_that_never_comes_ends_where_it_is_lost(name: str, path: str) -> None:
    result = check(steps(*UNSOUND[name]))
    found = next(each for each in result.diagnostics if each.rule.code == "HB309")
    assert [each.note.args["path"] for each in found.related] == [path]


def test_a_way_back_to_before_the_group_is_told_by_nobody() -> None:
    assert told(*SOUND["back to before the group from inside"]) == []


def test_more_states_than_are_tried_are_told() -> None:
    search = Search(flow(*SOUND["rework among three"]), most=3).run()
    assert not search.whole
    assert search.troubles == {}
