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
from docx.oxml.ns import qn

from generator.renderers.word.ooxml.glossary import glossary
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.node import Nodes, XmlNode, joined, rewritten, unchanged
from generator.renderers.word.ooxml.numbering import numbering
from generator.renderers.word.ooxml.order import ORDER
from generator.renderers.word.ooxml.properties import Properties, core_properties, custom_properties
from generator.renderers.word.ooxml.script import in_script
from generator.renderers.word.ooxml.styles import Style, shared_styles, stylesheet
from generator.renderers.word.ooxml.template import PROTECTION, content_types, template
from generator.renderers.word.ooxml.xml import W, elements, part, written
from generator.renderers.word.ooxml.zip import packed

_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
_W = f"{{{W}}}"
_SVG_TYPE = "image/svg+xml"
_STYLED = {"w:pStyle", "w:rStyle", "w:tblStyle"}


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
        self._own: Any = Document(BytesIO(made if house.base is None else house.base))
        self._house = plain
        self._chinese = not english
        self._styles = styles
        self._package: Any = self._own.part.package
        self._names: dict[str, str] = {}
        self._base_references: Nodes = ()
        self._frames = 0
        self._drawings = 0
        self._base = house.base is not None
        if self._base:
            self._adopt_base(protected=protected)

    def add_picture(self, raw: bytes) -> str:
        """Add a PNG or JPEG file and return its relationship in the body."""
        relation, _ = self._own.part.get_or_add_image(BytesIO(raw))
        return str(relation)

    def add_svg(self, raw: bytes) -> str:
        """Add an SVG file and return its relationship in the body."""
        self._drawings += 1
        made = self._part(f"/word/media/drawing{self._drawings}.svg", _SVG_TYPE, raw)
        return str(self._own.part.relate_to(made, RT.IMAGE))

    def add_bullets(self) -> bool:
        """Add the list that `BULLET` numbers; a base document keeps the lists that it has.

        Returns:
            Whether paragraphs can be entries of it.
        """
        if self._base:
            return False
        made = self._part("/word/numbering.xml", CT.WML_NUMBERING, numbering())
        self._own.part.relate_to(made, RT.NUMBERING)
        return True

    def add_frame(self, header: Nodes, footer: Nodes) -> Nodes:
        """Add header and footer (paragraphs) and return the references for the sections.

        A base document keeps its own letterhead and gets these paragraphs below it.
        """
        self._frames += 1
        header, footer = self._fitted(header), self._fitted(footer)
        if self._base_references:
            return self._join_base_frame(header, footer)
        return (
            *self._frame_part("header", part("hdr", header), CT.WML_HEADER, RT.HEADER),
            *self._frame_part("footer", part("ftr", footer), CT.WML_FOOTER, RT.FOOTER),
        )

    def _frame_part(self, word: str, root: XmlNode, kind: str, relation: str) -> Nodes:
        made = self._part(f"/word/{word}{self._frames}.xml", kind, written(root))
        return (_reference(word, "default", self._own.part.relate_to(made, relation)),)

    def finish(
        self, body: Nodes, properties: Properties, prompts: Mapping[str, str] | None = None
    ) -> bytes:
        """Return the document with a body (paragraphs, tables, the last section properties)."""
        return packed(self.parts(body, properties, prompts))

    def parts(
        self,
        body: Nodes,
        properties: Properties | None = None,
        prompts: Mapping[str, str] | None = None,
    ) -> Iterator[tuple[str, bytes]]:
        """Return the parts of the document with a body, each with its name."""
        whole = part("document", (XmlNode("w:body", {}, self._fitted(body)),))
        if prompts:
            self._add_glossary(prompts)
        if properties is not None:
            self._add_properties(properties)
        return self._files(written(whole))

    def _fitted(self, content: Nodes) -> Nodes:
        """Return content as this document needs it: in its language, with its ids of styles.

        A base document may have a style of the same name under another id.
        """
        names, content = self._names, in_script(content, chinese=self._chinese)

        def change(node: XmlNode) -> Nodes:
            if node.tag in _STYLED and node.attributes["w:val"] in names:
                return (node._replace(attributes={"w:val": names[node.attributes["w:val"]]}),)
            return unchanged(node)

        return rewritten(content, change) if names else content

    def _files(self, body: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield the files of the package, the list of content types first."""
        parts = sorted(self._package.iter_parts(), key=lambda each: str(each.partname))
        yield "[Content_Types].xml", content_types((p.partname, p.content_type) for p in parts)
        yield "_rels/.rels", _serialized(self._package.rels)
        for each in parts:
            yield each.partname.membername, body if each is self._own.part else each.blob
            if len(each.rels):
                yield each.partname.rels_uri.membername, _serialized(each.rels)

    def _part(self, name: str, kind: str, content: bytes) -> Any:
        return Part(PackURI(name), kind, content, self._package)

    def _add_glossary(self, prompts: Mapping[str, str]) -> None:
        made = self._part(
            "/word/glossary/document.xml",
            CT.WML_DOCUMENT_GLOSSARY,
            glossary(prompts, chinese=self._chinese),
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
        known = {each.id for each in (*shared_styles(self._house), *self._styles)}
        for each in ours.findall(f"{_W}style"):
            own = str(each.get(f"{_W}styleId"))
            name = str(each.find(f"{_W}name").get(f"{_W}val")).lower()
            if name not in theirs:
                sheet.append(each)
            elif theirs[name] != own and (own in known or own != "Normal"):
                self._names[own] = theirs[name]
        for last in self._own.element.body.findall(f"{_W}sectPr")[-1:]:
            self._base_references = joined(map(_known_reference, last))
        if protected:
            self._protect()

    def _join_base_frame(self, header: Nodes, footer: Nodes) -> Nodes:
        section = self._own.sections[-1]
        for place, content in ((section.header, header), (section.footer, footer)):
            if self._frames > 1:
                break  # one letterhead serves portrait and landscape
            place.is_linked_to_previous = False
            for each in elements(content):
                place._element.append(each)  # noqa: SLF001 - python-docx appends only its own text
        last = self._own.element.body.findall(f"{_W}sectPr")[-1]
        return joined(map(_known_reference, last))

    def _protect(self) -> None:
        kept = self._own.settings.element
        for each in kept.findall(f"{_W}documentProtection"):
            kept.remove(each)
        ranks = {qn(tag): rank for tag, rank in ORDER["w:settings"].items()}
        (guard,) = elements((PROTECTION,))
        later = (n for n, each in enumerate(kept) if ranks.get(each.tag, 0) > ranks[guard.tag])
        kept.insert(next(later, len(kept)), guard)


def _reference(word: str, kind: str, relation: str) -> XmlNode:
    return XmlNode(f"w:{word}Reference", {"w:type": kind, "r:id": relation})


def _known_reference(element: Any) -> Nodes:
    """Return a reference to header or footer of a base document's section; none of other parts."""
    word = str(element.tag).removeprefix(_W).removesuffix("Reference")
    if word not in {"header", "footer"}:
        return ()
    return (_reference(word, element.get(qn("w:type")), element.get(qn("r:id"))),)
