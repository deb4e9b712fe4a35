"""The page of a process answers: what must I do, by when, with which form, and who decides?"""

from __future__ import annotations

import pytest
from pages import badges, context, facts, has, links, real, section, step_items, table, texts
from small import TAKE_ORDER, book, step, steps

from generator.document.blocks import Download, Facts, Matrix, Note, Page, Section, Target, text_of
from generator.document.process_page import process_page
from generator.model.handbook import Handbook

_BANDS = """# processes/parameters.yml
parameters:
  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}
  - {parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}
  - parameter: discount
    code: PA-03
    title: Discounts
    bands:
      - {up-to: 500 EUR, role: clerk}
      - {role: manager}
"""


def page(example: str = "", name: str = "take-order") -> Page:
    return page_of(book(example), name)


def page_of(handbook: Handbook, name: str) -> Page:
    return process_page(context(handbook), handbook.processes[name])


def lead(shown: Page) -> Facts:
    """What stands on top of a page, below its notices."""
    return next(each for each in shown.blocks if isinstance(each, Facts))


def test_every_step_of_the_shipped_handbook_says_who_by_when_and_what_next() -> None:
    handbook = real()
    for process in handbook.process_list:
        items = step_items(page_of(handbook, process.id))
        assert [each.anchor for each in items] == [f"step-{each.id}" for each in process.steps]
        for written, shown in zip(process.steps, items, strict=True):
            said = {label: text_of(value) for label, value in shown.facts}
            if not written.decision:
                assert {"Who does it", "Who decides", "By when"} <= said.keys()
            assert ("Forms" in said) == bool(written.forms)
            assert shown.onward
            assert all(text_of(each).strip() for each in shown.onward)
            assert len(shown.checks) == len(written.checks)


def test_one_step_in_full() -> None:
    take, release = step_items(page())
    assert (take.number, take.title) == ("1", "Take the order")
    assert text_of(take.do) == "Write down what the customer wants."
    assert {label: text_of(value) for label, value in take.facts} == {
        "Who does it": "Sales clerk",
        "Who decides": "Shop manager",
        "By when": "within 2 hours",
        "Forms": "fill in FM-01-01 Order sheet, section Order",
        "Ask first": "Customer",
    }
    assert [text_of(each) for each in take.onward] == [
        "up to 5,000 EUR → hand over to P-01-02 Ship an order",
        "more → 2 Release the order",
    ]
    assert [text_of(each) for each in release.onward] == [
        "Next: hand over to P-01-02 Ship an order"
    ]


def test_mentions_are_links_to_where_things_are_told() -> None:
    take, _ = step_items(page())
    assert links(take) == {
        "Sales clerk": Target("role", "clerk"),
        "Shop manager": Target("role", "manager"),
        "within 2 hours": Target("parameter", "reply-time"),
        "FM-01-01 Order sheet": Target("form", "order-sheet"),
        "Order": Target("form", "order-sheet", "section-order"),
        "Customer": Target("role", "customer"),
        "5,000 EUR": Target("parameter", "approval-limit"),
        "P-01-02 Ship an order": Target("process", "ship-order"),
        "2 Release the order": Target("process", "take-order", "step-release"),
    }


def test_who_decides_by_amount_is_told_band_by_band() -> None:
    text = step("take", "end: done").replace("accountable: manager", "authority: discount")
    (take,) = step_items(page(_BANDS + steps(text)))
    said = dict(take.facts)["Who decides"]
    assert text_of(said) == "Discounts: up to 500 EUR: Sales clerk; above 500 EUR: Shop manager"
    assert links(said)["Discounts"] == Target("authority", "discount")


def test_together_call_and_one_or_more_ways_in_words() -> None:
    example = steps(
        step("take", "call: ship-order", "together: [pick, bill]", "join: send"),
        step("pick", "next: send"),
        step(
            "bill",
            "choose: [{when: [cash, card], next: send}, {when: else, end: refused}]",
        ),
        step("send", "choose-any: [{when: a, next: note}, {when: b, next: tell}]", "join: done"),
        step("note", "next: done"),
        step("tell", "next: done"),
        step("done", "end: all done"),
    )
    said = {
        each.anchor: [text_of(way) for way in each.onward] for each in step_items(page(example))
    }
    assert said["step-take"] == [
        "Next: run P-01-02 Ship an order, at the same time 2 Pick, 3 Bill; they meet at 4 Send"
    ]
    assert said["step-bill"] == ["cash or card → 4 Send", "else → end: refused"]
    assert said["step-send"] == [
        "One or more of these; they meet at 7 Done",
        "a → 5 Note",
        "b → 6 Tell",
    ]
    assert said["step-done"] == ["end: all done"]


@pytest.mark.parametrize(
    ("process_basis", "step_basis", "expected"),
    [
        ("", "", []),
        ("basis: [F001]\n", "", []),
        ("basis: [F001]\n", "basis: [F001]", []),
        (
            "basis: [F001]\n",
            "basis: []",
            [("practice", "practice, to be confirmed by the company")],
        ),
        ("", "basis: [F001]", "source: F001"),
    ],
)
def test_a_step_tells_its_basis_only_where_it_is_not_that_of_the_process(
    process_basis: str, step_basis: str, expected: object
) -> None:
    example = (
        "# processes/sources.yml\nsources: [{source: survey, title: Survey}]\n"
        "facts: [{fact: F001, source: survey, says: Orders come by phone.}]\n"
    )
    example += steps(
        step("take", *([step_basis] if step_basis else []), "next: pack"),
        step("pack", "next: send"),
        step("send", "end: done"),
    )
    take, *_ = step_items(page(example + process_basis))
    if isinstance(expected, str):
        assert text_of(take.badges) == expected
        assert links(take.badges) == {"F001": Target("basis", "F001")}
    else:
        assert badges(take.badges) == expected


def test_what_most_steps_rest_on_is_said_once() -> None:
    example = "basis: [F001]\n# processes/sources.yml\nsources: [{source: survey, title: Survey}]\n"
    example += "facts: [{fact: F001, source: survey, says: Orders come by phone.}]\n"
    shown = page(
        steps(
            step("take", "basis: []", "next: pack"),
            step("pack", "basis: []", "next: send"),
            step("send", "confirmed: {by: manager, on: 2026-02-01, version: V1.0}", "end: done"),
        )
        + example
    )
    take, pack, send = step_items(shown)
    assert (badges(take.badges), badges(pack.badges)) == ([], [])
    assert badges(send.badges) == [("confirmed", "confirmed by Shop manager, 2026-02-01, for V1.0")]
    assert facts(section(shown, "basis")) == {
        "The process": "F001",
        "2 of 3 steps, all that name nothing else": "practice, to be confirmed by the company",
        "Yet to be confirmed": "2 statements",
    }


def test_what_the_whole_process_rests_on() -> None:
    (badge,) = badges(section(page(), "basis"))
    assert badge[0] == "practice"
    shown = page_of(real(), "complaint-handling")
    assert [tone for tone, _ in badges(section(shown, "basis"))] == ["practice"]
    assert links(section(shown, "basis")).keys() >= set(
        real().processes["complaint-handling"].basis or ()
    )


def test_records_indicators_and_risks_with_a_basis_of_their_own() -> None:
    example = TAKE_ORDER + (
        "risks:\n"
        "  - {risk: Lost orders, control: Number them, at: [take], basis: []}\n"
        "  - {risk: Wrong orders, control: Read them back}\n"
        "basis: [F001]\n"
        "# processes/sources.yml\nsources: [{source: survey, title: Survey}]\n"
        "facts: [{fact: F001, source: survey, says: Orders come by phone.}]\n"
    )
    lost, wrong = table(section(page(example), "risks"))
    assert lost == (
        "Lost orders practice, to be confirmed by the company",
        "Number them",
        "1 Take the order",
    )
    assert wrong == ("Wrong orders", "Read them back", "")


def test_what_a_doer_needs_comes_before_what_is_looked_up() -> None:
    shown = page()
    order = [each.anchor for each in shown.blocks if isinstance(each, Section)]
    assert order[:3] == ["flow", "steps", "summary"]
    assert list(facts(lead(shown))) == ["Purpose", "Trigger"]
    assert section(shown, "steps").former == ("table",)  # each step is told once


def test_a_step_offers_the_word_file_of_each_of_its_forms_once() -> None:
    handbook = book()
    word = Download("Order sheet", Target("download", "forms/order-sheet.docx"))
    offered = {"forms/order-sheet": (word,)}
    shown = process_page(context(handbook), handbook.processes["take-order"], offered)
    said = dict(step_items(shown)[0].facts)["Forms"]
    assert text_of(said) == "fill in FM-01-01 Order sheet Word, section Order"
    assert links(said)["Word"] == word.target


def test_document_control_stands_in_the_part_that_is_looked_up() -> None:
    example = TAKE_ORDER + (
        "distribution: [clerk, customer]\nrevisions:\n"
        "  - {version: V1.1, date: 2026-02-01, approved: 2026-02-10, effective: 2026-03-01,\n"
        "     prepared-by: clerk, reviewed-by: [manager], approved-by: manager, change: More}\n"
    )
    said = facts(section(page(example), "summary"))
    assert said["Code"] == "P-01-01"
    assert said["Version"] == "V1.1"
    assert said["In force from"] == "2026-03-01"
    assert said["Prepared by"] == "Sales clerk"
    assert said["Reviewed by"] == said["Approved by"] == said["Owner"] == "Shop manager"
    assert said["Distributed to"] == "Sales clerk, Customer"
    assert said["Edition"] == "First edition"
    assert said["Review"] == "every 12 months, next 2027-03-01"


def test_a_draft_says_so_first_and_has_not_been_approved() -> None:
    shown = page(TAKE_ORDER + "revisions:\n  - {version: V2.0, date: 2026-03-01, change: x}\n")
    first = shown.blocks[0]
    assert isinstance(first, Note)
    assert first.tone == "draft"
    assert ("draft", "draft") in badges(shown.badges)
    said = facts(section(shown, "summary"))
    assert said["In force from"] == "not in force (draft)"
    assert "Approved by" not in said
    assert said["To be approved by"] == "Shop manager"


def test_a_retired_process_leads_to_its_successor() -> None:
    shown = page(
        TAKE_ORDER + "revisions:\n  - {version: V2.0, date: 2027-01-01, approved: 2027-01-01, "
        "retired: 2027-05-01, successor: ship-order, change: x}\n"
    )
    first = shown.blocks[0]
    assert isinstance(first, Note)
    assert text_of(first.text) == (
        "Withdrawn on 2027-05-01. It is replaced by P-01-02 Ship an order"
    )
    assert links(first) == {"P-01-02 Ship an order": Target("process", "ship-order")}
    assert ("retired", "retired") in badges(shown.badges)


def test_a_process_in_force_has_no_notice() -> None:
    confirmed = TAKE_ORDER + "confirmed: {by: manager, on: 2026-01-01}\n"
    notes = [each for each in page(confirmed).blocks if isinstance(each, Note)]
    assert all(each.until for each in notes)  # these show before that day only


def test_neighbours_are_named_on_both_pages() -> None:
    after = section(page(), "neighbours")
    before = section(page(name="ship-order"), "neighbours")
    assert "It leads to:" in texts(after)
    assert links(after)["P-01-02 Ship an order"] == Target("process", "ship-order")
    assert "It is started by:" in texts(before)
    assert links(before)["P-01-01 Take an order"] == Target("process", "take-order")
    assert links(before)["2 Release the order"] == Target("process", "take-order", "step-release")


def test_every_neighbour_of_the_shipped_handbook_is_on_both_pages() -> None:
    handbook = real()
    pages = {each: page_of(handbook, each) for each in handbook.processes}
    for each in handbook.neighbours:
        for here, there in ((each.source, each.target), (each.target, each.source)):
            shown = links(section(pages[here.id], "neighbours")).values()
            assert Target("process", there.id) in shown or here is there


def test_the_matrix_has_a_letter_for_every_part() -> None:
    (matrix,) = (
        each for each in section(page(), "responsibilities").blocks if isinstance(each, Matrix)
    )
    roles = [each.role for each in matrix.columns]
    rows = [dict(zip(roles, row.letters, strict=True)) for row in matrix.rows]
    assert rows == [
        {"manager": "A", "clerk": "R", "customer": "C"},
        {"manager": "R/A", "clerk": "I", "customer": ""},
    ]


def test_the_parameters_that_apply_are_listed_with_their_values() -> None:
    note = _BANDS + "    note: Counted by order.\n" + TAKE_ORDER + "note: See PA-01, PA-03.\n"
    listed = table(section(page(note), "parameters"))
    assert sorted(listed) == [
        ("PA-01 Limit", "5,000 EUR", ""),
        ("PA-02 Time to answer", "2 hours", ""),
        (
            "PA-03 Discounts",
            "up to 500 EUR: Sales clerk; above 500 EUR: Shop manager",
            "Counted by order.",
        ),
    ]


def test_sections_used_alike_are_named_together() -> None:
    uses = "forms: [{fill: order-sheet.order}, {fill: order-sheet.release}]"
    shown = page(steps(step("take", uses, "end: done")))
    (take,) = step_items(shown)
    said = {label: text_of(value) for label, value in take.facts}
    assert said["Forms"] == "fill in FM-01-01 Order sheet, sections Order, Release"
    assert [row[1] for row in table(section(shown, "forms"))] == ["fill in 1 Take"]


def test_several_conditions_of_one_way_are_listed() -> None:
    choose = "choose: [{when: [rain, snow, hail], end: wait}, {when: sun, end: go}]"
    (take,) = step_items(page(steps(step("take", choose))))
    assert text_of(take.onward[0]) == "rain, snow or hail → end: wait"


def test_a_milestone_says_where_its_day_is_written() -> None:
    sheet = (
        "# processes/sales/forms/order-sheet.yml\nsections:\n  - section: order\n"
        "    title: Order\n    fields:\n      - {field: ship_on, label: Shipping day, type: date}\n"
    )
    day = (
        sheet
        + steps(step("take", "forms: [{fill: order-sheet}]", "end: done"))
        + "milestones:\n  - {milestone: shipping, title: Shipping, due: by order-sheet.ship_on}\n"
        + "# processes/sales/ship-order.yml\nsteps:\n"
        + step("ship", "end: done")
    )
    summary = section(page(day), "summary")
    said = facts(summary)["Milestones"]
    assert said == "Shipping (date in FM-01-01 Order sheet, field Shipping day)"
    assert links(summary)["Shipping day"] == Target("form", "order-sheet", "field-ship_on")


def test_a_process_of_one_step_has_no_empty_sections() -> None:
    shown = page(steps(step("take", "end: done")))
    (only,) = step_items(shown)
    assert [text_of(each) for each in only.onward] == ["end: done"]
    assert [
        each
        for each in ("forms", "records", "indicators", "risks", "exceptions", "neighbours")
        if has(shown, each)
    ] == []
    assert "" not in facts(shown).values()


def test_a_bare_decision_has_nobody_who_does_it() -> None:
    example = steps(
        step("take"),
        "  - {decision: known, title: Known customer?, "
        "choose: [{when: 'yes', end: a}, {when: 'no', next: take}]}\n",
    )
    _, known = step_items(page(example))
    assert known.facts == ()
    assert [text_of(each) for each in known.onward] == ["yes → end: a", "no → 1 Take"]


def test_the_rhythm_exceptions_and_milestones_are_told() -> None:
    shown = page(
        TAKE_ORDER + "every: monthly last-wd\n"
        "milestones:\n  - {milestone: opening, title: Opening, due: weekly sat 18:00}\n"
        "exceptions:\n  - {when: The network is down, do: Write on paper., to: [manager]}\n"
        "inputs: [Order, Price list]\n"
    )
    said = facts(section(shown, "summary"))
    assert said.keys() >= {"Inputs", "Milestones"}
    assert "Rhythm" not in said
    assert facts(lead(shown))["Rhythm"] == "on the last working day of every month"
    assert said["Milestones"] == "Opening (every Saturday at 18:00)"
    assert said["Inputs"] == "Order; Price list"
    assert table(section(shown, "exceptions")) == [
        ("The network is down", "Write on paper.", "Shop manager")
    ]


def test_dues_name_steps_fields_and_cases() -> None:
    dues = {
        "3wd after take": "within 3 working days after Take",
        "by order-sheet.placed_on": "by the date in Ordered on",
        "by order-sheet.filled_on": "by the date in Date",
        "{stock: 2h, else: 3d}": "stock: within 2 hours; other cases: within 3 days",
        "{text: as soon as there is time}": "as soon as there is time",
        "every ${reply-time}": "every 2 hours",
    }
    for written, said in dues.items():
        text = step("send", "end: done").replace("due: 2h", f"due: {written}")
        _, send = step_items(page(steps(step("take"), text)))
        assert text_of(dict(send.facts)["By when"]) == said
