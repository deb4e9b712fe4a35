"""What things are called, and where each is described."""

from __future__ import annotations

import pytest
from pages import context
from small import book

from generator.base.i18n import Catalogue
from generator.document.blocks import Badge, Link, Plain, Target, text_of
from generator.document.links import Links
from generator.notation.inserts import ParameterInsert, StepInsert


@pytest.fixture(scope="module")
def links() -> Links:
    return context(book()).links


def test_each_thing_leads_to_its_page(links: Links) -> None:
    assert links.role("clerk") == (Link("Sales clerk", Target("role", "clerk")),)
    assert links.unit("shop") == (Link("Shop", Target("unit", "shop")),)
    assert links.form("order-sheet") == (
        Link("FM-01-01 Order sheet", Target("form", "order-sheet")),
    )
    assert links.process("ship-order", code=False) == (
        Link("Ship an order", Target("process", "ship-order")),
    )
    assert links.code("P-01-02") == Link("P-01-02", Target("process", "ship-order"))


def test_a_step_leads_to_its_place_with_its_number_or_by_its_title(links: Links) -> None:
    target = Target("process", "take-order", "step-release")
    assert links.step("take-order", "release") == (Link("2 Release the order", target),)
    process = links.handbook.processes["take-order"]
    assert links.step_title(StepInsert("release"), process) == Link("Release the order", target)
    assert links.step_title(StepInsert("release"), None) == Plain("release")


def test_several_stand_with_what_parts_lists(links: Links) -> None:
    assert text_of(links.roles(["manager", "clerk"])) == "Shop manager, Sales clerk"
    several = links.processes(["take-order", "ship-order"])
    assert text_of(several) == "P-01-01 Take an order; P-01-02 Ship an order"


def test_who_reports_leads_to_a_role_or_a_unit(links: Links) -> None:
    assert links.superior("manager") == links.role("manager")
    assert links.superior("shop") == links.unit("shop")


def test_what_is_not_there_is_told_as_it_is_written(links: Links) -> None:
    assert links.role(None) == links.process("") == links.unit(None) == ()
    assert links.role("boss") == (Plain("boss"),)
    assert links.form("order-book") == (Plain("order-book"),)
    assert links.process("ship-goods") == (Plain("ship-goods"),)
    assert links.step("take-order", "wait") == links.step("none", "wait") == (Plain("wait"),)
    assert links.code("P-09-09") == Plain("P-09-09")


def test_a_draft_that_is_left_out_has_a_title_and_no_link() -> None:
    draft = (
        "# processes/sales/ship-order.yml\n"
        "revisions:\n  - {version: V0.1, date: 2026-01-01, change: First draft}\n"
    )
    left = context(book(draft).without_drafts()).links
    assert left.process("ship-order") == (Plain("P-01-02 Ship an order"),)


def test_titles_are_in_the_language() -> None:
    german = context(book(), "de", Catalogue("de", {"Sales clerk": "Verkäufer"})).links
    assert german.role("clerk") == (Link("Verkäufer", Target("role", "clerk")),)


def test_a_parameter_leads_to_the_list_and_practice_to_its_explanation(links: Links) -> None:
    insert = ParameterInsert("reply-time", "long")
    assert links.parameter(insert, "2 h") == Link("2 h", Target("parameter", "reply-time"))
    (badge,) = links.basis(())
    assert isinstance(badge, Badge)
    assert badge.target == Target("page", "sources", "practice")
    assert links.basis(("F-01", "D-02")) == (
        Link("F-01", Target("basis", "F-01")),
        Plain(", "),
        Link("D-02", Target("basis", "D-02")),
    )


def test_the_same_link_is_made_once(links: Links) -> None:
    assert links.role("clerk") is links.role("clerk")
    assert links.form("order-sheet") is not links.form("order-sheet", code=False)


def test_an_item_of_information_leads_to_its_place_with_its_code() -> None:
    items = (
        "# processes/information.yml\nitems:\n"
        "  - {item: stock-list, title: Stock list, code: I-1, REST}\n"
        "  - {item: price-list, title: Price list, REST}\n"
    )
    rest = "kind: internal, from: [clerk], to: [manager], due: daily, keep: 1y"
    made = context(book(items.replace("REST", rest))).links
    assert made.item("stock-list") == (Link("I-1 Stock list", Target("item", "stock-list")),)
    assert made.item("price-list") == (Link("Price list", Target("item", "price-list")),)
    assert made.item("no-list") == (Plain("no-list"),)


def test_several_forms_and_documents_without_their_codes(links: Links) -> None:
    form = Link("FM-01-01 Order sheet", Target("form", "order-sheet"))
    assert links.forms(["order-sheet", "order-book"]) == (form, Plain("; "), Plain("order-book"))
    assert links.form("order-sheet", code=False) == (
        Link("Order sheet", Target("form", "order-sheet")),
    )
    assert links.process("ship-order") == (
        Link("P-01-02 Ship an order", Target("process", "ship-order")),
    )


def test_a_term_in_a_text_is_found(links: Links) -> None:
    found = links.terms.links("Every order counts", foreign=False)
    assert [each.text for each in found] == ["Every ", "order", " counts"]
