"""The diagrams before and after show what became of each step and arrow."""

from __future__ import annotations

from changed import report
from small import step, steps

from generator.document.changes.pictures import PicturePair, picture_pairs
from generator.model.changes import Action

THREE = steps(step("take"), step("check"), step("send", "end: Gone"))


def pairs(after: str, before: str = THREE) -> list[PicturePair]:
    made = report(after, before)
    return list(picture_pairs(made.comparison, made.old, made.ctx))


def test_added_and_removed_steps_stand_on_their_own_side() -> None:
    (pair,) = pairs(steps(step("take"), step("pack"), step("send", "end: Gone")))
    assert pair.before is not None
    assert pair.after is not None
    assert pair.before.nodes == {"check": Action.REMOVED}
    assert pair.after.nodes == {"pack": Action.ADDED}
    assert set(pair.before.edges) == {"take--check", "check--send"}
    assert set(pair.before.edges.values()) == {Action.REMOVED}
    assert set(pair.after.edges) == {"take--pack", "pack--send"}


def test_a_moved_step_has_the_same_number_on_both_sides() -> None:
    moved = steps(step("check"), step("take"), step("send", "end: Gone"))
    (pair,) = pairs(moved)
    assert pair.before is not None
    assert pair.after is not None
    assert pair.before.moves == pair.after.moves == {"check": 1}
    assert pair.before.nodes == pair.after.nodes == {"check": Action.MOVED}


def test_what_is_only_said_otherwise_is_no_mark_and_what_is_the_same_no_picture() -> None:
    (pair,) = pairs(THREE.replace("title: Check", "title: Look"))
    assert pair.after is not None
    assert pair.after.nodes == {}
    assert pairs(THREE) == []
