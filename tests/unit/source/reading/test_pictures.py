"""A drawing that somebody put into `content/` shows lines and texts, and does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.source.files import list_content
from generator.source.reading.pictures import what_runs

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"{more}>'
    "\n{inside}</svg>"
)
LABEL = '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml">{}</div></foreignObject>'
PLAIN = SVG.format(more="", inside="").encode()
NAMING = SVG.format(more="", inside="&x;").encode()
HOSTILE = [
    "<script>alert(1)</script>",
    '<script href="https://evil.example/x.js"/>',
    '<rect onclick="alert(1)"/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<a xlink:href=" java&#10;script:alert(1)"><text>x</text></a>',
    '<a href="data:text/html,x"><text>x</text></a>',
    '<image href="https://evil.example/a.png"/>',
    '<image href="file:///etc/passwd"/>',
    '<image href="//evil.example/a.png"/>',
    '<use xlink:href="https://evil.example/a.svg#x"/>',
    '<use href="data:image/svg+xml,x#y"/>',
    "<style>@import 'https://evil.example/a.css';</style>",
    "<style>rect { fill: url(https://evil.example/a.svg#x) }</style>",
    r"<style>@\69mport 'https://evil.example/a.css';</style>",
    r'<rect style="fill:u\72l(https://evil.example/a)"/>',
    '<rect fill="url(//evil.example/a#b)"/>',
    '<a><set attributeName="href" to="javascript:alert(1)"/><text>x</text></a>',
    '<animate attributeName="xlink:href" values="javascript:alert(1)"/>',
    LABEL.format("<script>alert(1)</script>"),
    LABEL.format('<iframe src="https://evil.example"/>'),
    LABEL.format('<img src="x" onerror="alert(1)"/>'),
    LABEL.format('<form action="https://evil.example"><input/></form>'),
    "<g>",
]  # fmt: skip
HARMLESS = [
    "<!-- made by hand --><rect x='1'/><text>a &lt;script&gt;</text>",
    '<a href="https://handbook.example/x"><text>x</text></a><a xlink:href="../a.html#b"/>',
    '<use href="#a"/><image href="data:image/png;base64,AA=="/>',
    '<style>rect { fill: url(#g); stroke: url("#h") }</style><rect fill="url( \'#g\' )"/>',
    LABEL.format('<p style="color: red">Take<br/><b>order</b></p>'),
    '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
    "<metadata><?xpacket begin='x'?></metadata>",
    '<animate attributeName="x" from="1" to="2"/>',
]


@pytest.mark.parametrize("inside", HOSTILE)
@pytest.mark.promise("T40")
def test_what_runs_or_fetches_is_found_at_its_line(inside: str) -> None:
    found = what_runs(SVG.format(more="", inside=inside).encode())
    assert found is not None
    assert found[1] == 2


@pytest.mark.parametrize(
    "raw",
    [
        SVG.format(more=' onload="alert(1)"', inside="").encode(),
        b'<?xml-stylesheet href="https://evil.example/a.css"?>' + PLAIN,
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + NAMING,
        b'<!DOCTYPE svg [<!ENTITY x "<script/>">]>' + NAMING,
        b"", b"\x89PNG", b'<?xml version="1.0" encoding="nonsense"?><svg/>',
    ],
)  # fmt: skip
@pytest.mark.promise("T40")
def test_so_is_what_stands_around_the_drawing(raw: bytes) -> None:
    assert what_runs(raw) is not None


@pytest.mark.parametrize("inside", HARMLESS)
def test_lines_texts_and_links_stay(inside: str) -> None:
    drawing = SVG.format(more="", inside=inside)
    before = (
        '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x/y.dtd">\n'
    )
    for raw in (drawing.encode(), f"{before}{drawing}".encode(), drawing.encode("utf-8-sig")):
        assert what_runs(raw) is None


@pytest.mark.promise("T40")
def test_such_a_drawing_is_no_part_of_a_handbook(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for name in ("a.svg", "b.SVG"):
        (tmp_path / "content" / name).write_text(SVG.format(more="", inside=HOSTILE[0]))
    files, found = list_content(tmp_path)
    assert files == []
    assert [(each.rule.code, each.where.line) for each in found] == [("HB058", 2)] * 2
