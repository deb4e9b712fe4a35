"""Document properties: what file managers, Word's info page and `handbook collect` read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.renderers.word.ooxml.xml import DECLARATION, attribute, text_xml

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
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
    day = f'<{{0}} xsi:type="dcterms:W3CDTF">{known.dated.isoformat()}T00:00:00Z</{{0}}>'
    parts = (
        ("dc:creator", known.creator),
        ("dc:language", known.language),
        ("dc:subject", known.subject),
        ("dc:title", known.title),
        ("cp:lastModifiedBy", known.creator),
        ("cp:version", known.version),
    )
    texts = "".join(f"<{name}>{text_xml(value)}</{name}>" for name, value in parts if value)
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{texts}{day.format('dcterms:created')}{day.format('dcterms:modified')}"
        "</cp:coreProperties>"
    ).encode()


def custom_properties(values: Mapping[str, str]) -> bytes:
    """Return the part `docProps/custom.xml`."""
    entries = "".join(
        f'<property fmtid="{_USER_DEFINED}" pid="{number}" name="{attribute(name)}">'
        f"<vt:lpwstr>{text_xml(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=_FIRST_NUMBER)
    )
    head = f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}">'
    return f"{DECLARATION}{head}{entries}</Properties>".encode()
