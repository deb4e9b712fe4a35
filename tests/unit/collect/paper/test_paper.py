"""What a person sees in a returned form is in a field, in a remark, or named."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from filling import fill
from forms import blank, codes, good, handbook, order_sheet, read
from returned import CUSTOMER, DOCUMENT, END, MC, record, run, swapped, with_parts

from generator.collect.paper.symbols import in_symbols, raised, symbol
from generator.collect.record import Remark


def table(tag: str) -> str:
    """The table that holds a control."""
    raw = fill(blank(), handbook(), order_sheet(), good())
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        text = archive.read(DOCUMENT).decode()
    tables = re.findall(r"<w:tbl>(?:(?!<w:tbl>).)*?</w:tbl>", text, re.DOTALL)
    return next(each for each in tables if f'w:val="{tag}"' in each)


def test_the_form_as_filled_in_has_no_remark() -> None:
    assert record(swapped("", "")).remarks == ()


def test_text_beside_a_control_belongs_to_its_field() -> None:
    found = record(swapped(CUSTOMER + END, CUSTOMER + END + run(" (new)")))
    assert found.values["customer"] == "Miller <& Co> (new)"


def test_a_second_paragraph_in_the_cell_belongs_to_its_field() -> None:
    found = record(
        swapped(CUSTOMER + END + "</w:p>", CUSTOMER + END + "</w:p><w:p>" + run("Hill") + "</w:p>")
    )
    assert found.values["customer"] == "Miller <& Co>\nHill"


def test_text_beside_a_number_is_part_of_it_or_asked() -> None:
    two = "<w:t>2</w:t></w:r>" + END
    for beside, value in (("0", 20), (" pieces", 2), ("万", 20000)):
        result = record(swapped(two, two + run(beside)))
        assert result.values.get("pieces") == value or result.open_points
    asked = record(swapped(two, two + run(" or 3")))
    assert "pieces" not in asked.values
    assert [each.written for each in asked.open_points] == ["2 or 3"]


def test_a_note_at_the_end_is_a_remark_with_its_place() -> None:
    (remark,) = record(
        swapped("<w:sectPr", "<w:p>" + run("Please hurry") + "</w:p><w:sectPr")
    ).remarks
    assert (remark.kind, remark.text) == ("text", "Please hurry")
    assert remark.place


@pytest.mark.parametrize(
    ("look", "kind"),
    [
        ("<w:vanish/>", "hidden text"),
        ("<w:strike/>", "struck-out text"),
        ('<w:color w:val="FFFFFF"/>', "hidden text"),
        ('<w:color w:val="ffffff"/><w:highlight w:val="white"/>', "hidden text"),
        ('<w:sz w:val="2"/>', "hidden text"),
    ],
)
def test_what_is_hidden_or_struck_out_is_no_value(look: str, kind: str) -> None:
    found = record(swapped(CUSTOMER, CUSTOMER + run("Smith", look)))
    assert found.values["customer"] == "Miller <& Co>"
    assert [(each.kind, each.text) for each in found.remarks] == [(kind, "Smith")]


@pytest.mark.parametrize(
    "look",
    [
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F4E79"/>',
        '<w:color w:val="FF0000"/>',
        '<w:sz w:val="20"/>',
    ],
)
def test_white_on_a_colour_is_seen(look: str) -> None:
    found = record(swapped(CUSTOMER, CUSTOMER + run("Smith", look)))
    assert found.values["customer"] == "Miller <& Co>Smith"
    assert not found.remarks


def test_a_raised_figure_is_no_part_of_a_number() -> None:
    two = "<w:t>2</w:t></w:r>"
    result = read(swapped(two, two + run("2", '<w:vertAlign w:val="superscript"/>')))
    assert result.value is not None
    assert "pieces" not in result.value.values
    assert "HB561" in codes(result)


def test_moved_text_counts_where_it_stands_now_and_deleted_text_is_a_remark() -> None:
    moved = (
        f"<w:moveTo>{run(' Hill')}</w:moveTo><w:del><w:r><w:delText>Smith</w:delText></w:r></w:del>"
    )
    found = record(swapped(CUSTOMER, CUSTOMER + moved))
    assert found.values["customer"] == "Miller <& Co> Hill"
    assert [(each.kind, each.text) for each in found.remarks] == [("deleted text", "Smith")]


def test_a_symbol_is_read_as_its_sign() -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    assert record(swapped(CUSTOMER, CUSTOMER + sign)).values["customer"] == "Miller <& Co>✓"
    assert symbol("Wingdings 2", "F052") == "☑"
    assert symbol("Symbol", "F0B3") == "≥"
    assert symbol("Wingdings", "F04B") == "⟨Wingdings F04B⟩"
    assert symbol("Arial", "2713") == "✓"
    assert symbol("Arial", "no") == "⟨Arial no⟩"
    assert in_symbols("\xfc ", "Wingdings") == "✓ "
    assert (raised("m2", "superscript"), raised("H2", "subscript")) == ("m²", "H₂")


def test_a_text_box_and_a_picture_are_remarks() -> None:
    box = (
        "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
        f"<w:p>{run('Urgent')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    picture = "<w:r><w:drawing><x:docPr xmlns:x='x' name='photo.png'/></w:drawing></w:r>"
    found = record(swapped(CUSTOMER + END, CUSTOMER + END + box + picture))
    assert {(each.kind, each.text) for each in found.remarks} == {
        ("text box", "Urgent"),
        ("picture", "photo.png"),
    }


def test_a_row_typed_without_controls_belongs_to_its_table() -> None:
    cells = "".join(f"<w:tc><w:p>{run(each)}</w:p></w:tc>" for each in ("X-9", "3", "5", "", "no"))
    goods = table("goods.price")
    row = f"<w:tr>{cells}</w:tr></w:tbl>"
    raw = swapped(goods, goods.replace("</w:tbl>", row))
    rows = record(raw).values["goods"]
    assert rows[-1] == {"article": "X-9", "amount": 3, "price": 5, "sum": 15, "urgent": False}


def test_a_table_pasted_twice_is_a_finding() -> None:
    goods = table("goods.price")
    result = read(swapped(goods, goods + "<w:p/>" + goods.replace("X-1", "X-2")))
    assert result.value is not None
    assert [row["article"] for row in result.value.values["goods"]] == ["X-1"]
    assert "HB549" in codes(result)
    assert Remark in {type(each) for each in result.value.remarks}
    assert "X-2" in {each.text for each in result.value.remarks}


def test_without_any_control_all_is_found_by_label_and_place() -> None:
    found = record(swapped("<w:tag ", "<w:tag w:was='' ".replace("w:tag w", "w:notag w"), 999))
    whole = record(swapped("", ""))
    assert found.values == whole.values
    assert set(found.recovered) >= {"customer", "pieces", "goods", "approved"}
    assert found.remarks == ()


def test_a_prompt_that_is_still_marked_but_was_typed_over_is_a_value() -> None:
    raw = swapped('<w:tag w:val="customer"/>', '<w:tag w:val="customer"/><w:showingPlcHdr/>')
    assert record(raw).values["customer"] == "Miller <& Co>"


@pytest.mark.parametrize("code", ["DATE \\@ d", "TIME", "SAVEDATE", " PRINTDATE "])
def test_a_field_that_says_something_else_tomorrow_is_a_remark(code: str) -> None:
    living = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    (remark,) = record(swapped(CUSTOMER, CUSTOMER + living)).remarks
    assert (remark.kind, remark.text) == ("field", code.strip())


def test_what_is_said_above_a_word_to_read_it_is_a_remark() -> None:
    part = "<w:r><w:t>{}</w:t></w:r>"
    ruby = f"<w:rt>{part.format('hill')}</w:rt><w:rubyBase>{part.format('山')}</w:rubyBase>"
    found = record(swapped(CUSTOMER, f"{CUSTOMER}<w:r><w:ruby>{ruby}</w:ruby></w:r>"))
    assert found.values["customer"] == "Miller <& Co>山"
    assert [(each.kind, each.text) for each in found.remarks] == [("ruby", "hill")]


def test_a_field_that_stays_as_it_is_is_none() -> None:
    other = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    assert record(swapped(CUSTOMER, CUSTOMER + other)).remarks == ()


@pytest.mark.parametrize("label", ["Dozens", "Pieces (in thousands)", "Pieces 万件"])
def test_a_number_under_a_changed_label_is_asked(label: str) -> None:
    result = read(swapped(">Pieces<", f">{label}<"))
    assert "HB567" in codes(result)
    assert result.value is not None
    assert "pieces" not in result.value.values
    assert [(each.field, each.written) for each in result.value.open_points] == [("pieces", "2")]


def test_a_changed_label_of_a_column_is_that_of_each_row() -> None:
    result = read(swapped(">Price (", ">Price (10,000 "))
    assert result.value is not None
    asked = [each.place for each in result.value.open_points if each.code == "HB567"]
    assert asked == ["Goods · 1 · Price"]


def test_a_changed_label_of_a_text_is_told_and_the_value_taken() -> None:
    result = read(swapped(">Customer<", ">Supplier<"))
    assert codes(result) == ["HB569"]
    assert result.value is not None
    assert result.value.values["customer"] == "Miller <& Co>"
    (told,) = result.value.remarks
    assert (told.kind, told.text.partition(" → ")[2].strip(" *")) == ("changed print", "Supplier")


def test_a_note_beside_a_label_is_a_remark_and_no_question() -> None:
    result = read(swapped(">Pieces<", ">Pieces (see letter)<"))
    assert codes(result) == ["HB568"]
    assert result.value is not None
    assert result.value.values["pieces"] == 2


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_the_older_of_two_ways_counts_where_the_newer_says_nothing() -> None:
    older = f'<mc:AlternateContent {MC}><mc:Choice Requires="z"/><mc:Fallback>'
    text = f"{older}<w:p>{run('seen')}</w:p></mc:Fallback></mc:AlternateContent><w:sectPr"
    assert [each.text for each in record(swapped("<w:sectPr", text)).remarks] == ["seen"]


def test_what_was_deleted_in_a_header_or_a_comment_is_kept() -> None:
    gone = '<w:p><w:del w:id="9" w:author="a"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>'
    comments = f'<w:comments {WORD}><w:comment w:id="1">{gone}</w:comment></w:comments>'
    raw = with_parts({"word/comments.xml": comments}, {"word/header1.xml": ("</w:hdr>", gone)})
    kept = [(each.kind, each.text) for each in record(raw).remarks]
    assert kept == [("deleted text", "gone"), ("deleted text", "gone")]


def test_notes_are_found_by_what_the_document_calls_them() -> None:
    notes = f'<w:footnotes {WORD}><w:footnote w:id="2"><w:p>{run("see")}</w:p></w:footnote>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    link = f'<Relationship Id="n1" Type="{kind}" Target="notes/f.xml"/>'
    raw = with_parts(
        {"word/notes/f.xml": f"{notes}</w:footnotes>"},
        {"word/_rels/document.xml.rels": ("</Relationships>", link)},
    )
    assert [(each.kind, each.text) for each in record(raw).remarks] == [("footnote", "see")]
