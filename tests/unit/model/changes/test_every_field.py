"""No field of the model can change without a change being told: silence is the worst fault."""

from __future__ import annotations

from made import edits, made

from generator.model.changes import compared
from generator.model.handbook import Handbook

FULL: Handbook = made(Handbook)
# `5000 CNY` and `5000.00 CNY` are one amount, which is compared; the signers of a field with a
# band are those of the band, which is compared.
FORMATTING = {"Value.source", "Field.by"}
EDITS = list(edits(FULL, lambda handbook: handbook, set()))


def test_a_handbook_is_no_change_of_itself() -> None:
    again: Handbook = made(Handbook)
    assert again is not FULL
    assert compared(FULL, again).changes == ()


def test_every_field_of_every_class_is_tried() -> None:
    tried = {(each.cls, each.field) for each in EDITS}
    assert {("Step", "due"), ("Field", "options"), ("Role", "duties"), ("Band", "up_to")} <= tried
    assert {("Outcome", "next"), ("Keep", "from_"), ("Calendar", "holidays")} <= tried
    assert len(tried) > 200


def test_a_field_that_changes_is_told() -> None:
    silent = {
        f"{each.cls}.{each.field}" for each in EDITS if not compared(FULL, each.handbook).changes
    }
    assert sorted(silent - FORMATTING) == []


def test_a_change_is_told_in_both_directions() -> None:
    silent = {
        f"{each.cls}.{each.field}" for each in EDITS if not compared(each.handbook, FULL).changes
    }
    assert sorted(silent - FORMATTING) == []
