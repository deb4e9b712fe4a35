"""The page of a role lists everything it has to do with, also through collective roles."""

from __future__ import annotations

from pages import badges, context, facts, has, links, real, section, table, texts
from small import TAKE_ORDER, book, step, steps

from generator.document.blocks import Page, Target
from generator.document.role_page import role_page

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


def test_parts_are_listed_by_what_they_ask_of_the_role() -> None:
    clerk = page("clerk")
    assert table(section(clerk, "does"))[0] == (
        "1 Take the order",
        "within 2 hours",
        "fill in FM-01-01 Order sheet, section Order",
        "P-01-01 Take an order",
    )
    assert [row[0] for row in table(section(clerk, "does"))] == [
        "1 Take the order",
        "1 Pack the goods",
        "2 Send the parcel",
    ]
    assert [row[0] for row in table(section(clerk, "told"))] == ["2 Release the order"]
    assert not has(clerk, "answers")
    assert not has(clerk, "asked")
    assert links(section(clerk, "does"))["1 Pack the goods"] == Target(
        "process", "ship-order", "step-pack"
    )


def test_what_a_collective_role_does_stands_on_the_pages_of_its_members() -> None:
    example = ROLES + steps(
        step("take", role="anyone"),
        step("tell", "informed: [everybody]", "end: told", role="manager"),
    )
    clerk, manager = page("clerk", example), page("manager", example)
    assert "1 Take (as Whoever is there)" in [row[0] for row in table(section(clerk, "does"))]
    assert [row[0] for row in table(section(manager, "does"))] == [
        "1 Take (as Whoever is there)",
        "2 Tell",
    ]
    assert [row[0] for row in table(section(clerk, "told"))] == ["2 Tell (as The whole shop)"]
    assert facts(clerk)["Also meant by"] == "Whoever is there, The whole shop"


def test_a_collective_role_names_its_members() -> None:
    example = ROLES + steps(step("take", "end: done", role="anyone"))
    assert facts(page("anyone", example))["One of"] == "Shop manager, Sales clerk"
    assert facts(page("everybody", example))["All of"] == "Shop manager, Sales clerk"
    assert [row[0] for row in table(section(page("anyone", example), "does"))] == ["1 Take"]


def test_where_a_role_stands() -> None:
    said = facts(section(page("clerk", ROLES), "summary"))
    assert said["Unit"] == "Shop"
    assert said["Reports to"] == "Shop manager (sales)"
    assert said["Holders"] == "3"
    assert said["Key"] == "front door"
    assert "Keeps the ledger" in texts(section(page("clerk", ROLES), "summary"))
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
    assert [row[0] for row in table(section(page("clerk", example), "answers"))] == [
        "1 Take (by amount)"
    ]


def test_every_part_of_the_shipped_handbook_is_on_the_page_of_its_role() -> None:
    handbook = real()
    ctx = context(handbook)
    pages = {name: role_page(ctx, role) for name, role in handbook.roles.items()}
    anchors = {"R": "does", "A": "answers", "C": "asked", "I": "told"}
    shown = {
        (name, letter, target)
        for name, page_ in pages.items()
        for letter, anchor in anchors.items()
        if has(page_, anchor)
        for target in links(section(page_, anchor)).values()
    }
    for part in handbook.assignments:
        target = Target("process", part.process.id, f"step-{part.step.id}")
        for name in (part.role, *handbook.roles[part.role].members):
            assert (name, part.letter, target) in shown


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
    assert [
        each for each in ("does", "answers", "asked", "told", "owned") if has(shown, each)
    ] == []
    assert facts(shown)["Reports to"] == "Shop manager"
