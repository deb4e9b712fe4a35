"""Tries whether files of a company can be used in documents, before any document is made."""

from __future__ import annotations

from datetime import date

from generator.renderers.word.ooxml.document import WordDocument
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.properties import Properties

_PROPERTIES = Properties(title="", subject="", creator="", language="en", dated=date(2000, 1, 1))


def can_be_logo(raw: bytes) -> bool:
    """Whether a file is a picture that documents can show."""
    try:
        WordDocument(House(), english=False, protected=False).add_picture(raw)
    except Exception:  # noqa: BLE001 - whatever the library trips over, the file cannot be used
        return False
    return True


def can_be_base(raw: bytes) -> bool:
    """Whether a file is a document that others can start from."""
    try:
        document = WordDocument(House(base=raw), english=False, protected=False)
        document.finish((), _PROPERTIES)
    except Exception:  # noqa: BLE001 - whatever the library trips over, the file cannot be used
        return False
    return True
