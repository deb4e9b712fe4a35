"""What stands on checklists and confirmations, line by line."""

from __future__ import annotations

from datetime import date

from pages import context
from small import book, step, steps

from generator.document.blocks import text_of
from generator.document.checklists import (
    Checksheet,
    Line,
    confirmation_sheet,
    process_checksheet,
    role_checksheet,
)


def said(line: Line) -> list[str]:
    """All that stands on a line of a checklist."""
    pieces = [*map(text_of, line.what), text_of(line.due), text_of(line.forms)]
    return [line.tag, line.letters, line.title, *pieces, *map(text_of, line.checks)]


def facts(sheet: Checksheet) -> dict[str, str]:
    return {label: text_of(value) for label, value in sheet.facts}


def test_the_checklist_of_a_role() -> None:
    handbook = book()
    sheet = role_checksheet(context(handbook), handbook.roles["clerk"])
    assert sheet is not None
    assert (sheet.name, sheet.mark) == ("role/clerk", "Sales clerk")
    assert (sheet.title, sheet.subject) == ("Sales clerk · Checklist", "Checklist of Sales clerk")
    assert sheet.running == "Checklist of the role"
    assert facts(sheet) == {
        "Unit": "Shop",
        "Reports to": "Shop manager",
        "Steps": "3",
        "Letters": "R: I do it. A: I answer for it. A*: I decide by amount.",
    }
    assert sheet.signers == ("Done by", "Date", "Checked by")
    assert (sheet.statement, sheet.version, sheet.dated) == ("", "", None)
    (urgent,) = sheet.groups
    assert urgent.title == "At once or the same day"
    assert [group.new_page or group.signed for group in sheet.groups] == [False]
    assert said(urgent.lines[0]) == [
        "r.p-01-01.1.clerk",
        "R",
        "1 Take the order",
        "P-01-01 Take an order  V1.0  2026-01-01",
        "Write down what the customer wants.",
        "Who decides: Shop manager",
        "Ask first: Customer",
        "within 2 hours",
        "fill in FM-01-01 Order sheet, section Order",
        "The customer's address is complete",
    ]
    titles = [line.title for line in urgent.lines]
    assert titles == ["1 Take the order", "1 Pack the goods", "2 Send the parcel"]
    assert "Tell afterwards: Customer" in said(urgent.lines[2])


def test_the_checklist_of_a_role_goes_by_rhythm_and_says_once_through_whom() -> None:
    example = (
        "# processes/organization.yml\nroles:\n"
        "  - {role: manager, title: Shop manager, unit: shop, reports-to: shop}\n"
        "  - {role: clerk, title: Sales clerk, unit: shop, reports-to: manager}\n"
        "  - {role: customer, title: Customer, unit: market, external: true}\n"
        "  - {role: anyone, title: Whoever is there, any-of: [manager, clerk]}\n"
    ) + steps(
        step("take", role="anyone"),
        step("count").replace("due: 2h", "due: monthly 3"),
        step("tell", "end: told", role="anyone").replace("due: 2h", "due: weekly mon"),
    )
    handbook = book(example)
    sheet = role_checksheet(context(handbook), handbook.roles["clerk"])
    assert sheet is not None
    assert [(group.title, [line.title for line in group.lines]) for group in sheet.groups] == [
        ("At once or the same day", ["1 Pack the goods", "2 Send the parcel"]),
        ("At once or the same day: As Whoever is there", ["1 Take"]),
        ("Every week: As Whoever is there", ["3 Tell"]),
        ("Every month", ["2 Count"]),
    ]
    assert "As" not in facts(sheet)


def test_who_only_answers_for_a_step_sees_who_does_it() -> None:
    handbook = book()
    sheet = role_checksheet(context(handbook), handbook.roles["manager"])
    assert sheet is not None
    answers, does = sheet.groups[0].lines[0], sheet.groups[-1].lines[0]
    assert said(answers) == [
        "a.p-01-01.1.manager",
        "A",
        "1 Take the order",
        "P-01-01 Take an order  V1.0  2026-01-01",
        "Who does it: Sales clerk",
        "Ask first: Customer",
        "within 2 hours",
        "",
    ]
    assert said(does)[:5] == [
        "ra.p-01-01.2.manager",
        "R/A",
        "2 Release the order",
        "P-01-01 Take an order  V1.0  2026-01-01",
        "Look at the customer's open bills.",
    ]


def test_the_checklist_of_a_process_has_a_page_for_each_role() -> None:
    handbook = book()
    sheet = process_checksheet(context(handbook), handbook.processes["take-order"])
    assert sheet is not None
    assert (sheet.name, sheet.title) == ("process/take-order", "Take an order · Checklist")
    assert (sheet.running, sheet.mark) == ("Take an order", "P-01-01  V1.0  for trial")
    assert (sheet.version, sheet.dated) == ("V1.0", date(2026, 1, 1))
    assert facts(sheet)["In force from"] == "2026-01-01"
    assert [(group.title, group.new_page, group.signed) for group in sheet.groups] == [
        ("Shop manager", False, True),
        ("Sales clerk", True, True),
    ]
    assert [len(group.lines) for group in sheet.groups] == [2, 1]


def test_a_confirmation_names_the_documents_in_their_versions() -> None:
    handbook = book()
    sheet = confirmation_sheet(context(handbook), handbook.roles["clerk"])
    assert sheet is not None
    assert (sheet.name, sheet.title) == ("confirmation/clerk", "Confirmation of reading")
    assert sheet.subject == "Confirmation of reading: Sales clerk"
    assert facts(sheet) == {"Role": "Sales clerk", "Unit": "Shop", "Edition": "First edition"}
    assert sheet.statement.startswith("I have read the following documents")
    assert sheet.signers == ("Name", "Signature", "Date")
    (group,) = sheet.groups
    assert [(line.tag, line.cells) for line in group.lines] == [
        ("read.p-01-01", ("P-01-01", "Take an order", "V1.0", "2026-01-01")),
        ("read.p-01-02", ("P-01-02", "Ship an order", "V1.0", "2026-01-01")),
        ("read.fm-01-01", ("FM-01-01", "Order sheet", "V1.0", "2026-01-01")),
    ]


def test_who_has_nothing_to_tick_off_gets_no_checklist() -> None:
    handbook = book()
    assert role_checksheet(context(handbook), handbook.roles["customer"]) is None


def test_an_address_leads_back_to_the_page_where_the_site_has_one() -> None:
    handbook = book("# processes/handbook.yml\naddress: https://hb.example.com/\n")
    clerk = role_checksheet(context(handbook), handbook.roles["clerk"])
    order = process_checksheet(context(handbook), handbook.processes["take-order"])
    assert clerk is not None
    assert order is not None
    assert clerk.address == "https://hb.example.com/roles/clerk.html"
    assert order.address == "https://hb.example.com/processes/take-order.html"
