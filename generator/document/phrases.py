"""Phrases: texts with their inserts, values, dues and conditions, as sentences with links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.base.diagnostics import N_, Argument, Message
from generator.document.blocks import Inline, Inlines, Plain, joined, plain
from generator.document.closing_up import closed_up
from generator.document.links import Links
from generator.document.words import Words
from generator.model.control import Deadline, DueCase, Keep
from generator.model.handbook import Handbook
from generator.model.process import Process, Promise
from generator.model.text import Text
from generator.model.value import Value
from generator.model.year_plan import filled, planned_days
from generator.notation.due_kinds import Anchor, ByParameter, Due, FieldMention, Mention, Within
from generator.notation.due_words import due_words
from generator.notation.duration import duration_words
from generator.notation.inserts import ParameterInsert, StepInsert
from generator.notation.text import CodeMention, Literal, TextPart, code_pattern


@dataclass(frozen=True)
class Phrases:
    """Says what the model holds in one language: `words` and `links` are of the same language."""

    handbook: Handbook
    words: Words
    links: Links

    @cached_property
    def _codes(self) -> re.Pattern[str]:
        """The pattern of this handbook's document codes."""
        return code_pattern(self.handbook.settings.codes.schemes)

    def plain(self, text: Text | None, process: Process | None = None) -> str:
        """Return a text with its inserts filled in, without links."""
        return "".join(each.text for each in self.inlines(text, process))

    def inlines(self, text: Text | None, process: Process | None = None) -> Inlines:
        """Return a text with values for parameters, and links for steps, codes and terms."""
        if text is None:
            return ()
        parts, foreign = self.words.parts(text, self._codes)
        pieces: list[Inline] = []
        for part in parts:
            pieces += self._part(part, process, foreign=foreign)
        return closed_up(pieces)

    def _part(self, part: TextPart, process: Process | None, *, foreign: bool) -> Iterator[Inline]:
        match part:
            case ParameterInsert():
                yield self.links.parameter(part, self.parameter_value(part))
            case StepInsert():
                yield self.links.step_title(part, process)
            case CodeMention():
                yield self.links.code(part.code)
            case Literal():
                yield from self.links.terms.links(part.text, foreign=foreign)

    def value(self, value: Value) -> str:
        """Return a value as a person writes it: 50,000 元, 98%, 2 小时内."""
        return self.words.message(self._value(value))

    def _value(self, value: Value) -> Argument:
        if value.kind == "money" and value.amount is not None:
            return self.words.money(value.amount, value.currency or "")
        if isinstance(value.due, Within):
            return duration_words(value.due.duration)
        if value.due is not None:
            return self._due(value.due, None)
        return value.source if value.text is None else self.plain(value.text)

    def parameter_value(self, insert: ParameterInsert) -> str:
        """Return the value of a parameter as text."""
        return self.words.message(self._inserted(insert))

    def _inserted(self, insert: ParameterInsert) -> Argument:
        value = self.handbook.value_of(insert)
        return self._value(value) if value else insert.id

    def linked(self, value: Value) -> Inlines:
        """Return a value with the links that stand in its words."""
        return self.inlines(value.text) if value.text is not None else plain(self.value(value))

    def due(self, due: Due, process: Process | None) -> str:
        """Return a due in words; a parameter that is the whole due as what it says."""
        return self.words.message(self._due(due, process))

    def _due(self, due: Due, process: Process | None) -> Message:
        if isinstance(due, ByParameter):
            value = self.handbook.value_of(due.parameter)
            due = value.due if value and isinstance(value.due, Within) else due
        return due_words(due, {each: self._named(each, process) for each in due.mentions})

    def _named(self, mention: Mention, process: Process | None) -> Argument:
        """Return what stands in a due for a step, a milestone, a field or a parameter."""
        match mention:
            case ParameterInsert():
                return self._inserted(mention)
            case Anchor():
                title = process.anchor_title(mention.id) if process else None
                planned = planned_days(self.handbook).get(mention.id)
                title = title or (planned.title if planned else None)
            case FieldMention():
                field = self.handbook.form_field(mention.form, mention.name)
                title = field.label if field else None
        return self.words.translated(title.source) if title else mention.id

    def deadline(self, deadline: Deadline | None, process: Process | None = None) -> Inlines:
        """Return by when, case by case; parameters in it lead to their page."""
        cases = deadline.cases if deadline else ()
        said = [self._case(each, process) for each in cases if each.text or each.due]
        return joined(said, self.words.semicolon)

    def _case(self, case: DueCase, process: Process | None) -> Inlines:
        named = self.words.say("other cases") if case.case == "else" else case.case or ""
        named = self.words.translated(named) if named else ""
        if case.text is not None or case.due is None:
            said_by = plain(named + self.words.say(": ")) if named else ()
            return (*said_by, *self.inlines(case.text, process))
        message = self._planned(case.due, process)
        if named:
            args: dict[str, Argument] = {"case": named, "due": message}
            message = Message("{case}: {due}", args)
        said = self.words.message(message)
        insert = next(iter(case.due.parameters), None)
        return (self.links.parameter(insert, said),) if insert else plain(said)

    def promise(self, promise: Promise, process: Process | None) -> Inlines:
        """Return within what time, and from which step to which where it is a part."""
        said = self.deadline(promise.promise, process)
        steps = [
            (Plain(self.words.say(word)), *self.links.step(process.id if process else "", step))
            for word, step in ((N_("from "), promise.from_), (N_("to the end of "), promise.to))
            if step
        ]
        if not steps:
            return said
        between = joined(steps, self.words.comma)
        return (*said, Plain(self.words.say(" (")), *between, Plain(self.words.say(")")))

    def _planned(self, due: Due, process: Process | None) -> Message:
        """Return a due; where it derives from a planned day, with the day that it comes to."""
        said = self._due(due, process)
        known = filled(self.handbook, due) if due.anchors else None
        if known is None or not known.recurring or due.recurring:
            return said
        args: dict[str, Argument] = {"due": said, "day": due_words(known, {})}
        return Message("{due} ({day})", args)

    def keep(self, keep: Keep | None) -> Inlines:
        """Return how long something is kept."""
        if keep is None:
            return ()
        if keep.text is not None:
            said = self.inlines(keep.text)
        elif keep.duration is not None:
            said = plain(self.words.duration(keep.duration))
        else:
            said = plain(self.words.say("permanently"))
        if keep.from_ is None:
            return said
        return (*said, Plain(self.words.say(" (from: {event})", event=self.plain(keep.from_))))
