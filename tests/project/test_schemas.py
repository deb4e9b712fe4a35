"""The schemas say the same as the model, and every word of them is explained to editors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest

from generator.base.i18n import product_catalogue
from generator.model.control import Deadline, Keep
from generator.model.form import Field, Form, Formula
from generator.model.keys import yaml_key
from generator.model.organization import Organization, Reporting
from generator.model.process import FieldRef, FormUse, Process, Step, UseKind
from generator.model.reference import GlossaryFile, InformationFile, ParameterFile, SourcesFile
from generator.model.settings import Settings
from generator.model.text import Text
from generator.model.value import Value
from generator.notation.duration import Duration
from generator.outputs.entries.schemas import editor_schemas
from generator.source.binding import required_fields
from generator.source.schemas import HINT, KINDS, Schema, bundle, part

MODELS: dict[str, type] = {
    "handbook": Settings,
    "organization": Organization,
    "parameters": ParameterFile,
    "glossary": GlossaryFile,
    "information": InformationFile,
    "sources": SourcesFile,
    "process": Process,
    "form": Form,
}
# Written as one word or in a shape of their own; the binder has a codec for each.
WORDS = (Deadline, Duration, FieldRef, Formula, Keep, Text, Value)
# Given by the place of the file, or worked out.
GIVEN = {"where", "id", "chapter"}

TABLES_AND_SIGNATURES = {
    "amount",
    "band",
    "by",
    "columns",
    "conclusions",
    "covers",
    "max-rows",
    "min-rows",
    "refuses",
    "rows",
    "rules",
    "sign",
}


def objects(schema: Any, at: str = "") -> Iterator[tuple[str, Schema]]:
    """Every object of a schema that lists properties."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict) and schema.get("type") is not None:
            yield at, schema
        for key, value in schema.items():
            if key not in {"if", "then", "else", "allOf"}:
                yield from objects(value, f"{at}/{key}")
    elif isinstance(schema, list):
        for number, value in enumerate(schema):
            yield from objects(value, f"{at}/{number}")


PROPERTIES = [
    (f"{kind}{at}/{name}", value)
    for kind in KINDS
    for at, each in objects(bundle(kind), "")
    for name, value in each["properties"].items()
    if value is not False
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_object_has_a_title(kind: str) -> None:
    untitled = [at for at, each in objects(bundle(kind)) if not each.get("title")]
    assert untitled == []


def test_every_property_is_described_in_both_languages_with_an_example() -> None:
    lacking = [
        at
        for at, value in PROPERTIES
        if not re.search(r"[\u4e00-\u9fff]", value.get("description", ""))
        or not re.search(r"\n\n.*[A-Za-z]{2}", value.get("description", ""), re.DOTALL)
        or not value.get("examples")
        or not value.get("title", value.get("type"))
    ]
    assert lacking == []


@pytest.mark.parametrize("kind", [*KINDS, "common"])
@pytest.mark.promise("T34")
def test_no_schema_leads_to_the_network(kind: str) -> None:
    text = repr(part(kind))
    assert "'$id'" not in text
    assert set(re.findall(r"https?://[^']+", text)) <= {
        "https://json-schema.org/draft/2020-12/schema"
    } | {each for each in re.findall(r"https?://[^']+", text) if ".example" in each}
    assert all(
        ref.startswith(("#/$defs/", "common.json#/$defs/"))
        for ref in re.findall(r"'\$ref': '([^']+)'", text)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_schema_and_model_have_the_same_fields(kind: str) -> None:
    own = {"process": "process", "form": "form"}.get(kind)
    differences = list(compared(bundle(kind), MODELS[kind], kind, given=bool(own)))
    assert differences == []


def compared(schema: Schema, model: type, at: str, *, given: bool = False) -> Iterator[str]:
    """Yield where a schema and a class of the model say different things."""
    properties = {key for key, value in schema["properties"].items() if value is not False}
    hints = {
        name: hint
        for name, hint in get_type_hints(model).items()
        if name in {each.name for each in fields(model)}
        and name != "where"
        and not (given and name in GIVEN)
    }
    keys = {yaml_key(name) for name in hints}
    if model is Field and "columns" not in properties:
        # Columns and header fields are fields that hold no table and are not signed.
        keys -= TABLES_AND_SIGNATURES
    if model is Step:
        keys = (keys - {"id"}) | {"step"}
    yield from (f"{at}: only in the schema: {key}" for key in sorted(properties - keys))
    yield from (f"{at}: only in the model: {key}" for key in sorted(keys - properties))
    wanted = set(schema.get("required", ())) - {"step"}
    needed = (required_fields(model) & keys) - {"id"}
    yield from (f"{at}: required in the model: {key}" for key in sorted(needed - wanted))
    for name, hint in hints.items():
        inner = _model_of(hint)
        key = yaml_key(name)
        if inner is not None and key in properties:
            value = schema["properties"][key]
            value = value.get("items", value)
            if inner is FormUse:
                if set(value["properties"]) != set(get_args(UseKind)):
                    yield f"{at}/{key}: other uses"
            elif "properties" in value:
                yield from compared(value, inner, f"{at}/{key}")


def _model_of(hint: Any) -> type | None:
    """The class of the model that a field holds, if it is not written as one word."""
    if isinstance(hint, type) and is_dataclass(hint):
        return None if hint in WORDS else hint
    found = [_model_of(each) for each in get_args(hint) if each not in (NoneType, Ellipsis)]
    return next(filter(None, found), None)


def test_reporting_lines_may_be_words_or_groups() -> None:
    roles = bundle("organization")["properties"]["roles"]["items"]["properties"]
    assert _model_of(get_type_hints(Organization)["roles"]) is not None
    lines = roles["reports-to"]
    assert set(lines["type"]) == {"string", "array"}
    assert set(lines["items"]["properties"]) == {
        yaml_key(each.name) for each in fields(Reporting) if each.name != "where"
    }


def patterns(schema: Any) -> Iterator[Schema]:
    """Every place of a schema that asks for a pattern."""
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema
        for key, value in schema.items():
            if key != "examples":
                yield from patterns(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from patterns(value)


@pytest.mark.parametrize("kind", [*KINDS, "common"])
def test_every_pattern_says_in_both_languages_how_to_write_it(kind: str) -> None:
    chinese = product_catalogue("zh").entries
    asked = list(patterns(part(kind)))
    assert asked or kind == "parameters"
    for each in asked:
        hint = each.get(HINT, "")
        assert hint.endswith("."), each
        assert re.search(r"[\u4e00-\u9fff].*。$", chinese[hint]), each


def test_editors_get_no_keyword_of_our_own() -> None:
    for each in editor_schemas(None):
        assert b'"x-' not in each.body()
