"""The comment is read, never obeyed; five rows are open; it never grows too large."""

from __future__ import annotations

import re
from dataclasses import replace

import markdown
import pytest
from changed import report, report_of
from hypothesis import given
from hypothesis import strategies as st
from small import book, step, steps

from generator.model.text import plain
from generator.report.changes.escaping import harmless, shortened
from generator.report.changes.markdown import LARGEST, MARKER, changes_as_markdown

EVIL = [
    "@everyone look",
    "see #12 and GH-12 and !12 and owner/repo#5",
    "![x](https://evil.example/x.png)",
    "[x](javascript:alert(1))",
    "```\ncode",
    "~~~",
    "<img src=x onerror=alert(1)>",
    "</details><h1>big</h1>",
    "::error file=a::b",
    "##[error]b",
    "\n/close",
    "a | b | c",
    "$x^2$",
    "https://evil.example/?a=b and www.evil.example",
    "<!-- handbook-diff -->",
    "\u202egnp.exe",
    "a\rb\x00c\x1b[31m",
    "0123456789abcdef0123456789abcdef01234567",
    "**bold** _x_ `code` {{ x }}",
]


@pytest.mark.parametrize("text", EVIL)
@pytest.mark.promise("T29")
def test_what_editors_write_stays_text(text: str) -> None:
    said = harmless(text)
    assert "\n" not in said
    html = markdown.markdown(f"- x {said}", extensions=["tables", "fenced_code"])
    tags = re.findall(r"<[^>]*>", html)
    assert tags == ["<ul>", "<li>", "</li>", "</ul>"]
    assert not re.search(r"@\w|#\w|!\d|GH-\d|://|::|www\.|##|[0-9a-f]{9}", said.replace("&#", ""))
    assert not re.search(r"[\x00-\x1f\u202a-\u202e\u2066-\u2069]", said)


@given(st.text(max_size=300))
@pytest.mark.promise("T29")
def test_no_text_ever_begins_a_line_or_a_tag(text: str) -> None:
    said = harmless(text)
    assert not set("<>|`*_[]\\!~$\n\r") & set(said)
    assert not re.match(r"/\w|::|##|[-+]|\d+[.)]", said)
    assert re.search(r"@(?!\u2060)", said) is None


def test_five_rows_are_open_and_the_rest_is_folded() -> None:
    before = steps(*(step(f"s{number}") for number in range(9)), step("last", "end: Done"))
    after = before.replace("due: 2h", "due: 3h")
    text = changes_as_markdown(report(after, before))
    assert text.startswith(f"{MARKER}\n")
    opened, _, folded = text.partition("<details>")
    assert opened.count("<sub>") == 5
    assert folded.count("<sub>") == 5
    assert text.count("<details>") == text.count("</details>")


def test_two_hundred_long_changes_have_room_and_more_say_what_is_left_out() -> None:
    old = book()
    process = old.process_list[0]
    first = process.steps[0]

    def of(count: int, word: str) -> object:
        made = tuple(
            replace(first, id=f"s{number}", title=plain(f"Step {number}"), do=plain(word * 90),
                    choose=(), choose_any=(), next=None, due=None)
            for number in range(count)
        )  # fmt: skip
        return replace(old, process_list=(replace(process, steps=made), *old.process_list[1:]))

    for count, complete in ((200, True), (900, False)):
        text = changes_as_markdown(report_of(of(count, "<old> "), of(count, "|new| ")))  # type: ignore[arg-type]
        assert len(text) < LARGEST
        shown = text.count("<sub>")
        assert (shown == count) is complete
        if not complete:
            assert f"**{count - shown} more changes" in text


SHARED = "2026-01-01; " * 30


@pytest.mark.parametrize("longest", [24, 45, 90, 160])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (SHARED + "2026-10-01", SHARED + "2026-10-08"),
        (SHARED, SHARED + "2026-10-08"),
        (SHARED, ""),
        ("A" + SHARED, "B" + SHARED),
        (SHARED + "x" + SHARED, SHARED + "y" + SHARED),
        (SHARED + SHARED, SHARED + "x" + SHARED),
        ("short", SHARED),
    ],
)
def test_what_is_cut_is_cut_around_the_difference(before: str, after: str, longest: int) -> None:
    for one, two in ((before, after), (after, before)):
        cut = shortened(one, two, longest)
        assert cut[0] != cut[1]
        for text, whole in zip(cut, (one, two), strict=True):
            assert len(text) <= longest
            assert text.strip("…").strip() in whole
            assert ("…" in text) == (text != whole.strip())
            assert harmless(text, longest) == harmless(text)


@given(st.text(max_size=400), st.text(max_size=400), st.text(max_size=400))
def test_no_two_texts_look_the_same_when_they_are_cut(shared: str, one: str, two: str) -> None:
    texts = [" ".join(harmless(shared + each, 5000).split()) for each in (one, two)]
    before, after = shortened(*texts, 24)
    assert (before == after) == (texts[0] == texts[1])


def test_the_comment_shows_what_differs_in_a_long_text() -> None:
    long = "Look at it. " * 40
    books = [
        book(steps(step("take", f"do: {long}{end}"), step("send", "end: Gone")))
        for end in ("Write it down.", "Tell the customer.")
    ]
    text = changes_as_markdown(report_of(*books))
    assert "…" in text
    assert "Write it down" in text
    assert "Tell the customer" in text
