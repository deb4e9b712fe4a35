"""What many forms carry byte for byte is unpacked once, and nothing else passes for it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from generator.collect.zipped import unzipped


def _zip(content: bytes, name: str = "word/header1.xml", year: int = 1990) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), content)
    return made.getvalue()


class _Looked:
    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, name: str, content: bytes) -> bytes:
        self.names.append(name)
        return content


def _parts(raw: bytes, looked: _Looked) -> dict[str, bytes]:
    return unzipped(raw, lambda _: True, looked)[0]


def test_the_same_part_is_checked_once_whenever_it_was_saved() -> None:
    looked = _Looked()
    for year in (1991, 1992):
        found = _parts(_zip(b"<once/>", year=year), looked)
        assert found == {"word/header1.xml": b"<once/>"}
    assert looked.names == ["word/header1.xml"]


def test_another_content_or_name_is_another_part() -> None:
    looked = _Looked()
    for content, name in (
        (b"<a/>", "word/a.xml"),
        (b"<b/>", "word/a.xml"),
        (b"<a/>", "word/b.xml"),
    ):
        assert _parts(_zip(content, name), looked) == {name: content}
    assert looked.names == ["word/a.xml", "word/a.xml", "word/b.xml"]


def test_a_part_that_only_claims_to_be_the_known_one_is_unpacked() -> None:
    """The directory says the check sum of the known part, the bytes are others."""
    looked = _Looked()
    known, other = _zip(b"<known/>", "word/c.xml"), bytearray(_zip(b"<other/>", "word/c.xml"))
    _parts(known, looked)
    with zipfile.ZipFile(BytesIO(known)) as archive:
        right = archive.infolist()[0].CRC.to_bytes(4, "little")
    with zipfile.ZipFile(BytesIO(bytes(other))) as archive:
        wrong = archive.infolist()[0].CRC.to_bytes(4, "little")
    with pytest.raises(zipfile.BadZipFile):
        _parts(bytes(other).replace(wrong, right), looked)


def test_a_part_with_another_name_at_its_place_is_refused_each_time() -> None:
    looked = _Looked()
    raw = _zip(b"<named/>", "word/d.xml")
    _parts(raw, looked)
    with pytest.raises(zipfile.BadZipFile):
        _parts(raw.replace(b"word/d.xml", b"word/e.xml", 1), looked)
