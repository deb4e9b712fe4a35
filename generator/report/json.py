"""Findings as one JSON array, for programs."""

from __future__ import annotations

from generator.base.diagnostics import Diagnostic
from generator.base.i18n import Catalogue
from generator.base.printed import as_json
from generator.checking.pipeline import Checked
from generator.report.fixes import edits_of


def report_json(checked: Checked, words: Catalogue, before: str = "") -> str:
    """Return the array; lines and columns count from 1, the end column is the first after it.

    `before` goes before each path; without it they count from the handbook's folder.
    """
    rows = [finding_row(checked, found, words, before) for found in checked.diagnostics]
    return as_json(rows, indent=1) + "\n"


def finding_row(
    checked: Checked, found: Diagnostic, words: Catalogue, before: str = ""
) -> dict[str, object]:
    """Return one finding as a JSON object."""
    span = checked.span(found.where)
    row: dict[str, object] = {
        "code": found.rule.code,
        "name": found.rule.name,
        "severity": found.weight.value,
        "message": words.say(found.message),
        "file": f"{before}{span.file}",
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "hint": words.say(found.hint) if found.hint else "",
    }
    if found.fix:
        row["fix"] = {
            "safety": found.fix.safety.value,
            "edits": [
                {
                    "file": f"{before}{each.span.file}",
                    "line": each.span.line,
                    "column": each.span.column,
                    "end_line": each.span.end_line,
                    "end_column": each.span.end_column,
                    "text": each.text,
                }
                for each in edits_of(checked, found)
            ],
        }
    if found.related:
        row["related"] = [
            {
                "message": words.say(each.note),
                "file": f"{before}{place.file}",
                "line": place.line,
                "column": place.column,
            }
            for each in found.related
            for place in (checked.span(each.where),)
        ]
    return row
