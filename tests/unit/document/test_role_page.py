"""The page of a role lists everything it has to do with, also through collective roles."""

from __future__ import annotations

from collections import Counter

from pages import badges, context, facts, has, links, real, section, table, texts
from small import TAKE_ORDER, book, step, steps

from generator.document.blocks import Day, Download, Page, Row, Section, Table, Target, text_of
from generator.document.duties import days_of, recurring_duties
from generator.document.role_page import role_page
from generator.document.roles.rhythm import Rhythm

ROLES = """# processes/organization.yml
units:
  - {unit: shop, title: Shop}
  - {unit: market, title: Customers}
roles:
  - {role: manager, title: Shop manager, unit: shop, reports-to: shop}
  - role: clerk
    title: Sales clerk
    unit: shop
    reports-to: [{role: manager, for: sales}]
    holders: 3
    duties: [Serves customers, Keeps the ledger]
    attributes: {Key: front door}
  - {role: customer, title: Customer, unit: market, external: true}
  - {role: anyone, title: Whoever is there, any-of: [manager, clerk]}
  - {role: everybody, title: The whole shop, all-of: [manager, clerk]}
"""


def page(name: str, example: str = "") -> Page:
    handbook = book(example)
    return role_page(context(handbook), handbook.roles[name])


def sections_of(page_: Page) -> list[Section]:
    """All sections of a page, those within others too."""
    found = [each for each in page_.blocks if isinstance(each, Section)]
    for each in found:
        found += [inner for inner in each.blocks if isinstance(inner, Section)]
    return found


def rows_of(part: Section) -> list[Row]:
    """The rows of the tables of a section."""
    return [row for each in part.blocks if isinstance(each, Table) for row in each.rows]


def work(page_: Page, anchor: str = "at-once") -> list[tuple[str, ...]]:
    """The rows of the steps that come as often as the anchor says."""
    return [tuple(map(text_of, row.cells)) for row in rows_of(section(page_, anchor))]


def test_steps_are_listed_by_how_often_they_come_each_with_all_its_letters() -> None:
    clerk = page("clerk")
    assert work(clerk)[0] == (
        "1 Take the order",
        "R",
        "within 2 hours",
        "Order sheet",
        "Take an order",
    )
    every = [
        row[:2] for each in Rhythm if has(clerk, each.value) for row in work(clerk, each.value)
    ]
    assert every == [
        ("1 Take the order", "R"),
        ("1 Pack the goods", "R"),
        ("2 Send the parcel", "R"),
    ]
    assert [row[0] for row in table(section(clerk, "told"))] == ["2 Release the order"]
    assert not has(clerk, "asked")
    assert section(clerk, "told").folded == "I am told of 1 step"
    assert section(clerk, "work").former == ("does", "answers")


def test_a_recurring_step_stands_where_its_due_or_its_process_says() -> None:
    example = steps(
        step("take"),
        step("tell").replace("due: 2h", "due: weekly mon 10:00"),
        step("count", "end: done").replace("due: 2h", "due: 2wd"),
    )
    clerk = page("clerk", example)
    assert [row[0] for row in work(clerk, "weekly")] == ["2 Tell"]
    assert "3 Count" in [row[0] for row in work(clerk, "on-occasion")]
    monthly = page("clerk", example + "every: monthly 3\n")
    assert [row[0] for row in work(monthly, "monthly")] == ["1 Take", "3 Count"]
    assert [row[0] for row in work(monthly, "weekly")] == ["2 Tell"]


def test_what_a_collective_role_does_stands_on_the_pages_of_its_members() -> None:
    example = ROLES + steps(
        step("take", role="anyone"),
        step("tell", "informed: [everybody]", "end: told", role="manager"),
    )
    clerk, manager = page("clerk", example), page("manager", example)
    assert ("1 Take", "R") in [row[:2] for row in work(clerk)]
    assert texts(section(clerk, "at-once")).count("As Whoever is there: ") == 1
    assert [row[:2] for row in work(manager)][:2] == [
        ("1 Take (also as Whoever is there)", "R/A"),
        ("2 Tell (also as The whole shop)", "R/A/I"),
    ]
    assert [row[0] for row in table(section(clerk, "told"))] == ["2 Tell"]
    assert "As The whole shop: " in texts(section(clerk, "told"))
    assert facts(clerk)["Also meant by"] == "Whoever is there, The whole shop"


def test_what_all_is_had_through_one_collective_role_is_said_once() -> None:
    example = ROLES + steps(step("take", "end: done", role="anyone"))
    packing = steps(step("pack", "end: packed", role="anyone")).partition("\n")[2]
    example += f"# processes/sales/ship-order.yml\n{packing}"
    clerk = page("clerk", example)
    assert " All of it as Whoever is there.\n" in texts(section(clerk, "work"))
    assert "As Whoever is there: " not in texts(section(clerk, "work"))


def test_a_form_can_be_saved_from_the_line_of_a_step() -> None:
    handbook = book()
    word = Download("Order sheet", Target("download", "forms/order-sheet.docx"))
    shown = role_page(context(handbook), handbook.roles["clerk"], {"forms/order-sheet": (word,)})
    assert links(section(shown, "at-once"))["Word"] == word.target


def test_a_collective_role_names_its_members() -> None:
    example = ROLES + steps(step("take", "end: done", role="anyone"))
    assert facts(page("anyone", example))["One of"] == "Shop manager, Sales clerk"
    assert facts(page("everybody", example))["All of"] == "Shop manager, Sales clerk"
    assert [row[0] for row in work(page("anyone", example))] == ["1 Take"]


def test_where_a_role_stands() -> None:
    said = facts(section(page("clerk", ROLES), "summary"))
    assert said["Unit"] == "Shop"
    assert said["Reports to"] == "Shop manager (sales)"
    assert said["Holders"] == "3"
    assert said["Key"] == "front door"
    assert "Keeps the ledger" in [text_of(each) for each in page("clerk", ROLES).blocks[0].items]
    assert facts(page("manager", ROLES))["Reporting to it"] == "Sales clerk"


def test_who_is_outside_is_marked() -> None:
    assert badges(page("customer").badges) == [("info", "outside the company")]
    assert badges(page("clerk").badges) == []


def test_what_a_role_is_in_charge_of() -> None:
    owned = facts(section(page("manager"), "owned"))
    assert owned["Owns the process"] == "P-01-01 Take an order; P-01-02 Ship an order"
    assert owned["Owns the form"] == "FM-01-01 Order sheet"
    assert facts(section(page("clerk"), "owned")) == {
        "Keeps the record": "Order file in Ship an order"
    }


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


def test_every_step_of_the_shipped_handbook_is_once_on_the_page_of_each_of_its_roles() -> None:
    handbook = real()
    ctx = context(handbook)
    anchors = (*(each.value for each in Rhythm), "asked", "told")
    shown = {
        name: Counter(
            target
            for each in sections_of(role_page(ctx, role))
            if each.anchor in anchors
            for row in rows_of(each)
            for target in [row.subject]
        )
        for name, role in handbook.roles.items()
    }
    for part in handbook.assignments:
        target = Target("process", part.process.id, f"step-{part.step.id}")
        for name in (part.role, *handbook.roles[part.role].members):
            assert shown[name][target] == 1, (name, target)


def test_every_tier_of_every_authority_is_on_the_page_of_each_role_that_holds_it() -> None:
    handbook = real()
    ctx = context(handbook)
    count = 0
    for parameter in handbook.parameter_file.parameters:
        for band in parameter.bands:
            for name in (band.role, *handbook.roles[band.role].members):
                shown = table(section(role_page(ctx, handbook.roles[name]), "decides"))
                title = parameter.title.source
                own = [row for row in shown if row[0].split(" (as ")[0] == title]
                amount = ctx.phrases.value(band.up_to) if band.up_to else "above"
                assert any(amount in row[1] for row in own), (name, title)
                count += 1
    assert count > 10


def test_the_days_of_recurring_duties_are_printed_with_their_whole_dates() -> None:
    example = steps(
        step("take", "end: done").replace("due: 2h", "due: monthly 3"),
    )
    due = section(page("clerk", example), "due")
    (row,) = rows_of(due)
    days = [each for each in row.cells[2] if isinstance(each, Day)]
    handbook = book(example)
    (duty,) = recurring_duties(handbook, handbook.roles["clerk"])
    assert [each.day for each in days] == [each.day for each in days_of(handbook, duty)]
    assert len(days) > 10
    assert due.folded.startswith("All days of ")


def test_what_changed_for_a_role_leaves_the_first_issues_to_one_line() -> None:
    example = TAKE_ORDER + (
        "revisions:\n"
        "  - {version: V1.1, date: 2026-02-01, approved: 2026-02-02, change: Faster}\n"
        "  - {version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: First}\n"
    )
    news = section(page("clerk", example), "changed")
    assert table(news) == [("2026-02-02", "P-01-01 Take an order", "V1.1", "Faster")]
    assert (
        "3 documents of mine, issued from 2026-01-01 to 2026-01-01; 1 change since then."
        in texts(news)
    )


def test_who_waits_for_a_role_and_for_whom_it_waits() -> None:
    example = steps(
        step("take"), step("check", role="manager"), step("tell", "end: told", role="clerk")
    )
    assert facts(page("clerk", example))["Waits for me"] == "Shop manager"
    assert facts(page("clerk", example))["I wait for"] == "Shop manager"
    assert facts(page("manager", example))["Waits for me"] == "Sales clerk"


def test_information_that_a_role_gives_and_takes() -> None:
    example = (
        "# processes/information.yml\nitems:\n"
        "  - {item: orders, code: IN-01, title: Orders of the day, kind: internal, "
        "from: [clerk], to: [manager]}\n"
    )
    assert facts(section(page("clerk", example), "information")) == {
        "It provides": "IN-01 Orders of the day"
    }
    assert facts(section(page("manager", example), "information")) == {
        "It receives": "IN-01 Orders of the day"
    }


def test_a_role_without_any_part_has_only_its_summary() -> None:
    example = ROLES.replace(
        "reports-to: shop}",
        "reports-to: shop}\n  - {role: cat, title: Cat, unit: shop, reports-to: manager}",
    )
    shown = page("cat", example + TAKE_ORDER + "code: P-01-01\n")
    assert [each for each in ("work", "due", "asked", "told", "owned") if has(shown, each)] == []
    assert facts(shown)["Reports to"] == "Shop manager"
