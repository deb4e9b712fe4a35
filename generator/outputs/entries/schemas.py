"""The schemas as an editor program needs them: whole files, with the handbook's own ids in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from generator.base.artifact import Artifact
from generator.document.context import Context
from generator.model.handbook import Handbook
from generator.outputs.material import Material
from generator.outputs.output import Output, OutputFile
from generator.source.schemas import KINDS, OWN, Schema, bundle

_MARK = "x-ref"


def _files(ctx: Context, _: Material) -> Iterator[OutputFile]:
    for each in editor_schemas(ctx.handbook):
        yield OutputFile(
            artifact=replace(each, path=f"schema/{each.path}"),
            label=ctx.words.say("Schema for editors: {name}", name=each.path),
            pages=("pages",),
        )


def editor_schemas(handbook: Handbook | None) -> tuple[Artifact, ...]:
    """Return one schema file a kind of YAML file; ids are offered with their titles."""
    ids = known_ids(handbook) if handbook else {}
    return tuple(Artifact(f"{kind}.json", partial(_schema, kind, ids)) for kind in KINDS)


def _schema(kind: str, ids: dict[str, dict[str, str]]) -> bytes:
    return _bytes(_completed(bundle(kind), ids))


def known_ids(handbook: Handbook) -> dict[str, dict[str, str]]:
    """Return kind of reference → id → title, for every kind that can be listed."""
    roles = {key: each.title.source for key, each in handbook.roles.items()}
    units = {key: each.title.source for key, each in handbook.units.items()}
    forms = {key: each.title.source for key, each in handbook.forms.items()}
    parameters = {key: each.title.source for key, each in handbook.parameters.items()}
    facts = {key: each.says.source for key, each in handbook.facts.items()}
    decisions = {key: each.about.source for key, each in handbook.decisions.items()}
    laws = {str(each.law): each.title.source for each in handbook.sources.laws}
    sections = {
        f"{form.id}.{section.section}": f"{form.title.source}:{section.title.source}"
        for form in handbook.form_list
        for section in form.sections
    }
    choices = {
        f"{form.id}.{field.field}": f"{form.title.source}:{field.label.source}"
        for form in handbook.form_list
        for field in form.fields
        if field.options or field.conclusions
    }
    return {
        "role": roles,
        "signer": roles,
        "unit": units,
        "superior": {**roles, **units},
        "process": {key: each.title.source for key, each in handbook.processes.items()},
        "successor": {key: each.title.source for key, each in handbook.processes.items()} | forms,
        "form": forms,
        "form-section": {**forms, **sections},
        "form-field": choices,
        "parameter": parameters,
        "authority": {key: each.title.source for key, each in handbook.authorities.items()},
        "chapter": {key: each.title.source for key, each in handbook.chapters.items()},
        "source": {key: each.title.source for key, each in handbook.source_documents.items()},
        "basis": {**facts, **decisions, **laws},
    }


def _completed(node: Any, ids: dict[str, dict[str, str]]) -> Any:
    if isinstance(node, list):
        return [_completed(each, ids) for each in node]
    if not isinstance(node, dict):
        return node
    done: Schema = {key: _completed(value, ids) for key, value in node.items()}
    known = ids.get(done.pop(_MARK, ""))
    done = {key: value for key, value in done.items() if not key.startswith(OWN)}
    if known and done.get("type") == "string":
        done["enum"] = list(known)
        done["markdownEnumDescriptions"] = list(known.values())
    return done


def _bytes(schema: Schema) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


SCHEMAS = Output(id="schemas", files=_files, exported=False, every_language=False)
