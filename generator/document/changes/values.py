"""Says values of the model before and after a change, as people read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from generator.base.diagnostics import N_
from generator.document.blocks import joined, text_of
from generator.document.changes.labels import key_words, kind_words
from generator.document.context import Context
from generator.document.form_page import TYPE_WORDS
from generator.document.parameters import bands
from generator.model.changes import Element
from generator.model.changes.fields import Rank
from generator.model.changes.shapes import kind_of
from generator.model.changes.ways import Way
from generator.model.control import Deadline, Keep
from generator.model.form import Field, FormSection, Formula
from generator.model.handbook import Handbook
from generator.model.ids import FormId
from generator.model.keys import yaml_key
from generator.model.process import FieldRef, FormUse, Outcome, Process, Step
from generator.model.reference import Band, Parameter
from generator.model.text import Text, plain
from generator.model.value import Value
from generator.notation.duration import Duration

_USES: Mapping[str, str] = {
    "fill": N_("fills {form}"),
    "add": N_("adds to {form}"),
    "approve": N_("approves {form}"),
    "file": N_("files {form}"),
}
_ROLES = frozenset(
    {
        *("responsible", "accountable", "consulted", "informed", "owner", "approver", "keeper"),
        *("distribution", "by", "from", "to", "any-of", "all-of", "role", "lanes"),
        *("prepared-by", "reviewed-by", "approved-by"),
    }
)


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
            return self._id(value, key.partition(".")[0])
        if isinstance(value, (tuple, list)):
            return self._many(value, key)
        if isinstance(value, dt.date) or not is_dataclass(value):
            return str(value)
        return self._thing(value)

    def _many(self, values: Iterable[Any], key: str) -> str:
        if key == "bands":
            made = Parameter(parameter="", title=plain(""), bands=tuple(values))  # type: ignore[arg-type]
            return text_of(joined(bands(self.ctx.phrases, made), self.ctx.words.semicolon))
        said = [self.value(each, key) for each in values]
        return self.ctx.words.semicolon.join(each for each in said if each)

    def _id(self, name: str, key: str) -> str:  # noqa: PLR0911 - one for each kind
        """Return what an id is called where the key says what it refers to."""
        links, book = self.ctx.links, self.ctx.handbook
        if key in _ROLES:
            return text_of(links.role(name))
        if key in {"unit", "parent"}:
            return text_of(links.unit(name))
        if key == "type" and name in TYPE_WORDS:
            return self.ctx.words.say(TYPE_WORDS[name])
        if key == "authority" and name in book.parameters:
            return self.ctx.words.translated(book.parameters[name].title.source)
        if key == "chapter" and name in book.chapters:
            return self.ctx.words.translated(book.chapters[name].title.source)
        if key == "section" and self.path[0].id in book.forms:
            titles = {each.section: each.title for each in book.forms[self.path[0].id].sections}
            return self.ctx.words.translated(titles[name].source) if name in titles else name
        if key in {"form", "forms"}:
            return text_of(links.form(name))
        return self.ctx.words.translated(name)

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
        facts = [
            (key, getattr(step, key))
            for key in ("responsible", "accountable", "authority", "consulted", "informed", "due")
        ]
        rest = [
            self.ctx.words.say("{label}: {value}", label=key_words(self.ctx.words, key), value=said)
            for key, value in facts
            if (said := self.value(value, key))
        ]
        return self.ctx.words.semicolon.join((self.text(step.title), *rest))

    def field(self, field: Field) -> str:
        """Return a field with its type and its options."""
        options = self.value(field.options, "options")
        kind = self.ctx.words.say(TYPE_WORDS[field.type])
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
        form = text_of(self.ctx.links.form(use.form))
        found = self.ctx.handbook.forms.get(use.form)
        for section in found.sections if found else ():
            if section.section == use.section:
                form = f"{form} · {self.text(section.title)}"
        return self.ctx.words.say(_USES[use.kind], form=form)

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
        for each in fields(value):
            inner = getattr(value, each.name)
            if not each.compare or inner in (None, (), False):
                continue
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
    Formula: lambda _, value: value.source,
    Duration: lambda sayer, value: sayer.ctx.words.duration(value),
    Value: lambda sayer, value: sayer.ctx.phrases.value(value),
    Keep: lambda sayer, value: text_of(sayer.ctx.phrases.keep(value)),
    Deadline: lambda sayer, value: text_of(sayer.ctx.phrases.deadline(value, sayer.process)),
    Band: lambda sayer, value: text_of(sayer.ctx.links.role(value.role)),
}


def title_of(ctx: Context, path: tuple[Element, ...]) -> str:
    """Return what a thing is called, the document first; its id where it has no title."""
    return " · ".join(filter(None, (_title(ctx, path[: at + 1]) for at in range(len(path)))))


def _title(ctx: Context, path: tuple[Element, ...]) -> str:
    """Return what the last thing on a way is called."""
    element, words = path[-1], ctx.words
    if len(path) == 1 and element.kind in _LINKED:
        return text_of(getattr(ctx.links, element.kind)(element.id))
    if element.kind == "step":
        return text_of(ctx.links.step(path[0].id, element.id))
    if element.kind == "reporting-line":
        return text_of(ctx.links.role(element.id))
    if element.kind == "form-use":
        kind, _, part = element.id.partition(" ")
        form, _, section = part.partition(".")
        use = FormUse(kind=kind, form=FormId(form), section=section or None)  # type: ignore[arg-type]
        return Sayer(ctx, path).use(use)
    titles = _TITLES.get(element.kind)
    title = titles(ctx.handbook, path).get(element.id) if titles else None
    if title is not None:
        return words.translated(title.source)
    return words.translated(element.id) if element.id else kind_words(words, element.kind)


def _fields(book: Handbook, path: tuple[Element, ...]) -> Mapping[str, Text]:
    form = book.forms.get(path[0].id)
    known = {each.field: each for each in form.fields} if form else {}
    table = known.get(path[-2].id) if path[-2].kind == "field" else None
    return {each.field: each.label for each in (table.columns if table else known.values())}


def _sections(book: Handbook, path: tuple[Element, ...]) -> Mapping[str, Text]:
    form = book.forms.get(path[0].id)
    return {each.section: each.title for each in form.sections} if form else {}


def _milestones(book: Handbook, path: tuple[Element, ...]) -> Mapping[str, Text]:
    process = book.processes.get(path[0].id)
    return {each.milestone: each.title for each in process.milestones} if process else {}


def _values(book: Handbook, path: tuple[Element, ...]) -> Mapping[str, Text]:
    parameter = book.parameters.get(path[0].id)
    return {each.value: each.label for each in parameter.values} if parameter else {}


_TITLES: Mapping[str, Callable[[Handbook, tuple[Element, ...]], Mapping[str, Text]]] = {
    "field": _fields,
    "section": _sections,
    "milestone": _milestones,
    "value": _values,
    "chapter": lambda book, _: {name: each.title for name, each in book.chapters.items()},
    "parameter": lambda book, _: {name: each.title for name, each in book.parameters.items()},
    "term": lambda book, _: {each.term: each.title for each in book.glossary.terms},
    "source": lambda book, _: {each.source: each.title for each in book.sources.sources},
}
_LINKED = frozenset({"process", "form", "role", "unit", "item"})
