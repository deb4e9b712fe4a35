"""Which steps approve, who decides there, where that is written, and who prepared it.

A step approves when it decides by an authority; when it approves a form; when it decides by, or
fills in, a signature of the decider that can refuse; or when an outcome of the field that decides
refuses: it ends the process with a word of refusal, or sends the work back to somebody else. A
decision that only chooses how to go on (is there enough in stock?) is no approval.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.refusals import is_refusal
from generator.model.form import Form, FormSection
from generator.model.handbook import Handbook
from generator.model.hands import deciders, same_hand
from generator.model.process import FormUse, Process, Step
from generator.model.ways import Exit

_WRITES = frozenset({"fill", "add"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Where a decision is recorded: a section of a form, and the use that says so, if one does."""

    form: Form
    section: FormSection
    use: FormUse | None = None

    @property
    def signers(self) -> tuple[str, ...]:
        """Who may sign the section."""
        return tuple(dict.fromkeys(role for each in self.section.fields for role in each.by))


@dataclass(frozen=True, slots=True)
class Approvals:
    """Knows the approvals of one process."""

    handbook: Handbook
    process: Process

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that approve."""
        return tuple(each for each in self.process.steps if self.approves(each))

    def approves(self, step: Step) -> bool:
        """Whether a step says yes or no to what others prepared."""
        return self.is_formal(step) or any(self._refuses(step, way) for way in self._ways(step))

    def is_formal(self, step: Step) -> bool:
        """Whether a step approves by its keys or by a signature, not only by where it leads."""
        if step.authority or any(use.kind == "approve" for use in step.forms):
            return True
        return bool(step.choose) and any(
            self._can_refuse(step, each) for each in self.rulings(step)
        )

    def grants(self, step: Step, way: Exit) -> bool:
        """Whether going on by a way means that the step has approved."""
        if not self.approves(step):
            return False
        said = [text.source for text in way.when]
        declared = {
            text.source
            for each in self.rulings(step)
            for field in each.section.fields
            for text in field.refuses
        }
        refused = bool(said) and all(each in declared or is_refusal(each) for each in said)
        return not refused and not self._refuses(step, way)

    def rulings(self, step: Step) -> tuple[Ruling, ...]:
        """Return where a step records what it decides; none where no form is named."""
        approved = [use for use in step.forms if use.kind == "approve"]
        found = [each for use in approved for each in self._sections(use)]
        if step.decide and step.decide.form not in {use.form for use in approved}:
            found += self._deciding(step)
        elif not approved and not step.decide and (step.choose or step.authority):
            uses = [use for use in step.forms if use.kind in _WRITES]
            found += [each for use in uses for each in self._sections(use)]
        return tuple(found)

    def preparing(self, step: Step) -> Iterator[Step]:
        """Yield the earlier steps that write on the form that a step decides on.

        Where it only sends work back, these are those on the way from there.
        """
        forms = {each.form.id for each in self.rulings(step)}
        flow = self.handbook.flows[self.process.id]
        begin = self._begin(step)
        for each in self.process.steps:
            if each is step:
                return
            writes = any(use.kind in _WRITES and use.form in forms for use in each.forms)
            if writes and step.id in flow.reachable((each.id,)) and each.id in begin:
                yield each

    def _begin(self, step: Step) -> frozenset[str]:
        flow = self.handbook.flows[self.process.id]
        if self.is_formal(step):
            return frozenset(each.id for each in self.process.steps)
        back = [
            target for way in self._ways(step) if self._refuses(step, way) for target in way.targets
        ]
        return frozenset(flow.reachable(tuple(back), without=frozenset({step.id})))

    def _deciding(self, step: Step) -> Iterator[Ruling]:
        form = self.handbook.forms.get(step.decide.form) if step.decide else None
        for section in form.sections if form else ():
            if form and step.decide and _has(section, step.decide.field):
                yield Ruling(form=form, section=section)

    def _sections(self, use: FormUse) -> Iterator[Ruling]:
        form = self.handbook.forms.get(use.form)
        for section in form.sections if form else ():
            if form and use.section in {None, section.section}:
                yield Ruling(form=form, section=section, use=use)

    def _can_refuse(self, step: Step, ruling: Ruling) -> bool:
        """Whether the decider signs a section in which one can refuse."""
        who = deciders(self.handbook, step)
        return any(
            each.refuses and any(same_hand(self.handbook, role, who) for role in each.by)
            for each in ruling.section.fields
        )

    def _ways(self, step: Step) -> tuple[Exit, ...]:
        return self.handbook.flows[self.process.id].exits[step.id]

    def _refuses(self, step: Step, way: Exit) -> bool:
        """Whether an outcome of the field that decides ends with a refusal or sends work back."""
        if not step.decide or not way.when:
            return False
        if way.end is not None and all(is_refusal(text.source) for text in way.when):
            return True
        return any(self._sends_back(step, target) for target in way.targets)

    def _sends_back(self, step: Step, target: str) -> bool:
        """Whether a way leads to an earlier step of somebody else, which leads here again."""
        order = [str(each.id) for each in self.process.steps]
        back = self.process.steps[order.index(target)]
        if order.index(target) >= order.index(step.id) or not back.responsible:
            return False
        decide = (*deciders(self.handbook, step), *filter(None, (step.responsible,)))
        again = step.id in self.handbook.flows[self.process.id].reachable((back.id,))
        return again and not same_hand(self.handbook, back.responsible, decide)


def _has(section: FormSection, field: str) -> bool:
    return any(each.field == field for each in section.fields)
