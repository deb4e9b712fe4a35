"""Every text that stands in a picture is looked through for characters without a glyph."""

from __future__ import annotations

import pytest
from small import TAKE_ORDER, check

BOX = "\U0001f4e6"
VALUES = (
    "# processes/parameters.yml\nparameters:\n"
    "  - {parameter: reply-time, code: PA-02, title: Time, is: 2h}\n"
    "  - {parameter: approval-limit, code: PA-01, title: Orders, is: 5000 EUR}\n  - "
)


def told(example: str) -> list[str]:
    found = check(example).diagnostics
    return [str(each.args["character"]) for each in found if each.rule.code == "HB611"]


@pytest.mark.parametrize("key", ["title", "trigger"])
def test_texts_of_the_drawing_are_looked_through(key: str) -> None:
    assert told(f"{TAKE_ORDER}{key}: Order {BOX}\n") == [f"“{BOX}”"]


def test_texts_that_stand_beside_it_are_not() -> None:
    assert told(f"{TAKE_ORDER}purpose: Order {BOX}\n") == []


@pytest.mark.parametrize(
    "example",
    [
        f"{VALUES}{{parameter: new, title: New, is: {BOX} days}}\n",
        f"{TAKE_ORDER}code: P-01-{BOX}\n",
    ],
)
def test_what_comes_into_a_picture_by_another_way_is_looked_through(example: str) -> None:
    assert told(example) == [f"“{BOX}”"]


@pytest.mark.parametrize("char", ["\u3164", "\u115f", "\uffa0", "\u1680"])
def test_a_box_that_looks_like_a_blank_is_named(char: str) -> None:
    (name,) = told(f"{TAKE_ORDER}title: Order{char}taken\n")
    assert name.startswith(f"U+{ord(char):04X} (")
