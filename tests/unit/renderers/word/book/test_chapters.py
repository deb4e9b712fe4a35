"""The chapters: an introduction by hand, then each process on a new page."""

from __future__ import annotations

from nodes import has, values
from word import pen

from generator.document.blocks import Figure, Paragraph, Section, Target, plain
from generator.renderers.word.book.chapters import (
    NOT_ON_PAPER,
    chapter_number,
    chapter_pieces,
    figures_in,
    narrative,
)
from generator.renderers.word.book.material import BookMaterial, Written
from generator.renderers.word.ooxml.node import joined, words_of
from generator.renderers.word.ooxml.qr import qr_png
from generator.renderers.word.setting.pen import Drawn, Pen
from generator.renderers.word.setting.typesetter import Typesetter

DRAWN = Drawn(svg=b"<svg/>", png=qr_png("x"), width=50, height=40)


def written(made: Pen, material: BookMaterial) -> list[str]:
    """Return the styles and texts of all paragraphs at the top of the first chapter."""
    chapter = made.ctx.handbook.settings.chapters[0]
    processes = made.ctx.handbook.processes_of_chapter(chapter.chapter)
    pieces = list(chapter_pieces(made, chapter, processes, material))
    body = made.settled(joined(joined(each.parts) for each in pieces))
    return [
        f"{''.join(values((each,), 'w:pStyle'))}: {words_of((each,))}"
        for each in body
        if each.tag == "w:p"
    ]


def test_a_chapter_has_its_number_and_its_processes_theirs() -> None:
    made = pen(left_out=NOT_ON_PAPER)
    chapter = made.ctx.handbook.settings.chapters[0]
    number = chapter_number(chapter)
    written(made, BookMaterial())
    first = made.entries[0]
    assert (first.level, first.number, first.title) == (1, number, chapter.title.source)
    processes = made.ctx.handbook.processes_of_chapter(chapter.chapter)
    found = [each for each in made.entries if each.level == 2]
    assert [each.number for each in found] == [
        f"{number}.{at}" for at in range(1, len(processes) + 1)
    ]
    assert all(process.code in each.title for process, each in zip(processes, found, strict=True))


def test_codes_may_be_letters() -> None:
    chapters = pen().ctx.handbook.settings.chapters
    numbers = {each.code: chapter_number(each) for each in chapters}
    assert numbers["01"] == "01"
    assert numbers["A"] == "A"


def test_an_introduction_by_hand_comes_before_the_processes() -> None:
    made = pen()
    name = made.ctx.handbook.settings.chapters[0].chapter
    page = Written("Intro", (Paragraph(plain("by hand")),))
    lines = written(made, BookMaterial(prose={f"{name}.md": page}))
    assert "BodyText: by hand" in lines[:3]
    first = next(at for at, each in enumerate(lines) if each.startswith("Heading2"))
    assert lines.index("BodyText: by hand") < first


def test_the_flow_leads_to_its_diagram_and_matrix_where_it_is_drawn() -> None:
    drawn = written(pen(drawings=lambda _: (DRAWN,)), BookMaterial(drawings=lambda _: (DRAWN,)))
    plain_ = written(pen(), BookMaterial())
    assert any("REF" in each and each.startswith("BodyText") for each in drawn)
    assert not any("REF" in each and each.startswith("BodyText") for each in plain_)


def test_headings_by_hand_have_no_number() -> None:
    made = pen()
    setter = Typesetter(pen=made, page=Target("about", "x"))
    blocks = (Paragraph(plain("own")), Section("Part", "part", (Paragraph(plain("inner")),)))
    pieces = list(narrative(setter, blocks, level=3))
    assert words_of(joined(joined(each.parts) for each in pieces)) == "ownPartinner"
    assert [(each.level, each.number) for each in made.entries] == [(3, "")]


def test_the_flow_by_unit_is_no_figure_of_the_book() -> None:
    kept, left = Figure("process", "a", "t", "d"), Figure("interaction", "b", "t", "d")
    inner = Section("S", "s", (left, kept))
    assert list(figures_in((kept, left, inner))) == [kept, kept]


def test_each_process_begins_a_page() -> None:
    made = pen()
    chapter = made.ctx.handbook.settings.chapters[0]
    processes = made.ctx.handbook.processes_of_chapter(chapter.chapter)
    pieces = chapter_pieces(made, chapter, processes, BookMaterial())
    headings = [each for piece in pieces for part in piece.parts for each in part
                if set(values((each,), "w:pStyle")) & {"Heading1", "Heading2"}]  # fmt: skip
    assert len(headings) == 1 + len(processes)
    assert all(has((each,), "w:pageBreakBefore") for each in headings)
