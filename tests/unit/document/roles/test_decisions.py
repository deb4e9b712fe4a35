"""Each tier of each authority stands with the roles that hold it."""

from __future__ import annotations

from approvals import approvals_book
from pages import context, has, real, section, table, texts
from role_pages import page, work
from small import step, steps

from generator.document.role_page import role_page


def test_approval_by_amount_is_marked() -> None:
    example = (
        "# processes/parameters.yml\nparameters:\n"
        "  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}\n"
        "  - {parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}\n"
        "  - parameter: discount\n    code: PA-03\n    title: Discounts\n"
        "    bands: [{up-to: 5 EUR, role: clerk}, {up-to: 9 EUR, role: manager}, {role: clerk}]\n"
        + steps(step("take", "end: done").replace("accountable: manager", "authority: discount"))
    )
    clerk = page("clerk", example)
    assert ("1 Take", "R/A*") in [row[:2] for row in work(clerk)]
    assert table(section(clerk, "decides")) == [
        ("Discounts", "up to 5 EUR", "1 Take"),
        ("Discounts", "above 9 EUR", "1 Take"),
    ]
    assert table(section(page("manager", example), "decides")) == [
        ("Discounts", "above 5 EUR, up to 9 EUR", "1 Take")
    ]


def test_every_tier_of_every_authority_is_on_the_page_of_each_role_that_holds_it() -> None:
    handbook = real()
    ctx = context(handbook)
    count = 0
    for authority in handbook.authorities.values():
        for band in authority.bands if authority.listed else ():
            for name in (band.role, *handbook.roles[band.role].members):
                shown = table(section(role_page(ctx, handbook.roles[name]), "decides"))
                title = authority.title.source
                own = [row for row in shown if row[0].split(" (as ")[0] == title]
                amount = ctx.phrases.value(band.up_to) if band.up_to else ""
                assert any(amount in row[1] for row in own), (name, title)
                count += 1
    assert count > 10


def test_a_role_decides_matters_of_a_table_and_through_a_collective_role() -> None:
    handbook = approvals_book()
    said = {
        name: [row[:2] for row in table(section(shown, "decides"))]
        for name in ("buyer", "manager", "owner")
        for shown in [role_page(context(handbook), handbook.roles[name])]
    }
    assert said == {
        "buyer": [("Discounts (as Either desk)", "up to 500 EUR")],
        "manager": [
            ("Discounts", "above 500 EUR"),
            ("Territory", "any amount"),
            ("Leases", "up to 900 EUR"),
        ],
        "owner": [
            ("Territory", "any amount"),
            ("Leases", "above 900 EUR"),
            ("Use of the seal", "any amount"),
        ],
    }


def test_whom_no_authority_names_is_told_so_where_it_answers_for_steps() -> None:
    said = "No amount is left to me alone; I answer for 4 steps (A below)."
    assert said in texts(section(page("manager"), "decides"))
    assert not has(page("clerk"), "decides")
