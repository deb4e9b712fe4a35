"""Reads the hand-written texts of `content/`: the same characters are refused as in YAML."""

from __future__ import annotations

from generator.base.diagnostics import Result
from generator.source.reading.catalogue import judge_catalogue
from generator.source.reading.characters import refuse
from generator.source.reading.decoding import decode
from generator.source.reading.findings import Findings
from generator.source.reading.slips import without_conflicts

_FOR_EDITORS = "readme.md"


def is_page(path: str) -> bool:
    """Whether a file of `content/` becomes a page or the beginning of one."""
    return path.endswith(".md") and path.rpartition("/")[2].lower() != _FOR_EDITORS


def read_text(path: str, raw: bytes) -> Result[str]:
    """Return a text with line ends as on Unix; no text where it is no UTF-8."""
    decoded = decode(path, raw)
    if decoded.value is None:
        return decoded
    findings = Findings(path, decoded.value)
    text = without_conflicts(refuse(decoded.value, findings), findings)
    if path.endswith(".po"):
        judge_catalogue(text, findings)
    return Result(text.replace("\r\n", "\n").replace("\r", "\n"), findings.all())
