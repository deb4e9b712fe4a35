"""A page that asks too much is refused with its line, before anything of it is lost."""

from __future__ import annotations

import pytest

from generator.document.markdown import read_markdown
from generator.document.markdown.limits import (
    DEEPEST,
    LONGEST,
    MOST_MARKS,
    MOST_QUOTED,
    LimitReached,
    weigh,
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a" * LONGEST + "b", 0),
        ("a\n\n" + "*" * (MOST_MARKS + 1), 2),
    ],
)
def test_what_is_too_heavy_is_refused_at_its_line(text: str, line: int) -> None:
    with pytest.raises(LimitReached) as refused:
        weigh(text)
    assert refused.value.line == line


def test_what_is_not_too_heavy_passes() -> None:
    weigh("a" * LONGEST)
    weigh("*" * MOST_MARKS)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (">" * (DEEPEST + 2) + "a", 1),
        ("a\n\n" + "- " * (DEEPEST // 2 + 2) + "a", 3),
        ("".join(f"{'  ' * depth}- a\n" for depth in range(400)), DEEPEST // 2 + 1),
        ("!!! a\n\n    " + ">" * (DEEPEST + 2) + "a", 3),
    ],
)
def test_blocks_that_stand_too_deep_are_refused(text: str, line: int) -> None:
    (flaw,) = read_markdown(text).flaws
    assert (flaw.kind, flaw.place.line) == ("limit", line)


def test_quotations_in_each_other_count_for_each() -> None:
    (flaw,) = read_markdown(">" * 30 + "a\n" + "b\n" * (MOST_QUOTED // 25)).flaws
    assert flaw.reason is not None
    assert flaw.reason.args["most"] == MOST_QUOTED


def test_blocks_up_to_the_limit_are_read() -> None:
    assert read_markdown(">" * DEEPEST + "a").flaws == ()


@pytest.mark.parametrize(
    ("unit", "weight"),
    [
        ("*", 1),
        ("中,", 2),
        ("&", 2),
        ("[a](b", 2 + 3 + 1),
        ("![a](b", 4 + 2 + 3 + 1),
        ("\n - a", 3),
        ("\n1. 1. a", 4),
        ("\n- - + a", 6),
    ],
)
def test_what_costs_more_weighs_more(unit: str, weight: int) -> None:
    fits = MOST_MARKS // weight
    weigh(unit * (fits - 1))
    with pytest.raises(LimitReached):
        weigh(unit * (fits + 1))
