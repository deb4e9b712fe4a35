"""Places are named by words, and stay when sections come and go."""

from __future__ import annotations

from generator.document.markdown import read_markdown
from generator.document.markdown.headings import heading_id


def ids(text: str) -> list[str]:
    return [each.attributes["id"] for each in read_markdown(text).nodes]


def test_words_of_any_script_make_the_name() -> None:
    assert heading_id("第二节：退货 和 Exchange!") == "第二节-退货-和-exchange"
    assert heading_id("—") == "part"


def test_sections_of_the_same_title_are_named_by_the_one_above_too() -> None:
    before = "## A\n\n### Rules\n\n## B\n\n### Rules\n"
    assert ids(before) == ["a", "a-rules", "b", "b-rules"]
    assert ids(f"## New\n\n### Rules\n\n{before}") == ["new", "new-rules", *ids(before)]


def test_names_are_given_once() -> None:
    assert ids("## A\n\n## A\n\n## B {#a-2}\n") == ["a", "a-3", "a-2"]
    assert ids("## B {#a}\n\n## A\n") == ["a", "a-2"]
