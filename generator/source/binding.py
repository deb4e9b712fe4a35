"""Turns checked data into model objects, field by field, and notes every reference on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from generator.base.diagnostics import N_, Diagnostic, Locator, Message
from generator.model import ids
from generator.model.control import Deadline, DueCase, Keep
from generator.model.form import Formula
from generator.model.handbook import Reference
from generator.model.keys import yaml_key
from generator.model.organization import Reporting
from generator.model.process import FieldRef, FormUse, InnerGroup, Step
from generator.model.text import Text
from generator.model.value import Value, value_of
from generator.notation.due import parse_due
from generator.notation.due_kinds import Due
from generator.notation.duration import Duration, parse_duration
from generator.notation.expression import parse_expression
from generator.notation.expression_tree import parameters_of
from generator.notation.findings import Fault
from generator.notation.inserts import ParameterInsert, StepInsert
from generator.notation.text import CodeMention, Literal, parse_text
from generator.source.repair import HOLE, Fields

_KEPT = N_("Write a number and a unit, such as 3y, or permanent; what they cannot say: {text}.")
Codec = Callable[["Binder", Any, Locator], Any]

_KINDS: Mapping[object, str] = {
    ids.ChapterId: "chapter",
    ids.ProcessId: "process",
    ids.StepId: "step",
    ids.FormId: "form",
    ids.SuccessorId: "successor",
    ids.RoleId: "role",
    ids.UnitId: "unit",
    ids.SuperiorId: "superior",
    ids.SignerId: "signer",
    ids.FieldId: "own-field",
    ids.ParameterId: "parameter",
    ids.AuthorityId: "authority",
    ids.TermId: "term",
    ids.ItemId: "item",
    ids.SourceId: "source",
    ids.BasisId: "basis",
}
# The field of a class that gives its own id; every other id field refers to something else.
_OWN_ID = {"InformationItem": "item"}


@dataclass
class Binder:
    """Binds the files of one handbook; keeps the references and findings that it meets."""

    codes: re.Pattern[str]
    references: list[Reference] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def bind(self, cls: type, data: Mapping[str, Any], where: Locator, **given: object) -> Any:
        """Return `data` as an object of a model class; `given` fills fields that no key gives."""
        values: dict[str, object] = dict(given)
        written = data.written if isinstance(data, Fields) else {}
        for name, key, codec in _plan(cls):
            if name not in given and key in data:
                values[name] = codec(self, data[key], where / written.get(key, key))
        if _has_where(cls):
            values["where"] = where
        return cls(**values)

    def refer(self, kind: str, target: str, where: Locator) -> None:
        """Note that the place names something."""
        self.references.append(Reference(kind, target, where))

    def fault(self, fault: Fault, where: Locator) -> None:
        """Note a fault inside the text of a place."""
        self.diagnostics.append(fault.at(where))

    def text(self, source: str, where: Locator) -> Text:
        """Return a text cut into its parts, and note it."""
        text = self._cut(source, where)
        self.texts.append(text)
        return text

    def _cut(self, source: str, where: Locator) -> Text:
        if "$" not in source and not self.codes.search(source):
            return Text(source, (Literal(source),), where)
        parsed = parse_text(source, self.codes)
        for fault in parsed.faults:
            self.fault(fault, where)
        parts = parsed.value.parts if parsed.value else (Literal(source),)
        for part in parts:
            self._refer_part(part, where)
        return Text(source, parts, where)

    def _refer_part(self, part: object, where: Locator) -> None:
        if isinstance(part, ParameterInsert):
            self.refer("value", part.id, where.within(part.start, part.end))
        elif isinstance(part, StepInsert):
            self.refer("step", part.step, where.within(part.start, part.end))
        elif isinstance(part, CodeMention):
            self.refer("code", part.code, where.within(part.start, part.end))

    def due(self, source: str, where: Locator) -> Due | None:
        """Return a due, or None with a finding."""
        parsed = parse_due(source)
        for fault in parsed.faults:
            self.fault(fault, where)
        if parsed.value is None:
            return None
        due = parsed.value
        for insert in due.parameters:
            self.refer("value", insert.id, where.within(insert.start, insert.end))
        for anchor in due.anchors:
            self.refer("anchor", anchor.id, where.within(anchor.start, anchor.end))
        for mention in due.fields:
            self.refer("field", mention.id, where.within(mention.start, mention.end))
        return parsed.value


@cache
def _plan(cls: type) -> tuple[tuple[str, str, Codec], ...]:
    hints = get_type_hints(cls)
    own = _OWN_ID.get(cls.__name__, cls.__name__.lower())
    return tuple(
        (each.name, yaml_key(each.name), _codec(hints[each.name], own=each.name == own))
        for each in fields(cls)
        if each.name != "where" and not (cls is Step and each.name in {"id", "decision"})
    )


def required_fields(cls: type) -> frozenset[str]:
    """Return the YAML keys of the fields without a default."""
    return frozenset(
        yaml_key(each.name)
        for each in fields(cls)
        if each.default is MISSING and each.default_factory is MISSING
    )


@cache
def _has_where(cls: type) -> bool:
    return any(each.name == "where" for each in fields(cls))


def _codec(hint: Any, *, own: bool = False) -> Codec:
    if hint in _SPECIAL:
        return _SPECIAL[hint]
    if isinstance(hint, NewType):
        return _same if own else _reference(_KINDS[hint])
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _codec(next(each for each in get_args(hint) if each is not NoneType))
    if origin is tuple:
        return _many(_codec(get_args(hint)[0]))
    if origin is not None:
        return _mapping(_codec(get_args(hint)[1]))
    return _nested(hint)


def _same(_binder: Binder, value: Any, _where: Locator) -> Any:
    return value


def _string(_binder: Binder, value: Any, _where: Locator) -> str:
    return str(value)


def _text(binder: Binder, value: Any, where: Locator) -> Text:
    return binder.text(str(value), where)


def _date(_binder: Binder, value: str, _where: Locator) -> date:
    return date.fromisoformat(value)


def _decimal(_binder: Binder, value: Any, _where: Locator) -> Decimal:
    return Decimal(str(value))


def _reference(kind: str) -> Codec:
    def codec(binder: Binder, value: str, where: Locator) -> str:
        binder.refer(kind, value, where)
        return value

    return codec


def _many(each: Codec) -> Codec:
    def codec(binder: Binder, value: Any, where: Locator) -> tuple[Any, ...]:
        if isinstance(value, list):
            return tuple(
                each(binder, item, where / index)
                for index, item in enumerate(value)
                if item is not HOLE
            )
        return (each(binder, value, where),)

    return codec


def _mapping(each: Codec) -> Codec:
    def codec(binder: Binder, value: Mapping[str, Any], where: Locator) -> Mapping[str, Any]:
        return {key: each(binder, item, where / key) for key, item in value.items()}

    return codec


def _nested(cls: type) -> Codec:
    def codec(binder: Binder, value: Mapping[str, Any], where: Locator) -> Any:
        return binder.bind(cls, value, where)

    return codec


def _step(binder: Binder, value: Mapping[str, Any], where: Locator) -> Step:
    bare = "decision" in value
    own = value["decision" if bare else "step"]
    step: Step = binder.bind(Step, value, where, id=own, decision=bare)
    return step


def _member(binder: Binder, value: Any, where: Locator) -> ids.StepId | InnerGroup:
    if isinstance(value, str):
        binder.refer("step", value, where)
        return ids.StepId(value)
    group: InnerGroup = binder.bind(InnerGroup, value, where)
    return group


def _reporting(binder: Binder, value: Any, where: Locator) -> Reporting:
    if isinstance(value, str):
        binder.refer("superior", value, where)
        return Reporting(role=ids.SuperiorId(value), where=where)
    line: Reporting = binder.bind(Reporting, value, where)
    return line


def _form_use(binder: Binder, value: Mapping[str, str], where: Locator) -> FormUse:
    (kind, target), *_ = value.items()
    form, _, section = target.partition(".")
    place = where / kind
    binder.refer("form", form, place)
    if section:
        binder.refer("section", target, place)
    return FormUse(kind=kind, form=ids.FormId(form), section=section or None, where=place)  # type: ignore[arg-type]


def _field_ref(binder: Binder, value: str, where: Locator) -> FieldRef:
    form, _, name = value.partition(".")
    binder.refer("form", form, where)
    binder.refer("field", value, where)
    return FieldRef(form=ids.FormId(form), field=name, where=where)


def _duration(binder: Binder, value: str, where: Locator) -> Duration | None:
    parsed = parse_duration(value)
    for fault in parsed.faults:
        binder.fault(fault, where)
    return parsed.value


def _deadline(binder: Binder, value: Any, where: Locator) -> Deadline:
    if isinstance(value, str):
        case = DueCase(due=binder.due(value, where), where=where)
        return Deadline(cases=(case,), where=where)
    if set(value) == {"text"} and isinstance(value["text"], str):
        case = DueCase(text=binder.text(value["text"], where / "text"), where=where / "text")
        return Deadline(cases=(case,), where=where)
    cases = tuple(_due_case(binder, key, each, where / key) for key, each in value.items())
    return Deadline(cases=cases, where=where)


def _due_case(binder: Binder, case: str, value: Any, where: Locator) -> DueCase:
    if isinstance(value, str):
        return DueCase(case=case, due=binder.due(value, where), where=where)
    text = binder.text(value["text"], where / "text")
    return DueCase(case=case, text=text, where=where)


def _keep(binder: Binder, value: Any, where: Locator) -> Keep:
    if isinstance(value, str):
        return _kept_for(binder, value, where)
    from_ = binder.text(value["from"], where / "from") if "from" in value else None
    if "text" in value:
        return Keep(text=binder.text(value["text"], where / "text"), from_=from_, where=where)
    kept = _kept_for(binder, value.get("is", "permanent"), where / "is")
    return Keep(duration=kept.duration, permanent=kept.permanent, from_=from_, where=where)


def _kept_for(binder: Binder, value: str, where: Locator) -> Keep:
    if value == "permanent":
        return Keep(permanent=True, where=where)
    if value.startswith("${"):
        return Keep(text=binder.text(value, where), where=where)
    parsed = parse_duration(value)
    for fault in parsed.faults:
        hint = fault.hint or Message(_KEPT, {"text": "{text: …}"})
        binder.fault(replace(fault, hint=hint), where)
    return Keep(duration=parsed.value, where=where)


def _formula(binder: Binder, value: str, where: Locator) -> Formula:
    parsed = parse_expression(value)
    for fault in parsed.faults:
        binder.fault(fault, where)
    for insert in parameters_of(parsed.value) if parsed.value else ():
        binder.refer("value", insert.id, where.within(insert.start, insert.end))
    return Formula(source=value, expression=parsed.value, where=where)


def _value(binder: Binder, value: Any, where: Locator) -> Value:
    source = str(value)
    return value_of(source, binder.text(source, where))


_SPECIAL: Mapping[Any, Codec] = {
    str: _string,
    int: _same,
    bool: _same,
    date: _date,
    Decimal: _decimal,
    Text: _text,
    Duration: _duration,
    Deadline: _deadline,
    Keep: _keep,
    Formula: _formula,
    Value: _value,
    FormUse: _form_use,
    FieldRef: _field_ref,
    Reporting: _reporting,
    Step: _step,
    ids.StepId | InnerGroup: _member,
}
