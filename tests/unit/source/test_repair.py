"""What a schema does not accept becomes a hole; everything beside it keeps its place."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from overlay import handbook_files, starter

from generator.checking.parts import kind_of
from generator.source.reading.yaml_reader import read_yaml
from generator.source.repair import HOLE, repaired, without_entries
from generator.source.shape_faults import shape_faults

PATH = "processes/sales/take-order.yml"
FILES = starter()


def data(path: str = PATH) -> Any:
    source = read_yaml(path, FILES[path].encode()).value
    assert source is not None
    return source.data


def test_right_data_stays_as_it_is() -> None:
    made = repaired(data(), "process")
    assert (made.data, made.holes) == (data(), [])


def test_a_misspelt_key_is_read_as_the_one_that_was_meant_and_keeps_its_place() -> None:
    wrong = data()
    wrong["stepz"] = wrong.pop("steps")
    made = repaired(wrong, "process")
    assert made.data["steps"] == data()["steps"]
    assert made.data.written == {"steps": "stepz"}
    assert made.holes == []


def test_a_number_without_quotes_is_the_text_that_it_is() -> None:
    wrong = data()
    wrong["title"] = 4
    wrong["steps"][0]["title"] = 1.5
    made = repaired(wrong, "process")
    assert made.data["title"] == "4"
    assert made.data["steps"][0]["title"] == "1.5"
    assert made.holes == []


def test_a_wrong_value_is_left_out_and_a_wrong_entry_passed_over() -> None:
    wrong = data()
    wrong["review"] = 12
    wrong["steps"][0] = "take"
    made = repaired(wrong, "process")
    assert "review" not in made.data
    assert made.data["steps"][0] is HOLE
    assert made.data["steps"][1:] == data()["steps"][1:]
    assert set(made.holes) == {("review",), ("steps", 0)}


def test_what_is_missing_is_filled_with_the_least_that_is_accepted() -> None:
    wrong = data()
    del wrong["title"], wrong["revisions"], wrong["steps"][0]["step"]
    made = repaired(wrong, "process")
    assert list(shape_faults(made.data, "process")) == []
    assert {("title",), ("revisions",), ("steps", 0, "step")} <= set(made.holes)


def test_a_key_without_its_companion_goes_and_what_stands_twice_counts_once() -> None:
    wrong = data()
    wrong["steps"][0]["together"] = ["a", "b"]
    wrong["distribution"] = ["clerk", "manager", "clerk"]
    made = repaired(wrong, "process")
    assert "together" not in made.data["steps"][0]
    assert made.data["distribution"] == ["clerk", "manager", HOLE]


def test_entries_with_holes_go_but_no_list_becomes_empty() -> None:
    steps = len(data()["steps"])
    lean = without_entries(data(), [("steps", 0, "due"), ("revisions", 0, "date"), ("title",)])
    assert [each is HOLE for each in lean["steps"]] == [True] + [False] * (steps - 1)
    assert lean["revisions"] == data()["revisions"]


def test_of_a_file_that_is_something_else_nothing_can_be_used() -> None:
    assert repaired(["a", "list"], "process").data is None


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        here = (*path, key)
        found += paths(inner, here) if isinstance(inner, dict | list) else [here]
    return found


BIKES = handbook_files(Path(__file__).parents[2] / "handbooks" / "bicycles")


@pytest.mark.parametrize("path", BIKES)
@settings(max_examples=15)
@given(draw=st.data())
def test_whatever_is_wrong_the_rest_can_be_bound(path: str, draw: st.DataObject) -> None:
    source = read_yaml(path, BIKES[path].encode()).value
    kind = kind_of(path)
    assert source is not None
    assert kind is not None
    wrong = copy.deepcopy(source.data)
    for _ in range(draw.draw(st.integers(1, 4))):
        places = paths(wrong)
        if not places:
            break
        *above, last = draw.draw(st.sampled_from(places))
        value: Any = wrong
        for part in above:
            value = value[part]
        value[last] = draw.draw(st.sampled_from([None, 7, "x y", [], {}, ["a", "a"]]))
    made = repaired(wrong, kind)
    assert made.data is not None

    def clean(value: Any) -> Any:
        if isinstance(value, list):
            return [clean(each) for each in value if each is not HOLE]
        if isinstance(value, dict):
            return {key: clean(each) for key, each in value.items()}
        return value

    left = {fault.keyword for fault in shape_faults(clean(made.data), kind)}
    # Of limits only: a list is shorter without what was wrong in it.
    limits = {f"{end}{of}" for end in ("min", "max") for of in ("Items", "Length", "imum")}
    assert left <= limits | {"maxProperties"}
