"""Ids that changed and say so by `formerly`: the older handbook is told in the newer one's ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from typing import Any, NewType, Protocol, get_args, get_type_hints

from generator.model import ids
from generator.model.form import Field, Form, FormSection, Formula
from generator.model.handbook import Handbook, Reference
from generator.model.process import FieldRef, FormUse, Process
from generator.model.reference import Term
from generator.model.text import Text
from generator.notation.due_kinds import Anchor, FieldMention
from generator.notation.expression_tree import FieldName
from generator.notation.inserts import ParameterInsert, StepInsert

_KINDS: Mapping[object, tuple[str, ...]] = {
    ids.ProcessId: ("process",),
    ids.FormId: ("form",),
    ids.SuccessorId: ("process", "form"),
    ids.RoleId: ("role",),
    ids.SuperiorId: ("role", "unit"),
    ids.SignerId: ("role",),
    ids.UnitId: ("unit",),
    ids.FieldId: ("field",),
    ids.ParameterId: ("parameter",),
    ids.TermId: ("term",),
    ids.AuthorityId: ("parameter",),
    ids.StepId: ("step",),
    ids.AnchorId: ("step",),
}


class _Former(Protocol):
    @property
    def formerly(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Renames:
    """Old id → new id by kind; those of steps, sections and fields by the document's new id.

    The kind of an inner id is written `step:PROCESS`, `section:FORM` or `field:FORM`; that of a
    column `column:FORM.TABLE`. The common header is a form without a name: `field:`.
    """

    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, kind: str, name: str) -> str:
        """The id that a thing has today."""
        return self.names.get(kind, {}).get(name, name)

    def old(self, kind: str, name: str) -> str | None:
        """The id that a renamed thing had before; None where it has kept it."""
        return next((old for old, new in self.names.get(kind, {}).items() if new == name), None)


def renames_of(before: Handbook, after: Handbook) -> Renames:
    """Find the ids of the older handbook that the newer one calls former."""
    found = {
        "process": _renamed(before.processes, after.processes),
        "form": _renamed(before.forms, after.forms),
        "role": _renamed(before.roles, after.roles),
        "unit": _renamed(before.units, after.units),
        "parameter": _renamed(before.parameters, after.parameters),
        "term": _renamed(_terms(before), _terms(after)),
    }
    outer = Renames(found)
    for process in before.process_list:
        new = after.processes.get(outer.of("process", process.id))
        if new:
            old_steps = {each.id: each for each in process.steps}
            found[f"step:{new.id}"] = _renamed(old_steps, {each.id: each for each in new.steps})
    for form in before.form_list:
        newer = after.forms.get(outer.of("form", form.id))
        if newer:
            found |= _in_form(form, newer)
    found |= _of_fields("", before.settings.form_header, after.settings.form_header)
    return Renames({kind: names for kind, names in found.items() if names})


def _terms(book: Handbook) -> dict[str, Term]:
    return {each.term: each for each in book.glossary.terms}


def _in_form(old: Form, new: Form) -> dict[str, dict[str, str]]:
    sections = _renamed(
        {each.section: each for each in old.sections}, {each.section: each for each in new.sections}
    )
    found = _of_fields(new.id, old.fields, new.fields)
    sections |= _by_their_fields(old, new, sections, found[f"field:{new.id}"])
    return {f"section:{new.id}": sections} | found


def _by_their_fields(
    old: Form, new: Form, known: Mapping[str, str], fields_now: Mapping[str, str]
) -> dict[str, str]:
    """Sections that changed their id and do not say so: most of their fields are the same.

    Without this one new id would be a section that went, one that came, and all its fields moved.
    """
    there = {each.section for each in new.sections}
    before = {each.section for each in old.sections}
    waiting = [
        each
        for each in new.sections
        if each.section not in before and each.section not in known.values()
    ]
    found: dict[str, str] = {}
    for section in old.sections:
        if section.section in there or section.section in known:
            continue
        own = {fields_now.get(each.field, each.field) for each in section.fields}
        for other in waiting:
            names = {each.field for each in other.fields}
            if 2 * len(own & names) > max(len(own), len(names)):
                found[section.section] = other.section
                waiting.remove(other)
                break
    return found


def _of_fields(form: str, old: Sequence[Field], new: Sequence[Field]) -> dict[str, dict[str, str]]:
    fields_of = {each.field: each for each in old}, {each.field: each for each in new}
    found = {f"field:{form}": _renamed(*fields_of)}
    for name, each in fields_of[0].items():
        today = found[f"field:{form}"].get(name, name)
        table = fields_of[1].get(today)
        if table:
            found[f"column:{form}.{today}"] = _renamed(
                {inner.field: inner for inner in each.columns},
                {inner.field: inner for inner in table.columns},
            )
    return found


def _renamed(before: Mapping[Any, object], after: Mapping[Any, _Former]) -> dict[str, str]:
    """Old id → new id; what still bears the old id was not renamed, each takes one former id."""
    found: dict[str, str] = {}
    for name, each in after.items():
        if name in before:
            continue
        old = next((old for old in each.formerly if old in before and old not in after), None)
        if old is not None and old not in found:
            found[old] = name
    return found


def renamed(before: Handbook, names: Renames) -> Handbook:
    """Return the older handbook with the ids of the newer one."""
    if not names.names:
        return before
    writer = _Writer(names)
    told = {
        each.name: writer.value(getattr(before, each.name), _hints(Handbook)[each.name])
        for each in fields(Handbook)
        if each.name not in {"process_list", "form_list", "left_out", "references", "texts"}
    }
    return replace(
        before,
        **told,
        process_list=tuple(map(writer.process, before.process_list)),
        form_list=tuple(map(writer.form, before.form_list)),
        references=tuple(_references(before, names)),
    )


def _references(before: Handbook, names: Renames) -> Iterable[Reference]:
    kinds = {"value": "parameter", "authority": "parameter"}
    for each in before.references:
        head, dot, rest = each.id.partition(".")
        yield replace(each, id=names.of(kinds.get(each.kind, each.kind), head) + dot + rest)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Tells values in today's ids; `process` and `form` are those in whose ids we are."""

    names: Renames
    of_process: str = ""
    of_form: str = ""
    of_table: str = ""

    def process(self, process: Process) -> Process:
        name = self.names.of("process", process.id)
        inside = replace(self, of_process=name)
        return replace(inside.fields(process), id=ids.ProcessId(name))  # type: ignore[no-any-return]

    def form(self, form: Form) -> Form:
        name = self.names.of("form", form.id)
        inside = replace(self, of_form=name)
        return replace(inside.fields(form), id=ids.FormId(name))  # type: ignore[no-any-return]

    def fields(self, value: Any) -> Any:
        """Return a data class with all its fields told anew."""
        cls: type = type(value)
        hints = _hints(cls)
        told = {
            each.name: self.value(getattr(value, each.name), hints[each.name])
            for each in fields(value)
            if each.name not in {"where", "formerly"}
        }
        return replace(value, **told)

    def value(self, value: Any, hint: Any) -> Any:
        """Return a value of the model, whatever it is; `hint` says what its ids refer to."""
        if special := _SPECIAL.get(type(value)):
            value = special(self, value)
        elif isinstance(value, tuple):
            inner = (get_args(hint) or (Any,))[0]
            value = tuple(self.value(each, inner) for each in value)
        elif isinstance(value, Mapping):
            value = {key: self.value(each, Any) for key, each in value.items()}
        elif isinstance(value, str):
            value = self.id(value, hint)
        elif is_dataclass(value):
            value = self.fields(value)
        return value

    def id(self, name: str, hint: Any) -> str:
        for kind in _kinds_of(hint):
            if kind == "field":
                return self.field_of(self.of_form, name)
            scope = f"step:{self.of_process}" if kind == "step" else kind
            if (today := self.names.of(scope, name)) != name:
                return today
        return name

    def text(self, text: Text) -> Text:
        source, parts = text.source, []
        moved = 0
        for part in text.parts:
            if not isinstance(part, (ParameterInsert, StepInsert)):
                parts.append(part)
                continue
            told = self.fields_of_mention(part)
            source = source[: part.start + moved] + str(told) + source[part.end + moved :]
            moved += len(str(told)) - (part.end - part.start)
            parts.append(told)
        return replace(text, source=source, parts=tuple(parts))

    def fields_of_mention(self, part: Any) -> Any:
        if isinstance(part, ParameterInsert):
            return replace(part, parameter=self.names.of("parameter", part.parameter))
        return replace(part, step=self.names.of(f"step:{self.of_process}", part.step))

    def anchor(self, anchor: Anchor) -> Anchor:
        return replace(anchor, id=self.names.of(f"step:{self.of_process}", anchor.id))

    def mention(self, mention: FieldMention) -> FieldMention:
        form = self.names.of("form", mention.form)
        return replace(mention, form=form, name=self.field_of(form, mention.name))

    def field_ref(self, ref: FieldRef) -> FieldRef:
        form = self.names.of("form", ref.form)
        return replace(ref, form=ids.FormId(form), field=self.field_of(form, ref.field))

    def field_of(self, form: str, name: str) -> str:
        """The id that a field of a form has today; those of the header stand on every form."""
        today = self.names.of(f"field:{form}", name)
        return self.names.of("field:", name) if today == name else today

    def use(self, use: FormUse) -> FormUse:
        form = self.names.of("form", use.form)
        section = self.names.of(f"section:{form}", use.section) if use.section else None
        return replace(use, form=ids.FormId(form), section=section)

    def formula(self, formula: Formula) -> Formula:
        if formula.expression is None:
            return formula
        told = self.fields(formula.expression)
        return replace(formula, source=str(told), expression=told)

    def field_name(self, name: FieldName) -> FieldName:
        head, dot, rest = name.name.partition(".")
        form = self.names.of("form", head)
        if dot and (f"field:{form}" in self.names.names or form != head):
            return replace(name, name=f"{form}.{self.field_of(form, rest)}")
        table = self.field_of(self.of_form, head)
        inner = f"column:{self.of_form}.{table}"
        if dot:
            return replace(name, name=f"{table}.{self.names.of(inner, rest)}")
        if self.of_table:
            table = self.names.of(f"column:{self.of_form}.{self.of_table}", table)
        return replace(name, name=table)

    def form_field(self, value: Any) -> Any:
        """A field of a form, or a column of the table in which we are."""
        if self.of_table:
            kind, inside = f"column:{self.of_form}.{self.of_table}", self
        else:
            kind = f"field:{self.of_form}"
            inside = replace(self, of_table=self.names.of(kind, value.field))
        own = self.names.of(kind, value.field)
        if not value.columns:
            inside = self
        return replace(inside.fields(value), field=own)

    def section(self, value: Any) -> Any:
        own = self.names.of(f"section:{self.of_form}", value.section)
        return replace(self.fields(value), section=own)


_SPECIAL: Mapping[type, Callable[[_Writer, Any], Any]] = {
    Text: _Writer.text,
    ParameterInsert: _Writer.fields_of_mention,
    StepInsert: _Writer.fields_of_mention,
    Anchor: _Writer.anchor,
    FieldMention: _Writer.mention,
    FieldRef: _Writer.field_ref,
    FormUse: _Writer.use,
    Formula: _Writer.formula,
    FieldName: _Writer.field_name,
    Field: _Writer.form_field,
    FormSection: _Writer.section,
}


@cache
def _hints(cls: type) -> Mapping[str, Any]:
    return get_type_hints(cls)


def _kinds_of(hint: Any) -> Sequence[str]:
    if isinstance(hint, NewType):
        return _KINDS.get(hint, ())
    for each in get_args(hint):
        if found := _kinds_of(each):
            return found
    return ()
