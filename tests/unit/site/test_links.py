"""Every address on every page leads somewhere, or is told with the place where it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import context, real
from sites import staged
from small import book

from generator.base.diagnostics import Diagnostic, Span
from generator.document.blocks import Link, Page, Paragraph, Section, Target
from generator.site import stage

CONTENT = """# About {#about}

One [good](../processes/take-order.html#step-take) and one
[bad page](../processes/nothing.html) and one [bad place](#nowhere).
"""


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, Span, object]]:
    return [(each.rule.code, each.where, each.args.get("link")) for each in found]


def test_all_links_of_the_shipped_handbook_lead_somewhere(tmp_path: Path) -> None:
    tree = staged(real(), tmp_path)
    assert tree.check_links() == ()


def test_bad_links_of_hand_written_pages_are_told_where_they_are_written(tmp_path: Path) -> None:
    tree = staged(book(), tmp_path, {"about.md": CONTENT.encode()})
    bad = "../processes/nothing.html"
    assert told(tree.check_links()) == [
        ("HB711", Span("content/about.md", 4, 12, 4, 12 + len(bad)), bad),
        ("HB712", Span("content/about.md", 4, 59, 4, 59 + len("#nowhere")), "#nowhere"),
    ]


@pytest.mark.parametrize("made", [frozenset(), frozenset({"forms/order-sheet.docx"})])
def test_files_to_take_away_are_there_only_if_they_were_made(
    made: frozenset[str], tmp_path: Path
) -> None:
    link = Link("x", Target("download", "forms/order-sheet.docx"))
    page = Page(path="forms/x", title="X", kind="form", blocks=(Paragraph((link,)),), file="f.yml")
    index = Page(path="index", title="X", kind="index", blocks=())
    forms = Page(path="forms", title="X", kind="list", blocks=())
    chapter = Page(path="roles", title="X", kind="list", blocks=())
    tree = stage(
        [page, index, forms, chapter], ctx=context(book()), content={}, figures={}, folder=tmp_path
    )
    expected = [] if made else [("HB711", Span("f.yml"), "order-sheet.docx")]
    assert told(tree.check_links(made)) == expected


def test_two_places_of_one_name_are_told(tmp_path: Path) -> None:
    twice = (Section("A", "a", ()), Section("B", "a", ()))
    page = Page(path="index", title="X", kind="index", blocks=twice, file="processes/handbook.yml")
    tree = stage([page], ctx=context(book()), content={}, figures={}, folder=tmp_path)
    assert [each.rule.code for each in tree.check_links()] == ["HB716"]


def test_links_inside_diagrams_are_checked_too(tmp_path: Path) -> None:
    from generator.document.blocks import Figure

    drawn = '<svg><a href="#step-x"><text>x</text></a></svg>'
    page = Page(path="index", title="X", kind="index", blocks=(Figure("process", "x", "", ""),))
    tree = stage(
        [page], ctx=context(book()), content={}, figures={("process", "x"): drawn}, folder=tmp_path
    )
    assert [each.args["link"] for each in tree.check_links()] == ["#step-x"]
