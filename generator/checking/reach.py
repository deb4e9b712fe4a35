"""How far a hole reaches: which findings it may have brought forth, by what stands there.

A step without its title is still a step: where the flow goes wrong is told of it as of any other.
Only what asks for the very thing that lies in the hole is left unjudged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto

from generator.base.diagnostics import Diagnostic, Locator
from generator.checking.file_part import FilePart
from generator.checking.told import entry_of
from generator.source.reading.yaml_file import Path
from generator.source.schemas import keys_of


class Topic(Enum):
    """What a key says something about."""

    WORDS = auto()
    WAY = auto()
    TIME = auto()
    HANDS = auto()
    USES = auto()
    FIELDS = auto()
    ROLES = auto()
    VALUES = auto()
    CALENDAR = auto()
    HISTORY = auto()
    SETTINGS = auto()


_WAY, _TIME, _HANDS, _USES = Topic.WAY, Topic.TIME, Topic.HANDS, Topic.USES
_FIELDS, _ROLES, _VALUES, _DAYS = Topic.FIELDS, Topic.ROLES, Topic.VALUES, Topic.CALENDAR
_APPROVING = frozenset({_WAY, _HANDS, _USES, _FIELDS, _ROLES, _VALUES})
_EVERYTHING = frozenset(Topic)

_WORDS = ("title", "do", "note", "checks", "purpose", "scope", "trigger", "inputs", "outputs")
_SAYS = ("label", "help", "hint", "says", "about", "risk", "control", "kpi", "formula", "target")
_TOPICS: dict[Topic, tuple[str, ...]] = {
    Topic.WORDS: (*_WORDS, *_SAYS, "short", "synonyms"),
    Topic.HISTORY: ("revisions", "basis", "confirmed", "formerly", "version", "date", "approved"),
    _WAY: (
        *("step", "decision", "next", "together", "join", "choose", "choose-any", "when", "call"),
        *("hand-over", "end"),
    ),
    _TIME: ("due", "takes", "every", "milestones", "promises", "review", "keep"),
    _HANDS: (
        *("responsible", "accountable", "consulted", "informed", "authority", "commits", "owner"),
        *("approver", "keeper", "distribution"),
    ),
    _USES: ("forms", "decide"),
}
_OF_KEY = {key: topic for topic, keys in _TOPICS.items() for key in keys}
_OF_KIND = {
    "form": _FIELDS,
    "organization": _ROLES,
    "parameters": _VALUES,
    "glossary": Topic.WORDS,
    "information": Topic.WORDS,
    "sources": Topic.WORDS,
    "handbook": Topic.SETTINGS,
}
# The holes of which topics may bring forth a finding; a hole that only could take one away, were
# it filled, is none: what is wrong already stays so. Of rules that do not stand here: all.
_BROUGHT_BY: dict[str, frozenset[Topic]] = {
    **dict.fromkeys(("HB305", "HB311", "HB339"), frozenset()),
    **dict.fromkeys(("HB301", "HB302", "HB303", "HB304", "HB309", "HB310"), frozenset({_WAY})),
    **dict.fromkeys(("HB312", "HB319", "HB334", "HB338"), frozenset({_WAY})),
    **dict.fromkeys(("HB306", "HB307", "HB308"), frozenset({_WAY, _FIELDS})),
    "HB314": frozenset({_WAY, _USES, _FIELDS, _TIME}),
    "HB318": frozenset({_WAY, _USES, _FIELDS}),
    **dict.fromkeys(("HB317", "HB335"), frozenset({_FIELDS})),
    **dict.fromkeys(("HB340", "HB342", "HB349"), frozenset({_WAY, _VALUES, _DAYS})),
    "HB341": frozenset({_WAY, _USES, _TIME, _VALUES, _DAYS}),
    "HB344": frozenset({_DAYS}),
    "HB345": frozenset({_HANDS, _FIELDS, _VALUES, _DAYS}),
    "HB346": frozenset({_TIME, _VALUES, _DAYS}),
    **dict.fromkeys(("HB403", "HB404", "HB405", "HB406", "HB421"), frozenset({_ROLES})),
    **dict.fromkeys(("HB414", "HB415", "HB416"), _APPROVING),
    **dict.fromkeys(("HB417", "HB501"), frozenset({_WAY, _USES, _FIELDS})),
    **dict.fromkeys(("HB422", "HB423", "HB424"), frozenset({_HANDS, _USES, _FIELDS, _ROLES})),
    **dict.fromkeys(("HB225", "HB418", "HB419", "HB420"), frozenset({_VALUES, _ROLES})),
    **dict.fromkeys(("HB234", "HB701", "HB707"), frozenset()),
}
# These look at nothing but the entry that they stand in.
_OWN = frozenset({"HB505", "HB506", "HB507", "HB508", "HB509", "HB511"})
_KEY = re.compile(r"[\W_]*(?P<key>[a-z][a-z-]*)[ 　]*[:：](?P<value>.*)")
_MARKER, _MARKER_END = "<<<<<<<", ">>>>>>>"


def reaches(part: FilePart, found: Diagnostic) -> bool:
    """Whether a hole of a file may have brought forth a finding."""
    code = found.rule.code
    if code not in _BROUGHT_BY and code not in _OWN:
        return True
    if part.unnamed:
        return True  # a whole entry may be lost
    if code in _OWN:
        return _in_own_entry(part, found)
    return not _BROUGHT_BY[code].isdisjoint(_topics(part)) or _within(part, found)


def _in_own_entry(part: FilePart, found: Diagnostic) -> bool:
    entry = entry_of(found.where)
    if found.where.file != part.path:
        return False
    lost = {
        topic for each in part.holes if each[: len(entry)] == entry for topic in _at(part, each)
    }
    return bool(lost - {Topic.WORDS}) or bool(part.damaged and _lines_in(part, entry))


def _lines_in(part: FilePart, entry: Path) -> bool:
    if part.source is None:
        return True
    span = part.source.span(Locator(part.path, entry))
    return any(span.line <= each <= span.end_line + 1 for each in part.damaged)


def _within(part: FilePart, found: Diagnostic) -> bool:
    """Whether a hole lies in the very thing that a finding tells of."""
    where = found.where
    if not isinstance(where, Locator) or where.file != part.path or not where.path:
        return False
    own = where.path
    return any(each[: len(own)] == own for each in part.holes if not isinstance(own[-1], int))


def _topics(part: FilePart) -> frozenset[Topic]:
    """What the holes of a file, and the lines whose meaning is not known, may say something of."""
    found: set[Topic] = set()
    for hole in part.holes:
        found |= _at(part, hole)
    for key in _damaged_keys(part):
        found |= _at(part, (key,)) if key else _EVERYTHING
    return frozenset(found)


def _at(part: FilePart, hole: Path) -> frozenset[Topic]:
    for each in reversed(hole):
        if isinstance(each, str) and each in _OF_KEY:
            return frozenset({_OF_KEY[each]})
    if part.kind == "handbook" and "calendar" in hole:
        return frozenset({_DAYS})
    known = _OF_KIND.get(part.kind or "")
    return frozenset({known}) if known else _EVERYTHING


def _damaged_keys(part: FilePart) -> Iterator[str]:
    """The keys of the lines whose meaning is not known; empty where that is not known either."""
    lines = (part.text or "").splitlines()
    known = keys_of(part.kind) if part.kind else frozenset()
    for number in part.damaged:
        text = lines[number - 1] if number <= len(lines) else ""
        if text.startswith(_MARKER):
            yield from _between_markers(lines[number:], known)
            continue
        key = _key_of(text, known)
        yield key or _key_above(lines[: number - 1], known)


def _between_markers(lines: Iterable[str], known: frozenset[str]) -> Iterator[str]:
    for each in lines:
        if each.startswith(_MARKER_END):
            return
        if not each.startswith("======="):
            yield _key_of(each, known)


def _key_of(line: str, known: frozenset[str]) -> str:
    match = _KEY.match(line)
    return match["key"] if match and match["key"] in known else ""


def _key_above(lines: list[str], known: frozenset[str]) -> str:
    """The key of the list or text in which a line without a key stands; empty if not known."""
    for each in reversed(lines):
        match = _KEY.match(each)
        if match and match["key"] in known:
            return match["key"] if not match["value"].strip(" 　|>-") else ""
    return ""
