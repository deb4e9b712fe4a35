"""Leaves out findings that only show what another finding has told already."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from posixpath import basename, splitext

from generator.base.diagnostics import Diagnostic, Locator

_TWICE, _SCHEME = "HB214", "HB709"
# What is told of the names of a kind when one of them has been overwritten with another.
_LOST = {
    "unit": {"HB202"},
    "role": {"HB201", "HB408"},
    "parameter": {"HB208", "HB209"},
    "value": {"HB208"},
    "chapter": {"HB213", "HB702", _SCHEME},
    "section": {"HB205"},
    "field": {"HB206", "HB524", "HB529"},
    "step": {"HB207", "HB328"},
    "decision": {"HB207", "HB328"},
    "milestone": {"HB207", "HB328"},
    "source": {"HB212"},
    "fact": {"HB211"},
}
# What looks like an insert and has been read as a wrong one.
_LOOKS_LIKE, _INSERTS = "HB224", frozenset({"HB220", "HB221", "HB222"})
_IN_ONE_FORM = frozenset({"section", "field"})
_IN_ONE_PROCESS = frozenset({"step", "decision", "milestone"})
# What nothing cites any more where no code is known as one.
_UNCITED = frozenset({"HB218", "HB228", "HB229"})


def independent(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the findings without those that follow from others.

    An id that is given twice has mostly taken the place of another: the name that is missing
    then is the same fault. Where a code follows no scheme, no text cites it.
    """
    listed = list(found)
    twice = [each for each in listed if each.rule.code == _TWICE]
    schemes = any(
        each.rule.code == _SCHEME and isinstance(each.where, Locator) and "codes" in each.where.path
        for each in listed
    )
    unread = {(_LOOKS_LIKE, each.where) for each in listed if each.rule.code in _INSERTS}
    lost = {id(each) for one in twice for each in _lost_by(one, listed)}
    for each in listed:
        if (each.rule.code, each.where) in unread:
            continue
        if id(each) not in lost and not (schemes and each.rule.code in _UNCITED):
            yield each


def _lost_by(twice: Diagnostic, found: Collection[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what follows from one id that is given twice."""
    where = twice.where
    if not isinstance(where, Locator) or not where.path:
        return
    kind, name = str(where.path[-1]), str(twice.args["id"])
    candidates = [
        each
        for each in found
        if each.rule.code in _LOST.get(kind, ()) and _in_reach(kind, where.file, each)
    ]
    names = {_named(each) for each in candidates}
    for each in candidates:
        meant = str(each.hint.args.get("close", "")) if each.hint else ""
        own = _named(each).partition(".")[0] == name
        if len(names) == 1 or own or meant in {"", name}:
            yield each


def _named(found: Diagnostic) -> str:
    return str(found.args.get("id", found.args.get("name", "")))


def _in_reach(kind: str, file: str, found: Diagnostic) -> bool:
    """Whether a finding may speak of the names in a file."""
    if kind in _IN_ONE_PROCESS:
        return found.where.file == file
    if kind in _IN_ONE_FORM:
        stem = splitext(basename(file))[0]
        form = str(found.args.get("form", "")) or str(found.args.get("id", "")).partition(".")[0]
        return found.where.file == file or form == stem
    return True
