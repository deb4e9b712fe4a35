"""Findings about shape say what is wrong in an editor's words, at the right place."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.diagnostics import Message
from generator.base.i18n import LANGUAGES, Catalogue
from generator.source import schemas, shape
from generator.source.reading.yaml_reader import read_yaml

STARTER = Path(shape.__file__).parents[1] / "resources" / "starter" / "en" / "processes"
PROCESS = (STARTER / "sales" / "take-order.yml").read_text(encoding="utf-8")
ENGLISH = Catalogue("en")


def findings(text: str, kind: str = "process") -> list[tuple[str, int, str, str]]:
    source = read_yaml("processes/sales/take-order.yml", text.encode()).value
    assert source is not None
    return [
        (
            found.rule.code,
            source.span(found.where).line,
            ENGLISH.say(found.message),
            ENGLISH.say(found.hint or Message("")),
        )
        for found in shape.check_shape(source, kind)
    ]


def test_a_right_file_has_no_findings() -> None:
    assert findings(PROCESS) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Take an order", "titel: Take an order", ("HB101", "Did you mean “title”?")),
        ("version: V1.0", "version: 1.0", ("HB103", "Versions begin with a letter: write V1.0.")),
        ("version: V1.0", 'version: "1.0"', ("HB105", "Versions begin with a letter: write V1.0.")),
        ("owner: manager", "owner: Shop Manager", ("HB105", "Ids are lower-case words")),
        ("date: 2026-01-01", "date: 2026-02-30", ("HB105", "Write a date that exists")),
        ("consulted: [customer]", "consulted: customer", ("HB103", "Write it as a list")),
        ("purpose: Every order is answered the same day.", "purpose:", ("HB110", "")),
        ("purpose: Every order is answered the same day.", "purpose: no", None),
        ("code: P-01-01", "code: 7", ("HB103", 'Put it in quotes: "7".')),
        ("review: 12mo", "review: true", ("HB103", 'Put it in quotes: "true".')),
    ],
)
@pytest.mark.promise("S01", "S02")
def test_a_slip_is_named_with_its_cure(
    old: str, new: str, expected: tuple[str, str] | None
) -> None:
    text = PROCESS.replace(old, new, 1)
    line = text[: text.index(new)].count("\n") + 1
    found = findings(text)
    if expected is None:
        assert found == []
        return
    assert [(code, at) for code, at, _, _ in found if code == expected[0]] == [(expected[0], line)]
    assert expected[1] in found[0][3] or expected[1] in found[-1][3]


def test_all_findings_of_a_file_come_in_one_run() -> None:
    text = PROCESS.replace("title: Take an order", "titel: X").replace("due: 1wd", "due: 5")
    assert {code for code, *_ in findings(text)} == {"HB101", "HB103"}


VALUES = st.sampled_from(
    [
        None,
        True,
        1,
        1.5,
        "",
        "x",
        "X y",
        "a-b",
        "a-b\n",
        "2026-13-01",
        "V1",
        [],
        ["x", "x"],
        {},
        {"x": 1},
    ]
).map(copy.deepcopy)  # the test writes into what it drew


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_both_validators_give_one_verdict(data: st.DataObject) -> None:
    source = read_yaml("processes/sales/take-order.yml", PROCESS.encode()).value
    assert source is not None
    tree = copy.deepcopy(source.data)
    for _ in range(data.draw(st.integers(1, 2))):
        node = tree
        while isinstance(node, (dict, list)) and node:
            keys = list(node) if isinstance(node, dict) else list(range(len(node)))
            key = data.draw(st.sampled_from(keys))
            if not isinstance(node[key], (dict, list)) or data.draw(st.booleans()):
                node[key] = data.draw(VALUES)
                break
            node = node[key]
    fast = schemas.compiled("process").is_valid(tree)
    assert fast == schemas.explaining("process").is_valid(tree), json.dumps(tree)


def test_a_handbook_may_be_in_each_language_that_the_product_speaks() -> None:
    assert schemas.bundle("handbook")["properties"]["languages"]["items"]["enum"] == list(LANGUAGES)


def test_what_fits_a_type_is_not_told_where_the_type_is_unknown() -> None:
    column = "{field: b, label: B, type: text}"
    field = f"      - {{field: a, label: A, type: tabel, rows: 3, columns: [{column}]}}"
    text = f"code: F\ntitle: F\nsections:\n  - section: s\n    title: S\n    fields:\n{field}\n"
    source = read_yaml("processes/a/forms/b.yml", text.encode()).value
    assert source is not None
    codes = [each.rule.code for each in shape.check_shape(source, "form")]
    assert "HB104" in codes
    assert "HB109" not in codes
