"""Where # behind a space begins a remark, and where it cuts a text in two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from generator.source.reading.remarks import PROSE, READ
from generator.source.reading.yaml_reader import read_yaml
from generator.source.schemas import KINDS, part

CUT = [
    "do: Call line # 4 at the customer",
    "title: Release # the order",
    "checks:\n  - Open bills # 3 are below the limit",
    "label: Amount # in EUR",
    "title: release # the order",
    "when: 否决 # 号",
    "title: 4S # 店",
    "inputs:\n  - bicycle # with its key",
    "owner: clerk #2",
]
REMARKS = [
    "do: Call the customer. # 4 at most",
    "do: 登记。 # 前台",
    "do: 谁来登记？ # 前台",
    "do: He said “call.” # twice",
    "responsible: dept-head # of the one who asks",
    "basis: F032 # the fact",
    "date: 2026-01-10 # new year",
    "due: by return-repair.promise # no later",
    "due: quarterly 5 # was early",
    "is: 5000 CNY # a year",
    "is: 98% # a year",
    "rows: 3 # lines",
    "optional: true # for now",
    "next: receive # again",
    "computed: a + b # the sum",
    "distribution:\n  - manager # first",
    "title: Release    # set apart",
    'title: "Release" # of stock',
    "title: Release # handbook: ignore[HB402] why",
]


def codes(text: str) -> list[str]:
    return [each.rule.code for each in read_yaml("x.yml", f"{text}\n".encode()).diagnostics]


@pytest.mark.parametrize("text", CUT)
def test_what_cuts_a_text_is_told(text: str) -> None:
    assert codes(text) == ["HB054"]


@pytest.mark.parametrize("text", REMARKS)
def test_a_remark_is_none_of_that(text: str) -> None:
    assert "HB054" not in codes(text)


def _keys(node: Any) -> Iterator[tuple[str, Any]]:
    for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
        if key == "properties":
            yield from inner.items()
        if isinstance(inner, dict | list):
            yield from _keys(inner)


def _is_text(schema: Any) -> bool:
    if not isinstance(schema, dict):
        return False
    wide = [schema, *schema.get("oneOf", ()), *schema.get("anyOf", ())]
    refs = [each.get("$ref", "") for each in wide]
    return any(ref.endswith("$defs/text") for ref in refs) or _is_text(schema.get("items"))


def test_every_key_of_a_text_is_known() -> None:
    texts = {
        key for kind in (*KINDS, "common") for key, schema in _keys(part(kind)) if _is_text(schema)
    }
    assert texts - PROSE - READ == {"when"}  # its word may be an option, or a formula
    assert not PROSE & READ
