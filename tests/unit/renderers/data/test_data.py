"""The handbook as JSON: keys as in the YAML, values as written, cross references resolved."""

from __future__ import annotations

import json
from typing import Any

from small import TAKE_ORDER, book, step, steps

from generator.model.handbook import Handbook
from generator.renderers.data import handbook_json


def read(handbook: Handbook) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(handbook_json(handbook))
    return tree


def test_every_part_of_the_handbook_is_there() -> None:
    tree = read(book())
    assert list(tree) == [
        "format", "handbook", "units", "roles", "parameters", "terms", "information", "sources",
        "processes", "forms",
    ]  # fmt: skip
    assert tree["format"] == 1
    assert tree["handbook"]["title"] == "Process handbook"
    assert [unit["unit"] for unit in tree["units"]] == ["shop", "market"]
    assert [role["role"] for role in tree["roles"]] == ["manager", "clerk", "customer"]
    assert tree["parameters"][0] == {
        "parameter": "approval-limit",
        "code": "PA-01",
        "title": "Orders the clerk may release",
        "is": "5000 EUR",
    }
    assert tree["terms"][0]["definition"] == "What a customer asks us to deliver."


def test_keys_are_those_of_the_yaml_and_what_was_not_written_is_not_there() -> None:
    clerk = read(book())["roles"][1]
    assert clerk.pop("attributes") == {}
    assert clerk == {
        "role": "clerk",
        "title": "Sales clerk",
        "unit": "shop",
        "reports-to": [{"role": "manager"}],
    }


def test_a_step_as_written_with_its_due() -> None:
    process = read(book())["processes"][0]
    assert process["code"] == "P-01-01"
    assert process["revisions"][0]["approved"] == "2026-01-01"
    take, release = process["steps"]
    assert take["due"] == "${reply-time}"
    assert release["due"] == "1wd"
    assert take["choose"][0] == {"when": ["up to ${approval-limit}"], "hand-over": "ship-order"}


def test_a_due_with_cases_and_a_due_in_words() -> None:
    example = steps(step("take", "end: done").replace("due: 2h", "due: {text: when it rains}"))
    (take,) = read(book(example))["processes"][0]["steps"]
    assert take["due"] == {"text": "when it rains"}
    cases = "due: {stock: 1h, else: 2wd}"
    example = steps(step("take", "end: done").replace("due: 2h", cases))
    (take,) = read(book(example))["processes"][0]["steps"]
    assert take["due"] == {"stock": "1h", "else": "2wd"}


def test_where_the_flow_goes_on() -> None:
    flow = read(book())["processes"][0]["flow"]
    first, second = flow["take"]
    assert first["hand-over"] == "ship-order"
    assert second["targets"] == ["release"]
    assert "source" not in first
    assert "stated" not in first


def test_neighbours_in_both_directions() -> None:
    take, ship = read(book())["processes"]
    assert take["leads-to"] == [
        {"kind": "hand-over", "step": "take", "process": "ship-order"},
        {"kind": "hand-over", "step": "release", "process": "ship-order"},
    ]
    assert take["comes-from"] == ship["leads-to"] == []
    assert [each["process"] for each in ship["comes-from"]] == ["take-order", "take-order"]


def test_forms_say_where_they_are_used() -> None:
    (form,) = read(book())["forms"]
    assert form["used-by"][0] == {
        "process": "take-order",
        "step": "take",
        "does": "fill",
        "section": "order",
    }
    assert form["used-by"][-1] == {"process": "ship-order", "step": "send", "does": "file"}


def test_texts_stay_readable_and_the_file_ends_in_a_line() -> None:
    raw = handbook_json(book(TAKE_ORDER + "purpose: 每单当天答复\n"))
    assert "每单当天答复".encode() in raw
    assert raw.endswith(b"}\n")
