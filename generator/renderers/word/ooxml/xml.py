"""The namespaces of WordprocessingML and the escaping of text that goes into it."""

from __future__ import annotations

from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Word skips what it does not know only in namespaces that are declared ignorable.
ROOT = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="{W14}" xmlns:w15="{W15}" xmlns:wp="{WP}" '
    f'xmlns:a="{A}" xmlns:pic="{PIC}" xmlns:mc="{MC}" mc:Ignorable="w14 w15"'
)


def text_xml(text: str) -> str:
    """Return text for the inside of an element."""
    return escape(text, quote=False)


def attribute(text: str) -> str:
    """Return text for the inside of a double-quoted attribute; line ends and tabs stay."""
    return escape(text).replace("\n", "&#10;").replace("\t", "&#9;")


def part(name: str, content: str) -> bytes:
    """Return a whole part: the root `w:name` with all namespaces around its content."""
    return f"{DECLARATION}<w:{name} {ROOT}>{content}</w:{name}>".encode()
