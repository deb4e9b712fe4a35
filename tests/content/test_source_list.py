"""Every row of the source's list of processes exists, and says what it rests on."""

from __future__ import annotations

import re

import pytest

from generator.model.handbook import Handbook

# The overall process, the eight of the fifth strategy in its order, and what they became.
ROWS = {
    "总体": ("overall", "overall-operation"),
    "信息系统": ("information", "weekly-market-info"),
    "计划及预算": ("planning", "annual-plan-budget"),
    "渠道管理": ("channels", "franchise-recruitment"),
    "督导检查": ("supervision", "field-inspection"),
    "促销推广": ("promotion", "sales-promotion"),
    "客户关系及投诉售后": ("customers", "complaint-handling"),
    "团装合同签订报备": ("group-wear", "group-filing"),
    "部门间协调": ("coordination", "coordination"),
}
# The chapters in the order of the source's contents.
CHAPTERS = [
    "overall",
    "information",
    "planning",
    "promotion",
    "channels",
    "group-wear",
    "customers",
    "coordination",
    "supervision",
]
TITLE_FACTS = {
    "planning": "F129",
    "promotion": "F130",
    "channels": "F131",
    "group-wear": "F132",
    "customers": "F133",
    "coordination": "F134",
    "supervision": "F135",
}


def test_the_chapters_stand_in_the_order_of_the_source(handbook: Handbook) -> None:
    assert list(handbook.chapters) == CHAPTERS
    assert handbook.settings.chapters[-1].code == "A"


@pytest.mark.parametrize("row", ROWS)
def test_every_row_of_the_list_has_its_process(handbook: Handbook, row: str) -> None:
    chapter, process = ROWS[row]
    assert handbook.processes[process].chapter == chapter


def test_the_foreword_leads_to_every_chapter(content: dict[str, str]) -> None:
    links = set(re.findall(r"\(\.\./chapters/([a-z-]+)\.html", content["about/foreword.html"]))
    assert links == set(CHAPTERS)


def test_every_chapter_leads_to_its_processes(handbook: Handbook, content: dict[str, str]) -> None:
    for chapter in CHAPTERS:
        text = content[f"chapters/{chapter}.html"]
        for process in handbook.processes_of_chapter(chapter):
            assert f"(../processes/{process.id}.html)" in text, process.id


def test_every_process_names_the_facts_it_rests_on(handbook: Handbook) -> None:
    for process in handbook.process_list:
        facts = [each for each in process.basis or () if each in handbook.facts]
        assert any(each.startswith("F") for each in facts), process.id


def test_every_step_says_what_it_rests_on_or_that_it_is_practice(handbook: Handbook) -> None:
    silent = [
        (process.id, step.id)
        for process in handbook.process_list
        for step in process.steps
        if step.basis is None
    ]
    assert silent == []


def test_no_step_rests_on_a_title_alone(handbook: Handbook) -> None:
    for process in handbook.process_list:
        title = TITLE_FACTS.get(process.chapter)
        assert not [step.id for step in process.steps if title in (step.basis or ())], process.id
