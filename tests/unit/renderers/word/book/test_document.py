"""The book of the starter: every piece in its order, and parts of it for a chapter."""

from __future__ import annotations

from collections.abc import Callable

from nodes import parsed, parts
from outlines.word import word_outline
from pages import context
from small import book

from generator.document.blocks import Paragraph, plain
from generator.renderers.word.book.document import BookScope, book_of, figures_of
from generator.renderers.word.book.material import BookMaterial, Written
from generator.renderers.word.ooxml.house import House

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
PROSE = {
    "foreword.md": Written("Foreword", (Paragraph(plain("Why we write.")),)),
    "scope.md": Written("Scope", (Paragraph(plain("What it is for.")),)),
    "sales.md": Written("Sales", (Paragraph(plain("Opens the chapter.")),)),
}


def made(part: BookScope, prose: dict[str, Written] | None = None) -> bytes:
    material = BookMaterial(prose=PROSE if prose is None else prose)
    return book_of(context(book()), part, House(), material)


def headings(raw: bytes) -> list[str]:
    found = parsed(raw).xpath("//w:p[w:pPr/w:pStyle[@w:val='Heading1']]", namespaces=W)
    return ["".join(each.xpath(".//w:t/text()", namespaces=W)) for each in found]


def test_the_whole_book(snapshot: Callable[[str, str], None]) -> None:
    whole = BookScope(processes=book().process_list)
    snapshot(word_outline(made(whole)), "book.docx.txt")


def test_the_foreword_comes_first_other_pages_behind_the_chapters() -> None:
    found = headings(made(BookScope(processes=book().process_list)))
    titles = [each for each in found if each in {"Foreword", "Scope"} or "Sales" in each]
    assert titles == ["Foreword", "01  Sales", "Scope"]


def test_a_part_has_neither_foreword_nor_appendices() -> None:
    part = BookScope(processes=book().process_list[:1], subtitle="Take an order", whole=False)
    raw = made(part)
    assert headings(raw) == ["01  Sales"]
    said = "".join(parsed(raw).xpath("//w:t/text()", namespaces=W))
    assert "1 process, 1 form" in said
    assert "Ship an order" not in "".join(headings(raw))
    core = parts(raw)["docProps/core.xml"].decode()
    assert "Process handbook Take an order" in core
    assert "2026-01-01" in core


def test_the_figures_of_a_book_are_known_before_it_is_written() -> None:
    ctx = context(book())
    kinds = [
        (each.kind, each.id) for each in figures_of(ctx, BookScope(processes=book().process_list))
    ]
    assert kinds == [("landscape", "sales"), ("process", "take-order"), ("process", "ship-order")]
    one = BookScope(processes=book().process_list[:1])
    assert ("process", "ship-order") not in [(e.kind, e.id) for e in figures_of(ctx, one)]
