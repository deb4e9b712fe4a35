"""A whole package: parts that belong together, and documents of others taken over."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from forms import blank
from lxml import etree
from nodes import parsed, parts

from generator.renderers.word.ooxml.document import WordDocument
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.order import ORDER
from generator.renderers.word.ooxml.page import Sheet, section
from generator.renderers.word.ooxml.properties import Properties
from generator.renderers.word.ooxml.qr import qr_png
from generator.renderers.word.ooxml.styles import Style
from generator.renderers.word.ooxml.text import RunFormat, paragraph, run
from generator.renderers.word.ooxml.xml import W

SPACE = {"w": W}
KNOWN = Properties(title="T", subject="S", creator="C", language="zh", dated=date(2026, 12, 1))
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def document(*, base: bytes | None = None, protected: bool = False) -> WordDocument:
    styles = (Style(id="Own", name="Own Style"),)
    return WordDocument(House(base=base), styles, english=False, protected=protected)


def finished(made: WordDocument, content: Nodes = (), references: Nodes = ()) -> bytes:
    return made.finish(content + section(Sheet(), references), KNOWN)


def companys_own(change: Any = None) -> bytes:
    """A document of somebody else: with a letterhead, and ids of styles as Chinese Word has."""
    base = Document()
    base.sections[0].header.paragraphs[0].text = "Our letterhead"
    base.styles["Header"].element.set(f"{{{W}}}styleId", "a3")
    base.styles["Title"].element.set(f"{{{W}}}styleId", "a4")
    if change:
        change(base)
    out = BytesIO()
    base.save(out)
    return out.getvalue()


def styles_of(raw: bytes, part: str) -> list[str]:
    return [str(each) for each in parsed(raw, part).xpath("//w:pStyle/@w:val", namespaces=SPACE)]


def test_the_same_content_gives_the_same_bytes() -> None:
    content = paragraph(run("x"), "Title")
    assert finished(document(), content) == finished(document(), content)


def test_each_frame_is_a_part_that_sections_refer_to() -> None:
    made = document()
    first = made.add_frame(paragraph(run("top")), paragraph(run("foot")))
    second = made.add_frame(paragraph(run("other")), paragraph(run("foot")))
    relations = [each.attributes["r:id"] for each in (*first, *second)]
    assert len(set(relations)) == 4
    raw = finished(made, (), first)
    for name in ("header1", "header2", "footer1", "footer2"):
        assert f"word/{name}.xml" in parts(raw)
    assert Document(BytesIO(raw)).sections[0].header.paragraphs[0].text == "top"


def test_pictures_become_parts_and_equal_ones_are_kept_once() -> None:
    made = document()
    assert made.add_picture(qr_png("a")) == made.add_picture(qr_png("a"))
    assert made.add_picture(qr_png("a")) != made.add_picture(qr_png("b"))
    assert made.add_svg(SVG) != made.add_svg(SVG)
    raw = finished(made)
    assert sorted(each for each in parts(raw) if "media" in each) == [
        "word/media/drawing1.svg",
        "word/media/drawing2.svg",
        "word/media/image1.png",
        "word/media/image2.png",
    ]
    assert b'Extension="svg" ContentType="image/svg+xml"' in parts(raw)["[Content_Types].xml"]


def test_prompts_come_with_a_glossary_and_its_styles() -> None:
    raw = document().finish(section(Sheet(), ()), KNOWN, {"Prompt1": "name"})
    assert {"word/glossary/document.xml", "word/glossary/styles.xml"} <= set(parts(raw))
    assert "word/glossary/document.xml" not in parts(finished(document()))


def test_properties_are_ours_alone() -> None:
    known = Properties(
        title="T", subject="S", creator="C", language="zh", dated=date(2026, 12, 1),
        custom={"FormId": "x"},
    )  # fmt: skip
    base = document(base=companys_own(lambda each: setattr(each.core_properties, "author", "He")))
    raw = base.finish(section(Sheet(), ()), known)
    made = Document(BytesIO(raw)).core_properties
    assert (made.author, made.title) == ("C", "T")
    assert b"FormId" in parts(raw)["docProps/custom.xml"]


def test_a_base_document_keeps_its_letterhead_above_ours() -> None:
    made = document(base=companys_own())
    references = made.add_frame(paragraph(run("ours")), paragraph(run("page")))
    raw = finished(made, paragraph(run("x")), references)
    header = Document(BytesIO(raw)).sections[0].header
    assert [each.text for each in header.paragraphs] == ["Our letterhead", "ours"]


def test_a_base_document_has_one_letterhead_for_all_sheets() -> None:
    made = document(base=companys_own())
    first = made.add_frame(paragraph(run("ours")), paragraph(run("page")))
    assert made.add_frame(paragraph(run("again")), paragraph(run("page"))) == first
    header = Document(BytesIO(finished(made, (), first))).sections[0].header
    assert "again" not in [each.text for each in header.paragraphs]


def test_styles_of_a_base_document_count_by_their_names() -> None:
    made = document(base=companys_own())
    made.add_frame(paragraph(run("ours"), "Header"), paragraph(run("page"), "Footer"))
    content = paragraph(run("x"), "Title") + paragraph(run("y"), "Own")
    raw = finished(made, content)
    assert styles_of(raw, "word/document.xml") == ["a4", "Own"]
    (header,) = (each for each in parts(raw) if each.startswith("word/header"))
    assert styles_of(raw, header)[-1] == "a3"


def test_styles_that_a_base_document_lacks_are_added() -> None:
    raw = finished(document(base=companys_own()))
    names = [each.name for each in Document(BytesIO(raw)).styles]
    assert names.count("Own Style") == 1
    assert names.count("Title") == 1
    assert names.count("Placeholder Text") == 1


def test_looks_of_characters_and_tables_are_renamed_too() -> None:
    def change(base: Any) -> None:
        base.styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
        base.styles["Placeholder Text"].element.set(f"{{{W}}}styleId", "a9")

    made = document(base=companys_own(change))
    raw = finished(made, paragraph(run("x", RunFormat(style="PlaceholderText"))))
    found = parsed(raw).xpath("//w:rStyle/@w:val", namespaces=SPACE)
    assert found == ["a9"]


@pytest.mark.parametrize("guarded", [False, True])
def test_a_base_document_is_protected_once_at_its_place(guarded: bool) -> None:
    def change(base: Any) -> None:
        if guarded:
            base.settings.element.insert(0, etree.Element(f"{{{W}}}documentProtection"))

    raw = finished(document(base=companys_own(change), protected=True))
    tags = [f"w:{etree.QName(each).localname}" for each in parsed(raw, "word/settings.xml")]
    assert tags.count("w:documentProtection") == 1
    known = [ORDER["w:settings"][each] for each in tags if each in ORDER["w:settings"]]
    assert known == sorted(known)


def test_lists_have_bullets_of_their_own_but_not_in_documents_of_others() -> None:
    made = document()
    assert made.add_bullets()
    assert "word/numbering.xml" in parts(finished(made))
    assert not document(base=companys_own()).add_bullets()


def test_all_properties_of_a_form_stand_in_the_order_of_the_schema() -> None:
    raw = blank()
    for name, part in parts(raw).items():
        if not name.endswith(".xml") or not name.startswith("word/"):
            continue
        for each in etree.fromstring(part).iter(etree.Element):
            ranks = ORDER.get(f"w:{etree.QName(each).localname}")
            if ranks:
                prefix = {uri: short for short, uri in each.nsmap.items()}
                found = [
                    ranks[f"{prefix[etree.QName(child).namespace]}:{etree.QName(child).localname}"]
                    for child in each
                ]
                assert found == sorted(found), f"{name}: {each.tag}"


def test_every_style_that_a_form_uses_is_in_its_sheet() -> None:
    raw = blank()
    sheet = set(parsed(raw, "word/styles.xml").xpath("//w:style/@w:styleId", namespaces=SPACE))
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        used = parsed(raw, name).xpath(
            "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", namespaces=SPACE
        )
        assert set(used) <= sheet
