"""A sheet of boxes as a whole document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from nodes import parsed
from shipped import shipped

from generator.document.blocks import plain
from generator.document.checklists import ChecklistGroup, Checksheet, Line
from generator.renderers.word.checklists import checklist_of
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.xml import W

SPACE = {"w": W}
GROUP = ChecklistGroup(title="P-01 接单", lines=(Line(tag="r.p.1", title="接单"),))
SHEET = Checksheet(
    name="role/clerk",
    title="店员 · 清单",
    running="清单",
    mark="店员",
    subject="店员的清单",
    facts=(("部门", plain("门店")),),
    address="",
    groups=(GROUP, replace(GROUP, title="P-02 交货", new_page=True)),
    signers=("店员", "店长"),
    statement="我已读过。",
)


def made(sheet: Checksheet = SHEET) -> bytes:
    return checklist_of(shipped(), sheet, House())


def signed(raw: bytes) -> int:
    """Count the tables of places to sign."""
    said = ["".join(each.itertext()) for each in parsed(raw).iterfind(".//w:tbl", SPACE)]
    return sum("店员" in each and "店长" in each for each in said)


def test_a_sheet_says_all_there_is() -> None:
    said = "".join(parsed(made()).itertext())
    for each in ("店员 · 清单", "门店", "我已读过。", "P-01 接单", "P-02 交货"):
        assert each in said


def test_groups_begin_a_page_where_they_are_told_to() -> None:
    headings = parsed(made()).xpath(
        "//w:p[w:pPr/w:pStyle/@w:val='Heading1']/w:pPr", namespaces=SPACE
    )
    breaks = [each.find("w:pageBreakBefore", SPACE) is not None for each in headings]
    assert breaks == [False, True]


@pytest.mark.parametrize(("signing", "count"), [((False, False), 1), ((True, True), 2)])
def test_there_are_places_to_sign_below_each_group_or_at_the_end(
    signing: tuple[bool, ...], count: int
) -> None:
    groups = tuple(
        replace(each, signed=signs) for each, signs in zip(SHEET.groups, signing, strict=True)
    )
    assert signed(made(replace(SHEET, groups=groups))) == count


def test_the_date_is_its_own_else_the_editions() -> None:
    own = replace(SHEET, dated=date(2026, 5, 4), version="V2.0")
    known = Document(BytesIO(made(own))).core_properties
    assert known.created is not None
    assert known.created.date() == date(2026, 5, 4)
    assert known.version == "V2.0"
    edition = shipped().handbook.settings.edition
    known = Document(BytesIO(made())).core_properties
    assert edition is not None
    assert known.created is not None
    assert known.created.date() == edition.date
    assert known.title == "店员的清单"
