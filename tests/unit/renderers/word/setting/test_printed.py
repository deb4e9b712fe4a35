from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from shipped import shipped

from generator.document.blocks import (
    Bullets,
    Figure,
    Link,
    Matrix,
    MatrixColumn,
    MatrixRow,
    Paragraph,
    Row,
    Section,
    Table,
    Target,
    joined,
    plain,
)
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.node import words_of
from generator.renderers.word.ooxml.properties import Properties
from generator.renderers.word.ooxml.text import paragraph
from generator.renderers.word.setting.document import PrintDocument
from generator.renderers.word.setting.figures import figure
from generator.renderers.word.setting.flow import Piece, body_of
from generator.renderers.word.setting.frame import frame
from generator.renderers.word.setting.matrix import matrix
from generator.renderers.word.setting.pen import Pen
from generator.renderers.word.setting.tables import listed, said
from generator.renderers.word.setting.typesetter import Heading, Typesetter
from generator.renderers.word.setting.widths import shared

DAY = date(2026, 12, 1)
SPACE = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def pen() -> Pen:
    document = PrintDocument(House(), english=False)
    made = Pen(ctx=shipped(), house=House(), document=document, name="test")
    frame(made, "标题", "P-01")
    return made


def document(made: Pen, pieces: list[Piece]) -> etree._Element:
    known = Properties(title="t", subject="s", creator="c", language="zh", dated=DAY)
    raw = made.document.finish(body_of(made, pieces), known)
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


@given(st.lists(st.lists(st.text(max_size=300), min_size=1, max_size=4), min_size=1, max_size=12),
       st.integers(4_000, 15_000))  # fmt: skip
def test_columns_fill_the_page_whatever_they_hold(columns: list[list[str]], width: int) -> None:
    widths = shared(columns, width)
    assert sum(widths) == width
    assert all(each > 0 for each in widths)


def test_links_lead_to_places_in_the_document_or_are_plain_text() -> None:
    made = pen()
    here, elsewhere = Target("process", "here"), Target("process", "elsewhere")
    row = Row((plain("x"), (Link("去", here), Link("无", elsewhere))), anchor="here")
    part = listed(made, Table("表", ("a", "b"), (row,)), kind="process")
    root = document(made, [Piece((part,))])
    space = {"w": root.nsmap["w"]}
    anchors = root.xpath("//w:hyperlink/@w:anchor", namespaces=space)
    assert len(anchors) == 1
    assert set(anchors) <= set(root.xpath("//w:bookmarkStart/@w:name", namespaces=space))
    assert "无" in "".join(root.itertext())


def test_columns_that_say_nothing_on_paper_are_left_out() -> None:
    file = (Link("Word", Target("download", "forms/x.docx")),)
    table = Table("t", ("a", "b", "c"), (Row((plain("x"), file, ())), Row((plain("y"), (), ()))))
    assert said(table).columns == ("a",)


@pytest.mark.parametrize("count", [1, 15, 16, 29, 70])
def test_a_matrix_of_any_width_fits_its_page(count: int) -> None:
    made = pen()
    columns = tuple(MatrixColumn(f"r{at}", plain("岗位" * 5)) for at in range(count))
    rows = (MatrixRow("1", plain("步骤"), ("R",) * count),)
    root = document(made, [Piece((matrix(made, Matrix("m", columns, rows)),))])
    space = {"w": root.nsmap["w"]}
    sums = [
        sum(int(each) for each in grid.xpath("w:gridCol/@w:w", namespaces=space))
        for grid in root.iter(f"{{{space['w']}}}tblGrid")
    ]
    assert set(sums) == {made.sheet.width}
    assert "".join(root.itertext()).count("R") >= count


def test_neighbours_that_lie_across_share_a_section() -> None:
    made = pen()
    one = paragraph(())
    pieces = [
        Piece((one,)),
        Piece((one,), landscape=True),
        Piece((one,), landscape=True),
        Piece((one,)),
        Piece(()),
    ]
    root = document(made, pieces)
    turned = root.xpath("//w:pgSz/@w:orient", namespaces={"w": root.nsmap["w"]})
    assert turned == ["landscape"]
    assert len(root.xpath("//w:sectPr", namespaces={"w": root.nsmap["w"]})) == 3


@pytest.mark.promise("T18")
def test_no_field_comes_from_data() -> None:
    made = pen()
    text = 'DDEAUTO c:\\x { INCLUDETEXT "y" } =1'
    root = document(made, [Piece((made.cell(plain(text)),))])
    assert text in "".join(root.itertext())
    assert not root.xpath("//w:instrText", namespaces={"w": root.nsmap["w"]})


def test_a_figure_that_is_not_drawn_takes_no_room() -> None:
    assert figure(pen(), Figure("process", "x", "t", "d")) == ()


def test_a_heading_is_in_landscape_with_the_first_table_below_it() -> None:
    made = pen()
    columns = tuple("abcdefgh")
    rows = (Row(tuple(plain(each) for each in columns)),)
    wide = Section("W", "w", (Table("t", columns, rows, wide=True),))
    setter = Typesetter(pen=made, page=Target("page", "x"))
    pieces = list(setter.sections((wide,), Heading(level=1, number="", title="T")))
    assert [each.landscape for each in pieces] == [True, True]


def test_a_line_stays_on_the_page_of_the_list_that_it_leads_to() -> None:
    made = pen()
    blocks = (Paragraph(plain("接着启动：")), Bullets((plain("甲"),)), Paragraph(plain("完")))
    setter = Typesetter(pen=made, page=Target("page", "p"))
    root = document(made, list(setter.sections(blocks, Heading(level=3, number="", title="t"))))
    kept = {
        "".join(each.xpath(".//w:t/text()", namespaces=SPACE)): bool(
            each.xpath("w:pPr/w:keepNext", namespaces=SPACE)
        )
        for each in root.iter(f"{{{SPACE['w']}}}p")
    }
    assert kept["接着启动："]
    assert not kept["完"]


def test_a_list_of_codes_can_break_between_them_and_says_the_same() -> None:
    """LibreOffice takes a comma between Latin letters for one of them."""
    codes = joined([plain("F034"), plain("F035")], "、")
    roles = joined([plain("店长"), plain("会计")], "、")
    assert "、\u200b" in words_of(pen().runs(codes))
    assert "F034、\u200bF035" in words_of(pen().runs(plain("F034、F035")))
    assert "\u200b" not in words_of(pen().runs(roles))
