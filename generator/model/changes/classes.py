"""Which class a change of each field has where nothing more has to be looked at.

A field that is not listed has the class of its thing: rather too grave than overlooked.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.changes.change import Impact

FORMS, RELEARN, NEIGHBOURS, CONTROL, WORDING = Impact

_TEXTS = {
    **dict.fromkeys(("title", "note", "basis", "also", "formerly"), WORDING),
    "confirmed": CONTROL,
}
_THINGS: Mapping[str, Impact] = {
    "process": RELEARN,
    "step": RELEARN,
    "milestone": RELEARN,
    "outcome": RELEARN,
    "exception": RELEARN,
    "form-use": RELEARN,
    "reporting-line": RELEARN,
    "form": FORMS,
    "section": FORMS,
    "field": FORMS,
    "rule": FORMS,
    "record": NEIGHBOURS,
    "item": NEIGHBOURS,
    "term": WORDING,
    "source": WORDING,
    "fact": WORDING,
    "decision": WORDING,
    "law": CONTROL,
    "page": WORDING,
    "opening": WORDING,
    "heading": WORDING,
    "catalogue": WORDING,
    "translation": WORDING,
    "glossary": WORDING,
    "sources": WORDING,
}
"""What it is that a thing came or went; the class of its fields too, where no line says more."""
_FIELDS: Mapping[str, Mapping[str, Impact]] = {
    "process": {
        **dict.fromkeys(
            ("code", "chapter", "owner", "approver", "review", "distribution"), CONTROL
        ),
        **dict.fromkeys(("purpose", "scope", "lanes"), WORDING),
        **dict.fromkeys(("inputs", "outputs"), NEIGHBOURS),
    },
    "step": {"ask": WORDING},
    "form": {
        **dict.fromkeys(("code", "chapter", "owner", "approver", "keep", "distribution"), CONTROL),
        "instructions": WORDING,
    },
    "section": {"help": WORDING},
    "field": {"label": WORDING, "help": WORDING},
    "rule": {"say": WORDING},
    "record": {"keep": CONTROL, "keeper": CONTROL},
    "item": {"due": RELEARN, "store": CONTROL, "keep": CONTROL, "code": CONTROL},
    "role": {"duties": RELEARN, "any-of": RELEARN, "all-of": RELEARN},
    "chapter": {"summary": WORDING},
    "handbook": {
        **dict.fromkeys(("company", "address"), WORDING),
        **dict.fromkeys(("calendar", "year-plan"), RELEARN),
        **dict.fromkeys(("house-style", "feedback"), WORDING),
    },
}


def class_of(kind: str, aspect: str) -> Impact:
    """Return the class of a change of a thing (no aspect) or of one of its keys."""
    thing = _THINGS.get(kind, CONTROL)
    if not aspect:
        return thing
    head = aspect.partition(".")[0]
    own = _FIELDS.get(kind, {}).get(head)
    return own or _TEXTS.get(head) or thing
