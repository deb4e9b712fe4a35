"""Files of a company are tried before documents are made with them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from generator.renderers.word.ooxml.trial import can_be_base, can_be_logo

PNG = (Path(__file__).parents[4] / "golden/handbook/house/logo.png").read_bytes()


def docx() -> bytes:
    made = BytesIO()
    Document().save(made)
    return made.getvalue()


def test_a_picture_can_be_a_logo_and_a_document_a_base() -> None:
    assert can_be_logo(PNG)
    assert can_be_base(docx())


@pytest.mark.parametrize("raw", [b"", b"<svg/>", PNG[:10], b"%PDF-1.7"])
def test_what_is_no_picture_cannot_be_a_logo(raw: bytes) -> None:
    assert not can_be_logo(raw)


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", PNG, b"{\\rtf1}"])
def test_what_is_no_document_cannot_be_a_base(raw: bytes) -> None:
    assert not can_be_base(raw)


@pytest.mark.parametrize("share", [0.25, 0.5, 0.9])
def test_half_a_document_cannot_be_a_base(share: float) -> None:
    whole = docx()
    assert not can_be_base(whole[: int(len(whole) * share)])
