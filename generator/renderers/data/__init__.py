"""The resolved handbook as one JSON file, for programs of others."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any

from generator.base.diagnostics import Locator
from generator.model.control import Deadline
from generator.model.form import Formula
from generator.model.handbook import Handbook
from generator.model.keys import yaml_key
from generator.model.process import InnerGroup, Process
from generator.model.text import Text
from generator.model.value import Value
from generator.model.ways import Exit
from generator.notation.due_kinds import Due
from generator.notation.duration import Duration

FORMAT_VERSION = 1


def handbook_json(handbook: Handbook) -> bytes:
    """Return the handbook with its cross references, keys as in the YAML."""
    tree = {
        "format": FORMAT_VERSION,
        "handbook": _plain(handbook.settings),
        "units": _plain(handbook.organization.units),
        "roles": _plain(handbook.organization.roles),
        "parameters": _plain(handbook.parameter_file.parameters),
        "terms": _plain(handbook.glossary.terms),
        "information": _plain(handbook.information.items),
        "sources": _plain(handbook.sources),
        "processes": [_process(handbook, each) for each in handbook.process_list],
        "forms": [_form(handbook, each.id) for each in handbook.form_list],
    }
    return (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode()


def _process(handbook: Handbook, process: Process) -> dict[str, Any]:
    tree: dict[str, Any] = _plain(process)
    flow = handbook.flows[process.id]
    tree["flow"] = {step: [_exit(way) for way in ways] for step, ways in flow.exits.items()}
    tree["leads-to"] = _neighbours(handbook, process.id, forwards=True)
    tree["comes-from"] = _neighbours(handbook, process.id, forwards=False)
    return tree


def _neighbours(handbook: Handbook, process: str, *, forwards: bool) -> list[dict[str, str]]:
    found = handbook.leads_to if forwards else handbook.comes_from
    return [
        {
            "kind": each.kind,
            "step": each.step.id,
            "process": (each.target if forwards else each.source).id,
        }
        for each in found.get(process, ())
    ]


def _exit(way: Exit) -> dict[str, Any]:
    tree: dict[str, Any] = _plain(way)
    tree.pop("source")
    if not any(isinstance(member, InnerGroup) for member in way.members):
        tree.pop("members", None)  # the targets say it all
    return {key: value for key, value in tree.items() if key != "stated"}


def _form(handbook: Handbook, form: str) -> dict[str, Any]:
    tree: dict[str, Any] = _plain(handbook.forms[form])
    tree["used-by"] = [
        {"process": each.process.id, "step": each.step.id, "does": each.use.kind}
        | ({"section": each.use.section} if each.use.section else {})
        for each in handbook.uses_by_form.get(form, ())
    ]
    return tree


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    if isinstance(value, Deadline):
        return _deadline(value)
    if isinstance(value, (str, int, float, NoneType)):
        return value
    said = _said(value)
    return _record(value) if said is None else said


def _said(value: object) -> str | None:
    """Return a value that is written as one word or sentence."""
    if isinstance(value, (Text, Formula, Value)):
        return value.source
    if isinstance(value, (Due, Duration, Decimal, date)):
        return str(value)
    return str(value.value) if isinstance(value, Enum) else None


def _record(value: Any) -> dict[str, Any]:
    return {
        yaml_key(each.name): _plain(content)
        for each in fields(value)
        if not _empty(content := getattr(value, each.name))
    }


def _empty(content: object) -> bool:
    return content is None or content is False or content == () or isinstance(content, Locator)


def _deadline(value: Deadline) -> Any:
    said = {
        case.case: str(case.due) if case.due else {"text": str(case.text)} for case in value.cases
    }
    return said.get(None, said)
