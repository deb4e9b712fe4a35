"""The book: contents, captions, references and links hold together, and it says all there is."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree
from pages import walk
from shipped import made_by, material, shipped

from generator.document.blocks import Target, text_of
from generator.document.process_page import step_item
from generator.document.site import site_pages
from generator.outputs.catalogue import downloads_of, files_for, files_of
from generator.outputs.entries.book import BOOK, MOST_IN_ONE_BOOK, printed_book
from generator.outputs.entries.checklists import CHECKLISTS
from generator.renderers.word.book import BookMaterial, BookScope, book_of
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.qr import qr_png
from generator.renderers.word.setting.pen import UNKNOWN_PAGES, Drawn

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = {"w": W}
FIELDS = {"HYPERLINK", "NUMPAGES", "PAGE", "PAGEREF", "REF", "SEQ", "TOC"}


# One grey point: what a diagram looks like does not matter here.
POINT = qr_png("x")
DRAWN = Drawn(svg=b'<svg xmlns="http://www.w3.org/2000/svg"/>', png=POINT, width=50, height=400)


def whole() -> bytes:
    ctx = shipped()
    material = BookMaterial(drawings=lambda _: (DRAWN, DRAWN))
    return book_of(ctx, BookScope(processes=ctx.handbook.process_list), House(), material)


@pytest.fixture(scope="module")
def raw() -> bytes:
    return whole()


@pytest.fixture(scope="module")
def body(raw: bytes) -> etree._Element:
    return document(raw)


def document(raw: bytes, part: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return etree.fromstring(archive.read(part))


def texts(root: etree._Element, path: str) -> list[str]:
    return ["".join(each.xpath(".//w:t/text()", namespaces=SPACE))
            for each in root.xpath(path, namespaces=SPACE)]  # fmt: skip


def as_text(root: etree._Element) -> str:
    return str(etree.tostring(root, encoding="unicode"))


def styled(style: str) -> str:
    return f"//w:p[w:pPr/w:pStyle/@w:val='{style}']"


def test_contents_have_every_heading_of_two_levels_in_order(body: etree._Element) -> None:
    headings = body.xpath(
        "//w:p[w:pPr/w:pStyle[@w:val='Heading1' or @w:val='Heading2']]", namespaces=SPACE
    )
    said = ["".join(each.xpath(".//w:t/text()", namespaces=SPACE)) for each in headings]
    listed = texts(body, "//w:p[w:pPr/w:pStyle[@w:val='TOC1' or @w:val='TOC2']]")
    assert listed == said
    assert len(said) > len(shipped().handbook.process_list)


def test_no_prompt_on_opening(raw: bytes) -> None:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        assert b"updateFields" not in archive.read("word/settings.xml")
        assert b"w:dirty" not in archive.read("word/document.xml")


def test_every_link_and_reference_leads_to_a_bookmark(body: etree._Element) -> None:
    marks = body.xpath("//w:bookmarkStart/@w:name", namespaces=SPACE)
    assert len(set(marks)) == len(marks)
    assert all(len(each) <= 40 for each in marks)
    assert set(body.xpath("//w:hyperlink/@w:anchor", namespaces=SPACE)) <= set(marks)
    codes = body.xpath("//w:instrText/text()", namespaces=SPACE)
    named = [code.split()[1] for code in codes if code.split()[0] in {"REF", "PAGEREF"}]
    assert named
    assert set(named) <= set(marks)
    numbers = body.xpath("//w:bookmarkStart/@w:id", namespaces=SPACE)
    assert len(set(numbers)) == len(numbers)


def test_captions_are_numbered_and_references_show_their_numbers(body: etree._Element) -> None:
    captions = texts(body, styled("Caption"))
    counted: dict[str, list[int]] = {}
    for each in captions:
        label, number = each.split()[:2]
        counted.setdefault(label, []).append(int(number))
    assert len(counted) == 2
    assert all(found == list(range(1, len(found) + 1)) for found in counted.values())
    shown = {" ".join(each.split()[:2]) for each in captions}
    fields = re.findall(r"REF c\w+ .*?separate.*?<w:t[^>]*>([^<]*)</w:t>", as_text(body))
    assert len(fields) == 2 * len(shipped().handbook.process_list)
    assert set(fields) <= shown
    assert "\ue000" not in as_text(body)


def test_only_known_fields(body: etree._Element) -> None:
    codes = body.xpath("//w:instrText/text()", namespaces=SPACE)
    assert {code.split()[0] for code in codes} <= FIELDS


def test_every_step_of_every_process_is_said(body: etree._Element) -> None:
    ctx = shipped()
    said = "".join(body.itertext())
    for process in ctx.handbook.process_list:
        for number in range(1, len(process.steps) + 1):
            step = step_item(ctx, process, number)
            assert step.title in said
            assert text_of(step.do) in said
            assert all(text_of(check) in said for check in step.checks)


def test_tables_fit_between_the_margins(body: etree._Element) -> None:
    waiting: list[int] = []
    fitting = 0
    for block in body[0]:
        if block.tag == f"{{{W}}}tbl":
            waiting.append(sum(map(int, block.xpath("w:tblGrid/w:gridCol/@w:w", namespaces=SPACE))))
        for section in block.iter(f"{{{W}}}sectPr"):
            size, margins = section.find(f"{{{W}}}pgSz"), section.find(f"{{{W}}}pgMar")
            sides = sum(int(margins.get(f"{{{W}}}{side}")) for side in ("left", "right"))
            room = int(size.get(f"{{{W}}}w")) - sides
            assert all(width <= room for width in waiting)
            fitting += len(waiting)
            waiting = []
    assert not waiting
    assert fitting > 200


def test_numbers_of_pages_stand_where_they_are_known() -> None:
    ctx = shipped()
    part = BookScope(processes=ctx.handbook.processes_of_chapter("customers"), whole=False)
    made = document(book_of(ctx, part, House(), BookMaterial(pages=UNKNOWN_PAGES)))
    assert all(each.endswith("0") for each in texts(made, styled("TOC2")))


def test_a_chapter_or_a_role_has_a_book_of_its_own() -> None:
    found = {
        name: [each.artifact.path for each in files_for(BOOK, shipped(), material(), name)]
        for name in ("customers", "complaint-officer", "x")
    }
    assert found == {
        "customers": ["downloads/handbook-customers.docx"],
        "complaint-officer": ["downloads/handbook-complaint-officer.docx"],
        "x": [],
    }


def test_very_many_processes_give_a_book_for_each_chapter() -> None:
    ctx = shipped()
    processes = ctx.handbook.process_list
    many = tuple(
        replace(processes[at % len(processes)], id=f"p{at}")  # type: ignore[arg-type]
        for at in range(MOST_IN_ONE_BOOK + 1)
    )
    handbook = replace(ctx.handbook, process_list=many)
    large = replace(ctx, handbook=handbook)
    files = files_of(BOOK, large, material())
    chapters = [each.chapter for each in handbook.settings.chapters]
    assert [each.artifact.path for each in files] == [
        f"downloads/handbook-{chapter}.docx" for chapter in chapters
    ]
    offered = downloads_of(large, files)
    for chapter, book in zip(chapters, files, strict=True):
        (download,) = offered[f"chapters/{chapter}"]
        assert download.target == Target("download", book.artifact.path)
        assert download in offered["index"]
        assert handbook.chapters[chapter].title.source in download.title
    pages = {each.path: each for each in site_pages(large, offered, {}, {})}
    for chapter in chapters:
        assert Target("download", f"downloads/handbook-{chapter}.docx") in set(
            walk(pages[f"chapters/{chapter}"])
        )


def test_diagrams_are_there_as_vectors_and_as_pictures() -> None:
    ctx = shipped()
    part = BookScope(processes=(ctx.handbook.processes["customer-file"],), whole=False)
    made = printed_book(ctx, material(), part)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        names = archive.namelist()
    assert sum(name.endswith(".svg") for name in names) >= 1
    assert sum(name.endswith(".svg") for name in names) == sum(n.endswith(".png") for n in names)
    described = document(made).xpath("//*[local-name()='docPr']/@descr")
    assert all(described)


def test_same_bytes_twice(raw: bytes) -> None:
    assert whole() == raw


def test_keys_change_with_what_a_document_says_and_with_nothing_else() -> None:
    ctx = shipped()
    before = {each.path: each.key for each in made_by(CHECKLISTS, ctx)}
    assert {each.path: each.key for each in made_by(CHECKLISTS, ctx)} == before
    role = ctx.handbook.organization.roles[0].role
    roles = tuple(
        replace(each, title=replace(each.title, source="改名")) if each.role == role else each
        for each in ctx.handbook.organization.roles
    )
    organization = replace(ctx.handbook.organization, roles=roles)
    other = replace(ctx, handbook=replace(ctx.handbook, organization=organization))
    after = {each.path: each.key for each in made_by(CHECKLISTS, other)}
    changed = {path for path in before if before[path] != after[path]}
    assert f"roles/{role}-confirmation.docx" in changed
    assert len(changed) < len(before) / 2
