"""Punctuation that Chinese shares with Latin text, set in the font of the text around it."""

from __future__ import annotations

from unicodedata import east_asian_width

from generator.renderers.word.ooxml.node import (
    Nodes,
    XmlNode,
    rewritten,
    unchanged,
    within,
    words_of,
)
from generator.renderers.word.ooxml.order import with_property
from generator.renderers.word.ooxml.text import with_paragraphs

SHARED = frozenset("“”‘’—…·")
"""Marks of Chinese (GB/T 15834) that Unicode knows once for all scripts; Word asks which font."""
_APOSTROPHE = "’"
_EAST_ASIAN: dict[str, str] = {"w:hint": "eastAsia"}


def in_script(content: Nodes, *, chinese: bool) -> Nodes:
    """Return paragraphs whose shared punctuation stands in the East Asian font in Chinese text.

    In a Chinese document that is a paragraph with any Chinese, in another document one without a
    Latin letter: “客户” within an English sentence keeps the quotation marks of English.
    """

    def change(paragraph: XmlNode) -> XmlNode:
        said = words_of((paragraph,))
        if SHARED.isdisjoint(said) or not _is_chinese(said):
            return paragraph
        if _has_latin(said) and not chinese:
            return paragraph
        return paragraph._replace(children=rewritten(paragraph.children, _hinted))

    return with_paragraphs(content, change)


def _hinted(node: XmlNode) -> Nodes:
    if node.tag != "w:r" or not needs_east_asian(words_of((node,))):
        return unchanged(node)
    known = next(within((node,), "w:rFonts"), XmlNode("w:rFonts"))
    fonts = known._replace(attributes={**known.attributes, **_EAST_ASIAN})
    return (with_property(node, "w:rPr", fonts),)


def needs_east_asian(text: str) -> bool:
    """Tell whether a text of a Chinese paragraph has punctuation of Chinese.

    An apostrophe within a Latin word is none.
    """
    around = zip(f" {text}", text, f"{text[1:]} ", strict=False)
    return any(
        mark in SHARED and not (mark == _APOSTROPHE and _latin(before) and _latin(after))
        for before, mark, after in around
    )


def _is_chinese(text: str) -> bool:
    return any(east_asian_width(each) in "WF" for each in text)


def _has_latin(text: str) -> bool:
    return any(map(_latin, text))


def _latin(letter: str) -> bool:
    return letter.isalpha() and east_asian_width(letter) not in "WF"
