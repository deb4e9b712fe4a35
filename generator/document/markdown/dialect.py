"""The Markdown of hand-written pages: CommonMark, tables, footnotes, definitions, admonitions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from generator.document.addresses import is_safe
from generator.document.markdown.attributes import attributes
from generator.document.markdown.limits import DEEPEST, limit_depth
from generator.document.markdown.losses import checked_table
from generator.document.markdown.tags import tag

_OPTIONS = {"store_labels": True, "inline_definitions": True, "maxNesting": DEEPEST * 2}
_WEB = re.compile(r"https?:[/\\]*([^/?#]*)", re.IGNORECASE)
_HOST = re.compile(r"(?:[^@\s]*@)?[\w-]+(?:\.[\w-]+)*\.?(?::\d{1,5})?")
_NO_HTML = ("html_block", "html_inline")
_InlineRule: TypeAlias = Callable[[StateInline, bool], bool]


@cache
def parser() -> MarkdownIt:
    """Return the parser; it keeps nothing from one text to the next."""
    made = MarkdownIt("commonmark", _OPTIONS).enable("table").disable(_NO_HTML)
    made.inline = _Inline(made.inline)
    made.use(admon_plugin).use(deflist_plugin).use(footnote_plugin, inline=False)
    made.block.ruler.at("table", checked_table, {"alt": ["paragraph", "reference"]})
    rules = made.inline.ruler
    rules.at("link", _placed(link, "link_open"))
    rules.at("image", _placed(image, "image"))
    rules.before("autolink", "tag", tag)
    rules.push("attributes", attributes)
    # Addresses stay as they are written; those that are not safe make no link.
    made.normalizeLink = _as_written  # type: ignore[assignment,method-assign]
    made.validateLink = may_lead  # type: ignore[assignment,method-assign]
    limit_depth(made)
    return made


def may_lead(address: str) -> bool:
    """Whether an address may stand in a link: a safe one, of a host whose name can be one."""
    web = _WEB.match(address)
    return is_safe(address) and (web is None or bool(_HOST.fullmatch(web[1])))


def _as_written(address: str) -> str:
    return address


def _placed(rule: _InlineRule, kind: str) -> _InlineRule:
    """Return a rule that notes where what it reads is written."""

    def placed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - called by the library
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            # Text that was waiting may stand before it.
            first = next(n for n in range(before, before + 2) if state.tokens[n].type == kind)
            state.tokens[first].meta["written"] = (state.src, start, state.pos)
            if kind == "link_open" and any(map(_is_link, state.tokens[first + 1 :])):
                _unlink(state, first, start)
        return True

    return placed


def _is_link(token: Token) -> bool:
    return token.type == "link_open" or (token.type == "html_open" and token.tag == "a")


def _unlink(state: StateInline, first: int, start: int) -> None:
    """Make text of the brackets of a link that holds another one, which is the link then.

    The library knows this law of CommonMark for links between brackets only.
    """
    end = state.md.helpers.parseLinkLabel(state, start)
    brackets = (start, start + 1), (end, state.pos)
    for token, (begin, behind) in zip(
        (state.tokens[first], state.tokens[-1]), brackets, strict=True
    ):
        token.type, token.tag, token.nesting, token.attrs, token.meta = "text", "", 0, {}, {}
        token.content = state.src[begin:behind]
    state.env["notes"].append(("literal", state.src[start : state.pos], state.src, start))


class _Inline(ParserInline):
    """Reads paragraphs; stars beside Chinese characters begin and end what stands out there."""

    def __init__(self, other: ParserInline) -> None:
        super().__init__()
        self.ruler, self.ruler2 = other.ruler, other.ruler2

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _State(StateInline):
    """CommonMark wants a space between a mark and a word where a bracket or comma stands inside.

    Chinese has no such spaces: beside a Chinese character or mark none is asked for, as in
    `**注意：**请先核对`.
    """

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: FBT001, N802, N803
        """Return whether the marks at a place can begin and end something, and their number."""
        marks = self.src[start]
        end = start
        while end < self.posMax and self.src[end] == marks:
            end += 1
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        last, following = _Beside(before), _Beside(after)
        left = not following.space and (not following.mark or last.parts)
        right = not last.space and (not last.mark or following.parts)
        return Scanned(
            left and (canSplitWord or not right or last.punctuation),
            right and (canSplitWord or not left or following.punctuation),
            end - start,
        )


class _Beside:
    """What stands beside a mark."""

    def __init__(self, character: str) -> None:
        self.space = isWhiteSpace(ord(character))
        self.punctuation = isMdAsciiPunct(ord(character)) or isPunctChar(character)
        chinese = is_chinese(character)
        self.mark = self.punctuation and not chinese
        self.parts = self.space or self.punctuation or chinese


_CHINESE = re.compile(
    "[\u2e80-\u30ff\u3100-\u312f\u31a0-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\U00020000-\U0003ffff]"
)


def is_chinese(character: str) -> bool:
    """Whether a character stands among others without spaces: Chinese and Japanese, full width."""
    return bool(_CHINESE.match(character)) or unicodedata.east_asian_width(character) == "F"
