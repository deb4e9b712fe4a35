"""The JSON Schemas as they are shipped, and the two validators made from them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from generator.source.reading.yaml_file import JsonValue

Schema = dict[str, Any]
KINDS = (
    "handbook",
    "organization",
    "parameters",
    "glossary",
    "information",
    "sources",
    "process",
    "form",
)
OWN = "x-"
"""How keywords begin that only this program knows."""
# Beside each pattern: the sentence that says how to write what it asks for.
HINT = "x-hint"
REF = "x-ref"
"""Beside each pattern of a reference: the kind of thing that it names."""
CALLED = "x-called"
"""Beside a list of words: what people call them."""
_DEEPEST = "x-deepest"
TOO_DEEP = "x-too-deep"
"""Where a definition that holds itself (`x-deepest`) ends: what may not stand there any more."""
DEEPEST = 8
"""Levels of what may stand in itself: groups of steps."""
_EDITOR_KEYWORDS = {
    "description",
    "examples",
    "markdownEnumDescriptions",
    "defaultSnippets",
    "$schema",
    "$defs",
}


@cache
def part(name: str) -> Schema:
    """Return a schema part as it is shipped (`process`, `common`, …)."""
    text = (
        files("generator")
        .joinpath("resources", "schemas", f"{name}.json")
        .read_text(encoding="utf-8")
    )
    return json.loads(text)  # type: ignore[no-any-return]


def bundle(kind: str) -> Schema:
    """Return one schema with every reference put in place: no `$ref`, no `$id`, no network."""
    own = part(kind)
    return {key: _inline(value, own, ()) for key, value in own.items() if key != "$defs"}


def _inline(node: Any, own: Schema, around: tuple[str, ...]) -> Any:
    """Put references in place; `around` are the definitions that the node stands in."""
    if isinstance(node, list):
        return [_inline(each, own, around) for each in node]
    if not isinstance(node, dict):
        return node
    if "$ref" not in node:
        return {key: _inline(value, own, around) for key, value in node.items() if key != _DEEPEST}
    target: str = node["$ref"]
    root = part("common") if target.startswith("common.json") else own
    rest = {key: value for key, value in node.items() if key != "$ref"}
    name = target.rsplit("/", 1)[1]
    found = root["$defs"][name]
    # The group of a step is the first level.
    if _DEEPEST in found and around.count(name) == DEEPEST - 1:
        name, found = found[_DEEPEST], root["$defs"][found[_DEEPEST]]
    return {**_inline(found, own, (*around, name)), **rest}


@cache
def everyday_names(kind: str) -> dict[str, frozenset[str]]:
    """Return the everyday words for keys of a kind of file (`x-names`), with what they may mean."""
    found: dict[str, frozenset[str]] = {}

    def walk(node: Any) -> None:
        for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
            for word in inner.get("x-names", ()) if isinstance(inner, dict) else ():
                found[word] = found.get(word, frozenset()) | {str(key)}
            if isinstance(inner, dict | list):
                walk(inner)

    walk(bundle(kind))
    return found


@cache
def keys_of(kind: str) -> frozenset[str]:
    """Return all keys that may stand anywhere in a kind of file."""

    def walk(node: Any) -> Iterator[str]:
        for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
            if key == "properties":
                yield from inner
            if isinstance(inner, dict | list):
                yield from walk(inner)

    return frozenset(walk(bundle(kind)))


@cache
def keys_of_entries(kind: str) -> dict[str, frozenset[str]]:
    """Return, for each list at the top of a kind of file, the keys that its entries may have."""
    if kind not in KINDS:
        return {}
    lists = bundle(kind)["properties"].items()
    return {
        name: frozenset(each["items"]["properties"])
        for name, each in lists
        if isinstance(each.get("items"), dict) and "properties" in each["items"]
    }


@cache
def ids_of_lists(kind: str) -> dict[str, frozenset[str]]:
    """Return, for each list of a kind of file, the keys of ids that its entries hold.

    The id of an entry is the first of the keys that it needs; of a step, a decision has its own.
    """
    found: dict[str, frozenset[str]] = {}

    def walk(node: Any) -> frozenset[str]:
        if isinstance(node, list):
            return frozenset().union(*map(walk, node))
        if not isinstance(node, dict):
            return frozenset()
        held: frozenset[str] = frozenset()
        for name, inner in node.get("properties", {}).items():
            below = walk(inner)
            entry = inner.get("items") if isinstance(inner, dict) else None
            if isinstance(entry, dict) and entry.get("properties"):
                below |= frozenset([next(iter(entry["properties"]))])
                below |= frozenset(["decision"]) & frozenset(entry["properties"])
                found[name] = found.get(name, frozenset()) | below
            held |= below
        return held | walk(node.get("items")) | walk(node.get("anyOf", []))

    walk(bundle(kind))
    return found


def accepts(schema: Schema, value: JsonValue) -> bool:
    """Whether one value fits a part of a schema that a fault of shape names."""
    from jsonschema import Draft202012Validator

    checker = Draft202012Validator.FORMAT_CHECKER
    return bool(Draft202012Validator(schema, format_checker=checker).is_valid(value))


@cache
def compiled(kind: str) -> Any:
    """Return the validator that only tells whether data of a kind is right."""
    # Nearly every file is right: the compiled validator says so in 0.03 ms, jsonschema, which
    # explains what is wrong, takes a hundred times as long. Tests hold both to one verdict.
    import jsonschema_rs

    schema = _without_editor_keywords(bundle(kind))
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


@cache
def explaining(kind: str) -> Any:
    """Return the validator that tells every fault of data of a kind."""
    # jsonschema takes 70 ms to import: only commands that check pay for it.
    from jsonschema import Draft202012Validator
    from referencing import Registry

    return Draft202012Validator(
        _for_jsonschema(_without_editor_keywords(bundle(kind))),
        registry=Registry(),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def _without_editor_keywords(node: Any, *, names: bool = False) -> Any:
    if isinstance(node, list):
        return [_without_editor_keywords(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _without_editor_keywords(value, names=key == "properties" and not names)
        for key, value in node.items()
        if names or key not in _EDITOR_KEYWORDS
    }


def _for_jsonschema(node: Any, key: str = "") -> Any:
    """Put a schema into words for which jsonschema tells the right verdict and place.

    In Python `$` also matches before a line break, in JSON Schema not. A forbidden property
    (`false`) is told at its parent, `{"not": {}}` at the property itself.
    """
    if isinstance(node, list):
        return [_for_jsonschema(each) for each in node]
    if key == "pattern" and isinstance(node, str):
        return node.removesuffix("$") + (r"\Z" if node.endswith("$") else "")
    if not isinstance(node, dict):
        return node
    if key == "properties":
        return {
            name: {"not": {}} if each is False else _for_jsonschema(each)
            for name, each in node.items()
        }
    return {word: _for_jsonschema(each, word) for word, each in node.items()}
