"""The landing page, the lists, and the pages of chapters, units and forms."""

from __future__ import annotations

import pytest
from pages import badges, context, facts, has, links, real, section, table, texts
from small import TAKE_ORDER, book, step, steps

from generator.document import overview_pages
from generator.document.blocks import (
    FormField,
    FormPart,
    Page,
    Prose,
    Target,
    text_of,
)
from generator.document.site import site_pages
from generator.model.handbook import Handbook

EXTRA_ROLE = """# processes/organization.yml
units:
  - {unit: shop, title: Shop, contact: 2nd floor}
  - {unit: market, title: Customers}
  - {unit: yard, title: Yard, parent: shop}
roles:
  - {role: manager, title: Shop manager, unit: shop, reports-to: shop}
  - {role: clerk, title: Sales clerk, unit: shop, reports-to: manager}
  - {role: customer, title: Customer, unit: market, external: true}
  - {role: helper, title: Helper, reports-to: manager}
"""


def page(path: str, example: str = "", made: frozenset[str] = frozenset()) -> Page:
    return page_of(book(example), path, made)


def page_of(handbook: Handbook, path: str, made: frozenset[str] = frozenset()) -> Page:
    content = {"foreword.md": "Foreword", "chapters/sales.md": "Sales"}
    pages = site_pages(context(handbook), made, content, {})
    return next(each for each in pages if each.path == path)


def test_from_the_landing_page_everybody_finds_their_role() -> None:
    handbook = real()
    shown = links(section(page_of(handbook, "index"), "my-role")).values()
    single = [name for name, role in handbook.roles.items() if not role.members]
    assert {Target("role", name) for name in single} <= set(shown)


def test_a_role_without_a_unit_is_found_too() -> None:
    landing = section(page("index", EXTRA_ROLE), "my-role")
    assert facts(landing)["Roles without a unit"] == "Helper"
    assert "Helper" in links(page("roles", EXTRA_ROLE))


def test_the_landing_page_leads_to_chapters_lists_and_foreword() -> None:
    shown = _targets(page("index"))
    assert Target("chapter", "sales") in shown
    assert Target("about", "foreword") in shown
    assert {Target("page", name) for name in ("processes", "roles", "forms", "matrix")} <= set(
        shown
    )
    assert facts(section(page("index"), "edition"))["Edition"] == "First edition"


def _targets(thing: object) -> list[Target]:
    from pages import walk

    return [each for each in walk(thing) if isinstance(each, Target)]


def test_what_changed_last_stands_first() -> None:
    example = TAKE_ORDER + (
        "revisions:\n"
        "  - {version: V1.1, date: 2026-02-01, approved: 2026-02-02, change: Faster}\n"
        "  - {version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: First}\n"
    )
    rows = table(section(page("index", example), "changed"))
    assert rows[0] == ("2026-02-02", "P-01-01 Take an order", "V1.1", "Faster")
    assert len(table(section(page("changes", example), "revisions"))) == 4


def test_a_handbook_without_editions_glossary_sources_and_information() -> None:
    example = "# processes/glossary.yml\n\n# processes/handbook.yml\neditions: []\n"
    example = example.replace("editions: []\n", "feedback: {mail: office@example.com}\n")
    handbook = book(example)
    for path in ("glossary", "information"):
        assert "Nothing is listed here yet." in texts(page_of(handbook, path))
    for anchor in ("sources", "facts", "decisions"):
        assert not has(page_of(handbook, "sources"), anchor)
    assert texts(page_of(handbook, "index"))


def test_reviews_are_sorted_by_day_and_leave_out_what_is_retired() -> None:
    example = TAKE_ORDER + "review: 6mo\n"
    assert table(section(page("reviews", example), "list")) == [
        ("2026-07-01", "P-01-01 Take an order", "Shop manager", "Shop manager"),
        ("2027-01-01", "P-01-02 Ship an order", "Shop manager", "Shop manager"),
    ]
    retired = TAKE_ORDER + (
        "revisions: [{version: V2.0, date: 2026-06-01, approved: 2026-06-01, "
        "retired: 2026-07-01, change: x}]\n"
    )
    (left,) = table(section(page("reviews", retired), "list"))
    assert left[1] == "P-01-02 Ship an order"


def test_parameters_name_the_documents_that_cite_them() -> None:
    rows = {row[1]: row for row in table(section(page("parameters"), "all_parameters"))}
    limit = rows["Orders the clerk may release"]
    assert limit[:4] == (
        "PA-01",
        "Orders the clerk may release",
        "5,000 EUR",
        "P-01-01 Take an order; P-01-02 Ship an order",
    )


def test_sources_facts_and_decisions_hang_together() -> None:
    example = (
        "# processes/sources.yml\n"
        "sources: [{source: survey, title: Survey, address: 'https://example.com/survey'}]\n"
        "facts: [{fact: F001, source: survey, says: Orders come by phone., at: p. 3}]\n"
        "decisions: [{decision: I01, about: Phone or mail, settled: Both., facts: [F001]}]\n"
        + TAKE_ORDER
        + "basis: [F001]\n"
    )
    shown = page("sources", example)
    assert table(section(shown, "facts")) == [
        ("F001", "Orders come by phone.", "Survey, p. 3", "P-01-01 Take an order")
    ]
    assert links(section(shown, "decisions")) == {"F001": Target("basis", "F001")}
    assert links(section(shown, "sources")) == {
        "https://example.com/survey": Target("address", "https://example.com/survey")
    }
    assert "P-01-02 Ship an order: 2 of 2 steps" in "".join(
        text_of(each)
        for each in section(shown, "practice").blocks[1].items  # type: ignore[union-attr]
    )


def test_a_chapter_has_its_introduction_its_processes_and_forms() -> None:
    shown = page("chapters/sales")
    assert shown.blocks[0] == Prose("chapters/sales.md")
    assert {Target("process", "take-order"), Target("process", "ship-order")} <= set(
        _targets(shown)
    )
    assert table(section(shown, "forms")) == [
        ("FM-01-01 Order sheet", "V1.0", "P-01-01 Take an order; P-01-02 Ship an order")
    ]
    assert has(shown, "map")


def test_a_unit_has_its_place_its_roles_and_its_work() -> None:
    shop, yard = page("units/shop", EXTRA_ROLE), page("units/yard", EXTRA_ROLE)
    assert facts(shop)["Units below"] == "Yard"
    assert facts(shop)["How to reach it"] == "2nd floor"
    assert facts(shop)["Works in"] == "P-01-01 Take an order; P-01-02 Ship an order"
    assert [row[0] for row in table(section(shop, "roles"))] == ["Shop manager", "Sales clerk"]
    assert facts(yard)["Part of"] == "Shop"
    assert not has(yard, "roles")


def test_a_form_says_who_fills_what_at_which_step() -> None:
    shown = page("forms/order-sheet")
    assert ("fill in Order", "Sales clerk", "1 Take the order", "P-01-01 Take an order") in table(
        section(shown, "usage")
    )
    (part,) = (
        each for each in section(shown, "section-release").blocks if isinstance(each, FormPart)
    )
    assert text_of(part.who).startswith("Shop manager fill in: 2 Release the order")
    assert ("Kept", "3 years") in facts(shown).items()


def test_fields_say_what_belongs_into_them() -> None:
    example = (
        "# processes/sales/forms/order-sheet.yml\nsections:\n  - section: order\n    title: Order\n"
        "    fields:\n"
        "      - {field: kind, label: Kind, type: choice, options: [stock, custom]}\n"
        "      - {field: placed_on, label: Ordered on, type: date, optional: true}\n"
        "      - {field: count, label: Count, type: integer, min: 1, max: 9, unit: boxes}\n"
        "      - {field: twice, label: Twice, type: number, computed: count * 2}\n"
        "  - section: release\n    title: Release\n    fields:\n"
        "      - {field: sign, label: Signature, type: signature, by: manager}\n"
    )
    from pages import walk

    fields = {
        each.label: each
        for each in walk(page("forms/order-sheet", example))
        if isinstance(each, FormField)
    }
    assert (fields["Kind"].type, fields["Kind"].options) == ("one of", ("stock", "custom"))
    assert fields["Kind"].required
    assert not fields["Ordered on"].required
    assert fields["Count"].limits == ("at least 1", "at most 9", "in boxes")
    assert not fields["Twice"].required
    assert fields["Twice"].type == "worked out"
    assert text_of(fields["Signature"].signers) == "Shop manager"
    assert {"Number", "Filled in by", "Date"} <= fields.keys()


def test_word_forms_are_offered_only_where_they_were_made() -> None:
    made = frozenset({"forms/order-sheet.docx"})
    target = Target("download", "forms/order-sheet.docx")
    for path in ("forms", "forms/order-sheet"):
        assert target in _targets(page(path, made=made))
        assert target not in _targets(page(path))


def test_drafts_are_marked_in_the_lists() -> None:
    draft = TAKE_ORDER + "revisions:\n  - {version: V2.0, date: 2026-03-01, change: x}\n"
    assert ("draft", "draft") in badges(page("processes", draft))
    assert badges(page("processes")) == []
    first = table(section(page("processes", draft), "sales"))[0]
    assert first[3] == "not in force (draft)"


def test_the_indicators_page_names_calls_and_hand_overs_with_their_conditions() -> None:
    rows = table(section(page("indicators"), "hand-overs"))
    assert rows[0] == (
        "P-01-01 Take an order",
        "1 Take the order",
        "hands over to",
        "P-01-02 Ship an order",
        "up to 5,000 EUR",
    )
    calls = steps(step("take", "call: ship-order", "end: done"))
    assert "calls" in table(section(page("indicators", calls), "hand-overs"))[0]


def test_the_page_for_lost_readers_leads_on() -> None:
    assert {Target("page", "index"), Target("page", "processes")} <= set(_targets(page("404")))


def test_roles_are_listed_with_their_work_and_collective_roles_with_their_members() -> None:
    example = EXTRA_ROLE + "  - {role: anyone, title: Whoever is there, any-of: [manager, clerk]}\n"
    shown = page("roles", example)
    assert table(section(shown, "shop"))[1] == ("Sales clerk", "", "3", "Shop manager")
    assert table(section(shown, "collective_roles")) == [
        ("Whoever is there", "one of: Shop manager, Sales clerk")
    ]


def test_a_matrix_too_large_for_a_page_gives_way_to_those_of_the_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(overview_pages, "MOST_CELLS", 1)
    found = links(page("matrix").blocks).values()
    assert Target("process", "take-order", "responsibilities") in found
