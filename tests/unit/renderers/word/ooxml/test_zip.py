"""A zip that is the same to the byte whenever its parts are."""

from __future__ import annotations

import zipfile
from io import BytesIO

from generator.renderers.word.ooxml.zip import EPOCH, packed

PARTS = (("[Content_Types].xml", b"<a/>" * 50), ("b.xml", b"b" * 500), ("c.png", b"c" * 500))


def test_parts_keep_their_order_and_content() -> None:
    with zipfile.ZipFile(BytesIO(packed(PARTS))) as archive:
        assert tuple((name, archive.read(name)) for name in archive.namelist()) == PARTS


def test_no_clock_and_no_system_leave_traces() -> None:
    with zipfile.ZipFile(BytesIO(packed(PARTS))) as archive:
        for entry in archive.infolist():
            assert entry.date_time == EPOCH
            assert entry.create_system == 3
            assert entry.external_attr == 0o100644 << 16
            assert entry.extra == b""


def test_pictures_are_not_packed_again() -> None:
    with zipfile.ZipFile(BytesIO(packed(PARTS))) as archive:
        kinds = {each.filename: each.compress_type for each in archive.infolist()}
    assert kinds["c.png"] == zipfile.ZIP_STORED
    assert kinds["b.xml"] == zipfile.ZIP_DEFLATED
