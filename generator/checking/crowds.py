"""Tells some of thousands of places of one fault in one text, and all others together.

A text can hold the same fault at every second character: nobody reads the same sentence 180,000
times, and to find all the lines would take minutes.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Fix, Locator, Message, Safety
from generator.source.files import CONTENT

MOST_TOLD = 50
"""Findings of one rule that are told one by one of one text."""

_ALL = N_("The same fault stands at {count} places of this text; the first {most} are told.")
_MEND = N_("They are mended together.")
_THEN = N_("Mend those that are told; then the others are told.")


def thinned(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings, of those inside one text or page that are too many some and one more.

    Those of pages come once for each language: of equal ones the first counts.
    """
    texts: dict[Hashable, dict[Hashable, Diagnostic]] = {}
    for number, each in enumerate(found):
        text = _text_of(each)
        same = number if text is None else (each.where, repr(each.args))
        texts.setdefault(number if text is None else text, {}).setdefault(same, each)
    return tuple(each for group in texts.values() for each in _some(tuple(group.values())))


def _text_of(found: Diagnostic) -> Hashable:
    """The text inside which a fault stands; None where it is that of a whole value or file."""
    where = found.where
    if isinstance(where, Locator):
        return (found.rule.code, where.file, where.path) if where.chars else None
    page = where.file.startswith(f"{CONTENT}/") and where.file.endswith(".md")
    return (found.rule.code, where.file) if page else None


def _some(group: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    if len(group) <= MOST_TOLD:
        yield from group
        return
    group = sorted(group, key=_in_text)
    fix = together(each.fix for each in group)
    # One fix for all or none: made one by one, each would bring the next ones to light.
    yield from (replace(each, fix=None) for each in group[:MOST_TOLD])
    beyond = group[MOST_TOLD]
    yield replace(
        beyond,
        rule=replace(beyond.rule, message=_ALL),
        args={"count": len(group), "most": MOST_TOLD},
        hint=Message(_MEND if fix else _THEN),
        related=(),
        fix=fix,
    )


def _in_text(found: Diagnostic) -> tuple[int, ...]:
    where = found.where
    if isinstance(where, Locator):
        return where.chars or ()
    return where.line, where.column


def together(fixes: Iterable[Fix | None]) -> Fix | None:
    """Return the fix that mends all of some findings; none where one has none."""
    made = tuple(fixes)
    known = [each for each in made if each is not None]
    if len(known) < len(made):
        return None
    safe = all(each.safety is Safety.SAFE for each in known)
    edits = tuple(edit for each in known for edit in each.edits)
    return Fix(edits, Safety.SAFE if safe else Safety.ASKS)
