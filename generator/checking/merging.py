"""Tells one fault once: the same thing wrong at many places is one finding with all its places."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace

from generator.base.diagnostics import (
    N_,
    Diagnostic,
    Locator,
    Message,
    Place,
    Related,
    Span,
)
from generator.checking.crowds import together

_NO_KEY, _AMOUNT = "HB101", "HB219"
# What is left behind the comma of 500,000 or of 5.000,00 CNY inside braces.
_REST_OF_NUMBER = re.compile(r"\d+(?: ?[A-Z]{3}| ?[万亿]?元)?")
_TORN = Message(N_("Write a number without commas: 500000, not 500,000."))
_ELSEWHERE = Message(N_("It stands here too."))
# What a sentence shows of the place itself: it may differ where the fault is the same.
_SHOWN = frozenset({"value", "quoted", "written", "version"})
# Names that mean the same in every file; those of steps mean something in one.
_EVERYWHERE = frozenset({f"HB{number}" for number in (*range(201, 207), *range(208, 213))})
_IN_ONE_FILE = frozenset({"HB207"})


def merged(found: Iterable[Diagnostic], span_of: Callable[[Place], Span]) -> tuple[Diagnostic, ...]:
    """Return the findings with those that are one fault made one, at its first place.

    A wrong shape that recurs in the entries of one file is one fault, and so is a name that
    nobody knows, wherever it is used: mostly the thing was renamed.
    """
    groups: dict[Hashable, list[Diagnostic]] = {}
    for number, each in enumerate(_untorn(tuple(found), span_of)):
        fault = _fault(each)
        groups.setdefault(number if fault is None else fault, []).append(each)
    return tuple(_one(group, span_of) for group in groups.values())


def _untorn(
    found: tuple[Diagnostic, ...], span_of: Callable[[Place], Span]
) -> Iterator[Diagnostic]:
    """Tell a number that its comma has torn apart as that: {up-to: 500,000} has a key 000."""
    lines = {_line(span_of(each.where)) for each in found if _is_rest_of_number(each)}
    for each in found:
        if _is_rest_of_number(each):
            yield replace(each, hint=_TORN)
        elif not (lines and each.rule.code == _AMOUNT and _line(span_of(each.where)) in lines):
            yield each


def _is_rest_of_number(found: Diagnostic) -> bool:
    key = str(found.args.get("key", ""))
    return found.rule.code == _NO_KEY and _REST_OF_NUMBER.fullmatch(key) is not None


def _line(span: Span) -> tuple[str, int]:
    return span.file, span.line


def _one(group: list[Diagnostic], span_of: Callable[[Place], Span]) -> Diagnostic:
    first, *rest = sorted(group, key=lambda each: span_of(each.where))
    if not rest:
        return first
    places = tuple(Related(each.where, _ELSEWHERE) for each in rest)
    fix = together(each.fix for each in (first, *rest))
    return replace(first, related=(*first.related, *places), fix=fix)


def _fault(found: Diagnostic) -> Hashable:
    """What two findings have in common that are the same fault; None where each is its own."""
    code, where = found.rule.code, found.where
    if code in _EVERYWHERE:
        return code, str(found.args.get("form")), str(found.args.get("id")), found.weight
    if code == "HB333":  # one process is withdrawn, whoever leads to it
        return code, str(found.args["title"]), found.weight
    return _fault_of_file(found, code, where) if isinstance(where, Locator) else None


def _fault_of_file(found: Diagnostic, code: str, where: Locator) -> Hashable:
    if code == "HB521":  # the marks of one input method, in one expression
        return code, where.file, where.path
    if code in _IN_ONE_FILE:
        return code, where.file, repr(sorted(found.args.items())), found.weight
    if not code.startswith("HB1") or not any(isinstance(part, int) for part in where.path):
        return None
    path = tuple("*" if isinstance(part, int) else part for part in where.path)
    args = {key: value for key, value in found.args.items() if key not in _SHOWN}
    cure = found.hint.id if found.hint else ""
    guess = str(found.hint.args.get("close", "")) if found.hint else ""
    return code, where.file, path, where.on, repr(sorted(args.items())), cure, guess
