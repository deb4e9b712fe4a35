"""Findings as SARIF 2.1.0 (OASIS), which code scanning of GitHub and editors read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.base.diagnostics import Diagnostic, Rule, Severity, Span
from generator.base.i18n import Catalogue
from generator.base.printed import as_json
from generator.checking.pipeline import Checked
from generator.report.fixes import FileEdit, edits_of, said
from generator.report.gitlab import fingerprints

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def report_sarif(checked: Checked, words: Catalogue, before: str = "") -> str:
    """Return one run with its rules and results; columns count characters, the end excluded.

    `before` goes before each path, which is relative to the root of the repository.
    """
    rules = list({found.rule.code: found.rule for found in checked.diagnostics}.values())
    run = {
        "tool": {
            "driver": {
                "name": "handbook",
                "version": __version__,
                "rules": [_rule(each, words) for each in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(checked, found, words, before, mark)
            for found, mark in zip(checked.diagnostics, fingerprints(checked), strict=True)
        ],
    }
    report = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return as_json(report, indent=1) + "\n"


def _rule(rule: Rule, words: Catalogue) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": words.get(rule.message)},
        "fullDescription": {"text": words.get(rule.why)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    checked: Checked, found: Diagnostic, words: Catalogue, before: str, mark: str
) -> dict[str, Any]:
    hint = f" {words.say(found.hint)}" if found.hint else ""
    result: dict[str, Any] = {
        "ruleId": found.rule.code,
        "level": _LEVELS[found.weight],
        "message": {"text": words.say(found.message) + hint + said(checked, found, words)},
        "locations": [_location(checked.span(found.where), before)],
        "partialFingerprints": {"handbook/v1": mark},
    }
    if found.related:
        result["relatedLocations"] = [
            {
                **_location(checked.span(each.where), before),
                "message": {"text": words.say(each.note)},
            }
            for each in found.related
        ]
    edits = edits_of(checked, found)
    if edits and found.fix:
        # A person is asked for the fixes of the other classes: those are told in the message.
        result["fixes"] = [
            {
                "description": {"text": (words.say(found.hint) if found.hint else mark)},
                "artifactChanges": _changes(edits, before),
                "properties": {"safety": found.fix.safety.value},
            }
        ]
    return result


def _changes(edits: Iterable[FileEdit], before: str) -> list[dict[str, Any]]:
    by_file: dict[str, list[FileEdit]] = {}
    for each in edits:
        by_file.setdefault(each.span.file, []).append(each)
    return [
        {
            "artifactLocation": _artifact(file, before),
            "replacements": [
                {"deletedRegion": _region(each.span), "insertedContent": {"text": each.text}}
                for each in many
            ],
        }
        for file, many in by_file.items()
    ]


def _location(span: Span, before: str) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(span.file, before),
            "region": _region(span),
        }
    }


def _artifact(file: str, before: str) -> dict[str, str]:
    return {"uri": quote(f"{before}{file}", errors="surrogateescape")}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
