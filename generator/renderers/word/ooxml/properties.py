"""Document properties: what file managers, Word's info page and `handbook collect` read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.renderers.word.ooxml.node import XmlNode
from generator.renderers.word.ooxml.xml import written

_CORE = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_CUSTOM = {
    "xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
}
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # [MS-OLEPS] 2.18.2
_FIRST_NUMBER = 2  # 0 and 1 are reserved there


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a document says about itself; `dated` stands for creation and change."""

    title: str
    subject: str
    creator: str
    language: str
    dated: date
    version: str = ""
    custom: Mapping[str, str] = field(default_factory=dict)


def core_properties(known: Properties) -> bytes:
    """Return the part `docProps/core.xml` (ECMA-376 part 2, clause 11)."""
    parts = (
        ("dc:creator", known.creator),
        ("dc:language", known.language),
        ("dc:subject", known.subject),
        ("dc:title", known.title),
        ("cp:lastModifiedBy", known.creator),
        ("cp:version", known.version),
    )
    texts = [XmlNode(tag, text=value) for tag, value in parts if value]
    day = f"{known.dated.isoformat()}T00:00:00Z"
    days = [
        XmlNode(tag, {"xsi:type": "dcterms:W3CDTF"}, text=day)
        for tag in ("dcterms:created", "dcterms:modified")
    ]
    return written(XmlNode("cp:coreProperties", _CORE, (*texts, *days)))


def custom_properties(values: Mapping[str, str]) -> bytes:
    """Return the part `docProps/custom.xml`."""
    entries = (
        XmlNode(
            "property",
            {"fmtid": _USER_DEFINED, "pid": str(number), "name": name},
            (XmlNode("vt:lpwstr", text=value),),
        )
        for number, (name, value) in enumerate(values.items(), start=_FIRST_NUMBER)
    )
    return written(XmlNode("Properties", _CUSTOM, tuple(entries)))
