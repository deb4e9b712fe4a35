"""The table of authority says level by level who decides, and where."""

from __future__ import annotations

from approvals import TABLE, approvals_book
from pages import context, table

from generator.document.authority import authority_page
from generator.document.blocks import Section, Table
from generator.model.handbook import Handbook
from generator.rules.examples import step, steps

STEPS = steps(
    step("ask", "authority: approvals.lease").replace("    accountable: manager\n", ""),
    step("sign", "commits: approvals.lease", "end: done"),
)


def tables(book: Handbook) -> dict[str, Table]:
    sections = [each for each in authority_page(context(book)).blocks if isinstance(each, Section)]
    return {
        section.anchor: block
        for section in sections
        for block in section.blocks
        if isinstance(block, Table)
    }


def test_a_row_for_each_matter_and_a_column_for_each_level() -> None:
    found = tables(approvals_book(STEPS))
    assert list(found) == ["approvals", "by_amount"]
    assert table(found["approvals"]) == [
        ("Contracts", "", "", "", "", ""),
        ("– Territory", "Shop manager or Owner", "", "", "", ""),
        ("– Leases", "up to 900 EUR: Shop manager", "above 900 EUR: Owner",
         "Together with the bank.",
         "P-01-01 1 Ask; P-01-01 2 Sign (binds the company)", ""),
        ("Use of the seal", "Owner", "", "", "", ""),
    ]  # fmt: skip
    assert table(found["by_amount"]) == [
        ("PA-03 Discounts", "up to 500 EUR: Either desk", "above 500 EUR: Shop manager",
         "Of the list price.", "", ""),
    ]  # fmt: skip
    assert [row.anchor for row in found["approvals"].rows][1] == "approvals.territory"


def test_what_no_process_decides_is_said_to_be_decided_elsewhere() -> None:
    more = "# processes/parameters.yml\n" + TABLE.partition("# processes/parameters.yml\n")[
        2
    ].replace("level: [owner]}\n", "level: [owner], elsewhere: At the notary.}\n")
    rows = table(tables(approvals_book(STEPS + more))["approvals"])
    assert rows[-1] == ("Use of the seal", "Owner", "", "", "At the notary.", "")


def test_without_any_the_page_says_so() -> None:
    book = approvals_book(
        "# processes/parameters.yml\nparameters:\n"
        "  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5 EUR}\n"
        "  - {parameter: reply-time, code: PA-02, title: Time, is: 2h}\n"
    )
    assert tables(book) == {}
    assert len(authority_page(context(book)).blocks) == 2
