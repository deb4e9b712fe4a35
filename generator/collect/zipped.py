"""Unpacks a zip that nobody vouches for: within limits, in memory, never onto the disk.

The limits stand far above any filled form and far below what would hurt: a zip of 105 kB can
hold eight million paragraphs, which a parser turns into a gigabyte.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Final

from generator.base.diagnostics import Argument, Message, Rule
from generator.rules.declared.collect import LOCKED, NOT_WORD, UNSAFE

LARGEST_PART: Final = 8_000_000
LARGEST_WHOLE: Final = 50_000_000
MOST_PARTS: Final = 500
MOST_MARKS: Final = 150_000  # "<" in one part: elements cost the parser far more than bytes
HIGHEST_RATIO: Final = 100
SHORT: Final = 10_000  # bytes; only short parts are remembered, or they would fill the memory
_MOST_KNOWN: Final = 512  # parts that are remembered, 5 MB at most
_SMALL: Final = 1_000_000  # below this a high ratio does no harm
_DOCTYPES = tuple("<!DOCTYPE".encode(each) for each in ("ascii", "utf-16-le", "utf-16-be"))
_ENTRY_HEAD = 30  # bytes of a local file header, its name apart
_known: dict[bytes, bytes] = {}  # what stands in the zip → the part, unpacked and checked


class Refusal(Exception):
    """Why a file is not taken; `what` says it, where the rule does not."""

    def __init__(self, rule: Rule, what: Argument = "") -> None:
        super().__init__(rule.code)
        self.rule = rule
        self.what = what


def unzipped(
    raw: bytes, is_read: Callable[[str], bool], checked: Callable[[str, bytes], bytes]
) -> tuple[dict[str, bytes], Sequence[str]]:
    """Return the parts that are read, by their names, and the names of all.

    `is_read` tells by its name whether a part is read, `checked` returns its content if it does
    no harm. Most parts of a form stand in many others, byte for byte: those are unpacked and
    checked once.

    Raises:
        Refusal: it is locked, or may do harm; `is_read` and `checked` raise the same.
    """
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        entries = archive.infolist()
        check_directory(entries, len(raw))
        for each in entries:
            if not is_read(each.filename):
                continue
            entry = _entry(each, raw)
            content = _known.get(entry) if entry else None
            if content is None:
                content = checked(each.filename, read_part(archive, each.filename))
                if entry and len(content) < SHORT and len(_known) < _MOST_KNOWN:
                    _known[entry] = content
            parts[each.filename] = content
    return parts, [each.filename for each in entries]


def _entry(part: zipfile.ZipInfo, raw: bytes) -> bytes:
    """Return all that the zip says of a short part, its content included; else nothing.

    The time is left out, which differs with each saving, and so are notes of systems.
    """
    if part.compress_size >= SHORT:
        return b""
    at = part.header_offset
    head = raw[at : at + _ENTRY_HEAD]
    size, extra = head[26:28], head[28:30]
    name = at + _ENTRY_HEAD
    begins = name + int.from_bytes(size, "little")
    packed = begins + int.from_bytes(extra, "little")
    numbers = (part.CRC, part.file_size, part.compress_size, part.compress_type, part.flag_bits)
    known = b"".join(
        (head[:10], size, raw[name:begins], part.orig_filename.encode(errors="replace"), b"\0")
    )
    said = ",".join(map(str, numbers)).encode()
    return b"\0".join((said, known, raw[packed : packed + part.compress_size]))


def check_directory(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Check all that the directory of a zip of `size` bytes claims, before it is unpacked.

    Raises:
        Refusal: it is locked, contradicts itself or unfolds to an enormous size.
    """
    if any(each.flag_bits & 1 for each in entries):
        raise Refusal(LOCKED)
    if len(entries) > MOST_PARTS:
        raise Refusal(UNSAFE, Message("it has too many parts"))
    names = [each.filename for each in entries]
    if len({each.casefold() for each in names}) != len(names):
        raise Refusal(UNSAFE, Message("it has one part twice"))
    if any(".." in each.split("/") or each.startswith("/") or "\\" in each for each in names):
        raise Refusal(UNSAFE, Message("a part has a name that leads out of the file"))
    total = sum(each.file_size for each in entries)
    if total > LARGEST_WHOLE or (total > _SMALL and total > HIGHEST_RATIO * size):
        raise Refusal(UNSAFE, Message("it unfolds to an enormous size"))
    _check_overlaps(entries, size)


def _check_overlaps(entries: list[zipfile.ZipInfo], size: int) -> None:
    end = 0
    for each in sorted(entries, key=lambda entry: entry.header_offset):
        if each.header_offset < end:
            raise Refusal(UNSAFE, Message("its parts overlap"))
        end = each.header_offset + _ENTRY_HEAD + each.compress_size
    if end > size:
        raise Refusal(NOT_WORD)


def read_part(
    archive: zipfile.ZipFile, name: str, *, largest: int = LARGEST_PART, marks: int = MOST_MARKS
) -> bytes:
    """Return a part that is XML, of at most so many bytes and beginnings of elements.

    Raises:
        Refusal: it is larger, or defines a document type of its own.
    """
    # The directory may lie about sizes: never read more than the limit.
    with archive.open(name) as part:
        content = part.read(largest + 1)
    if len(content) > largest or content.count(b"<") > marks:
        raise Refusal(UNSAFE, Message("it unfolds to an enormous size"))
    if any(mark in content for mark in _DOCTYPES):
        raise Refusal(UNSAFE, Message("a part defines its own document type (DTD)"))
    return content
