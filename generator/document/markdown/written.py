"""Reads a hand-written text once for all that show it, search it and judge it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from markdown_it.rules_core import StateCore, normalize, text_join
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_tail

from generator.base.diagnostics import N_, Message
from generator.document.markdown.attributes import heading_attributes
from generator.document.markdown.dialect import may_lead, parser
from generator.document.markdown.flaws import Flaw, FlawKind, WrittenLines, WrittenPlace
from generator.document.markdown.headings import name_headings
from generator.document.markdown.limits import MOST_NESTED, LimitReached, too_deep, weigh
from generator.document.markdown.literal import literal_marks
from generator.document.markdown.losses import losses, narrow_marks, unclosed, unused
from generator.document.markdown.nodes import ProseNode, bare, nodes_of
from generator.document.markdown.nothing import (
    NO_WORDS,
    empty_links,
    is_picture,
    looks,
    refused_characters,
    words_of,
)
from generator.document.markdown.tags import pair
from generator.source.reading.hidden import shows

_WORDS_ONLY = N_("Write only words into the title, and what it leads to below it.")
_NO_COMMENT = N_("Delete it: what is on a page is for all readers.")
_COMMENT = N_("a remark between “<!--” and “-->” does not stay hidden here.")
_IN_LINK = N_("a link stands inside of a link.")
_ONE_LINK = N_("Write only words between the brackets, and the other address beside them.")
_NUMBER = re.compile(r"[^\d.,]")
# A link that was not made, as it stands in a text: behind its name, or between angle brackets.
_ADDRESS = re.compile(r"(?:\]\(\s*<?|<)((?:[A-Za-z][\w+.-]*:|//)[^\s<>)]*)", re.ASCII)
# What other programs read at the head of a page, in YAML or TOML.
_SETTINGS = re.compile(
    r"\ufeff?(---|\+\+\+)[ \t]*\n(?:[ \t]*(?:[#-].*)?\n)*"
    r"[\w\"'][\w\"'-]*[ \t]*[:=](?:.*\n)*?\1[ \t]*(?:\n|\Z)"
)
_BARE_TITLE = N_("the title of a page holds no links, pictures, footnotes or remarks.")
# `[^note]`, `[words][name]`; two numbers in brackets are no link.
_UNDEFINED = re.compile(r"\[\^[^\[\]\s]+\]|\[[^\[\]]+\]\[(?!\d+\])[^\[\]]*\]")
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """An address on a page, as it is written and where; `exact`: letter by letter."""

    address: str
    written: str
    place: WrittenPlace
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Passage:
    """A headed part of a text: anchor, title, level of the heading, bare text."""

    anchor: str = ""
    title: str = ""
    level: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenText:
    """A hand-written text.

    `title` is its first heading of level 1, empty where there is none; where the text begins
    with it, it is not part of `nodes`, and `anchor` is its id. `doubled` are ids that stand twice,
    of which the second was left out.
    """

    title: str = ""
    anchor: str = ""
    nodes: Sequence[ProseNode] = ()
    links: Sequence[WrittenLink] = ()
    doubled: Sequence[tuple[str, WrittenPlace]] = ()
    flaws: Sequence[Flaw] = ()

    def passages(self) -> tuple[Passage, ...]:
        """Return the headed parts as bare text, the first without a title; empty ones stay out."""
        parts: list[tuple[ProseNode | None, list[str]]] = [(None, [])]
        _gather(self.nodes, parts)
        found = (
            Passage(text=" ".join("".join(texts).split()))
            if heading is None
            else Passage(
                anchor=heading.attributes["id"],
                title=bare(heading.children),
                level=int(heading.tag[1]),
                text=" ".join("".join(texts).split()),
            )
            for heading, texts in parts
        )
        return tuple(each for each in found if each.title or each.text)


def _gather(nodes: Sequence[ProseNode], parts: list[tuple[ProseNode | None, list[str]]]) -> None:
    for node in nodes:
        if node.kind == "heading":
            parts.append((node, []))
        elif any(each.kind == "heading" for each in node.children):
            _gather(node.children, parts)
        else:
            parts[-1][1].append(f"{bare((node,))} ")


@lru_cache(maxsize=256)
def read_markdown(text: str) -> WrittenText:
    """Read a text; what is wrong in it is in `flaws`. The result must not be changed."""
    lines = WrittenLines(text)
    env: dict[str, Any] = {"lines": lines, "flaws": [], "notes": []}
    if settings := _SETTINGS.match(text):
        env["flaws"].append(Flaw("settings", settings[1], lines.whole(0)))
    try:
        weigh(text)
        tokens, links = _tokens(text, env)
    except LimitReached as limit:
        flaw = Flaw("limit", "", lines.whole(limit.line), limit.reason, cure=limit.cure)
        return WrittenText(flaws=(flaw,))
    nodes = nodes_of(tokens)
    taken: set[str] = set()
    doubled = tuple(_unique(nodes, taken))
    name_headings(nodes, taken)
    first = next((each for each in nodes if each.kind == "heading" and each.tag == "h1"), None)
    leads = bool(nodes) and nodes[0] is first
    if first and leads:
        env["flaws"].extend(_in_title(first.children, first.place or WrittenPlace(1, 1, 1)))
    return WrittenText(
        title=bare(first.children) if first else "",
        anchor=first.attributes["id"] if first and leads else "",
        nodes=nodes[1:] if leads else nodes,
        links=tuple(links),
        doubled=doubled,
        flaws=tuple(sorted(env["flaws"], key=lambda each: each.place)),
    )


def _in_title(nodes: Sequence[ProseNode], place: WrittenPlace) -> Iterator[Flaw]:
    """Yield what the title of a page, of which only the words are taken, cannot hold."""
    for node in nodes:
        for name in ("href", "src", "title"):
            if name in node.attributes:
                words, cure = node.attributes[name], Message(_WORDS_ONLY)
                yield Flaw("hidden", words, place, Message(_BARE_TITLE), cure=cure)
        if node.kind == "footnote-mark":
            what, cure = f"[{node.text}]", Message(_WORDS_ONLY)
            yield Flaw("hidden", what, place, Message(_BARE_TITLE), cure=cure)
        yield from _in_title(node.children, place)


def _tokens(text: str, env: dict[str, Any]) -> tuple[list[Token], list[WrittenLink]]:
    """Return the tokens of a text and its links; what is wrong is noted in `env`."""
    reader, lines, flaws = parser(), env["lines"], env["flaws"]
    state = StateCore(text, reader, env)
    normalize(state)
    reader.block.parse(state.src, reader, env, state.tokens)
    lines.define(state.tokens)
    flaws.extend(losses(state.tokens, lines))
    flaws.extend(unclosed(state.tokens, lines))
    links: list[WrittenLink] = []
    for before, token in pairwise((Token("", "", 0), *state.tokens)):
        if before.type == "heading_open":
            flaws.extend(_heading(before, token, lines))
        if token.type == "inline":
            count = len(flaws)
            links += _paragraph(token, env)
            flaws.extend(literal_marks(before.type, token, lines, flaws[count:]))
            if before.type == "heading_open" and not shows(words_of(token.children or ())):
                place = lines.whole(token.map[0] if token.map else 0)
                flaws.append(Flaw("empty", before.markup, place, Message(NO_WORDS)))
    flaws.extend(unused(state.tokens, lines, env))
    footnote_tail(state)
    text_join(state)
    return state.tokens, links


def _heading(opened: Token, token: Token, lines: WrittenLines) -> Iterator[Flaw]:
    """Give a heading its attributes and its place: that of the name that it is given."""
    if refused := heading_attributes(opened, token):
        at = token.content.rfind(refused)
        yield Flaw("as-written", refused, lines.place(token, at, len(refused)))
    yield from looks([opened], token, lines)
    number = opened.map[0] if opened.map else 0
    place, name = lines.whole(number), str(opened.attrs.get("id", ""))
    column = lines.line(number).rfind(f"#{name}")
    opened.meta["place"] = WrittenPlace(place.line, column + 2, len(name)) if name else place


def _paragraph(token: Token, env: dict[str, Any]) -> Iterator[WrittenLink]:
    """Read the text of a block; yield its links."""
    lines, flaws, reader = env["lines"], env["flaws"], parser()
    env["notes"].clear()
    children = token.children = reader.inline.parse(token.content, reader, env, [])
    pair(children)
    _judge_depth(children, token)
    for kind, what, text, at in env["notes"]:
        flaws.append(_noted(kind, what, _place(token, lines, text, at, len(what))))
    for child in children:
        if child.type == "text":
            flaws.extend(_no_links(child.content, token, lines))
            flaws.extend(_undefined(child.content, token, lines))
        address = child.attrs.get("href" if child.type == "link_open" else "src")
        if child.type == "image" and _REMOTE.match(str(address)):
            flaws.append(Flaw("remote", str(address), _written_at(child, token, lines)))
        elif child.type == "image" and not is_picture(str(address)):
            flaws.append(Flaw("picture", str(address), _written_at(child, token, lines)))
        elif child.type in {"link_open", "image"} and "written" in child.meta:
            place = _written_at(child, token, lines)
            exact = lines.at(place) == address
            yield WrittenLink(str(address), str(address), place, exact)
    flaws.extend(_products(children, token, lines))
    flaws.extend(refused_characters(children, token, lines))
    flaws.extend(looks(children, token, lines))
    flaws.extend(
        Flaw("empty", text[at:end], _place(token, lines, text, at, end - at), reason)
        for text, at, end, reason in empty_links(children)
    )
    flaws.extend(narrow_marks(token, lines))


def _noted(kind: FlawKind, what: str, place: WrittenPlace) -> Flaw:
    if kind == "hidden":
        return Flaw(kind, what, place, Message(_COMMENT), cure=Message(_NO_COMMENT))
    if kind == "literal":
        return Flaw(kind, what, place, Message(_IN_LINK), cure=Message(_ONE_LINK))
    return Flaw(kind, what, place)


def _no_links(text: str, token: Token, lines: WrittenLines) -> Iterator[Flaw]:
    for found in _ADDRESS.finditer(text):
        # Between angle brackets it would be a link if it were one.
        if found[0].startswith("<") or not may_lead(found[1]):
            at = max(0, token.content.find(found[1]))
            yield Flaw("as-written", found[1], lines.place(token, at, len(found[1])))


def _undefined(text: str, token: Token, lines: WrittenLines) -> Iterator[Flaw]:
    """Yield what looks like the mark of a note or of an address and has stayed text."""
    at = 0
    for found in _UNDEFINED.finditer(text):
        at = max(at, token.content.find(found[0], at))
        yield Flaw("undefined", found[0], lines.place(token, at, len(found[0])))
        at += len(found[0])


def _written_at(child: Token, token: Token, lines: WrittenLines) -> WrittenPlace:
    """Return where the address of a link or picture is written, else where the whole is."""
    text, start, end = child.meta["written"]
    address = str(child.attrs.get("href", child.attrs.get("src")))
    defined = lines.definitions.get(child.meta.get("label", ""))
    if defined is not None and (column := lines.line(defined).rfind(address)) >= 0:
        return WrittenPlace(defined + 1, column + 1, len(address))
    found = text.rfind(address, start, end)
    if found < 0:
        found, address = start, text[start:end]
    return _place(token, lines, text, found, len(address))


def _place(token: Token, lines: WrittenLines, text: str, at: int, length: int) -> WrittenPlace:
    # The name of a picture is read as a text of its own.
    shift = 0 if text == token.content else max(0, token.content.find(text))
    return lines.place(token, at + shift, length)


def _judge_depth(children: Sequence[Token], token: Token) -> None:
    depth = 0
    for child in children:
        depth += 1 if child.type == "html_open" else child.nesting - (child.type == "html_close")
        if depth > MOST_NESTED:
            raise too_deep(token.map[0] if token.map else 0)


def _products(children: Sequence[Token], token: Token, lines: WrittenLines) -> Iterator[Flaw]:
    """Yield the products whose stars Markdown takes for marks: `60*90*120`."""
    texts = ["", *(each.content for each in children), ""]
    for at, child in enumerate(children, start=1):
        if child.type == "em_open" and child.markup == "*":
            before, inside = texts[at - 1], texts[at + 1]
            if before[-1:].isdigit() and inside[:1].isdigit():
                what = f"{_NUMBER.split(before)[-1]}*{inside}*"
                found = max(0, token.content.find(what))
                yield Flaw("product", what, lines.place(token, found, len(what)))


def _unique(nodes: Sequence[ProseNode], taken: set[str]) -> Iterator[tuple[str, WrittenPlace]]:
    """Take the names that are given in a text; yield those that were taken already."""
    for node in nodes:
        name = node.attributes.get("id")
        if name in taken:
            del node.attributes["id"]
            yield name, node.place or WrittenPlace(1, 1, 1)
        elif name is not None:
            taken.add(name)
        yield from _unique(node.children, taken)
