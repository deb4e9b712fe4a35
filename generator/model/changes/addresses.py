"""Addresses in hand-written pages that lead to a thing: where its id stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_NO_WORD = r"(?![\w-])"
_FILE = r"(?=\.(?:html|docx|svg|bpmn|ics|md)(?![\w-])|-checklist\.docx|-confirmation\.docx)"
_OF_COLUMNS = 2  # form and table
_BEFORE = re.compile(r"[^\s()<>\"'\[\]]*$")


def mentions_of(
    text: str, kind: str, name: str, scope: Sequence[str], address: str | None
) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of an id in each address of a page that leads to it.

    `scope` are the ids around it, such as the process of a step. `address` is that of the handbook
    itself: links to other sites are passed over.
    """
    pattern = _address(kind, name, scope)
    for found in re.finditer(pattern, text) if pattern else ():
        before = _BEFORE.search(text, 0, found.start("id"))
        head = before[0] if before else ""
        foreign = "://" in head or head.startswith("//")
        if not foreign or (address and head.startswith(address)):
            yield found.span("id")


def _address(kind: str, thing: str, scope: Sequence[str]) -> str:
    """The pattern of addresses that lead to a thing; its id is the group `id`."""
    name = rf"(?P<id>{re.escape(thing)})"
    home = re.escape(scope[0]) if scope else r"[a-z0-9-]+"
    ways = {
        "role": rf"roles/{name}{_FILE}",
        "unit": rf"units/{name}{_FILE}",
        "form": rf"forms/{name}{_FILE}",
        "process": rf"processes/{name}{_FILE}",
        "step": rf"processes/{home}\.html#step-{name}{_NO_WORD}",
        "section": rf"forms/{home}\.html#section-{name}{_NO_WORD}",
        "field": rf"forms/{home}\.html#field-{name}{_NO_WORD}",
        "parameter": rf"parameters\.html#{name}{_NO_WORD}",
        "term": rf"glossary\.html#{name}{_NO_WORD}",
    }
    # A column has no address of its own.
    return rf"(?<![\w-]){ways[kind]}" if len(scope) < _OF_COLUMNS else ""
