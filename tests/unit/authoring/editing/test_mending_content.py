"""Mending beyond the YAML: hand-written pages and catalogues; and never through a link."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from command import STARTER, handbook, hashes

from generator.authoring.editing.mending import Mending, fixable, mend
from generator.base.diagnostics import Safety
from generator.publish.refusal import Refused

TAKE_ORDER = "processes/sales/take-order.yml"
PAGE = "content/notes.md"
CATALOGUE = "content/locale/zh.po"
ENTRY = 'msgid "Customer"\nmsgstr "客户"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(STARTER, tmp_path / "handbook"))
    book = root / "processes/handbook.yml"
    text = book.read_text("utf-8")
    assert "languages: [en]" in text
    book.write_text(text.replace("languages: [en]", "languages: [en, zh]"), "utf-8")
    return root


def mended(root: Path, *safeties: Safety) -> Mending:
    wanted = safeties or (Safety.SAFE, Safety.ASKS)
    mending = mend(root, lambda _, found: fixable(found, *wanted))
    mending.workspace.write()
    again = mend(root, lambda _, found: fixable(found, *wanted))
    assert not again.workspace.changed
    return mending


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8", newline="")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('msgstr "客户', 'msgstr "客户"'),
        ("msgstr 客户", 'msgstr "客户"'),
        ("msgstr “客户”", 'msgstr "客户"'),
        ('msgstr "客"户"人"', 'msgstr "客\\"户\\"人"'),
        ('msgstr "客户\\户"', 'msgstr "客户\\\\户"'),
        ("# remark", 'msgstr ""\n# remark'),
    ],
)
def test_an_entry_of_a_catalogue_that_cannot_be_read_is_mended(
    root: Path, wrong: str, right: str
) -> None:
    text = f'# kept\n{ENTRY.replace("Customer", "Order")}\nmsgid "Customer"\n%s\n\n# the end\n'
    put(root, CATALOGUE, text % wrong)
    mending = mended(root, Safety.SAFE)
    assert [each.rule.code for each in mending.before.diagnostics] == ["HB601"]
    assert mending.after.diagnostics == ()
    assert (root / CATALOGUE).read_text("utf-8") == text % right


def test_what_stands_above_an_entry_in_a_report_is_no_line_of_a_library(root: Path) -> None:
    put(root, CATALOGUE, 'msgid "Customer"\n\nmsgid "Order"\nmsgstr "订单"\n')
    ran = handbook(root, "check", "--format", "json")
    assert [each["code"] for each in json.loads(ran.stdout)] == ["HB601"]


@pytest.mark.parametrize(
    ("inside", "safety"), [("${ reply-time }", Safety.SAFE), ("${replytime}", Safety.ASKS)]
)
def test_a_value_of_a_translation_is_written_as_in_the_original(
    root: Path, inside: str, safety: Safety
) -> None:
    entry = 'msgid "within ${reply-time}"\nmsgstr "在 %s 内"\n'
    put(root, CATALOGUE, entry % inside)
    mending = mended(root)
    assert [(each.rule.code, each.fix and each.fix.safety) for each in mending.mended] == [
        ("HB603", safety)
    ]
    assert (root / CATALOGUE).read_text("utf-8") == entry % "${reply-time}"


def test_links_of_a_page_are_mended_wherever_they_stand(root: Path) -> None:
    text = "# Notes\n\nSee [orders](%s) and [again](%s).\n\n<!-- a remark -->\n"
    wrong, right = "../processes/take-ordre.html", "../processes/take-order.html"
    put(root, PAGE, text % (wrong, wrong))
    mending = mended(root)
    assert [each.rule.code for each in mending.mended] == ["HB711"]
    assert (root / PAGE).read_text("utf-8") == text % (right, right)


def test_a_place_on_a_page_is_mended_and_the_page_stays(root: Path) -> None:
    put(root, PAGE, "# Notes {#notes}\n\nSee [above](#note) and [terms](../glossary.html#ordr).\n")
    mended(root)
    text = (root / PAGE).read_text("utf-8")
    assert "(#notes)" in text
    assert "(../glossary.html#order)" in text


def test_a_link_that_would_lead_to_another_finding_is_left_and_told(root: Path) -> None:
    text = "# Notes\n\nSee [orders](../processes/take-ordre.html#zzzzzzzz).\n"
    put(root, PAGE, text)
    mending = mended(root)
    assert [each.rule.code for each in mending.harmful] == ["HB711"]
    assert (root / PAGE).read_text("utf-8") == text


def test_characters_of_pages_and_catalogues_are_mended(root: Path) -> None:
    put(root, PAGE, "# Notes\n\nA\u200btext\u202e of ours.\n")
    put(root, CATALOGUE, ENTRY.replace("客户", "客\u202e户"))
    mending = mended(root)
    assert {each.where.file for each in mending.mended} == {PAGE, CATALOGUE}
    assert mending.after.diagnostics == ()
    assert (root / CATALOGUE).read_text("utf-8") == ENTRY


def test_half_width_marks_of_pages_are_mended_where_people_read_them(root: Path) -> None:
    text = (
        "# Notes\n\n先登记,后分级(含样品):\n\n1.  **甲**;乙 `甲,乙`\n    丙 [丁:戊](甲,乙.html)\n"
    )
    put(root, PAGE, text)
    mending = mended(root, Safety.SAFE)
    assert [
        (each.where.line, each.where.column)
        for each in mending.before.diagnostics
        if each.rule.code == "HB612"
    ] == [(3, 4), (3, 8), (3, 12), (3, 13), (5, 10), (6, 9)]
    assert (root / PAGE).read_text("utf-8") == (
        "# Notes\n\n先登记，后分级（含样品）：\n\n"
        "1.  **甲**；乙 `甲,乙`\n    丙 [丁：戊](甲,乙.html)\n"
    )


def test_all_faults_of_one_file_are_mended_at_once(root: Path) -> None:
    text = (root / TAKE_ORDER).read_text("utf-8")
    put(root, TAKE_ORDER, text + "note: 全部订单(含样品),展会除外;另有(1)处:见下\n")
    mending = mended(root, Safety.SAFE)
    assert {each.rule.code for each in mending.before.diagnostics} == {"HB612"}
    assert mending.after.diagnostics == ()
    assert "全部订单（含样品），展会除外；另有" in (root / TAKE_ORDER).read_text("utf-8")


@pytest.mark.parametrize("path", [TAKE_ORDER, "processes/sales", PAGE, "content"])
def test_nothing_behind_a_link_is_mended(root: Path, tmp_path: Path, path: str) -> None:
    put(root, TAKE_ORDER, (root / TAKE_ORDER).read_text("utf-8").replace("purpose: ", "purpose："))
    put(root, PAGE, "# Notes\n\n[x](../processes/take-ordre.html)\n")
    outside = tmp_path / "outside"
    (root / path).rename(outside)
    (root / path).symlink_to(outside)
    before = outside.read_bytes() if outside.is_file() else hashes(outside)
    mended(root)
    assert (outside.read_bytes() if outside.is_file() else hashes(outside)) == before
    assert (root / path).is_symlink()


@pytest.mark.parametrize("path", [TAKE_ORDER, "processes/sales"])
def test_nothing_is_written_through_a_link_put_there_meanwhile(
    root: Path, tmp_path: Path, path: str
) -> None:
    put(root, TAKE_ORDER, (root / TAKE_ORDER).read_text("utf-8").replace("purpose: ", "purpose："))
    mending = mend(root, lambda _, found: fixable(found, Safety.SAFE))
    assert mending.workspace.changed
    outside = tmp_path / "outside"
    (root / path).rename(outside)
    (root / path).symlink_to(outside)
    before = outside.read_bytes() if outside.is_file() else hashes(outside)
    with pytest.raises(Refused):
        mending.workspace.write()
    assert (outside.read_bytes() if outside.is_file() else hashes(outside)) == before
