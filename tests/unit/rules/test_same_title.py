"""Titles that look the same are the same, whatever nobody sees in them."""

from __future__ import annotations

import pytest
from small import check, step, steps


def titled(title: str) -> list[str]:
    parts = (step("take"), step("send", "end: sent").replace("Send", f'"{title}"'))
    return [each.rule.code for each in check(steps(*parts)).diagnostics]


@pytest.mark.parametrize(
    "title",
    ["Take", "Ta\\u200Bke", "Ta\\u00ADke", "\\u2060Take", "Take\\uFE0F", "Ｔａｋｅ", "take "],
)
def test_titles_that_look_the_same_are_told(title: str) -> None:
    assert "HB234" in titled(title)


def test_titles_that_differ_are_not() -> None:
    assert "HB234" not in titled("Take it")
