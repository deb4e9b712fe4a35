"""Pages are compared by section and catalogues by entry; what only follows is no further change."""

from __future__ import annotations

from dataclasses import replace

import pytest
import small
from overlay import starter

from generator.model.changes import Change, compared
from generator.model.handbook import Handbook

PAGE = "content/tools/notes.md"
CATALOGUE = "content/locale/zh.po"
BOOK = small.book()
TEXT = """Above all.

# Tools {#tools}

Keep them
dry.

- [Clerk](../roles/clerk.html)
- Second

# Tools

```
# no heading
```
"""
ENTRIES = """msgid ""
msgstr "Language: zh"

msgid "Take an order"
msgstr "接订单"

msgid "Sales clerk"
msgstr "店员"
"""


def found(
    before: str | None, after: str | None, path: str = PAGE, books: tuple[Handbook, ...] = ()
) -> tuple[Change, ...]:
    old, new = ({path: text.encode()} if text is not None else {} for text in (before, after))
    one, two = books or (BOOK, BOOK)
    return compared(one, two, pages_before=old, pages_after=new).changes


def lines(changes: tuple[Change, ...]) -> list[tuple[object, ...]]:
    return [
        (each.element.kind, each.element.id, each.action.value, each.before, each.after)
        for each in changes
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("dry.", "clean.", ("heading", "Tools", "changed", "Keep them dry.", "Keep them clean.")),
        ("- Second", "- Third", ("heading", "Tools", "changed", "- Second", "- Third")),
        ("Above all.\n", "", ("opening", "", "removed", "Above all.", None)),
        ("# no", "# No", ("heading", "Tools (2)", "changed", "# no heading", "# No heading")),
        ("# Tools {", "# Our tools {", ("heading", "Our tools", "changed", "Tools", "Our tools")),
        ("# Tools\n", "# New\n\nText\n\n# Tools\n", ("heading", "New", "added", None, "New\nText")),
    ],
)
def test_a_page_says_which_section_changed_and_what(
    old: str, new: str, expected: tuple[object, ...]
) -> None:
    assert TEXT.count(old) == 1 or old == "# Tools {"
    changes = found(TEXT, TEXT.replace(old, new, 1))
    assert lines(changes) == [expected]
    assert {(each.impact.value, each.effects) for each in changes} == {("wording", ())}


def test_sections_that_change_places_are_moved() -> None:
    parts = ["# One\n\na\n\n", "# Two\n\nb\n\n", "# Three\n\nc\n\n"]
    assert lines(found("".join(parts), "".join(parts[i] for i in (1, 2, 0)))) == [
        ("heading", "One", "moved", None, None)
    ]


@pytest.mark.parametrize(
    "after",
    [TEXT.replace("them\ndry", "them dry"), TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT,
     TEXT.replace("\n\n", "\n \n\n"), TEXT.replace("- Second\n", "- Second  \n")],
)  # fmt: skip
def test_how_a_page_is_broken_into_lines_is_no_change(after: str) -> None:
    assert after != TEXT
    assert found(TEXT, after) == ()


def test_files_that_come_or_go_and_pictures_are_told_as_a_whole() -> None:
    assert lines(found(None, TEXT)) == [("page", PAGE, "added", None, None)]
    assert lines(found(ENTRIES, None, CATALOGUE)) == [
        ("catalogue", CATALOGUE, "removed", None, None)
    ]
    assert lines(found("a", "b", "content/a.png")) == [
        ("page", "content/a.png", "changed", None, None)
    ]


def test_a_catalogue_says_which_text_is_translated_otherwise() -> None:
    after = ENTRIES.replace("接订单", "接单")
    assert lines(found(ENTRIES, after, CATALOGUE)) == [
        ("translation", "Take an order", "changed", "接订单", "接单")
    ]
    gone = ENTRIES.replace('msgid "Sales clerk"\nmsgstr "店员"\n', "")
    assert lines(found(ENTRIES, gone, CATALOGUE)) == [
        ("translation", "Sales clerk", "removed", "店员", None)
    ]
    fuzzy = ENTRIES.replace('msgid "Sales', '#, fuzzy\nmsgid "Sales')
    assert [each.action.value for each in found(ENTRIES, fuzzy, CATALOGUE)] == ["removed"]
    assert [each.action.value for each in found(gone, ENTRIES, CATALOGUE)] == ["added"]


def test_order_remarks_and_head_of_a_catalogue_are_no_change() -> None:
    head, first, second = ENTRIES.split("\n\n")
    other = head.replace("zh", "zh\\n") + f"\n\n# A remark\n{second}\n\n{first}\n"
    assert found(ENTRIES, other, CATALOGUE) == ()


def test_the_translation_of_a_text_that_came_or_went_goes_with_its_text() -> None:
    new = small.book(small.TAKE_ORDER + "title: Take any order\n")
    after = ENTRIES.replace("Take an order", "Take any order")
    changes = found(ENTRIES, after, CATALOGUE, (BOOK, new))
    assert [each.aspect for each in changes] == ["title"]
    stray = ENTRIES.replace("Sales clerk", "Nobody says this")
    assert len(found(ENTRIES, stray, CATALOGUE)) == 2


PEOPLE = "processes/organization.yml"
SELLER = f"# {PEOPLE}\n" + starter()[PEOPLE].replace("title: Sales clerk", "title: Seller")


def test_the_new_title_of_a_thing_in_a_page_is_no_further_change() -> None:
    books = BOOK, small.book(SELLER)
    page = "The Sales clerk keeps them.\n"
    said = found(page, page.replace("Sales clerk", "Seller"), books=books)
    assert [each.aspect for each in said if each.document.kind == "page"] == []
    assert [each.aspect for each in said if each.document.kind == "role"] == ["title"]
    more = found(page, "The Seller keeps it.\n", books=books)
    assert [each.before for each in more if each.document.kind == "page"] == [page.strip()]


def test_the_title_in_one_language_is_not_looked_for_elsewhere() -> None:
    books = BOOK, small.book(SELLER)
    changed = found("A clerk\n", "A seller\n", books=books)
    assert "page" in {each.document.kind for each in changed}


def test_a_field_of_the_common_header_is_renamed() -> None:
    header = BOOK.settings.form_header
    assert header
    settings = replace(
        BOOK.settings,
        form_header=(replace(header[0], field="other", formerly=(header[0].field,)), *header[1:]),
    )
    (change,) = compared(BOOK, replace(BOOK, settings=settings)).changes
    assert (change.action.value, change.before, change.after) == (
        "renamed",
        header[0].field,
        "other",
    )
    assert [(each.kind, each.id) for each in change.path] == [("handbook", ""), ("field", "other")]
