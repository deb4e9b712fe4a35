"""Findings that follow from a line that is gone, or that changed places with another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Span
from generator.checking.told import Told, entry_of, lies_in, once, path_of
from generator.source.reading.yaml_file import Path
from generator.source.schemas import keys_of_entries

_LIST_ABOVE = N_("Write “{key}:” on a line of its own above this one.")
_ENTRIES_BELOW = N_("Put the entries of the list right below “{key}:”.")
_APART = 2
"""So many lines two that were exchanged stand apart."""


@once
def _strays(told: Told) -> Iterator[tuple[Diagnostic, list[Diagnostic]]]:
    """Yield each missing list with the findings of its entries, which stand in the list above."""
    for lost in told.of("HB102", "HB110"):
        if not _is_list(lost, told):
            continue
        kind = told.kind_of(lost.where.file) or ""
        keys = keys_of_entries(kind)[str(lost.args.get("key"))]
        unknown: dict[Path, set[str]] = {}
        for each in told.of("HB101"):
            if each.where.file == lost.where.file and (entry := entry_of(each.where)):
                unknown.setdefault(entry, set()).add(str(each.args.get("key")))
        entries = [entry for entry, names in unknown.items() if names <= keys]
        inside = [
            each
            for each in told.found
            if any(lies_in(each, lost.where.file, entry) for entry in entries)
        ]
        if inside:
            yield lost, inside


def _stray_entries(told: Told) -> Iterator[Diagnostic]:
    for _, inside in _strays(told):
        yield from inside
    for first, inside, _ in _foreign(told):
        yield from (each for each in inside if each is not first)


@once
def _foreign(told: Told) -> Iterator[tuple[Diagnostic, list[Diagnostic], str]]:
    """Yield what is told of entries that belong to a list which the file does not have.

    Of each such list: the first finding, all of them, and the key of the list.
    """
    entries: dict[tuple[str, Path], list[Diagnostic]] = {}
    for each in told.of("HB101"):
        if entry := entry_of(each.where):
            entries.setdefault((each.where.file, entry), []).append(each)
    for (file, entry), unknown in entries.items():
        held, data = told.value(Locator(file, entry)), told.value(Locator(file))
        lists = keys_of_entries(told.kind_of(file) or "")
        homes = [
            key
            for key, keys in lists.items()
            if isinstance(held, dict) and isinstance(data, dict) and key not in data
            if len(held) > 1 and set(held) <= keys
        ]
        if len(homes) == 1 and len(unknown) > 1:
            inside = [each for each in told.found if lies_in(each, file, entry)]
            yield unknown[0], inside, homes[0]


def _list_above(found: Diagnostic, told: Told) -> Diagnostic | None:
    for first, _, key in _foreign(told) if found.rule.code == "HB101" else ():
        if first is found:
            return replace(found, hint=Message(_LIST_ABOVE, {"key": key}), fix=None)
    if found.rule.code != "HB102":
        return None
    for lost, inside in _strays(told):
        if lost is found:
            top = min((each.where for each in inside), key=told.span_of)
            return replace(found, where=top, hint=Message(_LIST_ABOVE, found.args))
    for entry, cause in _orphans(told):
        if cause is found:
            return replace(found, where=entry.where, hint=Message(_LIST_ABOVE, found.args))
    return None


@once
def _swallowed_entries(told: Told) -> Iterator[Diagnostic]:
    """What is told of the entry above an empty list: the two lines are exchanged."""
    swallowed = {told.line(each.where) for each in told.of("HB057")}
    above = {
        (file, line - 1)
        for each in told.of("HB110")
        for file, line in [told.line(each.where)]
        if told.text(file, line - 1).lstrip().startswith("- ")
    }
    empty = [(each, *told.line(each.where)) for each in told.of("HB110")]
    for each in told.of("HB103"):
        file, line = told.line(each.where)
        below = any(file == one and 0 < line - at <= _APART for _, one, at in empty)
        if below and told.text(file, line).lstrip().startswith("- "):
            yield each
    for each, file, line in empty:
        if swallowed & {(file, line - 1), (file, line + 1), (file, line + 2)}:
            yield each
    for each in told.found:
        if each.rule.code not in {"HB110", "HB057"} and told.line(each.where) in above:
            yield each


def _entries_below(found: Diagnostic, told: Told) -> Diagnostic | None:
    if found.rule.code != "HB110":
        return None
    file, line = told.line(found.where)
    above = any(told.line(each.where) == (file, line - 1) for each in _swallowed_entries(told))
    below = any(each.where.file == file and cause is found for each, cause in _orphans(told))
    strays = any(lost is found for lost, _ in _strays(told))
    if above or below or strays:
        return replace(found, hint=Message(_ENTRIES_BELOW, found.args), fix=None)
    return None


@once
def _orphans(told: Told) -> Iterator[tuple[Diagnostic, Diagnostic]]:
    """Yield entries that stand below no key, with what is told of their key: empty, or missing."""
    for each in told.of("HB031"):
        file, line = told.line(each.where)
        if not told.text(file, line).lstrip().startswith("- "):
            continue
        for cause in told.of("HB110", "HB102"):
            gap = line - told.line(cause.where)[1]
            lost = cause.rule.code == "HB102" and _is_list(cause, told)
            if cause.where.file == file and (lost or (gap and 0 < gap <= _APART)):
                yield each, cause
                break


def _is_list(lost: Diagnostic, told: Told) -> bool:
    """Whether a key that is missing at the top of a file holds a list."""
    lists = keys_of_entries(told.kind_of(lost.where.file) or "")
    return len(path_of(lost.where)) <= 1 and str(lost.args.get("key")) in lists


def _orphaned_entries(told: Told) -> Iterator[Diagnostic]:
    yield from (each for each, _ in _orphans(told))


def _keys_again(told: Told) -> Iterator[Diagnostic]:
    """The further keys of an entry that has lost its first line: all stand in the one above."""
    last: Span | None = None
    for each in sorted(told.of("HB039"), key=lambda one: told.span_of(one.where)):
        span = told.span_of(each.where)
        if last is not None and last.file == span.file and last.column == span.column:
            between = range(last.line + 1, span.line + 1)
            if not any(_begins(told.text(span.file, line), span.column) for line in between):
                yield each
                continue
        last = span


def _of_lost_entries(told: Told) -> Iterator[Diagnostic]:
    """What does not fit the entry above, where the first line of an entry is lost."""
    for again in told.of("HB039"):
        span = told.span_of(again.where)
        for each in told.found:
            file, line = told.line(each.where)
            if each.rule.code.startswith("HB1") and file == span.file and line >= span.line:
                between = range(span.line + 1, line + 1)
                if not any(_begins(told.text(file, at), span.column) for at in between):
                    yield each


def _begins(line: str, column: int) -> bool:
    """Whether a line begins an entry, or a group, further out than a column."""
    return bool(line.strip()) and len(line) - len(line.lstrip()) < column - 1


def _exchanged_keys(told: Told) -> Iterator[Diagnostic]:
    """A key that is missing in the entry beside the one in which it has no meaning."""

    def of(each: Diagnostic) -> tuple[object, ...]:
        return each.where.file, entry_of(each.where)[:-1], each.args.get("key")

    wrong = {of(each) for each in told.of("HB109")}
    yield from (each for each in told.of("HB102") if of(each) in wrong)


LOST_LINES: tuple[Callable[[Told], Iterable[Diagnostic]], ...] = (
    _stray_entries,
    _exchanged_keys,
    _swallowed_entries,
    _orphaned_entries,
    _keys_again,
    _of_lost_entries,
)
"""What each yields follows from another finding."""
CLEARER: tuple[Callable[[Diagnostic, Told], Diagnostic | None], ...] = (
    _list_above,
    _entries_below,
)
"""What each makes of a finding that stays: one with the cure of the slip."""
