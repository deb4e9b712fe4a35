"""The page of a rule tells what it finds, why, and how it is right."""

from __future__ import annotations

from pages import context, has, section, texts
from small import book

from generator.base.diagnostics import Rule
from generator.document.rule_page import example_text, rule_page

RULE = Rule(
    code="HB999",
    name="too-late",
    message="This is too late.",
    hint="Do it before.",
    why="Nobody waits.",
    wrong="due: never\n",
    right="due: 1wd\n",
)


def test_it_says_all_that_the_rule_says() -> None:
    page = rule_page(context(book()).words, RULE)
    assert (page.path, page.title, page.code) == ("rules/hb999", "HB999 too-late", "HB999")
    assert texts(page.blocks[0]) == "This is too late."
    assert texts(page.blocks[1]) == "→ Do it before."
    assert "Nobody waits." in texts(section(page, "why"))
    assert "due: never" in texts(section(page, "wrong"))
    assert "due: 1wd" in texts(section(page, "right"))


def test_without_a_hint_there_is_no_arrow() -> None:
    from dataclasses import replace

    page = rule_page(context(book()).words, replace(RULE, hint=""))
    assert "→" not in texts(page.blocks)
    assert has(page, "why")


def test_odd_bytes_and_characters_are_shown_as_escapes() -> None:
    assert example_text("a\tb\n中") == "a\\tb\n中"
    assert example_text(b"\xffok\n") == "\\xffok\n"
    assert example_text("bell\x07") == "bell\\x07"


def test_long_examples_are_cut_and_say_so() -> None:
    assert example_text("a" * 2000) == "a" * 2000
    assert example_text("a" * 2001) == "a" * 2000 + "…\n"
