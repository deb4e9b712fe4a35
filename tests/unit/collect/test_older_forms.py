"""Forms of an older version come back: its print is no remark, its fields keep their sense."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from filling import fill
from forms import EVERY_TYPE, TODAY, blank, codes, context, good, handbook, order_sheet

from generator.base.diagnostics import Result
from generator.collect.collecting import Collector
from generator.collect.record import FINDING, FormRecord
from generator.model.form_print import print_mark, print_properties, printed_marks
from generator.model.handbook import Handbook
from generator.model.text import Text

REVISION = "  - {version: V1.0, date: 2026-11-20, approved: 2026-11-25, change: First issue}"
CHANGES = {
    REVISION: f"{REVISION.replace('V1.0', 'V1.1').replace('First', 'Second')}\n{REVISION}",
    "title: Order sheet\n": "title: Sheet of orders\n",
    "label: Customer,": "label: Client,",
    "field: seller, label: Seller,": "field: vendor, label: Vendor, formerly: [seller],",
    "unit: kg": "unit: t",
    "options: [bell, lamp, rack]": "options: [bell, rack, basket]",
    "title: Release": "title: Approval",
    "label: Amount,": "label: Count,",
    "label: Goods\n": "label: Wares\n",
    "      - {field: hour, label: Hour, type: time, optional: true}\n": (
        "      - {field: colour, label: Colour, type: text, optional: true}\n"
    ),
    "options: [frame, brakes]": "options: [frame, brakes, saddle]",
    "label: Approved,": "label: Released,",
}
FILLED: dict[str, Any] = {
    **good(),
    "weight": Decimal("5.5"),
    "extras": ("bell", "lamp"),
    "hour": time(9, 30),
    "seller": "Zoe",
}


def newer(*changes: str) -> Handbook:
    text = EVERY_TYPE
    for old in dict.fromkeys((REVISION, *(changes or CHANGES))):
        assert old in text, old
        text = text.replace(old, CHANGES[old], 1)
    return handbook(text)


def returned(book: Handbook, raw: bytes = b"") -> Result[FormRecord]:
    raw = raw or fill(blank(), handbook(), order_sheet(), FILLED)
    return Collector(context(book)).collect("x.docx", raw, TODAY)


@pytest.mark.parametrize("change", list(CHANGES))
@pytest.mark.promise("R09")
def test_what_the_older_version_printed_is_no_remark(change: str) -> None:
    assert "HB568" not in codes(returned(newer(change)))


def test_all_at_once_nothing_is_lost_and_nothing_takes_the_place_of_another() -> None:
    result = returned(newer())
    assert "HB568" not in codes(result)
    assert result.value is not None
    values = result.value.values
    assert (values["customer"], values["vendor"]) == (FILLED["customer"], "Zoe")
    assert values["extras"] == ("bell",)
    assert "colour" not in values
    assert values["goods"][0]["amount"] == 2
    assert {each.text for each in result.value.remarks} == {"09:30:00", "☒ lamp"}


def test_labels_that_changed_their_places_are_no_remarks() -> None:
    line = {
        name: next(f"{each}\n" for each in EVERY_TYPE.split("\n") if f"field: {name}," in each)
        for name in ("deposit", "reason", "wanted", "seller")
    }
    text = EVERY_TYPE.replace(REVISION, CHANGES[REVISION])
    text = text.replace(line["deposit"], "").replace(line["seller"], "")
    text = text.replace(line["reason"], line["deposit"] + line["reason"])
    text = text.replace("label: Wanted on,", "label: Needed by,")
    text = text.replace("options: [shop, phone, post]", "options: [shop, post]")
    raw = fill(blank(), handbook(), order_sheet(), {**FILLED, "deposit": Decimal(5)})
    result = returned(handbook(text), raw)
    assert "HB568" not in codes(result)
    assert result.value is not None
    found = result.value
    assert (found.form_version, found.edition) == ("V1.0", "First edition")
    assert (found.values["deposit"], found.values["wanted"]) == (5, FILLED["wanted"])
    assert not found.open_points
    assert found.values["way"] == "phone"  # an option that has gone
    assert {each.text for each in found.remarks if each.kind != FINDING} == {"Zoe"}


def test_another_edition_of_the_handbook_makes_no_remark() -> None:
    settings = handbook().settings
    assert settings.edition is not None
    other = replace(settings.edition, edition=Text("Second edition"))
    book = replace(handbook(), settings=replace(settings, editions=(other,)))
    assert "HB568" not in codes(returned(book))


def test_a_note_on_an_older_version_is_still_a_remark() -> None:
    raw = fill(blank(), handbook(), order_sheet(), FILLED)
    out = BytesIO()
    with ZipFile(BytesIO(raw)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                note = b"<w:p><w:r><w:t>Customer never paid</w:t></w:r></w:p>"
                content = content.replace(b"<w:sectPr", note + b"<w:sectPr", 1)
            target.writestr(name, content)
    for book in (handbook(), newer()):
        result = returned(book, out.getvalue())
        assert result.value is not None
        assert [each.text for each in result.value.remarks if "paid" in each.text]


def test_the_same_print_twice_is_taken_as_often_as_it_was_printed() -> None:
    marks = printed_marks(print_properties(["Customer", "", "Date", "Date"], ["Page 1 of 2"]))
    assert marks[print_mark("Date")] == 2
    assert marks[print_mark("C ustomer")] == 1
    assert marks[print_mark("Page 3 of 4", paged=True)] == 1
    assert not marks[print_mark("Page 3 of 4")]


def test_marks_fit_into_properties_of_word() -> None:
    made = print_properties([f"label {number}" for number in range(300)], [])
    assert all(len(value) <= 255 for value in made.values())
    assert sum(printed_marks(made).values()) == 300


def test_an_entry_that_is_gone_from_a_list_is_kept_as_it_was_chosen() -> None:
    changes = {"options: [shop, phone, post]": "options: [shop, post]"}
    text = EVERY_TYPE
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    raw = fill(blank(), handbook(), order_sheet(), {**good(), "way": "phone"})
    result = returned(handbook(text), raw)
    assert result.value is not None
    assert result.value.values["way"] == "phone"
    assert result.value.state == "complete"
    assert "HB579" in codes(result)
    assert any("phone" in each.text for each in result.value.remarks)


def test_an_entry_that_somebody_put_into_todays_list_is_asked() -> None:
    raw = fill(blank(), handbook(), order_sheet(), {**good(), "way": "phone"})
    parts = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(parts, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"phone", b"pigeon"))
    result = returned(handbook(), parts.getvalue())
    assert "HB552" in codes(result)
    assert result.value is not None
    assert "way" not in result.value.values
