"""The contents: a field that Word can renew, already filled, so that nothing asks on opening."""

from __future__ import annotations

from collections.abc import Sequence

from generator.renderers.word.ooxml.fields import field, field_around
from generator.renderers.word.ooxml.links import link
from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.text import ParagraphFormat, paragraph, run, tab
from generator.renderers.word.setting.pen import ContentsEntry, Pen

DEEPEST = 2
_INDENT = 360


def contents(pen: Pen, entries: Sequence[ContentsEntry]) -> Nodes:
    """Return the contents of some headings; with page numbers where they are known."""
    heading = paragraph(run(pen.say("Contents")), "ContentsHeading")
    lines = [_line(pen, each) for each in entries if each.level <= DEEPEST]
    if not lines:
        return heading
    return heading + field_around(f'TOC \\o "1-{DEEPEST}" \\h \\z \\u', lines)


def _line(pen: Pen, entry: ContentsEntry) -> Nodes:
    inside = run(f"{entry.number}  {entry.title}" if entry.number else entry.title)
    page = pen.pages.get(entry.mark)
    if page is not None:
        inside += tab() + field(f"PAGEREF {entry.mark} \\h", run(str(page)))
    setting = ParagraphFormat(
        tabs=(("right", pen.sheet.width),), leader="dot", indent=_INDENT * (entry.level - 1)
    )
    return paragraph(link(entry.mark, inside), f"TOC{entry.level}", setting)
