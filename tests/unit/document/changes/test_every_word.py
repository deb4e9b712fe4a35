"""Whatever changes is said in the reader's language, and differently before and after."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from changed import report_of
from made import Edit, edits, made

from generator.document.changes.labels import KEYS, KINDS
from generator.document.changes.report import ChangeRow
from generator.model.changes import Action
from generator.model.handbook import Handbook
from generator.model.keys import yaml_key

FULL: Handbook = made(Handbook)
# What was written: the made handbook says nothing but these.
WRITTEN = re.compile(r"(?<![a-z])(?:words|other|ab?|id)(?![a-z])")
# A text beside a date or a duration, which no YAML can hold: both read as the text, and are told
# as they are written.
BOTH = {"Keep", "Duration", "DueCase"}
# An amount or a due has another source too when it changes; what is kept for good has no text.
ALIKE = {("Value", "due"), ("Value", "text"), ("Keep", "permanent")}


def keys(value: Any) -> set[str]:
    """The keys that the YAML of a value can have."""
    found: set[str] = set()
    if is_dataclass(value):
        for each in fields(value):
            found |= {yaml_key(each.name)} if each.compare else set()
            found |= keys(getattr(value, each.name))
    for inner in value if isinstance(value, tuple) else ():
        found |= keys(inner)
    return found


MODEL_WORDS = {*keys(FULL), *KEYS, *KINDS, "true", "false", "none", "fill", "add", "approve"}


@pytest.fixture(scope="module", params=["zh", "en"])
def rows(request: pytest.FixtureRequest) -> tuple[str, list[tuple[Edit, ChangeRow]]]:
    found = []
    for each in edits(FULL, lambda handbook: handbook, set()):
        if each.handbook.settings.languages:
            report = report_of(FULL, each.handbook, language=request.param)
            found += [(each, row) for row in report.rows]
    return request.param, found


def told(row: ChangeRow) -> str:
    people = (f"{each.title} {each.said}" for each in row.people)
    touched = (f"{each.place} {each.key} {each.approver}" for each in row.touches)
    return " | ".join((row.place, row.what, row.before, row.after, *people, *touched))


def test_everything_is_said_in_the_language_of_the_reader(
    rows: tuple[str, list[tuple[Edit, ChangeRow]]],
) -> None:
    language, found = rows
    assert len(found) > 300
    assert {"workdays", "prepared-by", "max-rows", "up-to"} <= MODEL_WORDS
    faults = set()
    for each, row in found:
        text = "" if each.cls in BOTH else WRITTEN.sub("", told(row))
        if language == "en":
            wrong = re.findall(
                r"[\u3000-\u9fff\uff00-\uffef]|“[a-z-]+”|\b[a-z]+-[a-z]+ changed", text
            )
        else:
            wrong = [each for each in re.findall(r"[a-z]+(?:-[a-z]+)*", text.lower())
                     if each in MODEL_WORDS]  # fmt: skip
            wrong += re.findall(r"[\u4e00-\u9fff][:;,(]", text)
        faults |= {(each.cls, each.field, told(row)) for _ in wrong}
    assert sorted(faults) == []


def test_what_changed_never_reads_the_same_before_and_after(
    rows: tuple[str, list[tuple[Edit, ChangeRow]]],
) -> None:
    same = {
        (each.cls, each.field)
        for each, row in rows[1]
        if row.change.action is Action.CHANGED and row.before == row.after
    }
    assert same == ALIKE
