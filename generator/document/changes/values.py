"""Says values of the model before and after a change, as people read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any

from generator.document.blocks import joined, text_of
from generator.document.changes.labels import key_words
from generator.document.changes.names import id_words, use_words
from generator.document.context import Context
from generator.document.form_words import formula_words
from generator.document.parameters import bands, parameter_values
from generator.model.changes import Element
from generator.model.changes.fields import Rank
from generator.model.changes.shapes import kind_of, own_id
from generator.model.changes.spelling import spelt
from generator.model.changes.ways import Way
from generator.model.control import Confirmation, Deadline, Keep
from generator.model.form import Field, Form, FormSection, Formula
from generator.model.keys import yaml_key
from generator.model.process import FieldRef, FormUse, Outcome, Process, Promise, Step
from generator.model.reference import Band, Parameter, Verification
from generator.model.text import Text, plain
from generator.model.value import Value
from generator.notation.due_kinds import Due
from generator.notation.duration import Duration

_LONG_SET = 4
"""Entries up to which a list whose order says nothing is told whole, before and after."""


@dataclass(frozen=True)
class Sayer:
    """Says what one of the two handbooks holds; `path` is the way to what changed."""

    ctx: Context
    path: tuple[Element, ...]

    @property
    def process(self) -> Process | None:
        """The process in which the change is."""
        return self.ctx.handbook.processes.get(self.path[0].id)

    def value(self, value: Any, key: str) -> str:  # noqa: PLR0911 - one for each kind
        """Return a value in words; an empty text where there is none."""
        if value is None or value in ((), {}):
            return ""
        said = _SAID.get(type(value))
        if said is not None:
            return said(self, value)
        if isinstance(value, bool):
            return self.ctx.words.say("yes") if value else self.ctx.words.say("no")
        if isinstance(value, str):
            return id_words(self.ctx, self.path, key, value)
        if isinstance(value, (tuple, list)):
            return self._many(value, key)
        if isinstance(value, Mapping):
            say = self.ctx.words.say
            named = [
                say("{label}: {value}", label=name, value=self.value(each, key))
                for name, each in value.items()
            ]
            return self.ctx.words.semicolon.join(named)
        if isinstance(value, dt.date) or not is_dataclass(value):
            return str(value)
        return self._thing(value)

    def of_set(self, values: tuple[Any, ...], others: tuple[Any, ...], key: str) -> str:
        """Return what only one of two long lists has, and how many entries they share."""
        known = {repr(spelt(each)) for each in others}
        own = [each for each in values if repr(spelt(each)) not in known]
        said = self._many(own, key)
        shared = len(values) - len(own)
        rest = self.ctx.words.say("{count} as before", count=shared)
        return self.ctx.words.semicolon.join(filter(None, (said, rest if shared else "")))

    def _many(self, values: Iterable[Any], key: str) -> str:
        if key == "bands":
            return text_of(joined(bands(self.ctx.phrases, values), self.ctx.words.semicolon))
        if key == "authority":
            made = Parameter(parameter="", title=plain(""), authority=tuple(values))  # type: ignore[arg-type]
            return text_of(parameter_values(self.ctx.phrases, made))
        said = [self.value(each, key) for each in values]
        return self.ctx.words.semicolon.join(each for each in said if each)

    def text(self, text: Text) -> str:
        """Return a text with its values filled in."""
        return self.ctx.phrases.plain(text, self.process)

    def _step(self, name: str) -> str:
        return text_of(self.ctx.links.step(self.path[0].id, name))

    def way(self, way: Way) -> str:
        """Return where the flow goes on."""
        words, links = self.ctx.words, self.ctx.links
        said: list[str] = []
        if way.call:
            said.append(words.say("calls {process}", process=text_of(links.process(way.call))))
        if way.together:
            members = words.comma.join(
                self._step(each) if isinstance(each, str) else str(each) for each in way.together
            )
            said.append(words.say("at the same time: {steps}", steps=members))
        elif way.next:
            said.append(words.say("on to {step}", step=self._step(way.next)))
        if way.join:
            said.append(words.say("all meet at {step}", step=self._step(way.join)))
        if way.hand_over:
            process = text_of(links.process(way.hand_over))
            said.append(words.say("hands over to {process}", process=process))
        if way.end is not None:
            said.append(words.say("ends: {state}", state=self.text(way.end)))
        return words.semicolon.join(said)

    def outcome(self, outcome: Outcome) -> str:
        """Return a case and where it leads."""
        way = Way(
            next=outcome.next,
            together=outcome.together,
            join=outcome.join,
            call=outcome.call,
            hand_over=outcome.hand_over,
            end=outcome.end,
        )
        case = self.ctx.words.comma.join(map(self.text, outcome.when))
        leads = self.way(way)
        return self.ctx.words.say("{case}: {due}", case=case, due=leads) if leads else case

    def step(self, step: Step) -> str:
        """Return a step with who does it, who answers for it, and by when."""
        keys = ("responsible", "accountable", "authority", "consulted", "informed", "due")
        facts = {key: self.value(getattr(step, key), key) for key in keys}
        return self._labelled(self.text(step.title), facts)

    def field(self, field: Field) -> str:
        """Return a field with its type and its options."""
        options = self.value(field.options, "options")
        kind = self.value(field.type, "type")
        named = self.ctx.words.say("{label} ({value})", label=self.text(field.label), value=kind)
        return (
            self.ctx.words.say("{label}: {value}", label=named, value=options) if options else named
        )

    def section(self, section: FormSection) -> str:
        """Return a section with its fields."""
        labels = self.ctx.words.comma.join(self.text(each.label) for each in section.fields)
        title = self.text(section.title)
        return self.ctx.words.say("{label}: {value}", label=title, value=labels)

    def use(self, use: FormUse) -> str:
        """Return what a step does with a form."""
        return use_words(self.ctx, use)

    def formula(self, formula: Formula) -> str:
        """Return what a formula works out, with labels in place of field ids."""
        form = self.ctx.handbook.forms.get(self.path[0].id)
        return formula_words(self.ctx, form, formula) if form else formula.source

    def process_as_whole(self, process: Process) -> str:
        """Return a process with its owner, its approver and its steps."""
        steps = self.ctx.words.comma.join(self.text(each.title) for each in process.steps)
        facts = {"owner": process.owner, "approver": process.approver}
        said = {key: self.value(value, key) for key, value in facts.items()}
        return self._labelled(self.text(process.title), {**said, "steps": steps})

    def form_as_whole(self, form: Form) -> str:
        """Return a form with its owner and its sections."""
        sections = self.ctx.words.comma.join(self.text(each.title) for each in form.sections)
        facts = {"owner": self.value(form.owner, "owner"), "sections": sections}
        return self._labelled(self.text(form.title), facts)

    def _labelled(self, title: str, facts: Mapping[str, str]) -> str:
        words = self.ctx.words
        rest = [
            words.say("{label}: {value}", label=key_words(words, key), value=said)
            for key, said in facts.items()
            if said
        ]
        return words.semicolon.join(filter(None, (title, *rest)))

    def field_ref(self, ref: FieldRef) -> str:
        """Return the label of a field and its form."""
        found = self.ctx.handbook.form_field(ref.form, ref.field)
        label = self.text(found.label) if found else ref.field
        return f"{text_of(self.ctx.links.form(ref.form))} · {label}"

    def rank(self, rank: Rank) -> str:
        """Return a place in a list."""
        return self.ctx.words.say("place {number}", number=rank.number)

    def _thing(self, value: Any) -> str:
        """Return all that a thing says, key by key."""
        words = self.ctx.words
        said = []
        titled = {"title", "label", "says", "about"} & {each.name for each in fields(value)}
        for each in fields(value):
            inner = getattr(value, each.name)
            if not each.compare or inner in (None, (), False):
                continue
            if titled and each.name == own_id(type(value)):
                continue  # what has a title is known by it
            key = yaml_key(each.name)
            text = self.value(inner, key)
            named = key == kind_of(value) or key in {"title", "id", "formerly"}
            label = key_words(words, key)
            if text and key not in {"id", "formerly"}:
                said.append(
                    text if named else words.say("{label}: {value}", label=label, value=text)
                )
        return words.semicolon.join(said)


def _of(name: str) -> Callable[[Sayer, Any], str]:
    def say(sayer: Sayer, value: Any) -> str:
        done: str = getattr(sayer, name)(value)
        return done

    return say


_SAID: Mapping[type, Callable[[Sayer, Any], str]] = {
    Text: _of("text"),
    Way: _of("way"),
    Outcome: _of("outcome"),
    Step: _of("step"),
    Field: _of("field"),
    FormSection: _of("section"),
    FormUse: _of("use"),
    FieldRef: _of("field_ref"),
    Rank: _of("rank"),
    Formula: _of("formula"),
    Process: _of("process_as_whole"),
    Form: _of("form_as_whole"),
    Duration: lambda sayer, value: sayer.ctx.words.duration(value),
    Value: lambda sayer, value: sayer.ctx.phrases.value(value),
    Keep: lambda sayer, value: text_of(sayer.ctx.phrases.keep(value)),
    Deadline: lambda sayer, value: text_of(sayer.ctx.phrases.deadline(value, sayer.process)),
    Promise: lambda sayer, value: text_of(sayer.ctx.phrases.promise(value, sayer.process)),
    Confirmation: lambda sayer, value: text_of(sayer.ctx.links.confirmed(value)),
    Verification: lambda sayer, value: sayer.ctx.words.comma.join(
        (text_of(sayer.ctx.links.role(value.by)), value.on.isoformat())
    ),
    Band: lambda sayer, value: text_of(sayer.ctx.links.role(value.role)),
}


def long_sets(before: object, after: object) -> tuple[tuple[Any, ...], tuple[Any, ...]] | None:
    """Return two lists of plain values so long that only what differs is told; else None."""
    if not isinstance(before, tuple) or not isinstance(after, tuple):
        return None
    simple = all(isinstance(each, (str, int, dt.date)) for each in (*before, *after))
    return (before, after) if simple and max(len(before), len(after)) > _LONG_SET else None


def as_written(value: object) -> str:
    """Return a value as it stands in the file, where two values read alike."""
    if isinstance(value, Enum):
        return as_written(value.value)
    if isinstance(value, (Formula, Value)):
        return value.source
    if isinstance(value, (tuple, list)):
        return "; ".join(filter(None, map(as_written, value)))
    if is_dataclass(value) and not isinstance(value, (Text, Due)):
        parts = (getattr(value, each.name) for each in fields(value) if each.compare)
        return " ".join(filter(None, map(as_written, parts)))
    return "" if value is None or isinstance(value, bool) else str(value)
