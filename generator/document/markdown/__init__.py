"""The one reader of hand-written Markdown: what it says, and what in it is wrong."""

from __future__ import annotations

from generator.document.markdown.flaws import Flaw, WrittenPlace
from generator.document.markdown.nodes import ProseNode, bare, titled
from generator.document.markdown.written import Passage, WrittenLink, WrittenText, read_markdown

__all__ = [
    "Flaw",
    "Passage",
    "ProseNode",
    "WrittenLink",
    "WrittenPlace",
    "WrittenText",
    "bare",
    "read_markdown",
    "titled",
]
