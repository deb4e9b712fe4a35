"""Tells English words in Chinese sentences from names that are the same in all languages."""

from __future__ import annotations

import re
from collections.abc import Iterable

# The one list of what is written in Latin letters in a Chinese sentence.
NAMES = frozenset(
    (
        "BPMN",
        "CSV",
        "CVE",
        "Code",
        "Ctrl",
        "DTD",
        "Esc",
        "Excel",
        "Git",
        "HB",
        "HTML",
        "JSON",
        "LibreOffice",
        "MB",
        "Markdown",
        "MkDocs",
        "Office",
        "PDF",
        "PNG",
        "RTF",
        "SQLAlchemy",
        "SVG",
        "Schema",
        "Tab",
        "UTF",
        "VS",
        "WPS",
        "Windows",
        "Word",
        "XML",
        "YAML",
        "ZIP",
        "handbook",
        "http",
        "https",
        "id",
        "kB",
        "mailto",
        "macOS",
    )
)
# The letters of the responsibility matrix.
LETTERS = frozenset("RACI")
# Placeholders of a command line stand in capitals, as in every other program.
PLACEHOLDERS = frozenset(
    (
        "BASE",
        "CHAPTER",
        "CODE",
        "DATE",
        "DIR",
        "FILE",
        "FOLDER",
        "HEAD",
        "ID",
        "LANG",
        "N",
        "NEW",
        "OLD",
        "PATH",
        "REV",
        "URL",
    )
)

# What is quoted is code or a text of the handbook; so are options, paths, endings and addresses.
_CODE = re.compile(
    r"`[^`]*`|“[^”]*”|\$?\{[^{}]*\}|(?<![\w-])--?[A-Za-z][a-z-]*|[\w.@:{}-]*/[\w./:{}-]*"
    r"|[\w*-]*\.[a-z]{2,5}\b|#\w+"
)
_WORD = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z][A-Za-z']*(?:-[a-z]+)*")
_CHINESE = "\u4e00-\u9fff"
_HALF_WIDTH = re.compile(
    rf"[{_CHINESE}”）》][,;:!?.](?![\w*])|[,;:!?][{_CHINESE}“（]|[{_CHINESE}]\(|\)[{_CHINESE}]"
)


def latin_words(text: str) -> list[str]:
    """All words in Latin letters of a text."""
    return _WORD.findall(text)


def english_words(sentence: str, allowed: Iterable[str] = ()) -> list[str]:
    """The words in Latin letters of a Chinese sentence that are neither names nor code."""
    known = NAMES | LETTERS | PLACEHOLDERS | frozenset(allowed)
    return [word for word in latin_words(_CODE.sub(" ", sentence)) if word not in known]


def half_width(sentence: str) -> list[str]:
    """The places where half-width punctuation stands beside Chinese, outside of code."""
    return _HALF_WIDTH.findall(re.sub(r"`[^`]*`|“[^”]*”", "“”", sentence))
