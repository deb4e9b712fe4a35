"""Hand-written pages become blocks for documents that have no web around them."""

from __future__ import annotations

import pytest

from generator.document.blocks import (
    Bullets,
    Code,
    Link,
    Paragraph,
    Plain,
    Section,
    Strong,
    Table,
    Target,
    text_of,
)
from generator.document.prose import read_prose


def blocks(text: str, folder: str = "about") -> tuple[object, ...]:
    return read_prose(text, folder)[1]


def link(address: str, folder: str = "about") -> object:
    (paragraph,) = blocks(f"[here]({address})", folder)
    assert isinstance(paragraph, Paragraph)
    return paragraph.text[0]


def test_the_first_heading_is_the_title_and_those_below_are_sections() -> None:
    text = "# Foreword\n\nHello.\n\n## Why\n\nBecause.\n\n### Really\n\nYes.\n\n## Who\n\nWe."
    title, found = read_prose(text, "about")
    assert title == "Foreword"
    hello, why, who = found
    assert hello == Paragraph((Plain("Hello."),))
    assert isinstance(why, Section)
    assert isinstance(who, Section)
    assert [section.title for section in (why, who)] == ["Why", "Who"]
    because, really = why.blocks
    assert because == Paragraph((Plain("Because."),))
    assert isinstance(really, Section)
    assert (really.title, really.blocks) == ("Really", (Paragraph((Plain("Yes."),)),))
    assert who.blocks == (Paragraph((Plain("We."),)),)


def test_without_a_heading_there_is_no_title() -> None:
    assert read_prose("Only text.", "about") == ("", (Paragraph((Plain("Only text."),)),))
    assert read_prose("", "about") == ("", ())


def test_anchors_of_sections_are_kept() -> None:
    (section,) = blocks("## Why {#because}\n\nSo.")
    assert isinstance(section, Section)
    assert section.anchor == "because"


def test_bold_words_and_white_space() -> None:
    (paragraph,) = blocks("  A **bold\n  word** and *more*  ")
    assert paragraph == Paragraph((Plain("A "), Strong("bold word"), Plain(" and more")))


def test_lists_and_code() -> None:
    assert blocks("- one\n- **two**") == (
        Bullets(((Plain("one"),), (Strong("two"),)), (0, 0), ("•", "•")),
    )
    (numbered,) = blocks("3. first\n\n   more\n4. second\n   - in it")
    assert isinstance(numbered, Bullets)
    assert [(level, mark, text_of(text)) for level, mark, text in numbered.entries()] == [
        (0, "3.", "first"),
        (0, "", "more"),
        (0, "4.", "second"),
        (1, "•", "in it"),
    ]
    assert blocks("    x = 1") == (Code("x = 1\n"),)


def test_tables_have_the_columns_of_their_head() -> None:
    (table,) = blocks("| Day | Hour |\n|---|---|\n| Mon | 9 |\n| Tue | |\n")
    assert isinstance(table, Table)
    assert table.columns == ("Day", "Hour")
    assert [tuple(map(text_of, row.cells)) for row in table.rows] == [("Mon", "9"), ("Tue", "")]


def test_what_stands_in_a_box_is_read_too() -> None:
    assert blocks("> Quoted.") == (Paragraph((Plain("Quoted."),)),)


@pytest.mark.parametrize(
    ("address", "folder", "target"),
    [
        ("../processes/take-order.md", "about", Target("process", "take-order")),
        (
            "../processes/take-order.html#step-take",
            "about",
            Target("process", "take-order", "step-take"),
        ),
        ("../roles/clerk.md", "about", Target("role", "clerk")),
        ("../units/shop.md", "about", Target("unit", "shop")),
        ("../forms/sheet.md", "about", Target("form", "sheet")),
        ("../chapters/sales.md", "about", Target("chapter", "sales")),
        ("foreword.md", "about", Target("about", "foreword")),
        ("sales.md", "chapters", Target("chapter", "sales")),
        ("../glossary.html#order", "about", Target("term", "order")),
        ("../parameters.html#reply-time", "about", Target("parameter", "reply-time")),
        ("../information.html#stock", "about", Target("item", "stock")),
        ("../sources.html#f001", "about", Target("basis", "F001")),
        ("../glossary.html", "about", Target("page", "glossary")),
        ("../roles.html", "about", Target("page", "roles")),
        ("https://example.com/a", "about", Target("address", "https://example.com/a")),
        ("mailto:a@example.com", "about", Target("address", "mailto:a@example.com")),
    ],
)
def test_links_lead_to_what_they_mean(address: str, folder: str, target: Target) -> None:
    assert link(address, folder) == Link("here", target)


@pytest.mark.parametrize("address", ["#below", "picture.png", "../some/where"])
def test_a_link_that_paper_cannot_follow_is_its_words(address: str) -> None:
    assert link(address) == Plain("here")
