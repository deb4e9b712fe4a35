"""The published tree as a whole: everything is there, and every link arrives."""

from __future__ import annotations

from collections import Counter

import pytest
from pages import anchors, context, real, walk
from small import TAKE_ORDER, book

from generator.base.i18n import Catalogue
from generator.document.addresses import published
from generator.document.blocks import Badge, FormField, Link, MatrixRow, Page, Plain, Target
from generator.document.context import Context
from generator.document.site import site_pages
from generator.model.handbook import Handbook
from generator.rules.catalogue import all_rules

CONTENT = {"index.md": "Start", "foreword.md": "Foreword", "chapters/sales.md": "Sales"}

# Ids that would meet the anchors of a page's own sections.
CLASHING = """# processes/parameters.yml
parameters:
  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}
  - {parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}
  - {parameter: list, code: PA-03, title: List, is: 3}
  - {parameter: revisions, code: PA-04, title: Revisions, is: 3}
revisions:
  - {version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: x}
# processes/glossary.yml
terms:
  - {term: list, title: List, definition: A row of lines.}
# processes/information.yml
items:
  - {item: internal, title: A, kind: internal, from: [clerk], to: [manager]}
  - {item: external, title: B, kind: external, from: [customer], to: [clerk]}
# processes/organization.yml
units:
  - {unit: collective, title: Shop}
  - {unit: market, title: Customers}
roles:
  - {role: manager, title: Shop manager, unit: collective, reports-to: collective}
  - {role: clerk, title: Sales clerk, unit: collective, reports-to: manager}
  - {role: customer, title: Customer, unit: market, external: true}
  - {role: anyone, title: Whoever is there, any-of: [manager, clerk]}
# processes/sales/forms/order-sheet.yml
sections:
  - section: header
    title: Head
    fields:
      - {field: kind, label: Kind, type: choice, options: [stock, custom]}
      - {field: placed_on, label: Ordered on, type: date}
      - field: goods
        label: Goods
        type: table
        columns:
          - {field: kind, label: Kind of goods, type: text}
          - {field: order, label: Order, type: text}
  - section: order
    title: Order
    fields:
      - {field: customer, label: Customer, type: text}
  - section: release
    title: Release
    fields:
      - {field: manager_sign, label: Shop manager, type: signature, by: manager}
"""


def tree(ctx: Context) -> tuple[Page, ...]:
    return site_pages(ctx, {}, CONTENT, all_rules())


def lost(pages: tuple[Page, ...]) -> list[str]:
    """Links that lead to no page, or to no place on it."""
    places = {f"{page.path}.html": set(anchors(page)) for page in pages}
    found = []
    for page in pages:
        for each in walk(page):
            if not isinstance(each, Target) or each.kind in {"download", "about", "address"}:
                continue
            path, _, anchor = published(each).partition("#")
            if path not in places or (anchor and anchor not in places[path]):
                found.append(f"{page.path} → {published(each)}")
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_link_of_the_shipped_handbook_arrives(language: str) -> None:
    assert lost(tree(context(real(), language))) == []


@pytest.mark.parametrize("example", ["", CLASHING])
def test_every_link_and_every_anchor_of_a_small_handbook(example: str) -> None:
    pages = tree(context(book(example)))
    assert lost(pages) == []
    for page in pages:
        twice = [name for name, count in Counter(anchors(page)).items() if count > 1]
        assert twice == [], page.path


def test_anchors_of_the_shipped_handbook_are_ascii_and_stand_once() -> None:
    for page in tree(context(real())):
        found = anchors(page)
        assert len(set(found)) == len(found), page.path
        assert all(each.isascii() and " " not in each for each in found)


def test_everything_has_its_page_and_every_page_its_own_address() -> None:
    handbook = real()
    paths = [page.path for page in tree(context(handbook))]
    assert len(set(paths)) == len(paths)
    expected = {
        *(f"processes/{each}" for each in handbook.processes),
        *(f"forms/{each}" for each in handbook.forms),
        *(f"roles/{each}" for each in handbook.roles),
        *(f"units/{each}" for each in handbook.units),
        *(f"chapters/{each}" for each in handbook.chapters),
        *(f"rules/{each.lower()}" for each in all_rules()),
        *("index", "processes", "roles", "forms", "matrix", "parameters", "glossary"),
        *("information", "indicators", "sources", "reviews", "changes", "404"),
    }
    assert expected <= set(paths)


def test_every_page_names_the_file_that_an_editor_would_change() -> None:
    for page in tree(context(real())):
        if page.kind in {"process", "form", "role", "unit", "chapter"}:
            assert page.file.startswith("processes/")


def test_no_piece_of_text_is_empty_and_no_link_has_no_words() -> None:
    for page in tree(context(real())):
        for each in walk(page):
            if isinstance(each, (Plain, Link, Badge)):
                assert each.text, page.path


def test_two_renderings_are_alike() -> None:
    assert tree(context(real())) == tree(context(real()))


def test_a_handbook_of_almost_nothing_has_all_pages() -> None:
    bare = Handbook(settings=book().settings)
    pages = tree(context(bare))
    assert lost(pages) == []
    assert {page.path for page in pages} >= {"index", "glossary", "information", "sources"}


def test_another_language_translates_titles_and_keeps_addresses() -> None:
    handbook = book()
    german = Catalogue("de", {"Take an order": "Auftrag annehmen", "Sales clerk": "Verkäufer"})
    pages = {page.path: page for page in tree(context(handbook, "de", german))}
    assert pages.keys() == {page.path for page in tree(context(handbook))}
    assert pages["processes/take-order"].title == "Auftrag annehmen"
    assert pages["roles/clerk"].title == "Verkäufer"
    names = {each.text for each in walk(pages["processes/take-order"]) if isinstance(each, Link)}
    assert "Verkäufer" in names
    assert "Sales clerk" not in names


def test_a_matrix_has_one_letter_group_for_each_of_its_roles() -> None:
    (page,) = (page for page in tree(context(real())) if page.path == "matrix")
    (matrix,) = (each for each in page.blocks if hasattr(each, "columns"))
    rows = [each for each in walk(matrix) if isinstance(each, MatrixRow)]
    assert len(rows) == sum(len(each.steps) for each in real().process_list)
    for row in rows:
        assert len(row.letters) == len(matrix.columns)
        assert sum("R" in letter for letter in row.letters) <= 1


def test_a_process_whose_basis_is_no_fact_points_at_the_explanation() -> None:
    pages = {page.path: page for page in tree(context(book(TAKE_ORDER + "basis: []\n")))}
    (badge,) = (
        each
        for each in walk(pages["processes/take-order"])
        if isinstance(each, Badge) and each.tone == "practice"
    )
    assert badge.target is not None
    assert published(badge.target) == "sources.html#practice"
    assert "practice" in anchors(pages["sources"])


def test_columns_of_tables_are_no_fields_of_their_own() -> None:
    (form,) = (page for page in tree(context(book(CLASHING))) if page.path == "forms/order-sheet")
    goods = next(each for each in walk(form) if isinstance(each, FormField) and each.columns)
    assert [each.label for each in goods.columns] == ["Kind of goods", "Order"]
    assert anchors(form).count("field-kind") == 1
