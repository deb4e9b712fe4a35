"""No word of a page of `content/` is lost without an error, whatever marks stand around it."""

from __future__ import annotations

import re

import pytest
from lxml import html
from pages_of_content import PageMaker
from proving import PROVING

from generator.document.blocks import Block, Bullets, Code, Paragraph, Section, Table, text_of
from generator.document.prose import read_prose as read_blocks
from generator.renderers.html import ProsePage, read_prose

PAGES = 10_000 if PROVING else 1_000
_CLASS = re.compile(r"class=\s*\S*|\{\.\S*?\}")  # no words for readers
_WORD = re.compile(r"w\d+q")
# Of kinds of flaws that are no error: what is named by one stands on the page all the same.
_WARNINGS = frozenset({"as-written", "class"})


def on_the_page(page: ProsePage) -> set[str]:
    """The words that readers see: text, names of pictures, what shows at a link, addresses."""
    tree = html.fromstring(f"<div>{page.html}</div>")
    seen = [page.title, tree.text_content()]
    seen += [str(each) for each in tree.xpath("//@alt | //@title | //@href | //@src")]
    seen += [str(each) for each in tree.xpath("//@id | //@class | //h1/@id")]
    return set(_WORD.findall(" ".join([*seen, page.anchor])))


def in_the_book(blocks: tuple[Block, ...]) -> set[str]:
    return set(_WORD.findall(" ".join(map(said, blocks))))


def said(block: Block) -> str:
    match block:
        case Paragraph():
            return text_of(block.text)
        case Section():
            return " ".join((block.title, *map(said, block.blocks)))
        case Bullets():
            return " ".join(map(text_of, block.items))
        case Code():
            return block.text
        case Table():
            cells = (text_of(cell) for row in block.rows for cell in row.cells)
            return " ".join((*block.columns, *cells))
        case _:
            raise AssertionError(block)


@pytest.mark.parametrize("seed", range(10))
def test_no_word_is_lost_without_an_error(seed: int) -> None:
    maker = PageMaker(seed)
    for _ in range(PAGES // 10):
        text = maker.page()
        page = read_prose("more.md", text, frozenset())
        assert page.clean, text
        if any(each.kind not in _WARNINGS for each in page.flaws) or page.doubled:
            continue
        written = set(_WORD.findall(_CLASS.sub("", text)))
        lost = set(maker.words) & written - on_the_page(page)
        assert not lost, (lost, text)
        tree = html.fromstring(f"<div>{page.html}</div>")
        shown = set(_WORD.findall(f"{page.title} {tree.text_content()}"))
        title, blocks = read_blocks(text, "about")
        missing = shown - in_the_book(blocks) - set(_WORD.findall(f"{title} {page.title}"))
        assert not missing, (missing, text)
        found = " ".join(f"{each.title} {each.text}" for each in page.passages)
        hidden = shown - set(_WORD.findall(f"{found} {page.title}"))
        assert not hidden, (hidden, text)
