"""Without `--drafts` a draft has no page; what leads to it still calls it by its name."""

from __future__ import annotations

from pages import context, links, section, step_items, table, walk
from small import book, check

from generator.document.addresses import published
from generator.document.blocks import Page, Target, text_of
from generator.document.flow_graph import flow_graph
from generator.document.site import site_pages
from generator.layout import NodeKind
from generator.model.handbook import Handbook

DRAFT = "revisions:\n  - {version: V2.0, date: 2026-03-01, change: x}\n"
SHIP = f"# processes/sales/ship-order.yml\n{DRAFT}"
SHEET = f"# processes/sales/forms/order-sheet.yml\n{DRAFT}"


def pages(handbook: Handbook) -> dict[str, Page]:
    return {page.path: page for page in site_pages(context(handbook), {}, {}, {})}


def test_a_handbook_without_drafts_is_published_as_it_is() -> None:
    handbook = book()
    assert handbook.without_drafts() is handbook


def test_a_draft_process_has_no_page_and_no_link_leads_there() -> None:
    whole = book(SHIP)
    assert "processes/ship-order" in pages(whole)
    shown = pages(whole.without_drafts())
    assert "processes/ship-order" not in shown
    targets = {each for each in walk(tuple(shown.values())) if isinstance(each, Target)}
    assert Target("process", "ship-order") not in targets
    assert not any(each.kind == "process" and each.id == "ship-order" for each in targets)
    _, release = step_items(shown["processes/take-order"])
    (onward,) = release.onward
    assert text_of(onward) == "Next: hand over to P-01-02 Ship an order"
    assert links(onward) == {}


def test_work_in_a_draft_is_nobodys_duty_yet() -> None:
    shown = pages(book(SHIP).without_drafts())
    assert [row[0] for row in table(section(shown["roles/clerk"], "work"))] == ["1 Take the order"]
    rows = {row[1]: row for row in table(section(shown["parameters"], "all_parameters"))}
    assert rows["Time to answer an order"][3] == "P-01-01 Take an order"


def test_the_diagram_names_a_draft_without_leading_to_it() -> None:
    handbook = book(SHIP).without_drafts()
    process = handbook.processes["take-order"]
    nodes = flow_graph(context(handbook), process, published).nodes
    over = [node for node in nodes if node.kind is NodeKind.HAND_OVER]
    assert over
    for node in over:
        assert " ".join(node.label.split()) == "P-01-02 Ship an order"
        assert node.href == ""


def test_a_draft_form_is_named_without_a_link() -> None:
    result = check(SHEET)
    assert result.handbook is not None
    shown = pages(result.handbook.without_drafts())
    assert "forms/order-sheet" not in shown
    take, _ = step_items(shown["processes/take-order"])
    assert text_of(dict(take.facts)["Forms"]) == "fill in FM-01-01 Order sheet"
    assert links(dict(take.facts)["Forms"]) == {}
