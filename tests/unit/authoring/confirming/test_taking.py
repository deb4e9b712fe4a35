"""Confirmations go out in the workbook and come back into the YAML, each beside its statement."""

from __future__ import annotations

import shutil
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from pages import context
from small import book

from generator.authoring.confirming.names import is_name
from generator.authoring.confirming.sheet import NoWorkbook, filled_rows
from generator.authoring.confirming.taking import Taking, take, written
from generator.model.control import Confirmation
from generator.model.grounds import open_points
from generator.renderers.workbook.document import workbook_of

STARTER = Path(__file__).parents[4] / "generator" / "resources" / "starter" / "en"
TODAY = date(2026, 11, 29)
FIRST = 4  # of the rows below the headings


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "handbook"
    shutil.copytree(STARTER, folder)
    return folder


def sheet() -> Workbook:
    """The workbook as it goes out."""
    book_ = load_workbook(BytesIO(workbook_of(context(book()))))
    book_.active = book_.worksheets[-1]
    return book_


def column(book_: Workbook, title: str) -> int:
    heads = [each.value for each in book_.active[FIRST - 1]]
    return heads.index(title) + 1


def fill(book_: Workbook, row: int, by: object = None, on: object = None, remark: str = "") -> None:
    for title, value in (("Confirmed by", by), ("On", on), ("Remark", remark or None)):
        book_.active.cell(row, column(book_, title)).value = value


def came_back(root: Path, book_: Workbook) -> Taking:
    stream = BytesIO()
    book_.save(stream)
    return take(root, stream.getvalue(), TODAY)


def reasons(taking: Taking) -> list[str]:
    return [each.why.id for each in taking.left_out]


def test_every_row_comes_back_beside_its_statement(root: Path) -> None:
    out = sheet()
    points = list(open_points(book()))
    for number in range(len(points)):
        fill(out, FIRST + number, "Shop manager", date(2026, 3, number + 1))
    taking = came_back(root, out)
    assert (len(taking.taken), taking.left_out, taking.findings) == (len(points), (), ())
    before = {path.name: path.read_text("utf-8") for path in root.rglob("*.yml")}
    taking.workspace.write()
    checked = taking.workspace.check()
    assert checked.handbook is not None
    assert not list(open_points(checked.handbook))
    step = checked.handbook.processes["take-order"].steps[0]
    assert step.confirmed == Confirmation(by="manager", on=date(2026, 3, 1), version="V1.0")
    for path in root.rglob("*.yml"):  # nothing else changed, no remark is lost
        lines = path.read_text("utf-8").splitlines(keepends=True)
        assert "".join(each for each in lines if "confirmed:" not in each) == before[path.name]
    again = came_back(root, out)
    assert (len(again.known), again.taken, again.left_out) == (len(points), (), ())


@pytest.mark.parametrize(
    ("by", "on", "remark", "why"),
    [
        ("Shop manager", None, "", "the day is missing"),
        (None, date(2026, 3, 1), "", "who confirmed it is missing"),
        ("Shop manager", "soon", "", "“{day}” is no day; write it like 2026-12-05"),
        ("Shop manager", "2026-02-30", "", "“{day}” is no day; write it like 2026-12-05"),
        (None, None, "not yet", "its remark stays in the workbook: “{remark}”"),
    ],
)
def test_what_is_not_taken_is_told_with_its_reason(
    root: Path, by: object, on: object, remark: str, why: str
) -> None:
    out = sheet()
    fill(out, FIRST, by, on, remark)
    taking = came_back(root, out)
    assert (taking.taken, reasons(taking)) == ((), [why])


@pytest.mark.parametrize(
    "remark", ["不同意，应改为 5 天", "应为 5 天", "I disagree", "should be 5 days"]
)
def test_who_objects_in_a_remark_confirms_nothing(root: Path, remark: str) -> None:
    out = sheet()
    fill(out, FIRST, "Shop manager", date(2026, 3, 1), remark)
    taking = came_back(root, out)
    assert (taking.taken, taking.refused) == ((), 1)
    assert reasons(taking) == [
        "its remark objects: “{remark}”; settle that first, then empty it and import again"
    ]


@pytest.mark.parametrize("remark", ["已与财务核对", "无异议", "see the minutes of March"])
def test_a_remark_that_does_not_object_is_told_and_counted_once(root: Path, remark: str) -> None:
    out = sheet()
    fill(out, FIRST, "Shop manager", date(2026, 3, 1), remark)
    taking = came_back(root, out)
    assert (len(taking.taken), taking.refused, len(taking.left_out)) == (1, 0, 1)


def test_a_filled_row_whose_mark_is_gone_is_told(root: Path) -> None:
    out = sheet()
    out.active.cell(FIRST, column(out, "Mark (leave it as it is)")).value = None
    fill(out, FIRST, "Shop manager", date(2026, 3, 1))
    fill(out, FIRST + 1, "Shop manager", date(2026, 3, 1))
    taking = came_back(root, out)
    assert (len(taking.taken), taking.refused) == (1, 1)
    assert reasons(taking) == [
        "its mark is gone, so nobody can tell what it confirms; take the row from a new sheet"
    ]


def test_a_row_counts_only_for_what_it_said(root: Path) -> None:
    out = sheet()
    fill(out, FIRST, "Shop manager", date(2026, 3, 1))
    fill(out, FIRST + 1, "Shop manager", date(2026, 3, 1))
    path = root / "processes" / "sales" / "take-order.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("Write down what", "Note what"), "utf-8")
    taking = came_back(root, out)
    assert len(taking.taken) == 1
    assert reasons(taking) == ["it says something else now than when the sheet was made"]


def test_a_sentence_changed_in_the_sheet_is_told(root: Path) -> None:
    out = sheet()
    for row in range(FIRST, FIRST + 4):
        fill(out, row, "Shop manager", date(2026, 3, 1))
    for row, title in ((FIRST, "What"), (FIRST + 1, "It says")):
        cell = out.active.cell(row, column(out, title))
        cell.value = f"{cell.value} within 7 days"
    other = out.active.cell(FIRST + 2, column(out, "It says"))
    other.value = f" {other.value}\n"  # what nobody sees
    mark = out.active.cell(FIRST + 3, column(out, "Mark (leave it as it is)"))
    mark.value = str(mark.value).rpartition("-")[0]  # as it was in an earlier edition
    taking = came_back(root, out)
    assert [each.row for each in taking.taken] == [FIRST + 2, FIRST + 3]
    told = "its sentence was changed in the sheet"
    assert [each.startswith(told) for each in reasons(taking)] == [True, True]


def test_who_confirms_is_a_person_or_a_role(root: Path) -> None:
    out = sheet()
    for row, by in enumerate(("是", "123", "Customer", "clerk"), start=FIRST):
        fill(out, row, by, date(2026, 3, 1))
    taking = came_back(root, out)
    assert [each.by for each in taking.taken] == ["clerk"]
    assert reasons(taking) == [
        "“{by}” is neither a role of the handbook nor the name of a person",
        "“{by}” is neither a role of the handbook nor the name of a person",
        "“{by}” is not one of the company, which alone can confirm",
    ]


def test_days_that_cannot_be_are_told(root: Path) -> None:
    days = {
        date(2026, 11, 30): "“{day}” has not come yet",
        date(1926, 3, 1): "“{day}” is long before the document was written on {written}",
        "46082": "“{day}” is a bare number; if it means {meant}, write it like that",
        46082: "“{day}” is a bare number; if it means {meant}, write it like that",
        20260301: "“{day}” is no day; write it like 2026-12-05",
    }
    out = sheet()
    for row, on in enumerate(days, start=FIRST):
        fill(out, row, "Shop manager", on)
        if isinstance(on, int):
            out.active.cell(row, column(out, "On")).number_format = "General"
    fill(out, FIRST + 5, "Shop manager", 46082)
    out.active.cell(FIRST + 5, column(out, "On")).number_format = "yyyy-mm-dd"
    taking = came_back(root, out)
    assert reasons(taking) == list(days.values())
    assert [each.on for each in taking.taken] == [date(2026, 3, 1)]


def test_a_row_for_what_is_gone_and_two_that_contradict(root: Path) -> None:
    out = sheet()
    mark = column(out, "Mark (leave it as it is)")
    out.active.cell(FIRST, mark).value = "step/take-order/gone@00000000"
    out.active.cell(FIRST + 1, mark).value = out.active.cell(FIRST + 2, mark).value
    fill(out, FIRST, "Shop manager", date(2026, 3, 1))
    fill(out, FIRST + 1, "Shop manager", date(2026, 3, 1))
    fill(out, FIRST + 2, "Sales clerk", date(2026, 3, 1))
    assert reasons(came_back(root, out)) == [
        "nothing of this name is in the handbook any more",
        "two rows confirm it in different ways",
        "two rows confirm it in different ways",
    ]


def test_another_confirmation_does_not_replace_the_first(root: Path) -> None:
    out = sheet()
    fill(out, FIRST, "Shop manager", date(2026, 3, 1))
    came_back(root, out).workspace.write()
    fill(out, FIRST, "Sales clerk", date(2026, 3, 2))
    assert reasons(came_back(root, out)) == ["it is confirmed already, by {by} on {day}"]


def test_days_and_names_as_people_write_them(root: Path) -> None:
    out = sheet()
    fill(out, FIRST, "  张 三 ", "2026年3月1日")
    fill(out, FIRST + 1, "O'Neill: “Pat” #1", "2026/3/2")
    taking = came_back(root, out)
    taking.workspace.write()
    checked = taking.workspace.check()
    assert checked.handbook is not None
    first, second = checked.handbook.processes["take-order"].steps
    assert first.confirmed is not None
    assert second.confirmed is not None
    assert (first.confirmed.by, first.confirmed.on) == ("张 三", date(2026, 3, 1))
    assert (second.confirmed.by, second.confirmed.on) == ("O'Neill: “Pat” #1", date(2026, 3, 2))


@pytest.mark.parametrize("by", ["manager", "no", "2026", "a: b", "#x", "王五", "- x", '"q"'])
def test_a_name_is_read_back_as_it_is(by: str) -> None:
    from generator.source.reading.yaml_reader import read_yaml

    text = written(Confirmation(by=by, on=date(2026, 3, 1), version="V1.0"))
    read = read_yaml("", f"k: {text}\n".encode())
    assert read.value is not None
    assert read.value.data == {"k": {"by": by, "on": "2026-03-01", "version": "V1.0"}}


def test_what_is_no_such_workbook() -> None:
    stream = BytesIO()
    Workbook().save(stream)
    for raw in (b"", b"PK\3\4", b"x" * 99, stream.getvalue(), stream.getvalue()[:-40]):
        with pytest.raises(NoWorkbook):
            filled_rows(raw)


SHEET = "xl/worksheets/sheet1.xml"
ROWS = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s'
END = b"</sheetData></worksheet>"
DTD = b'<!DOCTYPE x [<!ENTITY a "b">]>'
FAR = b"".join(b'<row r="%d"><c r="XFD%d"/></row>' % (at, at) for at in range(1, 400_000))
HOSTILE = {
    "cells": (ROWS % (b"<row>" + b"<c/>" * 1_500_000 + b"</row>") + END, "is not read"),
    "rows": (ROWS % FAR + END, "is not read"),
    "entities": (DTD + ROWS % b"<row><c><is><t>&a;</t></is></c></row>" + END, "is not read"),
    "not closed": (ROWS % b"<row><c><v>1</v></c></row>", "is no workbook"),
}


def with_sheet(raw: bytes, name: str = SHEET) -> bytes:
    """An empty workbook with other bytes in the place of its sheet, or beside it."""
    plain, out = BytesIO(), BytesIO()
    Workbook().save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for each in {*source.namelist(), name}:
            made.writestr(each, raw if each == name else source.read(each))
    return out.getvalue()


@pytest.mark.promise("R11")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_before_it_takes_time_or_memory(name: str) -> None:
    raw, reason = HOSTILE[name]
    with pytest.raises(NoWorkbook, match=reason):
        filled_rows(with_sheet(raw))


@pytest.mark.promise("R11")
def test_a_name_that_leads_out_of_a_workbook_is_refused() -> None:
    with pytest.raises(NoWorkbook, match="is not read"):
        filled_rows(with_sheet(b"<x/>", "../../x.xml"))


def test_a_row_far_below_and_a_cell_far_to_the_right_hide_no_other() -> None:
    book_ = sheet()
    wanted = filled_rows(saved(book_))
    book_.active.cell(200_000, 1).value = "x"
    book_.active.cell(FIRST, 16_384).value = "x"
    assert filled_rows(saved(book_)) == wanted
    assert len(wanted) > 1


def saved(book_: Workbook) -> bytes:
    stream = BytesIO()
    book_.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    "by", ["是", "123", "OK", "同意", "已确认", "不同意", "no", "本人", "x", "2026-03-01", "√",
           "王", "a@b.com", "n/a", "", "待定", "TBD."]
)  # fmt: skip
def test_an_answer_is_no_name(by: str) -> None:
    assert not is_name(by)


@pytest.mark.parametrize(
    "by", ["张三", "欧阳 一二", "阿依古丽·买买提", "Ann O'Neil", "J. Ng", "Shop manager", "clerk",
           "张三（财务部）", "No Won-gil", "Okay Temiz", "Нина", "王可以", "O'Neill: “Pat” #1"]
)  # fmt: skip
def test_names_of_many_kinds_are_names(by: str) -> None:
    assert is_name(by)
