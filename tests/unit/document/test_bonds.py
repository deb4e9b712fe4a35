"""Lines of diagrams do not break inside Chinese words."""

from __future__ import annotations

import pytest
from pages import real

from generator.document.bonds import bonds_in, bonds_of
from generator.layout.text import wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("国内营销中心总经理", 84, ("国内营销中心", "总经理")),
        ("客户服务部部长", 60, ("客户服务部", "部长")),
        ("分公司信息内勤", 60, ("分公司", "信息内勤")),
        ("1 下达上市简报", 72, ("1 下达", "上市简报")),
        ("移送法务追款", 60, ("移送法务", "追款")),
        ("5 个工作日内", 60, ("5 个", "工作日内")),
    ],
)
def test_titles_break_between_words(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, width, 12, bonds_of(real())) == lines


def test_only_the_pairs_that_occur_count() -> None:
    assert bonds_in(frozenset({"流程", "渠道"}), ["流程图"]) == {"流程"}
