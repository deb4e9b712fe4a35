"""Every place in the YAML that names a thing, as edits that put its new id there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.authoring.editing.expressions import edits_of_expressions
from generator.authoring.editing.named import IdOwner
from generator.base.diagnostics import Edit
from generator.model.handbook import Handbook, Reference


def renamed_inserts(thing: IdOwner, new: str, text: str) -> str:
    """Return a text whose inserts `${parameter}` and `${step:…}` name the new id."""
    if thing.kind == "parameter":
        return re.sub(rf"\$\{{{re.escape(thing.id)}(?=[.}}])", f"${{{new}", text)
    if thing.kind == "step":
        return text.replace(f"${{step:{thing.id}}}", f"${{step:{new}}}")
    return text


def edits_of_references(handbook: Handbook, thing: IdOwner, new: str) -> Iterator[Edit]:
    """Yield an edit for each place that names the thing, its own excepted.

    Raises:
        Refused: an expression would mean another field than before.
    """
    # A place that names a part of a form, such as `form.field`, names the form as well.
    parts = {each.where for each in handbook.references if each.kind in {"section", "field"}}
    for each in handbook.references:
        name = _renamed(handbook, thing, new, each)
        if name is not None and not (each.kind == "form" and each.where in parts):
            yield Edit(each.where, name)
    if thing.kind in {"field", "form"}:
        yield from edits_of_expressions(handbook, thing, new)


def _renamed(handbook: Handbook, thing: IdOwner, new: str, each: Reference) -> str | None:
    """What is to stand at a reference; None where it names something else."""
    pair = (thing.kind, each.kind)
    if pair in _ALIKE:
        return new if each.id == thing.id and _means(handbook, thing, each) else None
    if pair in {("section", "section"), ("field", "field")}:
        return _renamed_part(handbook, thing, new, each)
    name, dot, part = each.id.partition(".")
    if name != thing.id:
        return None
    if pair in {("parameter", "authority"), ("parameter", "value")}:
        return f"{new}{dot}{part}" if each.kind == "authority" else f"${{{new}{dot}{part}}}"
    if pair == ("step", "step") and each.where.file == thing.where.file:
        return f"${{step:{new}}}" if each.where.chars else new
    return f"{new}{dot}{part}" if thing.kind == "form" and each.kind in _OF_FORMS else None


# Kinds of things, and the kinds of references that name them by their id alone.
_ALIKE = {
    ("role", "role"),
    ("role", "signer"),
    ("role", "superior"),
    ("unit", "unit"),
    ("unit", "superior"),
    ("process", "process"),
    ("process", "successor"),
    ("form", "successor"),
    ("parameter", "parameter"),
    ("step", "anchor"),
    ("field", "own-field"),
}
_OF_FORMS = {"form", "section", "field"}


def _means(handbook: Handbook, thing: IdOwner, each: Reference) -> bool:
    """Whether a reference that several things could be meant by means this one."""
    if each.kind == "successor":
        return _succeeds(handbook, thing, each)
    if each.kind == "own-field":
        return _is_own_field(handbook, thing, each)
    if each.kind == "anchor":
        return each.where.file == thing.where.file
    return (thing.kind, each.kind) != ("unit", "superior") or thing.id not in handbook.roles


def _is_own_field(handbook: Handbook, thing: IdOwner, each: Reference) -> bool:
    """Whether a name that stands alone means this field: of the same form, or of its header."""
    form = next((form for form in handbook.form_list if form.where.file == each.where.file), None)
    if thing.scope:
        return form is not None and thing.scope == (form.id,)
    return form is None or all(own.field != thing.id for own in form.fields)


def _succeeds(handbook: Handbook, thing: IdOwner, each: Reference) -> bool:
    """Whether a successor means this thing: of two with one id, the one of the same kind."""
    if thing.id in handbook.processes and thing.id in handbook.forms:
        of_form = any(form.where.file == each.where.file for form in handbook.form_list)
        return of_form == (thing.kind == "form")
    return True


def _renamed_part(handbook: Handbook, thing: IdOwner, new: str, each: Reference) -> str | None:
    form, _, part = each.id.partition(".")
    names = part.split(".")
    if not thing.scope:  # of the common header
        own = handbook.forms.get(form)
        fits = own is not None and all(one.field != thing.id for one in own.fields)
        return f"{form}.{'.'.join((new, *names[1:]))}" if fits and names[0] == thing.id else None
    place = (form, *names)
    if place[: len(thing.scope) + 1] != (*thing.scope, thing.id):
        return None
    return ".".join((*thing.scope, new, *place[len(thing.scope) + 1 :]))
