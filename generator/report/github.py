"""Findings as GitHub workflow commands, which show up beside the changed lines."""

from __future__ import annotations

from generator.base.diagnostics import N_, Message, Severity
from generator.base.i18n import Catalogue
from generator.base.printed import shown, shown_lines
from generator.checking.pipeline import Checked
from generator.report.fixes import said

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report_github(checked: Checked, words: Catalogue, before: str = "") -> str:
    """Return one command a finding; text from YAML cannot begin a command of its own.

    `before` goes before each path: annotations need those from the root of the repository.
    """
    lines = []
    for found in checked.diagnostics:
        span = checked.span(found.where)
        place = {
            "file": f"{before}{span.file}",
            "line": str(span.line),
            "col": str(span.column),
            "endLine": str(span.end_line),
            "title": found.rule.code,
        }
        hint = f" {words.say(found.hint)}" if found.hint else ""
        properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
        others = _others(len(found.related), words)
        text = _data(words.say(found.message) + others + hint + said(checked, found, words))
        lines.append(f"::{_LEVELS[found.weight]} {properties}::{text}\n")
    return "".join(lines)


def _others(count: int, words: Catalogue) -> str:
    if not count:
        return ""
    return " " + words.say(
        Message(N_("({count} more {count:place belongs|places belong} to it.)"), {"count": count})
    )


def _data(text: str) -> str:
    return shown_lines(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(shown(text)).replace(":", "%3A").replace(",", "%2C")
