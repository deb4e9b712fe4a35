"""The glossary part: the prompts that Word shows again when a field is emptied."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from generator.renderers.word.ooxml.controls import PROMPT
from generator.renderers.word.ooxml.node import XmlNode, valued
from generator.renderers.word.ooxml.script import in_script
from generator.renderers.word.ooxml.text import paragraph, run
from generator.renderers.word.ooxml.xml import part, written


def glossary(prompts: Mapping[str, str], *, chinese: bool) -> bytes:
    """Return the part `word/glossary/document.xml` with a building block for each prompt."""
    blocks = tuple(_block(name, prompt, chinese=chinese) for name, prompt in prompts.items())
    return written(part("glossaryDocument", (XmlNode("w:docParts", {}, blocks),)))


def _block(name: str, prompt: str, *, chinese: bool) -> XmlNode:
    properties = (
        valued("w:name", name),
        XmlNode(
            "w:category", {}, (valued("w:name", "General"), valued("w:gallery", "placeholder"))
        ),
        XmlNode("w:types", {}, (valued("w:type", "bbPlcHdr"),)),
        XmlNode("w:behaviors", {}, (valued("w:behavior", "content"),)),
        valued("w:guid", guid(name + prompt)),
    )
    said = in_script(paragraph(run(prompt, PROMPT)), chinese=chinese)
    body = XmlNode("w:docPartBody", {}, said)
    return XmlNode("w:docPart", {}, (XmlNode("w:docPartPr", {}, properties), body))


def guid(seed: str) -> str:
    """Return a GUID that follows from a text alone (RFC 9562, version 8)."""
    digest = hashlib.sha256(seed.encode()).hexdigest().upper()
    return f"{{{digest[:8]}-{digest[8:12]}-8{digest[13:16]}-A{digest[17:20]}-{digest[20:32]}}}"
