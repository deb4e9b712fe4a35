"""Slips that other programs leave in a text: conflict markers, and spaces that are none."""

from __future__ import annotations

import re

from generator.base.diagnostics import Fix
from generator.source.reading.characters import name_of
from generator.source.reading.findings import Findings
from generator.source.reading.fixes import indentation_meant
from generator.source.reading.hidden import SPACES
from generator.source.reading.slip_rules import CONFLICT_MARKERS, ODD_INDENTATION

# What `git merge` writes where two people changed the same lines (git-merge, “How conflicts
# are presented”); the middle part of `diff3` goes with the other side.
_CONFLICT = re.compile(
    r"^(?P<ours><{7}(?: [^\r\n]*)?)$(?P<kept>.*?)^(?P<theirs>(?:\|{7}|={7})(?: [^\r\n]*)?$"
    r".*?^>{7}(?: [^\r\n]*)?)$",
    re.MULTILINE | re.DOTALL,
)
_BLOCK = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?:(?! {0,3}(?P=fence))[^\n]*\n)*? {0,3}(?P=fence)",
    re.MULTILINE,
)
_MARKER = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: [^\r\n]*)?$", re.MULTILINE)
# Odd spaces before a field or an entry; in a text of several lines they may indent a paragraph.
_ODD = re.compile(
    rf"^(?P<odd> *[{SPACES}][{SPACES} ]*)(?=(?:- |[a-z][a-z-]{{0,39}}:(?: |$)))", re.MULTILINE
)


def without_slips(text: str, findings: Findings) -> str:
    """Note the slips of a text; return it with what they spoil blanked, every offset kept."""
    return _without_odd_indentation(without_conflicts(text, findings), findings)


def without_conflicts(text: str, findings: Findings) -> str:
    """Note where two versions stand; return the text with markers and one version blanked."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return text
    for found in _CONFLICT.finditer(_without_blocks(text, findings)):
        findings.add(CONFLICT_MARKERS, *found.span("ours"))
        for side in ("ours", "theirs"):
            text = _blank(text, *found.span(side))
    for found in _MARKER.finditer(_without_blocks(text, findings)):  # one without its fellows
        findings.add(CONFLICT_MARKERS, *found.span())
        text = _blank(text, *found.span())
    return text


def _without_blocks(text: str, findings: Findings) -> str:
    """The text of a page without its blocks of code, which may show how markers look."""
    if not findings.path.endswith(".md"):
        return text
    return _BLOCK.sub(lambda found: _blank(found[0], 0, len(found[0])), text)


def _without_odd_indentation(text: str, findings: Findings) -> str:
    last = -2
    for found in list(_ODD.finditer(text)):
        start, end = found.span("odd")
        line = findings.lines.number(start)
        if line != last + 1:  # lines one below the other are one slip
            character = next(each for each in found["odd"] if each != " ")
            indent, safety = indentation_meant(findings.lines, line, found["odd"])
            fix = Fix.at(findings.span(start, end), indent, safety)
            findings.add(ODD_INDENTATION, start, end, fix=fix, character=name_of(character))
        last = line
        text = _blank(text, start, start + len(findings.lines.line(line)))
    return text


def _blank(text: str, start: int, end: int) -> str:
    blank = re.sub(r"[^\r\n]", " ", text[start:end])
    return text[:start] + blank + text[end:]
