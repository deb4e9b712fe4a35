"""A handbook as plain data, whose ids stand nowhere but as ids, written in any formatting."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from random import Random  # noqa: TID251  (with a seed)
from typing import Any

Data = dict[str, Any]
PROCESSES, FORMS, ROLES = ("pa", "pb", "pc"), ("fa", "fb"), ("ra", "rb", "rc", "rd", "re")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 .+-]*[A-Za-z0-9]")
_WORDS = ("check", "weigh", "note", "count", "carry", "sort", "wash", "print", "file", "read")
_DATED = re.compile(r"\d{4}-\d\d-\d\d|\d+[a-z]+|\d+ [A-Z]{3}|V\d+\.\d+|\$\{[a-z.]+\}|\d+")


def handbook(rng: Random) -> Data:
    """The files of a random handbook, by path, as data: three processes, two forms, the lists."""
    files: Data = {
        "processes/handbook.yml": {
            "title": "Handbook",
            "company": "Company",
            "languages": ["en"],
            "chapters": [
                {"chapter": "ca", "code": "1", "title": "First"},
                {"chapter": "cb", "code": "2", "title": "Second"},
                {"chapter": "cc", "code": "3", "title": "Third"},
            ],
            "currency": "EUR",
            "timezone": "Europe/Berlin",
        },
        "processes/organization.yml": {
            "revisions": revisions(),
            "units": [{"unit": "ua", "title": "House"}, {"unit": "ub", "title": "Yard"}],
            "roles": [
                {
                    "role": role,
                    "title": f"Role {role}",
                    "unit": "ua",
                    "reports-to": "ua" if role == "ra" else "ra",
                    "duties": ["Opens the door", "Closes the window"],
                }
                for role in ROLES
            ],
        },
        "processes/parameters.yml": {
            "revisions": revisions(),
            "parameters": [
                {"parameter": "ta", "title": "Time to answer", "is": "2h"},
                {
                    "parameter": "la",
                    "title": "Who may buy",
                    "bands": [{"up-to": "100 EUR", "role": "rb"}, {"role": "ra"}],
                },
            ],
        },
        "processes/glossary.yml": {
            "terms": [
                {"term": term, "title": f"Term {term}", "definition": f"What {term} means here."}
                for term in ("wa", "wb", "wc")
            ]
        },
    }
    for number, name in enumerate(PROCESSES, start=1):
        files[f"processes/ca/{name}.yml"] = _process(rng, name, number)
    for number, name in enumerate(FORMS, start=1):
        files[f"processes/ca/forms/{name}.yml"] = _form(name, number)
    return files


def revisions() -> list[Data]:
    """The history of a document in force."""
    day = "2026-01-01"
    return [{"version": "V1.0", "date": day, "approved": day, "change": "First issue"}]


def sentence(rng: Random) -> str:
    """A few words that no other sentence is like."""
    return " ".join(rng.choices(_WORDS, k=5)) + f" x{rng.randrange(10**6)}"


def _process(rng: Random, name: str, number: int) -> Data:
    steps = [_step(rng, f"{name}-s{each}", each) for each in range(1, 9)]
    steps[0]["forms"] = [{"fill": f"{FORMS[number % 2]}.{FORMS[number % 2]}-a"}]
    steps[1]["choose"] = [
        {"when": "All is well today", "next": f"{name}-s3"},
        {"when": "Something broke", "next": f"{name}-s4"},
        {"when": "Nobody came", "end": "Given up"},
    ]
    steps[2]["forms"] = [{"fill": f"{FORMS[number % 2]}.{FORMS[number % 2]}-b"}]
    steps[3]["due"] = "${ta}"
    if number == 1:
        del steps[3]["accountable"]
        steps[3]["authority"] = "la"
    steps[-1]["end"] = "All is done"
    return {
        "code": f"P-1-0{number}",
        "title": f"Process {name}",
        "owner": "ra",
        "approver": "rb",
        "review": "12mo",
        "revisions": revisions(),
        "purpose": sentence(rng),
        "trigger": sentence(rng),
        "inputs": [sentence(rng)],
        "outputs": [sentence(rng), sentence(rng)],
        "steps": steps,
        "records": [{"record": f"File {name.upper()}", "keep": "3y", "keeper": "rc"}],
        "kpis": [
            {
                "kpi": f"Speed {name.upper()}",
                "formula": "done by all",
                "target": "most",
                "every": "month",
                "owner": "rd",
            }
        ],
        "risks": [{"risk": f"Loss {name.upper()}", "control": sentence(rng), "at": f"{name}-s5"}],
        "exceptions": [{"when": f"Fire in {name.upper()}", "do": sentence(rng), "to": "re"}],
    }


def _step(rng: Random, name: str, number: int) -> Data:
    doer, answers, asked = rng.sample(ROLES, 3)
    return {
        "step": name,
        "title": f"Title {name}",
        "do": f"{sentence(rng).capitalize()}, then {sentence(rng)}.",
        "responsible": doer,
        "accountable": answers,
        "consulted": [asked],
        "due": f"{number}d",
        "checks": [sentence(rng) for _ in range(3)],
    }


def _form(name: str, number: int) -> Data:
    def fields(part: str) -> list[Data]:
        return [
            {"field": f"{name}_{part}a", "label": f"Label {part}a", "type": "text"},
            {"field": f"{name}_{part}b", "label": f"Label {part}b", "type": "date"},
            {
                "field": f"{name}_{part}c",
                "label": f"Label {part}c",
                "type": "choice",
                "options": [f"red {part}", f"green {part}", f"blue {part}"],
            },
            {
                "field": f"{name}_{part}d",
                "label": f"Label {part}d",
                "type": "table",
                "rows": 3,
                "columns": [
                    {"field": f"{name}_{part}d{each}", "label": f"Column {each}", "type": "text"}
                    for each in "xyz"
                ],
            },
        ]

    return {
        "code": f"FM-1-0{number}",
        "title": f"Form {name}",
        "owner": "ra",
        "keep": "3y",
        "revisions": revisions(),
        "instructions": f"One sheet for {name}",
        "sections": [
            {"section": f"{name}-{part}", "title": f"Part {part}", "fields": fields(part)}
            for part in "abc"
        ],
    }


def renamed(files: Data, old: str, new: str) -> Data:
    """The files with another id wherever it is named; ids stand nowhere but as ids."""
    word = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")

    def told(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: told(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [told(each, key) for each in value]
        text = key in {"title", "definition", "record", "kpi", "risk", "instructions", "when"}
        return value if text or not isinstance(value, str) else word.sub(new, value)

    return {word.sub(new, path): told(each) for path, each in deepcopy(files).items()}


def written(files: Data, rng: Random) -> dict[str, str]:
    """The files as YAML, in an order, with quotes, folds and remarks that say nothing."""
    return {
        path: "\n".join(_lines(shuffled(data, rng), rng))
        + ("\n" if rng.random() < 0.8 else "\n\n# the end\n")
        for path, data in files.items()
    }


_SETS = frozenset({"roles", "units", "parameters", "terms", "consulted", "informed", "records"})


def shuffled(value: Any, rng: Random, key: str = "") -> Any:
    """The same data with the keys, and what has no order, in another order."""
    if isinstance(value, dict):
        names = rng.sample(sorted(value), len(value))
        return {name: shuffled(value[name], rng, name) for name in names}
    if isinstance(value, list):
        told = [shuffled(each, rng) for each in value]
        return rng.sample(told, len(told)) if key in _SETS else told
    return value


def _lines(value: Any, rng: Random) -> list[str]:
    found: list[str] = []
    if isinstance(value, list):
        for each in value:
            first, *rest = (
                _lines(each, rng) if isinstance(each, dict | list) else [_said(each, rng)]
            )
            found += [f"- {first}", *(f"  {line}" if line else "" for line in rest)]
        return found
    for number, (name, each) in enumerate(value.items()):
        if number and rng.random() < 0.1:  # a remark cannot begin an entry
            found.append(rng.choice(["", "# a remark: of no [weight", f"# {name}: nothing"]))
        if not isinstance(each, dict | list) or not each or (rng.random() < 0.3 and _flat(each)):
            found.append(f"{name}: {_flow(each, rng)}" + rng.choice(["", "", "  # so", " "]))
        elif isinstance(each, str):
            found.append(f"{name}: {_said(each, rng)}")
        else:
            indent = "  " if isinstance(each, dict) or rng.random() < 0.5 else ""
            found += [f"{name}:", *(indent + line if line else "" for line in _lines(each, rng))]
    return found


def _flat(value: Any) -> bool:
    inner = value.values() if isinstance(value, dict) else value
    return not any(isinstance(each, dict | list) for each in inner)


def _flow(value: Any, rng: Random) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(each, rng)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(each, rng) for each in value) + "]"
    return _said(value, rng)


def _said(value: Any, rng: Random) -> str:
    text = str(value)
    if not isinstance(value, str) or (_DATED.fullmatch(text) and not text.isdigit()):
        return text
    kinds = [json.dumps(text), "'" + text.replace("'", "''") + "'"]
    if _PLAIN.fullmatch(text):
        kinds.append(text)
    return rng.choice(kinds)
