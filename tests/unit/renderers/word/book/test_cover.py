"""The cover with document control, the approval block, and the table of editions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nodes import has, values
from word import pen

from generator.renderers.word.book.cover import cover, revisions
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.node import within, words_of
from generator.renderers.word.ooxml.qr import qr_png
from generator.renderers.word.setting.pen import Pen


def without_editions() -> Pen:
    made = pen()
    handbook = made.ctx.handbook
    settings = replace(handbook.settings, editions=())
    changed: Any = replace(made.ctx, handbook=replace(handbook, settings=settings))
    return replace(made, ctx=changed)


def test_the_cover_says_whose_book_it_is_which_edition_and_what_it_holds() -> None:
    made = pen()
    settings = made.ctx.handbook.settings
    said = words_of(cover(made, "销售", "26 个流程"))
    assert settings.edition is not None
    for each in (
        settings.company.source,
        settings.title.source,
        settings.edition.edition.source,
        settings.edition.date.isoformat(),
        "销售",
        "26 个流程",
    ):
        assert each in said


def test_the_cover_is_a_page_without_header_and_footer() -> None:
    content = cover(pen(), "", "")
    assert has(content[-1:], "w:sectPr")
    assert not has(content, "w:headerReference")


def test_those_who_prepare_review_and_approve_have_room_to_sign() -> None:
    made = pen()
    content = cover(made, "", "")
    rows = [each for each in within(content, "w:tr") if has((each,), "w:trHeight")]
    edition = made.ctx.handbook.settings.edition
    assert edition is not None
    assert len(rows) == 2 + len(edition.reviewed_by)
    approval = list(within(content, "w:tbl"))[-1]
    assert sum(map(int, values((approval,), "w:gridCol", "w:w"))) == made.sheet.width


def test_a_logo_stands_on_top_where_the_house_has_one() -> None:
    assert has(cover(pen(House(logo=qr_png("x"))), "", ""), "w:drawing")
    assert not has(cover(pen(), "", ""), "w:drawing")


def test_a_book_without_an_edition_has_a_cover_but_no_table_of_editions() -> None:
    made = without_editions()
    assert cover(made, "", "26")
    assert revisions(made) == ()


def test_the_table_of_editions_lists_them() -> None:
    made = pen()
    edition = made.ctx.handbook.settings.edition
    assert edition is not None
    assert edition.edition.source in words_of(revisions(made))
