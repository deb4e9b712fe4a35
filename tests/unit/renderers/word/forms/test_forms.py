"""A form as a Word file: sections in their order, on the paper that they need, protected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from formpen import field
from forms import blank, context, handbook, order_sheet
from nodes import parsed, parts
from outlines.word import word_outline

from generator.base.i18n import Catalogue, product_catalogue
from generator.document.context import Context
from generator.renderers.word.forms import form_docx, specification
from generator.renderers.word.ooxml.house import House

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def test_the_form_of_every_field_type(snapshot: Callable[[str, str], None]) -> None:
    snapshot(word_outline(blank()), "every-type.docx.txt")


def test_in_chinese_sentences_and_dates_are_chinese() -> None:
    ctx = Context.of(handbook(), product_catalogue("zh"), Catalogue("zh"))
    said = parts(form_docx(ctx, order_sheet(), House()))["word/document.xml"].decode()
    assert "填写说明" in said
    assert 'w:val="yyyy-MM-dd"' in parts(blank())["word/document.xml"].decode()
    assert 'w:val="yyyy-MM-dd"' not in said


def test_only_what_is_asked_for_can_be_filled_in() -> None:
    settings = parsed(blank(), "word/settings.xml")
    (protection,) = settings.xpath("w:documentProtection", namespaces=W)
    assert protection.get(f"{{{W['w']}}}edit") == "forms"


def test_a_section_with_a_wide_table_is_in_landscape_and_the_next_stays_there() -> None:
    form = order_sheet()
    table = field("goods")
    wide = replace(table, columns=tuple(
        replace(table.columns[0], field=f"c{n}", label=table.columns[0].label) for n in range(12)
    ))  # fmt: skip
    first, *rest = form.sections
    inner = replace(first, fields=(first.fields[0],))
    changed = replace(form, sections=(inner, replace(rest[0], fields=(wide,)), *rest[1:]))
    body = parsed(form_docx(context(), changed, House()))
    pages = body.xpath("//w:pgSz", namespaces=W)
    assert [page.get(f"{{{W['w']}}}orient") for page in pages] == [None, "landscape"]


def test_the_specification_changes_with_any_field_option_or_rule() -> None:
    form, header = order_sheet(), handbook().settings.form_header
    first = form.sections[0]
    other = [
        replace(form, rules=form.rules[:1]),
        replace(form, sections=(replace(first, fields=first.fields[1:]), *form.sections[1:])),
    ]
    names = {specification(each, header) for each in (form, *other)}
    names.add(specification(form, header[:1]))
    assert len(names) == 4
    assert specification(form, header) == specification(replace(form, keep=None), header)
