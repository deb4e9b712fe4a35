"""Turns the bytes of a file into text, and names the encoding when it is not UTF-8."""

from __future__ import annotations

from generator.base.diagnostics import Diagnostic, Fix, Message, Result, Safety
from generator.source.reading.character_rules import ENCODING, NOT_TEXT
from generator.source.reading.file_rules import FILE_TOO_LARGE
from generator.source.reading.lines import Lines

MAX_BYTES = 1_000_000
"""The size of the largest file that is read."""

_STRAY = 4
_UTF8_MARK = b"\xef\xbb\xbf"
# The longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_OFFICE = Message("a Word, Excel or zip file")
_PICTURE = Message("a picture")
_SIGNATURES = (
    (b"PK\x03\x04", _OFFICE),
    (b"\xd0\xcf\x11\xe0", _OFFICE),
    (b"%PDF-", Message("a PDF file")),
    (b"{\\rtf", Message("a formatted text (RTF)")),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"\x1f\x8b", _OFFICE),
)
# The first that fits all bytes is named; every text in Big5 fits one of the first two.
_LEGACY = (("gbk", "GBK"), ("gb18030", "GB18030"), ("cp1252", "Windows-1252"))


def decode(path: str, raw: bytes) -> Result[str]:
    """The text of a file, without a byte order mark; single damaged bytes become U+FFFD."""
    if len(raw) > MAX_BYTES:
        where = Lines("").span(path, 0, 0)
        return Result(None, (FILE_TOO_LARGE.at(where, name=path, limit=MAX_BYTES // 1000),))
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature):
            return Result(None, (NOT_TEXT.at(Lines("").span(path, 0, 0), kind=kind),))
    raw = raw.removeprefix(_UTF8_MARK)
    encoding = _wide(raw)
    if encoding:
        fix = _marked(path, raw, encoding)
        where = Lines("").span(path, 0, 0)
        return Result(None, (ENCODING.at(where, fix=fix, encoding=encoding),))
    try:
        return Result(raw.decode())
    except UnicodeDecodeError as fault:
        return _not_utf8(path, raw, fault.start)


def _wide(raw: bytes) -> str:
    """The name of an encoding of two or four bytes a character, or nothing."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    sample = raw[:4096]
    # ASCII letters, which every YAML file has, are half zeros in UTF-16 and three quarters
    # zeros in UTF-32; in UTF-8 a zero is a stray.
    zeros = sample.count(0)
    if zeros * 2 > len(sample) + 1:
        return "UTF-32"
    return "UTF-16" if zeros >= _STRAY and zeros * 10 > len(sample) else ""


def _marked(path: str, raw: bytes, encoding: str) -> Fix | None:
    """The text of a file whose byte order mark says how it is written."""
    try:
        if raw.startswith(tuple(mark for mark, _ in _MARKS)):
            return _recoded(path, raw.decode(encoding), Safety.SAFE)
    except UnicodeDecodeError:
        pass
    return None


def _not_utf8(path: str, raw: bytes, start: int) -> Result[str]:
    """A file in a legacy encoding is refused; one of UTF-8 with damaged places is read on."""
    text = raw.decode(errors="replace")
    damaged = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - damaged
    # Chinese text of another encoding forms a valid UTF-8 character only now and then.
    if sound > 2 * damaged:
        return Result(text)
    encoding = next((name for codec, name in _LEGACY if _fits(raw, codec)), None)
    if encoding is None:
        return Result(text)
    return Result(None, (_legacy(path, raw, start, encoding),))


def _legacy(path: str, raw: bytes, start: int, encoding: str) -> Diagnostic:
    before = raw[:start].decode()
    place = Lines(before).span(path, len(before), len(before))
    codec = next(codec for codec, name in _LEGACY if name == encoding)
    # Any bytes fit Windows-1252; what fits GBK is mostly meant so, and a person sees whether.
    fix = None if codec == "cp1252" else _recoded(path, raw.decode(codec), Safety.ASKS)
    return ENCODING.at(place, fix=fix, encoding=encoding)


def _recoded(path: str, text: str, safety: Safety) -> Fix:
    """The whole text, to be written as UTF-8."""
    return Fix.at(Lines(text).span(path, 0, len(text)), text, safety)


def _fits(raw: bytes, codec: str) -> bool:
    try:
        raw.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
