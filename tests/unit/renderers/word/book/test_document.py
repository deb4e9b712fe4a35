"""The book as a whole: what comes first, what it is called, what a part of it leaves out."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from nodes import parsed
from shipped import shipped

from generator.document.blocks import Paragraph, plain
from generator.renderers.word.book import Material, Part, Written, book_of, figures_of
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.xml import W

SPACE = {"w": W}
PROSE = {
    "foreword.md": Written("Foreword", (Paragraph(plain("Dear reader")),)),
    "method.md": Written("Method", (Paragraph(plain("How it was made")),)),
}


def part(**more: object) -> Part:
    processes = shipped().handbook.process_list[:2]
    return Part(processes=processes, **more)  # type: ignore[arg-type]


def headings(raw: bytes) -> list[str]:
    found = parsed(raw).xpath("//w:p[w:pPr/w:pStyle/@w:val='Heading1']", namespaces=SPACE)
    return ["".join(each.xpath(".//w:t/text()", namespaces=SPACE)) for each in found]


@pytest.fixture(scope="module")
def whole() -> bytes:
    return book_of(shipped(), part(), House(), Material(prose=PROSE))


def test_foreword_chapters_pages_by_hand_and_appendices_follow_each_other(whole: bytes) -> None:
    found = headings(whole)
    assert found[0] == "Foreword"
    assert found.index("Method") > 1
    assert len(found) > found.index("Method") + 1


def test_a_part_has_neither_foreword_nor_appendices_and_says_which_part_it_is() -> None:
    raw = book_of(shipped(), part(whole=False, subtitle="Sales"), House(), Material(prose=PROSE))
    assert "Foreword" not in headings(raw)
    assert "Method" not in headings(raw)
    known = Document(BytesIO(raw)).core_properties
    assert str(known.title).endswith("Sales")
    assert "Sales" in "".join(parsed(raw, "word/header1.xml").itertext())


def test_only_chapters_with_processes_in_it_are_there(whole: bytes) -> None:
    chapters = {each.chapter for each in part().processes}
    titles = [each.title.source for each in shipped().handbook.settings.chapters
              if each.chapter not in chapters]  # fmt: skip
    assert not [each for each in headings(whole) if any(title in each for title in titles)]


def test_the_book_is_dated_by_its_edition(whole: bytes) -> None:
    edition = shipped().handbook.settings.edition
    known = Document(BytesIO(whole)).core_properties
    assert edition is not None
    assert known.created is not None
    assert known.created.date() == edition.date


def test_its_figures_are_known_before_it_is_written() -> None:
    found = figures_of(shipped(), part())
    assert {each.id for each in part().processes} <= {each.id for each in found}
    assert all(each.kind != "interaction" for each in found)
