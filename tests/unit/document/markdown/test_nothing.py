"""What shows nothing to readers is told with its place."""

from __future__ import annotations

import pytest

from generator.document.markdown import WrittenPlace, read_markdown


def told(text: str, kind: str) -> list[tuple[str, WrittenPlace]]:
    return [(each.what, each.place) for each in read_markdown(text).flaws if each.kind == kind]


@pytest.mark.parametrize(
    ("text", "what", "place"),
    [
        ("a\n\n##\n\nb", "##", WrittenPlace(3, 1, 2)),
        ("# &ZeroWidthSpace;", "#", WrittenPlace(1, 1, 18)),
        ("## {#x}", "##", WrittenPlace(1, 1, 7)),
        ("a [](b.md)", "[](b.md)", WrittenPlace(1, 3, 8)),
        ("a [ ](b.md)", "[ ](b.md)", WrittenPlace(1, 3, 9)),
        ("a [\u2060](b.md)", "[\u2060](b.md)", WrittenPlace(1, 3, 9)),
        ("a [b]()", "[b]()", WrittenPlace(1, 3, 5)),
        ("a [b](<>)", "[b](<>)", WrittenPlace(1, 3, 7)),
        ("a [][b]\n\n[b]: c.md", "[][b]", WrittenPlace(1, 3, 5)),
    ],
)
def test_headings_and_links_without_words(text: str, what: str, place: WrittenPlace) -> None:
    assert told(text, "empty") == [(what, place)]


@pytest.mark.parametrize(
    "text",
    ["## `a`", "## ![a](b.png)", "## ![](b.png)", "[![](b.png)](c.md)", "[`a`](b.md)", "[]", "[a]"],
)
def test_what_shows_something_is_not_told(text: str) -> None:
    assert told(text, "empty") == []


@pytest.mark.parametrize(
    ("text", "character", "column", "length"),
    [
        ("a &#x202E; b", "\u202e", 3, 8),
        ("a &#0; b", "\ufffd", 3, 4),
        ("**&#8232;**", "\u2028", 3, 7),
        ("a &lrm;", "\u200e", 3, 5),
        ("&#xFEFF;", "\ufeff", 1, 8),
    ],
)
def test_characters_by_name_or_number(text: str, character: str, column: int, length: int) -> None:
    assert told(text, "character") == [(character, WrittenPlace(1, column, length))]


@pytest.mark.parametrize(
    "text", ["[a](b.md '&#x202E;')", "[a](b&#x202E;.md)", "<b title='&rlm;'>a</b>"]
)
def test_characters_in_attributes(text: str) -> None:
    assert len(told(text, "character")) == 1


@pytest.mark.parametrize("text", ["&nbsp; &shy; &amp; &copy;", "`&#x202E;`", "\u202e"])
def test_characters_that_are_none_or_are_told_already(text: str) -> None:
    assert told(text, "character") == []


@pytest.mark.parametrize("address", ["b.md", "../roles/clerk.html", "b", "#c", "b.PNG.txt"])
def test_pictures_that_are_none(address: str) -> None:
    place = WrittenPlace(1, 6, len(address))
    assert told(f"![a]({address})", "picture") == [(address, place)]


@pytest.mark.parametrize("address", ["b.png", "c/b.JPG", "b.svg#x", "b.webp?1"])
def test_pictures(address: str) -> None:
    assert read_markdown(f"![a]({address})").flaws == ()


@pytest.mark.parametrize(
    "text", ["`a`{.red}", "[a](b.md){.red}", "## a {.red}", "<b class=red>a</b>"]
)
def test_looks(text: str) -> None:
    ((what, place),) = told(text, "class")
    assert (what, text[place.column - 1 :][: place.length]) == ("red", "red")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("---\ntitle: A\n---\n\n# B", "---"),
        ("---\n# a\n\ntitle: A\ntags:\n  - b\n---", "---"),
        ("+++\ntitle = 'A'\n+++\n\nb", "+++"),
    ],
)
def test_settings_of_other_programs(text: str, mark: str) -> None:
    assert told(text, "settings") == [(mark, WrittenPlace(1, 1, 3))]


@pytest.mark.parametrize(
    "text", ["---\n\na\n\n---\n", "a\n\n---\ntitle: A\n---", "---\ntitle: A\n"]
)
def test_lines_across_are_no_settings(text: str) -> None:
    assert told(text, "settings") == []
