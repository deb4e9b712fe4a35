"""Values before and after are said as on the pages: titles for ids, dues in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from changed import report
from pages import context
from small import book, step, steps

from generator.document.changes.names import title_of
from generator.document.changes.values import Sayer
from generator.model.changes import Element
from generator.model.changes.fields import Rank
from generator.model.changes.ways import Way
from generator.model.form import Formula
from generator.model.process import FieldRef, FormUse


def rows(after: str, before: str = "") -> list[tuple[str, str, str]]:
    return [(row.what, row.before, row.after) for row in report(after, before).rows]


TWO = steps(step("take"), step("send", "end: Gone"))


def test_a_due_and_a_role_are_said_in_words() -> None:
    changed = steps(step("take").replace("due: 2h", "due: 3wd"), step("send", "end: Gone"))
    assert rows(changed, TWO) == [("step: due changed", "within 2 hours", "within 3 working days")]
    other = step("take", role="manager").replace("accountable: manager", "accountable: clerk")
    changed = steps(other, step("send", "end: Gone"))
    found = rows(changed, TWO)
    assert [each[0] for each in found] == ["step: accountable changed", "step: responsible changed"]
    assert found[0][1:] == tuple(reversed(found[1][1:]))


def test_a_new_step_says_who_and_by_when() -> None:
    more = steps(step("take"), step("check"), step("send", "end: Gone"))
    ((what, before, after),) = rows(more, TWO)
    assert (what, before) == ("step new", "")
    assert after.startswith("Check; responsible: ")
    assert after.endswith("due: within 2 hours")


def test_where_a_step_leads_is_said_with_the_title_of_the_step() -> None:
    choice = "{when: small, next: check}, {when: large, next: send}"
    ways = steps(step("take", f"choose: [{choice}]"), step("check", "next: send"),
                 step("send", "end: Gone"))  # fmt: skip
    other = ways.replace("when: large, next: send", "when: large, end: Refused")
    assert rows(other, ways) == [("case: where it leads changed", "on to 3 Send", "ends: Refused")]
    assert rows(TWO.replace("Gone", "Lost"), TWO) == [
        ("step: where it leads changed", "ends: Gone", "ends: Lost")
    ]


def way(**given: Any) -> Way:
    nothing = dict.fromkeys(("next", "join", "call", "hand_over", "end"))
    return Way(**{**nothing, "together": (), **given})


def sayer(example: str = "", *path: Element) -> Sayer:
    return Sayer(context(book(example)), path or (Element("process", "take-order"),))


@pytest.mark.parametrize(
    ("value", "key", "said"),
    [
        (None, "due", ""),
        ((), "consulted", ""),
        ({}, "due", ""),
        (True, "external", "yes"),
        (False, "external", "no"),
        (3, "holders", "3"),
        (date(2026, 5, 1), "date", "2026-05-01"),
        ("clerk", "responsible", "Sales clerk"),
        ("clerk", "any-of", "Sales clerk"),
        ("pope", "owner", "pope"),
        ("shop", "unit", "Shop"),
        ("shop", "parent", "Shop"),
        ("money", "type", "amount of money"),
        ("approval-limit", "authority", "Orders the clerk may release"),
        ("no-such", "authority", "no-such"),
        ("sales", "chapter", "Sales"),
        ("order-sheet", "form", "FM-01-01 Order sheet"),
        ("order", "section", "order"),
        (("clerk", "manager"), "consulted", "Sales clerk; Shop manager"),
        (("clerk", None), "informed", "Sales clerk"),
        (Rank(3, None), "order", "place 3"),
        (Formula(source="a + b"), "computed", "a + b"),
        (way(), "leads", ""),
        (way(call="ship-order", next="release"), "leads", (
            "calls P-01-02 Ship an order; on to 2 Release the order"
        )),
        (way(together=("take", "release"), join="release"), "leads", (
            "at the same time: 1 Take the order, 2 Release the order; "
            "all meet at 2 Release the order"
        )),
        (way(hand_over="ship-order"), "leads", "hands over to P-01-02 Ship an order"),
        (FieldRef(form="order-sheet", field="kind"), "decide", "FM-01-01 Order sheet · Kind"),
        (FieldRef(form="order-sheet", field="no"), "decide", "FM-01-01 Order sheet · no"),
        (FormUse(kind="fill", form="order-sheet"), "forms", "fills FM-01-01 Order sheet"),
        (FormUse(kind="add", form="order-sheet", section="order"), "forms", (
            "adds to FM-01-01 Order sheet · Order"
        )),
        (FormUse(kind="file", form="no-form"), "forms", "files no-form"),
    ],
    ids=lambda each: str(each)[:40],
)  # fmt: skip
def test_each_kind_of_value_is_said_as_on_the_pages(value: Any, key: str, said: str) -> None:
    assert sayer().value(value, key) == said


def test_a_section_is_called_by_its_title_within_its_form() -> None:
    inside = sayer("", Element("form", "order-sheet"))
    assert inside.value("release", "section") == "Release"
    assert inside.value("gone", "section") == "gone"


def test_a_form_s_parts_are_said_with_what_is_in_them() -> None:
    inside = sayer("", Element("form", "order-sheet"))
    section = inside.ctx.handbook.forms["order-sheet"].sections[0]
    assert inside.value(section, "section") == "Order: Customer, Kind, Amount, Ordered on"
    kinds = [inside.value(each, "field") for each in section.fields]
    assert kinds[:3] == [
        "Customer (one line of text)",
        "Kind (one of): stock; custom",
        "Amount (amount of money)",
    ]


def test_a_case_is_said_with_where_it_leads() -> None:
    first = sayer().ctx.handbook.processes["take-order"].steps[0]
    assert [sayer().value(each, "choose") for each in first.choose] == [
        "up to 5,000 EUR: hands over to P-01-02 Ship an order",
        "more: on to 2 Release the order",
    ]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ([("process", "take-order")], "P-01-01 Take an order"),
        ([("process", "take-order"), ("step", "release")], (
            "P-01-01 Take an order · 2 Release the order"
        )),
        ([("form", "order-sheet"), ("section", "release")], "FM-01-01 Order sheet · Release"),
        ([("form", "order-sheet"), ("field", "kind")], "FM-01-01 Order sheet · Kind"),
        ([("form", "order-sheet"), ("field", "gone")], "FM-01-01 Order sheet · gone"),
        ([("role", "clerk")], "Sales clerk"),
        ([("role", "clerk"), ("reporting-line", "manager")], "Sales clerk · Shop manager"),
        ([("unit", "shop")], "Shop"),
        ([("chapter", "sales")], "Sales"),
        ([("parameter", "reply-time")], "Time to answer an order"),
        ([("term", "order")], "Order"),
        ([("process", "take-order"), ("form-use", "fill order-sheet.order")], (
            "P-01-01 Take an order · fills FM-01-01 Order sheet · Order"
        )),
        ([("process", "gone"), ("milestone", "gone")], "gone · gone"),
    ],
    ids=lambda each: each if isinstance(each, str) else each[-1][0],
)  # fmt: skip
def test_each_thing_is_called_by_its_title_behind_its_document(
    path: list[tuple[str, str]], title: str
) -> None:
    assert title_of(context(book()), tuple(Element(*each) for each in path)) == title


def test_of_long_lists_only_what_differs_is_told() -> None:
    days = [f"2026-10-0{day}" for day in range(1, 8)]

    def calendar(*holidays: str) -> str:
        return f"# processes/handbook.yml\ncalendar: {{holidays: [{', '.join(holidays)}]}}\n"

    (row,) = rows(calendar(*days[1:], "2026-12-25"), calendar(*days))
    assert row == (
        "handbook: work calendar · days off changed",
        "2026-10-01; 6 as before",
        "2026-12-25; 6 as before",
    )
    (row,) = rows(calendar(*days[1:]), calendar(*days))
    assert row[1:] == ("2026-10-01; 6 as before", "6 as before")


LIMITS = """# processes/parameters.yml
parameters:
  - {parameter: approval-limit, title: Orders the clerk may release, is: 5000 EUR}
  - {parameter: reply-time, title: Time to answer, is: 2h}
  - {parameter: other-time, title: Another time, is: 2h}
"""


def test_two_values_that_read_alike_are_told_as_they_are_written() -> None:
    reply, other = (
        LIMITS + steps(step("take", f"do: In ${{{name}}}"), step("send", "end: Gone"))
        for name in ("reply-time", "other-time")
    )
    row = ("step: what to do changed", "In ${reply-time}", "In ${other-time}")
    assert rows(other, reply) == [row]


def test_what_has_a_title_is_told_by_it_and_not_by_its_id() -> None:
    more = (
        TWO + "milestones:\n  - {milestone: month-end, title: End of the month, due: monthly 5}\n"
    )
    assert rows(more, TWO) == [
        ("milestone new", "", "End of the month; due: on day 5 of every month")
    ]
