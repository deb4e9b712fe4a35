"""What stands on a form: document control, who fills what, the right control, room and paper."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from forms import EVERY_TYPE, blank, context, handbook, order_sheet

from generator.base.i18n import Catalogue
from generator.document.context import Context
from generator.model.control import Revision
from generator.model.handbook import Handbook
from generator.outputs.catalogue import files_of
from generator.outputs.entries.forms import FORMS
from generator.outputs.material import Material
from generator.renderers.word.forms import form_docx
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.node import within
from generator.renderers.word.ooxml.table import Cell, Grid, row, together
from generator.renderers.word.ooxml.text import kept, paragraph, run


def part(raw: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return archive.read(name).decode()


def words(raw: bytes, name: str = "word/document.xml") -> str:
    text = re.sub(r"</w:p>", "\n", part(raw, name))
    return re.sub(r"<[^>]+>", "", text)


def control(raw: bytes, tag: str) -> str:
    found = re.search(rf'<w:sdt>(?:(?!<w:sdt>).)*?w:tag w:val="{tag}"/>.*?</w:sdt>', part(raw))
    assert found, tag
    return found[0]


def changed(old: str, new: str) -> Handbook:
    assert old in EVERY_TYPE
    return handbook(EVERY_TYPE.replace(old, new))


def test_document_control_stands_on_the_form_and_in_its_properties() -> None:
    raw = blank()
    assert "FM-01-01" in words(raw, "word/header1.xml")
    assert "V1.0" in words(raw, "word/header1.xml")
    assert "First edition" in words(raw)
    properties = part(raw, "docProps/custom.xml")
    for value in ("order-sheet", "FM-01-01", "V1.0", "First edition"):
        assert f">{value}<" in properties


def test_a_translated_form_also_says_what_it_is_called_where_it_is_from() -> None:
    form = order_sheet()
    title = form.title.source
    ctx = Context.of(handbook(), Catalogue("en"), Catalogue("zh", {title: "订单表"}))
    assert f"订单表\n{title}\n" in words(form_docx(ctx, form, House()))
    assert f"{title}\n{title}\n" not in words(blank())


def test_a_section_says_who_fills_it_at_which_step() -> None:
    assert "Sales clerk: fill in (P-01-01, step 1)" in words(blank())


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("customer", "<w:text/>"),
        ("wishes", '<w:text w:multiLine="1"/>'),
        ("pieces", "<w:text/>"),
        ("wanted", "<w:date>"),
        ("called", "HH:mm"),
        ("way", "<w:dropDownList>"),
        ("post", "<w:dropDownList>"),
        ("branch", "<w:dropDownList>"),
        ("agreed", "<w14:checkbox>"),
        ("seller", "<w:text/>"),
        ("goods.article", "<w:text/>"),
    ],
)
def test_each_type_has_its_control(tag: str, kind: str) -> None:
    assert kind in control(blank(), tag)


def test_a_list_shows_words_and_stores_the_source() -> None:
    assert '<w:listItem w:displayText="phone" w:value="phone"/>' in control(blank(), "way")


def test_a_required_field_is_marked_and_a_computed_one_says_its_formula() -> None:
    text = words(blank())
    assert "*Customer" in text
    assert "\nSeller" in text
    assert "= sum of Sum" in text
    assert "= Amount × Price" in text


def test_a_table_of_options_prints_them_row_by_row() -> None:
    text = words(blank())
    assert "frame" in text
    assert "brakes" in text
    assert "marks.item" not in part(blank())


def test_blank_rows_repeat_in_a_section_and_their_head_on_each_page() -> None:
    body = part(blank())
    assert body.count("<w15:repeatingSectionItem/>") == 3
    assert "<w:tblHeader/>" in body
    assert body.count('w:tag w:val="goods.article"') == 3


def test_a_signature_has_a_row_for_each_signer() -> None:
    tags = re.findall(r'w:val="(sign\.[^"]+)"', part(blank()))
    assert len(tags) == 8
    assert {tag.rpartition(".")[2] for tag in tags} == {"name", "date", "opinion", "conclusion"}


def test_prompts_come_back_from_the_glossary() -> None:
    raw = blank()
    named = set(re.findall(r'<w:docPart w:val="([^"]+)"/>', part(raw)))
    stored = set(
        re.findall(r'<w:name w:val="(Prompt\d+)"/>', part(raw, "word/glossary/document.xml"))
    )
    assert named
    assert named <= stored


def test_only_fields_can_be_filled_in() -> None:
    settings = part(blank(), "word/settings.xml")
    assert '<w:documentProtection w:edit="forms" w:enforcement="1"/>' in settings


def test_a_wide_table_turns_the_paper() -> None:
    portrait = part(blank())
    assert "landscape" not in portrait
    many = "".join(
        f"          - {{field: c{n}, label: A long heading {n}, type: money}}\n" for n in range(12)
    )
    at = "          - {field: article,"
    wide = changed(at, many + at)
    assert 'w:orient="landscape"' in part(blank(wide))


def test_without_an_address_there_is_no_code_and_with_one_there_is() -> None:
    book = handbook()
    assert "word/media" not in " ".join(zipfile.ZipFile(BytesIO(blank())).namelist())
    settings = replace(book.settings, address="https://handbook.example/")
    raw = form_docx(context(replace(book, settings=settings)), order_sheet(), House())
    assert "word/media" in " ".join(zipfile.ZipFile(BytesIO(raw)).namelist())
    assert "https://handbook.example/forms/order-sheet.html" in words(raw)
    assert 'TargetMode="External"' not in part(raw, "word/_rels/document.xml.rels")


def test_an_address_that_is_no_web_address_makes_no_link() -> None:
    book = handbook()
    settings = replace(book.settings, address='javascript:alert(1)"')
    raw = form_docx(context(replace(book, settings=settings)), order_sheet(), House())
    assert "HYPERLINK" not in part(raw)


def test_drafts_say_so_and_withdrawn_forms_have_no_file() -> None:
    book, form = handbook(), order_sheet()
    draft = replace(form, revisions=(replace(form.revision, approved=None),))
    gone: Revision = replace(form.revision, retired=form.revision.date)
    withdrawn = replace(form, revisions=(gone,))
    assert "DRAFT" in words(form_docx(context(), draft, House()), "word/header1.xml")
    for each, drafts, count in ((draft, False, 0), (draft, True, 1), (withdrawn, True, 0)):
        ctx = replace(context(replace(book, form_list=(each,))), drafts=drafts)
        assert len(files_of(FORMS, ctx, Material(house=House()))) == count


def test_the_house_style_sets_colour_fonts_and_logo() -> None:
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154"
        "789c63f8cfc0f01f0005050102cfa2b1d40000000049454e44ae426082"
    )
    raw = form_docx(
        context(),
        order_sheet(),
        House(colour="AA0000", font="仿宋", latin_font="Georgia", logo=png),
    )
    styles = part(raw, "word/styles.xml")
    assert "AA0000" in styles
    assert "仿宋" in styles
    assert "Georgia" in styles
    assert any(name.startswith("word/media") for name in zipfile.ZipFile(BytesIO(raw)).namelist())


def test_a_base_document_keeps_its_letterhead_and_styles() -> None:
    base = Document()
    base.sections[0].header.paragraphs[0].text = "Our letterhead"
    out = BytesIO()
    base.save(out)
    raw = form_docx(context(), order_sheet(), House(base=out.getvalue()))
    made = Document(BytesIO(raw))
    assert made.sections[0].header.paragraphs[0].text == "Our letterhead"
    assert "FM-01-01" in made.sections[0].header.paragraphs[1].text
    assert "documentProtection" in part(raw, "word/settings.xml")
    assert made.paragraphs[0].style is not None


def test_a_row_that_does_not_fill_its_grid_is_a_fault() -> None:
    grid = Grid(widths=(100, 100), title="x", description="x")
    with pytest.raises(ValueError, match="1 of 2"):
        row(grid, [Cell(content=())])


def test_the_end_of_a_form_is_no_page_of_its_own() -> None:
    body = part(blank())
    last_table = body[body.rindex("<w:tbl>") :]
    held = ["<w:keepNext/>" in each for each in re.findall(r"<w:p>.*?</w:p>", last_table)]
    assert held == [True] * (len(held) - 1) + [False]


@pytest.mark.parametrize(("count", "held"), [(1, []), (3, [0, 1]), (4, [0, 2]), (9, [0, 7])])
def test_no_row_of_a_table_stands_on_a_page_alone(count: int, held: list[int]) -> None:
    grid = Grid(widths=(9,), title="", description="")
    rows = together([row(grid, [Cell(content=paragraph(run("x")))])] * count)
    assert [at for at, each in enumerate(rows) if list(within(each, "w:keepNext"))] == held


def test_a_paragraph_is_kept_once_whatever_it_says_already() -> None:
    for each in (paragraph(run("x")), paragraph(run("x"), "FormCell")):
        assert len(list(within(kept(each), "w:keepNext"))) == 1
        assert kept(kept(each)) == kept(each)


def test_the_key_of_a_form_follows_what_it_shows() -> None:
    def key(book: Handbook, house: House) -> str | None:
        return next(
            each.artifact.key
            for each in files_of(FORMS, context(book), Material(house=house))
            if each.about == "order-sheet"
        )

    plain = key(handbook(), House())
    assert plain == key(handbook(), House())
    assert plain != key(handbook(), House(colour="AA0000"))
    assert plain != key(changed("label: Seller", "label: Sold by"), House())
