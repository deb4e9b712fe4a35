"""Everything a document depends on besides the model: language, edition, catalogues, words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec

from generator.base.diagnostics import N_, Argument, Message
from generator.base.i18n import Catalogue
from generator.document.blocks import (
    Badge,
    Inline,
    Inlines,
    Link,
    Plain,
    Target,
    joined,
    plain,
)
from generator.document.closing_up import closed_up
from generator.document.phrases import bonds_of
from generator.document.terms import Terms, terms_of
from generator.model.control import Deadline, Keep
from generator.model.handbook import Handbook
from generator.model.process import Process
from generator.model.reference import Parameter
from generator.model.text import Text
from generator.model.value import Value
from generator.notation.due_kinds import ByParameter, Due, Within
from generator.notation.due_words import due_words
from generator.notation.duration import duration_words
from generator.notation.inserts import ParameterInsert, StepInsert
from generator.notation.text import CodeMention, Literal, TextPart, code_pattern, parse_text

_CURRENCIES = (N_("CNY"), N_("HKD"), N_("TWD"), N_("EUR"), N_("USD"), N_("GBP"), N_("JPY"))
P = ParamSpec("P")
_Make = Callable[Concatenate["Context", P], Inlines]


def _once(make: _Make[P]) -> _Make[P]:
    """Make the same link once for all places where it stands: thousands would fill the memory."""

    @wraps(make)
    def made(self: Context, /, *args: P.args, **kwargs: P.kwargs) -> Inlines:
        key = (make.__name__, *args, *kwargs.values())
        found = self.links.get(key)
        if found is None:
            found = self.links[key] = make(self, *args, **kwargs)
        return found

    return made


@dataclass(frozen=True)
class Context:
    """The render context: `words` are the product's sentences, `texts` the handbook's own."""

    handbook: Handbook
    language: str
    words: Catalogue
    texts: Catalogue = field(default_factory=lambda: Catalogue(""))
    drafts: bool = False

    @cached_property
    def links(self) -> dict[tuple[object, ...], Inlines]:
        """The links that were made so far, by what they lead to."""
        return {}

    @cached_property
    def said(self) -> dict[str, str]:
        """The sentences without gaps that were asked for so far."""
        return {}

    @cached_property
    def original(self) -> bool:
        """Whether this is the language that the handbook is written in."""
        return self.language == self.handbook.settings.languages[0]

    @cached_property
    def codes(self) -> re.Pattern[str]:
        """The pattern of this handbook's document codes."""
        return code_pattern(self.handbook.settings.codes.schemes)

    @cached_property
    def bonds(self) -> frozenset[str]:
        """Pairs of Chinese characters that no line of a diagram should part."""
        return bonds_of(self.handbook)

    @cached_property
    def comma(self) -> str:
        """What stands between the entries of a list."""
        return self.words.get(N_(", "))

    def say(self, text: str, **args: Argument) -> str:
        """Return a sentence of the product in the language."""
        if args:
            return self.words.say(Message(text, args))
        if text not in self.said:
            self.said[text] = self.words.say(Message(text))
        return self.said[text]

    def translated(self, source: str) -> str:
        """Return a text of the handbook in the language; the original where none is there."""
        return source if self.original else self.texts.get(source)

    def plain(self, text: Text | None, process: Process | None = None) -> str:
        """Return a text with its inserts filled in, without links."""
        if text is None:
            return ""
        return "".join(each.text for each in self.inlines(text, process))

    def inlines(self, text: Text | None, process: Process | None = None) -> Inlines:
        """Return a text with values for parameters, and links for steps, codes and terms."""
        if text is None:
            return ()
        parts, foreign = (text.parts, False) if self.original else self._translation(text)
        found: list[Inline] = []
        for part in parts:
            if isinstance(part, Literal):
                found += self.terms.links(part.text, foreign=foreign)
            else:
                found.append(self._part(part, process))
        return closed_up(found)

    @cached_property
    def terms(self) -> Terms:
        """What finds the terms of the glossary in texts of this language."""
        return terms_of(self.handbook.glossary.terms, original=self.original)

    def _translation(self, text: Text) -> tuple[tuple[TextPart, ...], bool]:
        """Return the parts of a text in the language, and whether they are still the original's."""
        translation = self.texts.entries.get(text.source)
        parsed = parse_text(translation, self.codes).value if translation else None
        if parsed is not None:
            return parsed.parts, False
        # Figures and Latin names need no translation from Chinese.
        chinese = self.handbook.settings.languages[0].startswith("zh")
        return text.parts, not (chinese and text.source.isascii())

    def _part(self, part: TextPart, process: Process | None) -> Inline:
        if isinstance(part, ParameterInsert):
            return Link(self.parameter_value(part), self.parameter_target(part))
        if isinstance(part, StepInsert):
            return self._step_insert(part, process)
        if isinstance(part, CodeMention):
            found = self.handbook.codes.get(part.code)
            return Link(part.code, Target(*found)) if found else Plain(part.code)
        return Plain(part.text)

    def _step_insert(self, part: StepInsert, process: Process | None) -> Inline:
        step = process.step(part.step) if process else None  # type: ignore[arg-type]
        if step is None or process is None:
            return Plain(part.step)
        return Link(self.translated(step.title.source), step_target(process.id, step.id))

    def parameter_target(self, insert: ParameterInsert) -> Target:
        """Return where a parameter is listed."""
        return Target("parameter", insert.parameter)

    def parameter_value(self, insert: ParameterInsert) -> str:
        """Return the value of a parameter as text."""
        value = self._named_value(insert)
        return self.value(value) if value else insert.id

    def _named_value(self, insert: ParameterInsert) -> Value | None:
        parameter = self.handbook.parameters.get(insert.parameter)
        return parameter.value_named(insert.value) if parameter else None

    def value(self, value: Value) -> str:
        """Return a value as a person writes it: 50,000 元, 98%, 2 小时内."""
        if value.kind == "money" and value.amount is not None:
            unit = self.currency(value.currency or "")
            return self.say("{amount} {currency}", amount=f"{value.amount:,}", currency=unit)
        if isinstance(value.due, Within):
            return self.words.say(duration_words(value.due.duration))
        if value.due is not None:
            return self.due_text(value.due, None)
        if value.text is not None:
            return self.plain(value.text)
        return value.source

    def currency(self, code: str) -> str:
        """Return the name of a currency where there is one, else its code of ISO 4217."""
        return self.words.get(code) if code in _CURRENCIES else code

    def due_text(self, due: Due, process: Process | None) -> str:
        """Return a due in words; a parameter that is the whole due as what it says."""
        if isinstance(due, ByParameter):
            value = self._named_value(due.parameter)
            if value and isinstance(value.due, Within):
                return self.due_text(value.due, process)

        def name_of(kind: str, name: str) -> str:
            if kind == "anchor":
                return self._anchor(name, process)
            if kind == "field":
                return self._field(name)
            parameter, _, value = name.partition(".")
            return self.parameter_value(ParameterInsert(parameter, value or None))

        return self.words.say(due_words(due, name_of))

    def _anchor(self, name: str, process: Process | None) -> str:
        for step in process.steps if process else ():
            if step.id == name:
                return self.translated(step.title.source)
        for milestone in process.milestones if process else ():
            if milestone.milestone == name:
                return self.translated(milestone.title.source)
        return name

    def _field(self, name: str) -> str:
        found = self.handbook.form_field(*name.split(".", 1))
        return self.translated(found.label.source) if found else name

    def deadline(self, deadline: Deadline | None, process: Process | None = None) -> Inlines:
        """Return by when, case by case; parameters in it lead to their page."""
        if deadline is None:
            return ()
        parts: list[Inlines] = []
        for case in deadline.cases:
            if case.text is not None:
                parts.append(self.inlines(case.text, process))
                continue
            if case.due is None:
                continue
            said = self.due_text(case.due, process)
            if case.case:
                named = self.say("other cases") if case.case == "else" else case.case
                said = self.say("{case}: {due}", case=self.translated(named), due=said)
            insert = next(iter(case.due.parameters), None)
            link = self.parameter_target(insert) if insert else None
            parts.append((Link(said, link),) if link else plain(said))
        return joined(parts, self.say("; "))

    def keep(self, keep: Keep | None) -> Inlines:
        """Return how long something is kept."""
        if keep is None:
            return ()
        if keep.text is not None:
            said = self.inlines(keep.text)
        elif keep.duration is not None:
            said = plain(self.words.say(duration_words(keep.duration)))
        else:
            said = plain(self.say("permanently"))
        if keep.from_ is None:
            return said
        return (*said, Plain(self.say(" (from: {event})", event=self.plain(keep.from_))))

    @_once
    def role(self, role: str | None) -> Inlines:
        """Return a role's title as a link to its page."""
        found = self.handbook.roles.get(role or "")
        if found is None:
            return plain(role) if role else ()
        return (Link(self.translated(found.title.source), Target("role", found.role)),)

    def roles(self, roles: Iterable[str]) -> Inlines:
        """Return several roles."""
        return joined([self.role(each) for each in roles], self.comma)

    @_once
    def unit(self, unit: str | None) -> Inlines:
        """Return a unit's title as a link."""
        found = self.handbook.units.get(unit or "")
        if found is None:
            return plain(unit) if unit else ()
        return (Link(self.translated(found.title.source), Target("unit", found.unit)),)

    def superior(self, name: str) -> Inlines:
        """Return a role or a unit as a link."""
        return self.role(name) if name in self.handbook.roles else self.unit(name)

    def item(self, item: str) -> Inlines:
        """Return an item of the information catalogue as a link."""
        found = self.handbook.items.get(item)
        if found is None:
            return plain(item)
        title = f"{found.code or ''} {self.translated(found.title.source)}".strip()
        return (Link(title, Target("item", found.item)),)

    @_once
    def form(self, form: str, *, code: bool = True) -> Inlines:
        """Return a form's title, with its code, as a link."""
        found = self.handbook.forms.get(form)
        if found is None:
            return self._without_page(form, code=code)
        title = self.translated(found.title.source)
        return (Link(f"{found.code} {title}" if code else title, Target("form", found.id)),)

    @_once
    def process(self, process: str | None, *, code: bool = True) -> Inlines:
        """Return a process's title, with its code, as a link."""
        found = self.handbook.processes.get(process or "")
        if found is None:
            return self._without_page(process, code=code)
        title = self.translated(found.title.source)
        return (Link(f"{found.code} {title}" if code else title, Target("process", found.id)),)

    def _without_page(self, name: str | None, *, code: bool) -> Inlines:
        """Return what a draft that is left out is called, or the id of what is not there."""
        for each in self.handbook.left_out:
            if each.id == name:
                title = self.translated(each.title.source)
                return plain(f"{each.code} {title}" if code else title)
        return plain(name or "")

    def forms(self, forms: Iterable[str]) -> Inlines:
        """Return several forms."""
        return joined([self.form(each) for each in forms], self.say("; "))

    def rhythm(self, word: str) -> str:
        """Return how often something is measured: `month` and the like, else as it stands."""
        known = {
            "day": N_("daily"),
            "week": N_("weekly"),
            "month": N_("monthly"),
            "quarter": N_("quarterly"),
            "half-year": N_("half-yearly"),
            "year": N_("yearly"),
        }
        return self.words.get(known[word]) if word in known else self.translated(word)

    def parameter_values(self, parameter: Parameter) -> Inlines:
        """Return all that a parameter says: its value, its named values, or its bands."""
        if parameter.is_ is not None:
            return self._value_inlines(parameter.is_)
        parts: list[Inlines] = [
            (
                Plain(self.translated(each.label.source) + self.say(": ")),
                *self._value_inlines(each.is_),
            )
            for each in parameter.values
        ]
        return joined([*parts, *self.bands(parameter)], self.say("; "))

    def bands(self, parameter: Parameter) -> list[Inlines]:
        """Return who decides up to which value, band by band."""
        found: list[Inlines] = []
        below: Value | None = None
        for band in parameter.bands:
            limit = ""
            if band.up_to is not None:
                limit = self.say("up to {value}: ", value=self.value(band.up_to))
            elif below is not None:
                limit = self.say("above {value}: ", value=self.value(below))
            below = band.up_to
            found.append(((Plain(limit),) if limit else ()) + self.role(band.role))
        return found

    def _value_inlines(self, value: Value) -> Inlines:
        return self.inlines(value.text) if value.text is not None else plain(self.value(value))

    def step(self, process: Process, step: str) -> Inlines:
        """Return a step's number and title as a link."""
        key = ("step", process.id, step)
        if key not in self.links:
            self.links[key] = self._step(process, step)
        return self.links[key]

    def _step(self, process: Process, step: str) -> Inlines:
        for number, each in enumerate(process.steps, start=1):
            if each.id == step:
                title = self.translated(each.title.source)
                return (Link(f"{number} {title}", step_target(process.id, each.id)),)
        return plain(step)

    def basis(self, basis: tuple[str, ...] | None) -> Inlines:
        """Return the facts and decisions that a statement rests on, or that it is practice.

        For a place whose label says what this is; `own_basis` says it where there is none.
        """
        if not basis:
            text = self.say("practice, to be confirmed by the company")
            return (Badge(text, "practice", Target("page", "sources", "practice")),)
        return joined([(Link(each, Target("basis", each)),) for each in basis], self.comma)


def step_target(process: str, step: str) -> Target:
    """Return the place of a step on the page of its process."""
    return Target("process", process, step_anchor(step))


def step_anchor(step: str) -> str:
    """Return the anchor of a step; the prefix keeps it apart from the page's own anchors."""
    return f"step-{step}"
