"""Links, pictures and headings that stay text are told; what is one, or is code, is not."""

from __future__ import annotations

import pytest

from generator.document.markdown.written import read_markdown

TOLD = {
    "[x](a page.md)": "[x](a page.md)",
    "![x](a pic.png)": "![x](a pic.png)",
    "看[总则]（index.md）一节": "[总则]（index.md）",
    "##Who": "##Who",
    "one\n###谁 does": "###谁 does",
    "＃总则": "＃总则",
    "[x](share\\a)": "[x](share\\a)",
    "[x](</the page>)": "[x](</the page>)",
    "[x]\n\n[x]: a\\b": "[x]: a\\b",
    "[甲 <http://a.example>](b.md)": "[甲 <http://a.example>](b.md)",
    "[甲 <a@b.example>][x]\n\n[x]: b.md": "[甲 <a@b.example>][x]",
    "乙 [<a>甲</a>](b.md)": "[<a>甲</a>](b.md)",
}
FINE = [
    "[x](page.md)",
    "[x](<a page.md>)",
    '[x](page.md "A title")',
    "`[x](a page.md)`",
    "\\[x](a page.md)",
    "见 [1](甲方 乙方)",
    "[注]: 一 二",
    "[甲 ![乙](c.png)](b.md)",
    "乙 [甲](b.md)",
    "## Who",
    "#4 is open",
    "[注]（见 2.1 节）",
    "    ##Who",
    "\\##Who",
]


@pytest.mark.parametrize(("text", "what"), TOLD.items())
def test_marks_that_readers_see_are_told(text: str, what: str) -> None:
    (flaw,) = [each for each in read_markdown(text).flaws if each.kind == "literal"]
    assert flaw.what == what
    assert flaw.place.length == len(what)
    assert flaw.cure is not None


@pytest.mark.parametrize("text", FINE)
def test_the_rest_is_fine(text: str) -> None:
    assert [each for each in read_markdown(text).flaws if each.kind == "literal"] == []
