"""The glossary part: the prompts that Word shows again when a field is emptied."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from generator.renderers.word.ooxml.controls import PROMPT
from generator.renderers.word.ooxml.text import paragraph, run
from generator.renderers.word.ooxml.xml import attribute, part


def glossary(prompts: Mapping[str, str]) -> bytes:
    """Return the part `word/glossary/document.xml` with a building block for each prompt."""
    blocks = "".join(_block(name, prompt) for name, prompt in prompts.items())
    return part("glossaryDocument", f"<w:docParts>{blocks}</w:docParts>")


def _block(name: str, prompt: str) -> str:
    properties = (
        f'<w:name w:val="{attribute(name)}"/>'
        '<w:category><w:name w:val="General"/><w:gallery w:val="placeholder"/></w:category>'
        '<w:types><w:type w:val="bbPlcHdr"/></w:types>'
        '<w:behaviors><w:behavior w:val="content"/></w:behaviors>'
        f'<w:guid w:val="{guid(name + prompt)}"/>'
    )
    body = paragraph(run(prompt, PROMPT))
    return (
        f"<w:docPart><w:docPartPr>{properties}</w:docPartPr>"
        f"<w:docPartBody>{body}</w:docPartBody></w:docPart>"
    )


def guid(seed: str) -> str:
    """Return a GUID that follows from a text alone (RFC 9562, version 8)."""
    digest = hashlib.sha256(seed.encode()).hexdigest().upper()
    return f"{{{digest[:8]}-{digest[8:12]}-8{digest[13:16]}-A{digest[17:20]}-{digest[20:32]}}}"
