"""Puts a Word document together: package, headers, pictures, properties, prompts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from generator.renderers.word.ooxml.glossary import glossary
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.properties import Properties, core_properties, custom_properties
from generator.renderers.word.ooxml.styles import Style, style_elements, stylesheet
from generator.renderers.word.ooxml.template import PROTECTION, content_types, template
from generator.renderers.word.ooxml.xml import ROOT, W, part
from generator.renderers.word.ooxml.zip import packed

_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
_W = f"{{{W}}}"


def _serialized(relations: Any) -> bytes:
    return relations.xml.encode() if isinstance(relations.xml, str) else bytes(relations.xml)


class WordDocument:
    """A document being written; `finish` gives its bytes, the same for the same input."""

    def __init__(
        self, house: House, styles: tuple[Style, ...] = (), *, english: bool, protected: bool
    ) -> None:
        plain = House(
            colour=house.colour,
            font=house.font,
            heading_font=house.heading_font,
            latin_font=house.latin_font,
        )
        made = template(plain, styles, english=english, protected=protected)
        self._own: Any = Document(BytesIO(house.base or made))
        self._house = plain
        self._styles = styles
        self._package: Any = self._own.part.package
        self._names: dict[str, str] = {}
        self._base_references = ""
        self._frames = 0
        if house.base is not None:
            self._adopt_base(protected=protected)

    def add_picture(self, raw: bytes) -> str:
        """Add a PNG or JPEG file and return its relationship in the body."""
        relation, _ = self._own.part.get_or_add_image(BytesIO(raw))
        return str(relation)

    def add_frame(self, header: str, footer: str, logo: bytes | None = None) -> str:
        """Add header and footer (paragraphs) and return the references for the sections.

        The logo's relationship in the header is `rId1`. A base document keeps its own letterhead
        and gets these paragraphs below it.
        """
        if self._base_references:
            return self._join_base_frame(header, footer)
        self._frames += 1
        found = []
        for name, content, kind, relation in (
            ("hdr", header, CT.WML_HEADER, RT.HEADER),
            ("ftr", footer, CT.WML_FOOTER, RT.FOOTER),
        ):
            word = "header" if name == "hdr" else "footer"
            made = self._part(f"/word/{word}{self._frames}.xml", kind, part(name, content))
            if logo is not None and word == "header":
                made.relate_to(self._package.get_or_add_image_part(BytesIO(logo)), RT.IMAGE)
            to = self._own.part.relate_to(made, relation)
            found.append(f'<w:{word}Reference w:type="default" r:id="{to}"/>')
        return "".join(found)

    def finish(
        self, body: str, properties: Properties, prompts: Mapping[str, str] | None = None
    ) -> bytes:
        """Return the document with a body (paragraphs, tables, the last section properties)."""
        for old, new in self._names.items():
            for kind in ("pStyle", "rStyle", "tblStyle"):
                body = body.replace(f'<w:{kind} w:val="{old}"/>', f'<w:{kind} w:val="{new}"/>')
        root = parse_xml(f"<w:document {ROOT}><w:body>{body}</w:body></w:document>")
        self._own.part._element = root  # noqa: SLF001 - python-docx has no way to set a body
        if prompts:
            self._add_glossary(prompts)
        self._add_properties(properties)
        return packed(self._files())

    def _files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files of the package, the list of content types first."""
        parts = sorted(self._package.iter_parts(), key=lambda each: str(each.partname))
        yield "[Content_Types].xml", content_types((p.partname, p.content_type) for p in parts)
        yield "_rels/.rels", _serialized(self._package.rels)
        for each in parts:
            yield each.partname.membername, each.blob
            if len(each.rels):
                yield each.partname.rels_uri.membername, _serialized(each.rels)

    def _part(self, name: str, kind: str, content: bytes) -> Any:
        return Part(PackURI(name), kind, content, self._package)

    def _add_glossary(self, prompts: Mapping[str, str]) -> None:
        made = self._part(
            "/word/glossary/document.xml", CT.WML_DOCUMENT_GLOSSARY, glossary(prompts)
        )
        # The building blocks look up their styles in a sheet of their own.
        sheet = stylesheet(self._house)
        made.relate_to(self._part("/word/glossary/styles.xml", CT.WML_STYLES, sheet), RT.STYLES)
        self._own.part.relate_to(made, RT.GLOSSARY_DOCUMENT)

    def _add_properties(self, known: Properties) -> None:
        kept = self._package.rels
        ours = {RT.CORE_PROPERTIES, _CUSTOM_RELATION}
        for key in [key for key, each in kept.items() if each.reltype in ours]:
            del kept[key]
        core = self._part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, core_properties(known))
        self._package.relate_to(core, RT.CORE_PROPERTIES)
        if known.custom:
            custom = custom_properties(known.custom)
            made = self._part("/docProps/custom.xml", _CUSTOM_TYPE, custom)
            self._package.relate_to(made, _CUSTOM_RELATION)

    def _adopt_base(self, *, protected: bool) -> None:
        """Take over a company's own document: its styles and letterhead count before ours."""
        sheet = self._own.styles.element
        theirs = {
            str(each.find(f"{_W}name").get(f"{_W}val")).lower(): str(each.get(f"{_W}styleId"))
            for each in sheet.findall(f"{_W}style")
            if each.find(f"{_W}name") is not None
        }
        ours: Any = parse_xml(stylesheet(self._house, self._styles))
        known = set(style_elements(self._house, self._styles))
        for each in ours.findall(f"{_W}style"):
            own = str(each.get(f"{_W}styleId"))
            name = str(each.find(f"{_W}name").get(f"{_W}val")).lower()
            if name not in theirs:
                sheet.append(each)
            elif theirs[name] != own and (own in known or own != "Normal"):
                self._names[own] = theirs[name]
        for last in self._own.element.body.findall(f"{_W}sectPr")[-1:]:
            self._base_references = "".join(self._reference(each) for each in last)
        if protected:
            self._protect()

    @staticmethod
    def _reference(element: Any) -> str:
        word = str(element.tag).removeprefix(_W)
        if word not in {"headerReference", "footerReference"}:
            return ""
        relation = element.get(
            "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
        )
        return f'<w:{word} w:type="{element.get(f"{_W}type")}" r:id="{relation}"/>'

    def _join_base_frame(self, header: str, footer: str) -> str:
        section = self._own.sections[-1]
        self._frames += 1
        for place, content in ((section.header, header), (section.footer, footer)):
            if self._frames > 1:
                break  # one letterhead serves upright and across
            place.is_linked_to_previous = False
            wrapped = parse_xml(f"<w:hdr {ROOT}>{content}</w:hdr>")
            for each in list(wrapped):
                place._element.append(each)  # noqa: SLF001 - python-docx appends only its own text
        last = self._own.element.body.findall(f"{_W}sectPr")[-1]
        return "".join(self._reference(each) for each in last)

    def _protect(self) -> None:
        kept = self._own.settings.element
        for each in kept.findall(f"{_W}documentProtection"):
            kept.remove(each)
        spaced = f'<w:documentProtection xmlns:w="{W}"'
        guard = parse_xml(PROTECTION.replace("<w:documentProtection", spaced))
        # The schema puts protection before the tab stop; what may come earlier is listed there.
        later = (f"{_W}defaultTabStop", f"{_W}characterSpacingControl", f"{_W}compat", f"{_W}rsids")
        at = next((n for n, each in enumerate(kept) if each.tag in later), len(kept))
        kept.insert(at, guard)
