"""The contents: a field that Word can renew, already filled, so that nothing asks on opening."""

from __future__ import annotations

from collections.abc import Sequence

from generator.renderers.word.ooxml.text import field, paragraph, run
from generator.renderers.word.setting.pen import Entry, Pen

DEEPEST = 2
_INDENT = 360


def contents(pen: Pen, entries: Sequence[Entry]) -> str:
    """Return the contents of some headings; with page numbers where they are known."""
    heading = paragraph(run(pen.say("Contents")), "ContentsHeading")
    listed = [each for each in entries if each.level <= DEEPEST]
    lines = [_line(pen, each) for each in listed]
    if not lines:
        return heading
    lines[0] = _with(lines[0], _begin(), first=True)
    lines[-1] = _with(lines[-1], '<w:r><w:fldChar w:fldCharType="end"/></w:r>', first=False)
    return heading + "".join(lines)


def _begin() -> str:
    code = f' TOC \\o "1-{DEEPEST}" \\h \\z \\u '
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _with(line: str, runs: str, *, first: bool) -> str:
    if first:
        return line.replace("</w:pPr>", f"</w:pPr>{runs}", 1)
    return line.removesuffix("</w:p>") + runs + "</w:p>"


def _line(pen: Pen, entry: Entry) -> str:
    said = f"{entry.number}  {entry.title}" if entry.number else entry.title
    inside = run(said)
    page = pen.pages.get(entry.mark)
    if page is not None:
        inside += "<w:r><w:tab/></w:r>" + field(f"PAGEREF {entry.mark} \\h", str(page))
    indent = f'<w:ind w:left="{_INDENT * (entry.level - 1)}"/>' if entry.level > 1 else ""
    stop = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{pen.sheet.width}"/></w:tabs>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="TOC{entry.level}"/>{stop}{indent}</w:pPr>'
        f'<w:hyperlink w:anchor="{entry.mark}" w:history="1">{inside}</w:hyperlink></w:p>'
    )
