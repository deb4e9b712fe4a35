"""Every text that stands in a picture is looked through for characters without a glyph."""

from __future__ import annotations

import pytest
from small import TAKE_ORDER, check

BOX = "\U0001f4e6"


def told(example: str) -> list[str]:
    found = check(example).diagnostics
    return [str(each.args["character"]) for each in found if each.rule.code == "HB611"]


@pytest.mark.parametrize("key", ["title", "trigger"])
def test_texts_of_the_drawing_are_looked_through(key: str) -> None:
    assert told(f"{TAKE_ORDER}{key}: Order {BOX}\n") == [f"“{BOX}”"]


def test_texts_that_stand_beside_it_are_not() -> None:
    assert told(f"{TAKE_ORDER}purpose: Order {BOX}\n") == []
