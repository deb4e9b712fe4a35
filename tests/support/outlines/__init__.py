"""Readable outlines of what the product makes: small, complete for a user, the same every time.

Each module turns one family of formats into text. None of them imports the product, so that
a golden file says what stands in the file and not what the product believes of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from outlines.archive import listing
from outlines.calendar import unfolded
from outlines.desk import desk_outline
from outlines.page import page_outline
from outlines.schema import schema_outline
from outlines.search import index_table
from outlines.word import picture_size, word_outline
from outlines.workbook import workbook_outline
from outlines.xml import canonical

Outline = Callable[[bytes], str]


def _manifest(raw: bytes) -> str:
    """The head of the manifest, and what it says of each file; sizes and hashes change with it."""
    head, *rows = raw.decode().splitlines()
    said = sorted({", ".join(json.loads(row)) for row in rows})
    return "\n".join([head, *(f"each file: {keys}" for keys in said), ""])


def _text(raw: bytes) -> str:
    return raw.decode()


def _json(raw: bytes) -> str:
    return json.dumps(json.loads(raw), ensure_ascii=False, indent=1) + "\n"


BY_ENDING: Mapping[str, tuple[str, Outline]] = {
    ".html": (".txt", page_outline),
    ".js": (".txt", desk_outline),
    ".docx": (".txt", word_outline),
    ".xlsx": (".tsv", workbook_outline),
    ".zip": (".txt", listing),
    ".svg": ("", canonical),
    ".bpmn": ("", canonical),
    ".ics": ("", unfolded),
    ".json": ("", _json),
    ".png": (".txt", picture_size),
    ".txt": ("", _text),
    ".handbook-site": (".txt", _manifest),
}
"""Ending of a file → what is added to its name, and what outlines it."""


def outline_of(path: str, raw: bytes) -> tuple[str, str]:
    """Return the name of the golden file of a made file, and the outline that it holds.

    Raises:
        KeyError: nobody has said how files with this ending are outlined.
    """
    name = PurePosixPath(path).name
    if "schema/" in path:
        return f"{path}.txt", schema_outline(raw)
    if name == "search-index.js":
        return f"{path}.tsv", index_table(raw)
    ending = PurePosixPath(path).suffix or name
    added, outline = BY_ENDING[ending]
    return f"{path}{added}", outline(raw)
