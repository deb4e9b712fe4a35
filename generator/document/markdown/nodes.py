"""What a hand-written text consists of, as a tree that each renderer puts into its own form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from generator.document.markdown.flaws import WrittenPlace

_KINDS: Mapping[str, str] = {
    "admonition": "admonition",
    "admonition_title": "admonition-title",
    "blockquote": "quote",
    "bullet_list": "bullets",
    "dd": "definition",
    "dl": "definitions",
    "dt": "term",
    "em": "emphasis",
    "footnote": "footnote",
    "footnote_block": "footnotes",
    "heading": "heading",
    "html": "tag",
    "link": "link",
    "list_item": "item",
    "ordered_list": "numbers",
    "paragraph": "paragraph",
    "strong": "strong",
    "table": "table",
    "tbody": "rows",
    "td": "cell",
    "th": "head-cell",
    "thead": "head",
    "tr": "row",
}
_LEAVES: Mapping[str, str] = {
    "code_block": "code",
    "code_inline": "code-span",
    "fence": "code",
    "footnote_ref": "footnote-mark",
    "hardbreak": "break",
    "hr": "line",
    "html_break": "break",
    "image": "image",
    "softbreak": "space",
    "text": "text",
}
_LEFT_OUT = frozenset({"definition", "footnote_anchor"})
_SPACED = frozenset(
    {"paragraph", "heading", "item", "cell", "head-cell", "term", "definition", "code", "line"}
    | {"admonition-title", "tight"}
)


@dataclass(frozen=True, slots=True)
class ProseNode:
    """A part of a text: its kind, what stands in it, its text (leaves only), its attributes.

    `place` is where it is written: of headings, links and pictures only.
    """

    kind: str
    text: str = ""
    tag: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[ProseNode] = field(default_factory=list)
    place: WrittenPlace | None = None


def nodes_of(tokens: Sequence[Token]) -> list[ProseNode]:
    """Return the tree of a stream of tokens.

    Raises:
        ValueError: a kind of token that no renderer would know.
    """
    root = ProseNode("text")
    stack = [root]
    for token in tokens:
        if token.type == "inline":
            stack[-1].children.extend(nodes_of(token.children or ()))
        elif token.type in _LEAVES:
            if token.type == "text" and not token.content:
                continue  # left over from marks
            stack[-1].children.append(_leaf(token))
        elif token.type.endswith("_close"):
            stack.pop()
        elif token.type.endswith("_open"):
            node = _node(_KINDS.get(token.type.removesuffix("_open"), ""), token)
            stack[-1].children.append(node)
            stack.append(node)
        elif token.type not in _LEFT_OUT:
            raise ValueError(token.type)
    return root.children


def _node(kind: str, token: Token) -> ProseNode:
    if not kind:
        raise ValueError(token.type)
    if kind == "paragraph" and token.hidden:
        kind = "tight"  # a paragraph of a list whose entries are no paragraphs of their own
    attributes = {name: str(value) for name, value in token.attrs.items()}
    if kind == "footnote":
        attributes["number"] = str(token.meta["id"] + 1)
    return ProseNode(kind, "", token.tag, attributes, place=token.meta.get("place"))


def _leaf(token: Token) -> ProseNode:
    kind, text = _LEAVES[token.type], token.content
    attributes = {name: str(value) for name, value in token.attrs.items()}
    if kind == "footnote-mark":
        text = str(token.meta["id"] + 1)
        attributes["use"] = str(token.meta["subId"])
    elif kind == "code":
        attributes["language"] = token.info.strip()
    inside = nodes_of(token.children or ()) if kind == "image" else []
    return ProseNode(kind, "" if inside else text, token.tag, attributes, inside)


def bare(nodes: Sequence[ProseNode]) -> str:
    """Return the bare text of nodes, with single spaces."""
    return " ".join("".join(_texts(nodes)).split())


def titled(node: ProseNode) -> str:
    """Return the words that show only at a mouse, for whom has none; empty where there are none."""
    title = node.attributes.get("title", "")
    return f" ({title})" if title else ""


def _texts(nodes: Sequence[ProseNode]) -> Iterator[str]:
    for node in nodes:
        if node.kind in {"space", "break"}:
            yield " "
        elif node.kind == "footnote-mark":
            yield f"[{node.text}]"
        elif node.kind == "image":
            yield from _texts(node.children)
        else:
            yield node.text
            yield from _texts(node.children)
        yield titled(node)
        if node.kind in _SPACED:
            yield " "
