"""A JSON Schema as a list of its places: what may stand there, and what the editor says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

_INSIDE = ("properties", "$defs", "patternProperties")


def schema_outline(raw: bytes) -> str:
    """A line a place; the places in their order."""
    return "".join(f"{line}\n" for line in _lines(json.loads(raw), "(root)"))


def _lines(node: Any, place: str) -> Iterator[str]:
    if not isinstance(node, dict):
        yield f"{place}: {json.dumps(node, ensure_ascii=False)}"
        return
    said = {
        k: v for k, v in node.items() if k not in (*_INSIDE, "items", "description", "examples")
    }
    words = [f"{k}={json.dumps(v, ensure_ascii=False)}" for k, v in said.items()]
    text = str(node.get("description", "")).replace("\n\n", " / ").replace("\n", " ")
    yield f"{place}: {' '.join(words)}{' — ' + text if text else ''}"
    for inside in _INSIDE:
        for key, child in node.get(inside, {}).items():
            mark = "" if inside == "properties" else f"{inside}:"
            yield from _lines(child, f"{place}.{mark}{key}".removeprefix("(root)."))
    if "items" in node:
        yield from _lines(node["items"], f"{place}[]")
