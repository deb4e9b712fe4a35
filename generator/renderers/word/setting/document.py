"""A Word document for print: vector pictures, bullets, frames for upright and lying pages."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from generator.renderers.word.ooxml.document import WordDocument
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.xml import part
from generator.renderers.word.setting.styles import PRINT_STYLES

BULLET = 7301
"""The number of the list of bullets; high, so that a base document's own lists stay apart."""
_BULLETS = (
    f'<w:abstractNum w:abstractNumId="{BULLET}"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="420" w:hanging="280"/></w:pPr></w:lvl>'
    f'</w:abstractNum><w:num w:numId="{BULLET}"><w:abstractNumId w:val="{BULLET}"/></w:num>'
)
_SVG_TYPE = "image/svg+xml"


class PrintDocument(WordDocument):
    """A document being written, unprotected, in the house style."""

    def __init__(self, house: House, *, english: bool) -> None:
        super().__init__(house, PRINT_STYLES, english=english, protected=False)
        self._drawings = 0
        self._frames = 0
        if house.base is None:
            numbering = self._part(
                "/word/numbering.xml", CT.WML_NUMBERING, part("numbering", _BULLETS)
            )
            self._own.part.relate_to(numbering, RT.NUMBERING)

    @property
    def has_bullets(self) -> bool:
        """Whether lists can be real ones; a base document keeps the lists that it has."""
        return self._house.base is None

    def add_svg(self, raw: bytes) -> str:
        """Add an SVG file and return its relationship in the body."""
        self._drawings += 1
        made = self._part(f"/word/media/drawing{self._drawings}.svg", _SVG_TYPE, raw)
        return str(self._own.part.relate_to(made, RT.IMAGE))

    def add_frame(self, header: str, footer: str, logo: bytes | None = None) -> str:
        """Add header and footer and return the references for sections; each call adds a pair."""
        self._frames += 1
        if self._frames == 1 or self._base_references:
            return super().add_frame(header, footer, logo)
        found = []
        for word, root, content, kind, relation in (
            ("header", "hdr", header, CT.WML_HEADER, RT.HEADER),
            ("footer", "ftr", footer, CT.WML_FOOTER, RT.FOOTER),
        ):
            made = self._part(f"/word/{word}{self._frames}.xml", kind, part(root, content))
            to = self._own.part.relate_to(made, relation)
            found.append(f'<w:{word}Reference w:type="default" r:id="{to}"/>')
        return "".join(found)
