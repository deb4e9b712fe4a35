"""What one program fills into a form comes back equal through another, and through a third."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx_plus.controls import list_controls
from filling import fill, sample
from forms import EVERY_TYPE, blank, codes, good, handbook, order_sheet, read
from proving import PROVING

from generator.base.i18n import Catalogue, parse_catalogue, product_catalogue
from generator.checking.folder import read_folder
from generator.collect.blanks import Blanks
from generator.collect.fields import FieldReader
from generator.collect.package import Package, open_package
from generator.collect.paper.seeing import gathered
from generator.collect.reading import Reading
from generator.collect.vocabulary import Vocabulary
from generator.document.context import Context
from generator.model.form import Form
from generator.model.handbook import Handbook
from generator.renderers.word.forms import form_docx
from generator.renderers.word.ooxml.house import House

PROJECT = Path(__file__).parents[2]


def some(book: Handbook, start: int = 0) -> tuple[Form, ...]:
    """All forms in the long run, else one of four, and one with each type of field."""
    if PROVING:
        return tuple(book.form_list)
    with_type = {field.type: form for form in book.form_list for field in form.fields}
    chosen = {form.id: form for form in (*book.form_list[start::4], *with_type.values())}
    return tuple(chosen.values())


@pytest.fixture(scope="module")
def shipped() -> tuple[Handbook, Catalogue]:
    """The handbook of this repository and its English texts."""
    sources = read_folder(PROJECT)
    assert sources.checked.handbook is not None
    raw = sources.catalogues.get("en", b"")
    return sources.checked.handbook, parse_catalogue("en", raw)


def values_of(raw: bytes, handbook_: Handbook, form_id: str, *texts: Catalogue) -> Reading:
    package = open_package(raw, "x.docx")
    assert isinstance(package, Package)
    reading = Reading(file="x.docx", vocabulary=Vocabulary(handbook_))
    form = handbook_.forms[form_id]
    fields = (*handbook_.settings.form_header, *form.fields)
    blank_form = Blanks(handbook_, texts).of(form, package.properties["FormLanguage"])
    found, _ = gathered(package, blank_form, is_same=True)
    FieldReader(reading).read(fields, found.filled)
    assert found.remarks == []
    return reading


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_shipped_form_comes_back_equal_in_both_languages(
    shipped: tuple[Handbook, Catalogue], language: str
) -> None:
    book, texts = shipped
    spoken = texts if language == "en" else Catalogue(language)
    ctx = Context.of(book, product_catalogue(language), spoken)
    for form in some(book, ["zh", "en"].index(language)):
        wanted = sample(book, form)
        raw = fill(form_docx(ctx, form, House()), book, form, wanted)
        reading = values_of(raw, book, form.id, spoken)
        assert reading.values == wanted, form.id
        assert reading.findings == [], form.id


@pytest.mark.slow
def test_a_blank_form_is_empty_to_every_reader(shipped: tuple[Handbook, Catalogue]) -> None:
    book, _ = shipped
    ctx = Context.of(book, product_catalogue("zh"), Catalogue("zh"))
    for form in some(book, 2):
        raw = form_docx(ctx, form, House())
        reading = values_of(raw, book, form.id)
        assert {name for name, value in reading.values.items() if value is not False} == set()
        for control in list_controls(docx.Document(BytesIO(raw))):
            if not control.control_type.startswith("repeating"):
                assert control.is_placeholder or control.value is False, control


def test_a_second_reader_sees_what_collect_sees() -> None:
    raw = fill(blank(), handbook(), order_sheet(), good())
    seen = {each.tag: each.value for each in list_controls(docx.Document(BytesIO(raw)))}
    record = read(raw).value
    assert record is not None
    assert seen["customer"] == record.values["customer"] == "Miller <& Co>"
    assert seen["way"] == record.values["way"]
    assert seen["agreed"] is record.values["agreed"] is True
    wanted: Any = seen["wanted"]
    assert wanted.date() == record.values["wanted"]


@pytest.mark.promise("T15")
def test_every_type_of_field_comes_back_equal() -> None:
    book = handbook()
    wanted = sample(book, order_sheet())
    raw = fill(blank(), book, order_sheet(), wanted)
    assert values_of(raw, book, "order-sheet").values == wanted


def test_rows_come_back_when_an_editor_drops_the_repeating_frame() -> None:
    book, form = handbook(), order_sheet()
    document = docx.Document(BytesIO(fill(blank(), book, form, sample(book, form))))
    before = values_of(_saved(document), book, form.id).values["goods"]
    for frame in _found(document, "w15:repeatingSection", "w15:repeatingSectionItem"):
        control = frame.getparent().getparent()
        parent, content = control.getparent(), control[-1]
        at = parent.index(control)
        for number, each in enumerate(list(content)):
            parent.insert(at + number, each)
        parent.remove(control)
    assert not _found(document, "w15:repeatingSectionItem")
    assert values_of(_saved(document), book, form.id).values["goods"] == before


def test_a_box_that_became_text_is_read_as_a_tick() -> None:
    book, form = handbook(), order_sheet()
    document = docx.Document(BytesIO(fill(blank(), book, form, good())))
    for box in _found(document, "w14:checkbox"):
        box.getparent().remove(box)
    for sign in ("☑", "√", "是"):
        _words(document, "agreed").text = sign
        assert values_of(_saved(document), book, form.id).values["agreed"] is True


def test_the_same_form_has_the_same_bytes_and_ids_that_stay() -> None:
    assert blank() == blank()
    shorter = handbook(EVERY_TYPE.replace(_line("seller"), ""))
    ids = _ids(blank(shorter))
    assert ids == {tag: number for tag, number in _ids(blank()).items() if tag in ids}


def test_a_form_of_an_older_version_is_read_as_far_as_it_goes() -> None:
    old = fill(blank(), handbook(), order_sheet(), {**good(), "seller": "Bob"})
    text = EVERY_TYPE.replace("  - {version: V1.0", _REVISION + "  - {version: V1.0")
    text = (
        text.replace(
            _line("customer"),
            _line("customer").replace("field: customer", "field: buyer, formerly: [customer]"),
        )
        .replace("filled(customer)", "filled(buyer)")
        .replace(_line("seller"), "")
    )
    new = handbook(text)
    found = read(old, new)
    assert {"HB547", "HB559"} <= set(codes(found)) <= {"HB547", "HB559", "HB568"}
    assert found.value is not None
    assert found.value.values["buyer"] == "Miller <& Co>"
    assert found.value.form_version == "V1.0"


def test_a_date_that_was_typed_over_counts_not_the_one_behind_it() -> None:
    document = docx.Document(BytesIO(fill(blank(), handbook(), order_sheet(), good())))
    _words(document, "wanted").text = "2026年12月31日"
    record = read(_saved(document)).value
    assert record is not None
    assert record.values["wanted"] == date(2026, 12, 31)


_REVISION = "  - {version: V1.1, date: 2026-12-20, approved: 2026-12-25, change: x}\n"


def _line(field: str) -> str:
    return next(f"{line}\n" for line in EVERY_TYPE.split("\n") if f"field: {field}," in line)


def _saved(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _found(document: Any, *names: str) -> list[Any]:
    spaces = {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    }
    found = []
    for name in names:
        prefix, _, local = name.partition(":")
        found += list(document.element.iter(f"{{{spaces[prefix]}}}{local}"))
    return found


def _words(document: Any, tag: str) -> Any:
    """The text of the control with a tag."""
    for each in _found(document, "w:tag"):
        if tag in each.attrib.values():
            control = each.getparent().getparent()
            return next(one for one in control.iter() if one.tag.endswith("}t"))
    raise AssertionError(tag)


def _ids(raw: bytes) -> dict[str, Any]:
    found = list_controls(docx.Document(BytesIO(raw)))
    return {each.tag: each.control_id for each in found if each.tag and "." not in each.tag}
