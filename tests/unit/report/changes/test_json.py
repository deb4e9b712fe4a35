"""What programs read follows its schema, and says all that the comment says."""

from __future__ import annotations

import json

from changed import report
from jsonschema import Draft202012Validator
from small import step, steps

from generator.report.changes.json import changes_as_json, changes_schema

TWO = steps(step("take"), step("send", "end: Gone"))
MORE = steps(step("take").replace("2h", "3h"), step("check"), step("send", "end: Gone"))


def test_it_follows_its_schema() -> None:
    validator = Draft202012Validator(changes_schema())
    for after, before in ((MORE, TWO), (TWO, MORE), (TWO, TWO)):
        found = json.loads(changes_as_json(report(after, before)))
        assert list(validator.iter_errors(found)) == []


def test_a_change_names_its_class_its_place_and_its_people() -> None:
    found = json.loads(changes_as_json(report(MORE, TWO)))
    assert found["counts"] == {"relearn": 2}
    due = next(each for each in found["changes"] if each["key"] == "due")
    assert (due["class"], due["action"]) == ("relearn", "changed")
    assert due["path"] == [{"kind": "process", "id": "take-order"}, {"kind": "step", "id": "take"}]
    assert (due["before"], due["after"]) == ("within 2 hours", "within 3 hours")
    assert [each["effect"] for each in due["roles"]] == ["relearns"]
    clerk = next(each for each in found["roles"] if each["role"] == "clerk")
    assert {each["fingerprint"] for each in clerk["changes"]} <= {
        each["fingerprint"] for each in found["changes"]
    }
