"""A filled form as somebody handed it back, with pieces of its document exchanged."""

from __future__ import annotations

import zipfile
from io import BytesIO

from filling import fill
from forms import blank, codes, good, handbook, order_sheet, read

from generator.collect.record import FormRecord

DOCUMENT = "word/document.xml"
CUSTOMER = "Miller &lt;&amp; Co&gt;</w:t></w:r>"
END = "</w:sdtContent></w:sdt>"
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def swapped(old: str, new: str, count: int = 1) -> bytes:
    """The filled form with a piece of its document exchanged."""
    out = BytesIO()
    raw = fill(blank(), handbook(), order_sheet(), good())
    with zipfile.ZipFile(BytesIO(raw)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode() if name == DOCUMENT else source.read(name)
            if isinstance(content, str):
                assert old in content
                content = content.replace(old, new, count)
            target.writestr(name, content)
    return out.getvalue()


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


def record(raw: bytes) -> FormRecord:
    result = read(raw)
    assert result.value is not None, codes(result)
    return result.value


def with_parts(new: dict[str, str], ends: dict[str, tuple[str, str]]) -> bytes:
    """The filled form with more parts, and with more at the end of some."""
    out = BytesIO()
    raw = fill(blank(), handbook(), order_sheet(), good())
    with zipfile.ZipFile(BytesIO(raw)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name in ends:
                end, more = ends[name]
                content = content.replace(end.encode(), f"{more}{end}".encode())
            target.writestr(name, content)
        for name, text in new.items():
            target.writestr(name, text)
    return out.getvalue()
