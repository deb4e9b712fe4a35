"""The paragraph styles of printed documents, beside those that all Word documents share."""

from __future__ import annotations

from generator.renderers.word.ooxml.styles import GREY, Style

CELL, HEAD, BODY, CAPTION, SMALL = "TableText", "TableHead", "BodyText", "Caption", "Small"

PRINT_STYLES = (
    Style(id=BODY, name="Body Text", size=21, before=40, after=80),
    Style(id=CELL, name="Table Text", size=18),
    Style(id=HEAD, name="Table Heading", size=18, bold=True, heading=True),
    Style(id=CAPTION, name="caption", size=18, heading=True, before=80, after=60, align="center"),
    Style(id=SMALL, name="Small Print", size=17, colour=GREY, after=40),
    Style(id="ListParagraph", name="List Paragraph", size=21, after=40),
    Style(id="ContentsHeading", name="Contents Heading", size=28, bold=True, heading=True,
          before=120, after=120, keep_next=True),
    Style(id="TOC1", name="toc 1", size=20, bold=True, before=20),
    Style(id="TOC2", name="toc 2", size=19),
    Style(id="CoverTitle", name="Cover Title", size=64, bold=True, heading=True, align="center",
          before=200, after=120),
    Style(id="CoverLine", name="Cover Line", size=28, align="center", before=60, after=60),
    Style(id="SourceCode", name="Source Code", size=17, after=40),
)  # fmt: skip
