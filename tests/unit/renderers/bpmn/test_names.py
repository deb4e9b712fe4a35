"""Ids of BPMN files are names that XML takes, each given once."""

from __future__ import annotations

from generator.renderers.bpmn.names import Names


def test_the_same_thing_has_the_same_name_and_others_have_others() -> None:
    names = Names()
    first = names.of("task", "受理 a")
    assert first == "task____a"
    assert names.of("task", "受理 b") == "task____b"
    assert names.of("task", "登记 a") == "task____a_2"
    assert names.of("task", "x! a") != first
    assert names.of("task", "受理 a") == first


def test_a_third_one_alike_is_counted_on() -> None:
    names = Names()
    assert [names.of("e", key) for key in ("甲", "乙", "丙")] == ["e__", "e___2", "e___3"]


def test_families_do_not_get_in_each_others_way() -> None:
    names = Names()
    assert names.of("lane", "a") == "lane_a"
    assert names.of("task", "a") == "task_a"
    assert names.of("x", "Step-1.b_c") == "x_Step-1.b_c"
