"""Finds the thing that a command line names: where its id stands, and which ids are taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.base.diagnostics import N_, Locator, Message
from generator.base.nearest import nearest
from generator.model.form import Field, Form
from generator.model.handbook import Handbook
from generator.publish.refusal import Refused
from generator.source.reading.names import MAX_NAME, is_id, is_reserved

KINDS = ("role", "unit", "process", "form", "step", "section", "field", "parameter", "term")
"""What can be renamed."""

_FIELD_ID = re.compile(r"[a-z][a-z0-9_]{0,29}")
_FILES = {"role", "unit", "process", "form"}  # what has a page of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class IdOwner:
    """A thing that has an id: the group of fields that it is, and the key that its id stands under.

    `key` is empty where the id is the name of the file. `scope` are the ids around it, such as
    the process of a step, or the form and table of a column; empty for a field of the common
    header. `formerly` are its former ids.
    """

    kind: str
    id: str
    where: Locator
    key: str = ""
    scope: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """How the thing is named on the command line."""
        return ".".join((*self.scope, self.id))


def find(handbook: Handbook, kind: str, name: str) -> IdOwner:
    """Return the thing of a kind that `name` means; a part of a document is `document.part`.

    The part alone will do where no other document has one of that id.

    Raises:
        Refused: there is none, or there are several.
    """
    wanted = name.replace("/", ".")
    all_of_kind = list(named(handbook, kind))
    fitting = [each for each in all_of_kind if each.path == wanted]
    fitting = fitting or [each for each in all_of_kind if each.id == wanted]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        known = ", ".join(each.path for each in fitting)
        text = N_("“{name}” stands in several places. Name one of: {known}.")
        raise Refused(Message(text, {"name": name, "known": known}))
    close = nearest(wanted, {each.path for each in all_of_kind})
    what: dict[str, str | int | Message] = {"kind": Message(_KIND_WORDS[kind]), "name": name}
    if close:
        text = N_("There is no {kind} “{name}”. Did you mean “{close}”?")
        raise Refused(Message(text, {**what, "close": close}))
    raise Refused(Message("There is no {kind} “{name}”.", what))


def named(handbook: Handbook, kind: str) -> Iterator[IdOwner]:
    """Yield all things of a kind."""
    return _FINDERS[kind](handbook)


def check_new(handbook: Handbook, thing: IdOwner, new: str) -> None:
    """Refuse a new id that cannot be one, or that is taken.

    Raises:
        Refused: with the reason.
    """
    shown: dict[str, str | int | Message] = {"name": new, "limit": MAX_NAME, "id": thing.id}
    if new == thing.id:
        raise Refused(Message("“{name}” is its id already.", shown))
    if thing.kind == "field" and not _FIELD_ID.fullmatch(new):
        text = N_(
            "“{name}” cannot be the id of a field: lower-case letters, digits and underscores, at "
            "most 30 characters, such as placed_on."
        )
        raise Refused(Message(text, shown))
    if thing.kind != "field" and not is_id(new):
        text = N_(
            "“{name}” cannot be an id: lower-case words joined by hyphens, at most {limit} "
            "characters, such as take-order."
        )
        raise Refused(Message(text, shown))
    if thing.kind in _FILES and is_reserved(new):
        text = N_(
            "“{name}” cannot be the new id: Windows reserves the name, and its page needs it."
        )
        raise Refused(Message(text, shown))
    for kind in _SHARED.get(thing.kind, (thing.kind,)):
        for other in named(handbook, kind):
            if not _beside(thing, other):
                continue
            shown["other"] = Message(_KIND_WORDS[kind])
            if other.id == new:
                text = N_("“{name}” cannot be the new id: a {other} has it.")
                raise Refused(Message(text, shown))
            if new in other.formerly and other != thing:
                text = N_(
                    "“{name}” cannot be the new id: it is a former id of the {other} “{owner}”, "
                    "and old links lead there."
                )
                raise Refused(Message(text, {**shown, "owner": other.path}))


def _beside(thing: IdOwner, other: IdOwner) -> bool:
    """Whether two things may not have the same id: of one scope, or one of the common header."""
    if thing.kind == "field" and len(thing.scope) < 2 and len(other.scope) < 2:  # noqa: PLR2004
        return thing.scope == other.scope or not (thing.scope and other.scope)
    return thing.scope == other.scope


_KIND_WORDS = {
    "role": N_("role"),
    "unit": N_("unit"),
    "process": N_("process"),
    "form": N_("form"),
    "step": N_("step"),
    "milestone": N_("milestone"),
    "section": N_("section"),
    "field": N_("field"),
    "parameter": N_("parameter"),
    "term": N_("term"),
}
# Kinds that a reference can mean alike: a superior is a role or a unit, a due counts from a
# step or a milestone.
_SHARED = {"role": ("role", "unit"), "unit": ("unit", "role"), "step": ("step", "milestone")}


def _processes(book: Handbook) -> Iterator[IdOwner]:
    for each in book.process_list:
        yield IdOwner(kind="process", id=each.id, where=each.where, formerly=each.formerly)


def _forms(book: Handbook) -> Iterator[IdOwner]:
    for each in book.form_list:
        yield IdOwner(kind="form", id=each.id, where=each.where, formerly=each.formerly)


def _roles(book: Handbook) -> Iterator[IdOwner]:
    for each in book.organization.roles:
        yield IdOwner(
            kind="role", id=each.role, where=each.where, key="role", formerly=each.formerly
        )


def _units(book: Handbook) -> Iterator[IdOwner]:
    for each in book.organization.units:
        yield IdOwner(
            kind="unit", id=each.unit, where=each.where, key="unit", formerly=each.formerly
        )


def _parameters(book: Handbook) -> Iterator[IdOwner]:
    for each in book.parameter_file.parameters:
        yield IdOwner(
            kind="parameter",
            id=each.parameter,
            where=each.where,
            key="parameter",
            formerly=each.formerly,
        )


def _terms(book: Handbook) -> Iterator[IdOwner]:
    for each in book.glossary.terms:
        yield IdOwner(
            kind="term", id=each.term, where=each.where, key="term", formerly=each.formerly
        )


def _steps(book: Handbook) -> Iterator[IdOwner]:
    for process in book.process_list:
        for each in process.steps:
            yield IdOwner(
                kind="step",
                id=each.id,
                where=each.where,
                key="decision" if each.decision else "step",
                scope=(process.id,),
                formerly=each.formerly,
            )


def _milestones(book: Handbook) -> Iterator[IdOwner]:
    for process in book.process_list:
        for each in process.milestones:
            yield IdOwner(
                kind="milestone",
                id=each.milestone,
                where=each.where,
                key="milestone",
                scope=(process.id,),
            )


def _sections(book: Handbook) -> Iterator[IdOwner]:
    for form in book.form_list:
        for each in form.sections:
            yield IdOwner(
                kind="section",
                id=each.section,
                where=each.where,
                key="section",
                scope=(form.id,),
                formerly=each.formerly,
            )


def _fields(book: Handbook) -> Iterator[IdOwner]:
    for each in book.settings.form_header:
        yield _field(each, ())
    for form in book.form_list:
        yield from _fields_of(form)


def _fields_of(form: Form) -> Iterator[IdOwner]:
    for each in form.fields:
        yield _field(each, (form.id,))
        for column in each.columns:
            yield _field(column, (form.id, each.field))


def _field(each: Field, scope: tuple[str, ...]) -> IdOwner:
    return IdOwner(
        kind="field",
        id=each.field,
        where=each.where,
        key="field",
        scope=scope,
        formerly=each.formerly,
    )


_FINDERS: Mapping[str, Callable[[Handbook], Iterator[IdOwner]]] = {
    "role": _roles,
    "unit": _units,
    "process": _processes,
    "form": _forms,
    "step": _steps,
    "milestone": _milestones,
    "section": _sections,
    "field": _fields,
    "parameter": _parameters,
    "term": _terms,
}
