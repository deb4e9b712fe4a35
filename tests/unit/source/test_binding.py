"""Checked data become objects, and every reference is noted where it stands."""

from __future__ import annotations

import dataclasses
from datetime import date

from small import TAKE_ORDER, book, check, process, step, steps

from generator.model.control import Revision, Status
from generator.model.keys import yaml_key
from generator.model.process import InnerGroup, Step
from generator.source.binding import required_fields


def references(example: str, kind: str) -> list[tuple[str, str]]:
    """(id, the text at its place) of the references of a kind in the first process."""
    result = check(example)
    assert result.handbook is not None
    found = []
    for each in result.handbook.references:
        if each.kind == kind and each.where.file.endswith("take-order.yml"):
            span = result.span(each.where)
            line = result.sources[span.file].text.split("\n")[span.line - 1]
            found.append((each.id, line[span.column - 1 : span.end_column - 1]))
    return found


def test_keys_are_the_names_of_fields_with_hyphens() -> None:
    assert yaml_key("hand_over") == "hand-over"
    assert yaml_key("from_") == "from"
    assert required_fields(Step) == {"id", "title"}


def test_a_bare_decision_is_a_step_without_work() -> None:
    which, *_ = process(
        steps(
            "  - {decision: which, title: Which?, choose: [{when: a, end: x}, {when: b, end: y}]}\n"
        )
    ).steps
    assert (which.id, which.decision, which.responsible) == ("which", True, None)
    assert [each.end.source for each in which.choose if each.end] == ["x", "y"]


def test_dates_and_status_of_revisions() -> None:
    assert process().revision.approved == date(2026, 1, 1)
    draft = TAKE_ORDER + "revisions:\n  - {version: V1.0, date: 2026-01-01, change: x}\n"
    assert process(draft).revision.status is Status.DRAFT
    retired = Revision(
        version="V2.0", date=date(2026, 1, 1), approved=date(2026, 1, 2), retired=date(2026, 2, 1)
    )
    assert retired.status is Status.RETIRED


def test_one_value_where_a_list_may_stand_is_a_list_of_one() -> None:
    (field,) = book().forms["order-sheet"].sections[1].fields
    assert field.by == ("manager",)


def test_references_are_placed_at_their_own_characters() -> None:
    example = steps(
        step(
            "take",
            "do: More than ${approval-limit}? See P-01-02 and ${step:send}.",
            "forms: [{fill: order-sheet.order}]",
            "note: within ${reply-time}",
        ),
        step("send", "end: sent").replace("due: 2h", "due: 3wd after take"),
    )
    assert references(example, "value") == [
        ("approval-limit", "${approval-limit}"),
        ("reply-time", "${reply-time}"),
    ]
    assert references(example, "code") == [("P-01-02", "P-01-02")]
    assert references(example, "step") == [("send", "${step:send}")]
    assert references(example, "anchor") == [("take", "take")]
    assert references(example, "section") == [("order-sheet.order", "order-sheet.order")]


def test_ids_that_name_the_thing_itself_are_no_references() -> None:
    assert references("", "process") == [("ship-order", "ship-order")] * 2
    handbook = book()
    kinds = {each.kind for each in handbook.references if each.id in {"take", "shop", "order"}}
    assert kinds == {"unit", "superior"}


def test_a_successor_may_be_a_process_or_a_form() -> None:
    example = "# processes/sales/forms/order-sheet.yml\nrevisions:\n  - {{version: V2.0, "
    example += "date: 2027-01-01, approved: 2027-01-01, retired: 2027-03-01, change: x, "
    example += "successor: {name}}}\n"
    for name in ("ship-order", "order-sheet"):
        assert check(example.format(name=name)).diagnostics == ()
    (found,) = check(example.format(name="order-book")).diagnostics
    assert found.rule.code == "HB203"


def test_a_due_by_case_and_a_due_in_words() -> None:
    by_case = step("take", "end: done").replace("due: 2h", "due: {small: 2h, else: 3d}")
    (found,) = process(steps(by_case)).steps
    assert found.due is not None
    assert [(each.case, str(each.due)) for each in found.due.cases] == [
        ("small", "2h"),
        ("else", "3d"),
    ]
    in_words = step("take", "end: done").replace("due: 2h", "due: {text: when there is time}")
    (found,) = process(steps(in_words)).steps
    assert found.due is not None
    (case,) = found.due.cases
    assert case.due is None
    assert str(case.text) == "when there is time"


def test_how_long_something_is_kept() -> None:
    ship = "# processes/sales/ship-order.yml\nrecords:\n  - {{record: File, keep: {keep}}}\n"

    def kept(words: str) -> object:
        record = book(ship.format(keep=words)).processes["ship-order"].records[0]
        assert record.keep is not None
        return record.keep

    assert str(kept("3y").duration) == "3y"  # type: ignore[attr-defined]
    assert kept("permanent").permanent  # type: ignore[attr-defined]
    from_event = kept("{is: 3y, from: end of contract}")
    assert str(from_event.from_) == "end of contract"  # type: ignore[attr-defined]
    assert str(kept("{text: as the law says}").text) == "as the law says"  # type: ignore[attr-defined]


def test_places_do_not_count_when_things_are_compared() -> None:
    moved = "# a comment above everything\n# and one more\n"
    one, other = process(), process(TAKE_ORDER + f"{moved}code: P-01-01\n")
    assert one.where == other.where
    assert dataclasses.replace(one, where=one.where / "x") == other


def test_a_broken_insert_leaves_the_text_as_it_is_with_a_finding() -> None:
    result = check(TAKE_ORDER + "scope: More than ${approval-limit\n")
    assert [each.rule.code for each in result.diagnostics] == ["HB220"]
    assert result.handbook is not None
    scope = result.handbook.processes["take-order"].scope
    assert str(scope) == "More than ${approval-limit"


def test_a_member_of_a_group_may_be_a_group() -> None:
    take, *_ = process(
        steps(
            step("take", "together: [{together: [a, b], join: c}, d]", "join: send"),
            step("a", "next: c"),
            step("b", "next: c"),
            step("c", "next: send"),
            step("d", "next: send"),
            step("send", "end: sent"),
        )
    ).steps
    inner, single = take.together
    assert isinstance(inner, InnerGroup)
    assert (inner.together, inner.join, single) == (("a", "b"), "c", "d")


def test_a_member_that_does_not_exist_is_found_inside_an_inner_group() -> None:
    example = steps(
        step("take", "together: [{together: [a, x], join: y}, b]", "join: send"),
        step("a", "next: send"),
        step("b", "next: send"),
        step("send", "end: sent"),
    )
    assert {("x", "x"), ("y", "y")} <= set(references(example, "step"))


def test_a_case_of_a_due_may_be_in_words() -> None:
    example = steps(step("take", "end: done")).replace(
        "due: 2h", "due: {small: 2h, large: {text: as agreed}}"
    )
    due = process(example).steps[0].due
    assert due is not None
    small, large = due.cases
    assert (small.case, str(small.due), large.case) == ("small", "2h", "large")
    assert large.text is not None
    assert large.text.source == "as agreed"
