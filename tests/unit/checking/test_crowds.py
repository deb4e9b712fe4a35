"""Of thousands of places of one fault in one text some are told, and all others together."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command import STARTER

from generator.authoring.editing.mending import fixable, mend
from generator.base.diagnostics import Diagnostic, Fix, Locator, Safety, Span
from generator.checking.crowds import MOST_TOLD, thinned
from generator.rules.half_width_mark import RULE

PAGE = "content/notes.md"
TAKE_ORDER = "processes/sales/take-order.yml"


def marks(number: int, file: str = PAGE) -> list[Diagnostic]:
    spans = [Span(file, line, 1, line, 2) for line in range(1, number + 1)]
    return [RULE.at(each, fix=Fix.at(each, "，", Safety.SAFE), mark=",") for each in spans]


def test_as_many_as_can_be_read_are_told_one_by_one() -> None:
    found = marks(MOST_TOLD)
    assert thinned(found) == tuple(found)


def test_beyond_them_one_tells_how_many_there_are_and_mends_all() -> None:
    found = marks(MOST_TOLD + 9)
    *told, last = thinned(reversed(found))
    assert [each.where for each in told] == [each.where for each in found[:MOST_TOLD]]
    assert not any(each.fix for each in told)
    assert last.where == found[MOST_TOLD].where
    assert last.args["count"] == len(found)
    assert last.rule.code == "HB612"
    assert last.fix is not None
    assert len(last.fix.edits) == len(found)
    assert last.fix.safety is Safety.SAFE


def test_a_page_that_is_judged_in_two_languages_counts_once() -> None:
    found = marks(MOST_TOLD)
    assert thinned([*found, *found]) == tuple(found)


def test_faults_without_a_fix_say_that_others_come_afterwards() -> None:
    found = [RULE.at(Span(PAGE, line), mark=",") for line in range(1, MOST_TOLD + 3)]
    *told, last = thinned([*marks(3), *found[3:]])
    assert not any(each.fix for each in told), "they would bring others to light"
    assert last.fix is None
    assert last.hint is not None
    assert last.hint.id.startswith("Mend those")


def test_each_value_is_a_text_of_its_own_and_whole_values_are_all_told() -> None:
    at = Locator("processes/a.yml", ("scope",))
    one = [RULE.at(at.within(place, place + 1), mark=",") for place in range(MOST_TOLD + 5)]
    other = [RULE.at((at / place).within(0, 1), mark=",") for place in range(MOST_TOLD + 5)]
    whole = [RULE.at(at / place, mark=",") for place in range(MOST_TOLD + 5)]
    assert len(thinned(one)) == MOST_TOLD + 1
    assert thinned([*other, *whole]) == (*other, *whole)
    assert len(thinned(marks(MOST_TOLD + 5, "content/locale/zh.po"))) == MOST_TOLD + 5


@pytest.mark.parametrize("path", [PAGE, TAKE_ORDER])
def test_all_places_are_mended_at_once(tmp_path: Path, path: str) -> None:
    root = Path(shutil.copytree(STARTER, tmp_path / "handbook"))
    wrong = "甲,乙(丙);" * 200 + "丁"
    before = "# Notes\n\n" if path == PAGE else (root / path).read_text("utf-8") + "scope: "
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(f"{before}{wrong}\n", "utf-8")
    mending = mend(root, lambda _, found: fixable(found, Safety.SAFE))
    told = [each for each in mending.before.diagnostics if each.rule.code == "HB612"]
    assert len(told) == MOST_TOLD + 1
    assert told[-1].args["count"] == 800
    assert not [each for each in mending.after.diagnostics if each.rule.code == "HB612"]
    assert mending.workspace.text(path) == f"{before}{'甲，乙（丙）；' * 200}丁\n"
