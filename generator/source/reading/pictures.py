"""Finds what a drawing (SVG) of `content/` would run or fetch when a browser opens it by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from generator.base.diagnostics import N_, Message

if TYPE_CHECKING:
    from lxml import etree

_RUNS: Final = frozenset({"script", "handler", "listener"})
_XHTML: Final = "{http://www.w3.org/1999/xhtml"
# What tools that draw put into labels; nothing of it runs or fetches.
_OF_LABELS: Final = re.compile(
    r"a|b|big|br|center|code|div|em|font|h[1-6r]|i|li|ol|p|pre|s|small|span|strong|sub|sup"
    r"|table|tbody|td|th|thead|tr|u|ul"
)
_STYLED: Final = re.compile(
    r"clip-path|cursor|fill|filter|marker(?:-end|-mid|-start)?|mask|stroke|style"
)
_INSIDE: Final = re.compile(r"#|data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)
_WEB: Final = re.compile(r"(?:https?|mailto):|[^:]*(?:[/#?]|\Z)", re.IGNORECASE)
# A backslash may hide a letter of any of them.
_FETCHES: Final = re.compile(
    r"@import|url\(\s*[\"']?(?!\s*[\"']?(?:#|data:image/))|expression\(|\\", re.IGNORECASE
)
_SPACES: Final = re.compile(r"[\x00-\x20]+")  # browsers pass over them in an address
# What old tools write at the top; it names nothing that a browser would look at.
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE\s+svg(?:\s+PUBLIC)?(?:\s+\"[^\"]*\"){0,2}\s*>")
_SCRIPT = Message(N_("a script, or a page inside the drawing"))
_EVENT = Message(N_("a script that waits for an event"))
_ADDRESS = Message(N_("an address that runs, or is fetched from elsewhere"))
_STYLE = Message(N_("a style that is fetched from elsewhere"))
_ENTITIES = Message(N_("entities of its own (DTD)"))
_NO_XML = Message(N_("what is no well-formed XML"))


def what_runs(raw: bytes) -> tuple[Message, int] | None:
    """Return what of a drawing would run or fetch something, and its line; None where nothing."""
    from lxml import etree  # most handbooks have no drawings of their own

    careful = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
    )
    try:
        root = etree.fromstring(_DOCTYPE.sub(_lines_alone, raw, count=1), careful)
    except (etree.XMLSyntaxError, ValueError) as fault:  # also where its encoding is not as said
        return _NO_XML, max(1, getattr(fault, "lineno", None) or 1)
    if root.getroottree().docinfo.internalDTD is not None:
        return _ENTITIES, 1
    for each in root.getroottree().iter():
        found = _in_node(each)
        if found is not None:
            return found, each.sourceline or 1
    return _before(root)


def _lines_alone(found: re.Match[bytes]) -> bytes:
    return b"\n" * found[0].count(b"\n")


def _before(root: etree._Element) -> tuple[Message, int] | None:
    """Return a style sheet that is named before the drawing begins."""
    node = root.getprevious()
    while node is not None:
        if _names_a_style(node):
            return _STYLE, node.sourceline or 1
        node = node.getprevious()
    return None


def _names_a_style(node: Any) -> bool:
    return getattr(node, "target", "").lower() == "xml-stylesheet"  # of a word to some program


def _in_node(node: etree._Element) -> Message | None:
    if not isinstance(node.tag, str):  # a remark, or a word to some program
        return _STYLE if _names_a_style(node) else None
    space, _, name = node.tag.rpartition("}")
    if name.lower() in _RUNS or (space == _XHTML and not _OF_LABELS.fullmatch(name.lower())):
        return _SCRIPT
    if name == "style" and _FETCHES.search("".join(map(str, node.itertext()))):
        return _STYLE
    for key, value in node.attrib.items():
        found = _in_attribute(name.lower(), str(key).rpartition("}")[2].lower(), str(value))
        if found is not None:
            return found
    return None


def _in_attribute(name: str, key: str, value: str) -> Message | None:
    if key.startswith("on"):
        return _EVENT
    if key == "attributename":  # what an animation changes as time goes by
        changed = value.rpartition(":")[2].strip().lower()
        return _EVENT if changed == "href" or changed.startswith("on") else None
    if key in {"href", "src"}:
        address = _SPACES.sub("", value)
        harmless = _WEB if name == "a" else _INSIDE
        return None if not address or harmless.match(address) else _ADDRESS
    return _STYLE if _STYLED.fullmatch(key) and _FETCHES.search(value) else None
