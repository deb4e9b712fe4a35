"""The places that a schema does not accept, as data for those who mend them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.base.nearest import nearest, nearest_all
from generator.source.reading.yaml_file import JsonValue
from generator.source.schemas import CALLED, REF, Schema, accepts, compiled, explaining

TIMES = frozenset(("due", "takes", "keep", "review"))
"""The keys of dues and durations: a number there lacks its unit, and says nothing yet."""


@dataclass(frozen=True, slots=True)
class ShapeFault:
    """A place that a schema does not accept, as data for those who mend it.

    `keys` are the keys that are too many, missing, or without their companion; `close` says
    which key a key that is too many was probably meant to be; `schemas` are those of the missing;
    `wants_text` says that a text is wanted where something else stands, `names` that it would name
    a thing; `meant` is the word that was probably meant: one of a list, or in the right form.
    """

    path: tuple[str | int, ...]
    keyword: str
    keys: tuple[str, ...] = ()
    close: Mapping[str, str] = field(default_factory=dict)
    schemas: Mapping[str, Schema] = field(default_factory=dict)
    wants_text: bool = False
    names: bool = False
    meant: str | None = None


def shape_faults(data: JsonValue, kind: str) -> Iterator[ShapeFault]:
    """Yield every place of some data that the schema of a kind does not accept."""
    if not compiled(kind).is_valid(data):
        for error in explaining(kind).iter_errors(data):
            yield _fault(error, kind)


def _fault(error: Any, kind: str) -> ShapeFault:
    path, word = tuple(error.absolute_path), str(error.validator)
    if "propertyNames" in error.absolute_schema_path:
        return ShapeFault(path, "propertyNames", (str(error.instance),))
    if word == "additionalProperties":
        known = error.schema.get("properties", {})
        keys = tuple(key for key in error.instance if key not in known)
        given = error.instance
        guesses = {key: meant_key(key, known, given[key], given) for key in keys}
        return ShapeFault(path, word, keys, {key: to for key, to in guesses.items() if to})
    if word == "required":
        keys = tuple(key for key in error.validator_value if key not in error.instance)
        schemas = {key: _schema_of(key, error, kind) for key in keys}
        return ShapeFault(path, word, keys, schemas=schemas)
    if word == "dependentRequired":
        keys = tuple(
            key
            for key, companions in error.validator_value.items()
            if key in error.instance and not set(companions) <= set(error.instance)
        )
        return ShapeFault(path, word, keys)
    wanted = error.validator_value if word == "type" else ()
    texts = "string" in ([wanted] if isinstance(wanted, str) else wanted)
    texts = texts and TIMES.isdisjoint(path[-2:])
    meant = meant_word(error, str(error.instance)) if isinstance(error.instance, str) else None
    return ShapeFault(path, word, wants_text=texts, names=REF in error.schema, meant=meant)


def meant_word(error: Any, value: str) -> str | None:
    """Return the word of a list that was probably meant, or the same letters in the right form."""
    if error.validator == "enum":
        known = [str(each) for each in error.validator_value]
        called = error.schema.get(CALLED, {}).get(value.strip().casefold())
        return str(called) if called else nearest(value, known)
    if error.validator != "pattern":
        return None
    lower = re.sub(r"[\s_-]+", "-", value.strip().lower())
    for better in (lower, lower.replace("-", "_")):
        if alike(better, value) and accepts(error.schema, better):
            return better
    return None


def alike(one: str, other: str) -> bool:
    """Whether two words differ in nothing but capitals and what joins their parts."""
    return _letters(one) == _letters(other)


def _letters(word: str) -> str:
    return re.sub(r"[\s_-]", "", word).casefold()


def meant_key(
    key: str,
    properties: Mapping[str, Schema],
    value: JsonValue = None,
    there: Collection[str] = (),
) -> str | None:
    """Return the key that was probably meant, also where it is written in everyday Chinese.

    One that is `there` already is meant only if no other is near.

    The everyday words stand beside the key in its schema (`x-names`). Of keys that are alike near,
    the first in the schema is meant that takes the value.
    """
    for name, schema in properties.items():
        if key in schema.get("x-names", ()) or (value is None and key.startswith(f"{name} ")):
            return name
    missing = {name: each for name, each in properties.items() if name not in there}
    near = nearest_all(key, missing) or nearest_all(key, properties)
    close = [each for each in near if properties[each]]
    fitting = [each for each in close if value is not None and accepts(properties[each], value)]
    both = fitting or close or near
    return min(both, key=list(properties).index) if both else None


def _schema_of(key: str, error: Any, kind: str) -> Schema:
    """The schema of a missing key: the nearest one on the way from the root to the fault."""
    node, found = explaining(kind).schema, {}
    for part_ in error.absolute_schema_path:
        if isinstance(node, dict) and key in node.get("properties", {}):
            found = node["properties"][key]
        node = node[part_]
    return found
