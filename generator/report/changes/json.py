"""A comparison as JSON, for programs; its schema is `resources/changes.json`."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from generator.base.printed import as_json
from generator.document.changes.report import ChangeReport, ChangeRow
from generator.model.changes import Element

VERSION = 1
"""Raised when a key changes its meaning or goes; new keys may come at any time."""


def changes_schema() -> dict[str, Any]:
    """Return the JSON Schema of what `changes_as_json` writes."""
    text = files("generator").joinpath("resources", "changes.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def changes_as_json(report: ChangeReport) -> str:
    """Return one object with all changes, the people they reach, and what was not compared."""
    row = {
        "version": VERSION,
        "before": report.before,
        "after": report.after,
        "language": report.ctx.words.language,
        "unread": list(report.unread),
        "counts": {each.impact.value: len(each.rows) for each in report.classes},
        "changes": [change_row(each) for each in report.rows],
        "roles": _roles(report),
    }
    return as_json(row, indent=1) + "\n"


def change_row(row: ChangeRow) -> dict[str, Any]:
    """Return one change as a JSON object."""
    change = row.change
    return {
        "fingerprint": change.fingerprint,
        "class": change.impact.value,
        "action": change.action.value,
        "document": _element(change.document),
        "path": [_element(each) for each in change.path],
        "key": change.aspect,
        "place": row.place,
        "what": row.what,
        "before": row.before,
        "after": row.after,
        "file": change.where.file,
        "roles": [
            {"role": each.role, "title": each.title, "effect": each.duty.value}
            for each in row.people
        ],
        "forms": [
            {"form": name, "title": title}
            for name, title in zip(change.forms, row.forms, strict=True)
        ],
        "touches": [
            {
                "path": [_element(one) for one in place.path],
                "key": place.aspect,
                "place": said.place,
                "approver": place.approver,
            }
            for place, said in zip(change.touches, row.touches, strict=True)
        ],
        "approvers": [
            {"role": name, "title": title}
            for name, title in zip(change.approvers, row.approvers, strict=True)
        ],
    }


def _element(element: Element) -> dict[str, str]:
    return {"kind": element.kind, "id": element.id}


def _roles(report: ChangeReport) -> list[dict[str, Any]]:
    found: dict[str, list[dict[str, str]]] = {each.role: [] for each in report.people}
    for row in report.rows:
        for each in row.people:
            told = {"effect": each.duty.value, "fingerprint": row.change.fingerprint}
            found[each.role].append(told)
    return [
        {"role": each.role, "title": each.title, "changes": found[each.role]}
        for each in report.people
    ]
