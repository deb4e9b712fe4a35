"""Findings as lines for people: place, code, sentence, the source line with a mark, the cure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Message, Safety, Severity, Span
from generator.base.i18n import Catalogue
from generator.base.printed import is_unseen, shown
from generator.checking.pipeline import Checked

_LEVELS = {
    Severity.ERROR: Message("error"),
    Severity.WARNING: Message("warning"),
    Severity.INFO: Message("note"),
}
_WIDEST = 100
_LISTED = 5
"""How many places that belong to a finding are listed below it."""


def report_text(checked: Checked, words: Catalogue, before: str = "") -> str:
    """Return the findings one below the other, and a last line that counts them.

    `before` goes before each path: where the handbook is, as seen by who reads.
    """
    parts = [
        line for found in checked.diagnostics for line in _lines(checked, found, words, before)
    ]
    return "".join(f"{shown(line)}\n" for line in [*parts, *_summary(checked, words)])


def _lines(checked: Checked, found: Diagnostic, words: Catalogue, before: str) -> Iterator[str]:
    span = checked.span(found.where)
    level = words.say(_LEVELS[found.weight])
    sentence = words.say(found.message)
    yield f"{before}{span.file}:{span.line}:{span.column}: {level} {found.rule.code} {sentence}"
    yield from _excerpt(checked, span)
    if found.hint:
        yield f"    → {words.say(found.hint)}"
    for each in found.related[:_LISTED]:
        place = checked.span(each.where)
        yield f"    {before}{place.file}:{place.line}:{place.column}: {words.say(each.note)}"
    if (more := len(found.related) - _LISTED) > 0:
        rest = Message(N_("… and {count} more {count:place|places}."), {"count": more})
        yield f"    {words.say(rest)}"


def _excerpt(checked: Checked, span: Span) -> Iterator[str]:
    lines = checked.text(span).split("\n")
    if not 0 < span.line <= len(lines) or not lines[span.line - 1].strip():
        return
    line = lines[span.line - 1].rstrip("\r").expandtabs(1)
    end = span.end_column if span.end_line == span.line else len(line) + 1
    start = max(0, span.column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = "".join("�" if is_unseen(each) else each for each in line[start : start + _WIDEST])
    before = columns(shown[: span.column - 1 - start])
    marked = max(1, columns(shown[span.column - 1 - start : end - 1 - start]))
    number = f"{span.line:>5} | "
    yield number + shown
    yield " " * (len(number) - 2) + "| " + " " * before + "^" * marked


def columns(text: str) -> int:
    """Return how many terminal columns a text takes; East Asian wide characters take two."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in text
    )


def _summary(checked: Checked, words: Catalogue) -> Iterator[str]:
    errors = sum(found.weight is Severity.ERROR for found in checked.diagnostics)
    warnings = sum(found.weight is Severity.WARNING for found in checked.diagnostics)
    counts = {"files": len(checked.sources), "errors": errors, "warnings": warnings}
    if checked.elsewhere is not None:
        yield from _limited(checked, words, errors, warnings)
    elif errors or warnings:
        yield words.say(
            Message(
                "{files} {files:file|files}: {errors} {errors:error|errors}, "
                "{warnings} {warnings:warning|warnings}.",
                counts,
            )
        )
    else:
        yield words.say(Message("{files} {files:file|files}: all is well.", counts))
    yield from _cures(checked, words)


def _limited(checked: Checked, words: Catalogue, errors: int, warnings: int) -> Iterator[str]:
    """What a check of some files says: of them, and of all the others that were read as well."""
    if errors or warnings:
        text = N_(
            "In what you named: {errors} {errors:error|errors}, {warnings} "
            "{warnings:warning|warnings}."
        )
        yield words.say(Message(text, {"errors": errors, "warnings": warnings}))
    else:
        yield words.say(Message(N_("In what you named all is well.")))
    more = dict(zip(("errors", "warnings"), checked.elsewhere or (0, 0), strict=True))
    if any(more.values()):
        text = N_(
            "In other files: {errors} {errors:error|errors}, {warnings} "
            "{warnings:warning|warnings}; `handbook check` without a file shows them."
        )
        yield words.say(Message(text, more))


def _cures(checked: Checked, words: Catalogue) -> Iterator[str]:
    """How many findings the program can mend, and how."""
    fixes = [found.fix.safety for found in checked.diagnostics if found.fix]
    if safe := fixes.count(Safety.SAFE):
        text = N_("`handbook check --fix` mends {count} of them.")
        yield words.say(Message(text, {"count": safe}))
    if guesses := fixes.count(Safety.ASKS):
        text = N_("`handbook check --fix-all` mends {count} by what was probably meant.")
        yield words.say(Message(text, {"count": guesses}))
