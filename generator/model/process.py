"""A process as written: its steps, dues, responsibilities, records, indicators and risks."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Literal

from generator.base.diagnostics import N_, Locator
from generator.model.control import Confirmation, Deadline, Keep, Revision
from generator.model.ids import (
    AuthorityId,
    BasisId,
    ChapterId,
    FormId,
    ProcessId,
    RoleId,
    StepId,
)
from generator.model.text import NOWHERE, Text
from generator.notation.duration import Duration

RHYTHMS = {
    "day": N_("daily"),
    "week": N_("weekly"),
    "month": N_("monthly"),
    "quarter": N_("quarterly"),
    "half-year": N_("half-yearly"),
    "year": N_("yearly"),
}
"""How often something is measured, in the words that are translated; others stand as they are."""
UseKind = Literal["read", "fill", "add", "approve", "file"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormUse:
    """What a step does with a form, or with one section of it."""

    kind: UseKind
    form: FormId
    section: str | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRef:
    """`form.field`: the choice field whose options decide."""

    form: FormId
    field: str
    where: Locator = dataclasses.field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class InnerGroup:
    """A group that is a member of another: what starts together, and where it meets."""

    together: tuple[StepId | InnerGroup, ...]
    join: StepId
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """Where the flow goes on: at the end of a step, or inside an outcome."""

    next: StepId | None = None
    together: tuple[StepId | InnerGroup, ...] = ()
    join: StepId | None = None
    call: ProcessId | None = None
    hand_over: ProcessId | None = None
    end: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Onward):
    """One answer of a decision, and where it leads."""

    when: tuple[Text, ...]
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Onward):
    """One piece of work of one responsible role; with `decision` a bare decision without work.

    A step that `commits` binds the company: an approval under that authority has to come before.
    """

    id: StepId
    title: Text
    decision: bool = False
    do: Text | None = None
    responsible: RoleId | None = None
    accountable: RoleId | None = None
    authority: AuthorityId | None = None
    commits: AuthorityId | None = None
    consulted: tuple[RoleId, ...] = ()
    informed: tuple[RoleId, ...] = ()
    due: Deadline | None = None
    takes: Duration | None = None
    forms: tuple[FormUse, ...] = ()
    checks: tuple[Text, ...] = ()
    decide: FieldRef | None = None
    choose: tuple[Outcome, ...] = ()
    choose_any: tuple[Outcome, ...] = ()
    note: Text | None = None
    basis: tuple[BasisId, ...] | None = None
    confirmed: Confirmation | None = None
    formerly: tuple[str, ...] = ()
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A dated event of the process that dues count from."""

    milestone: str
    title: Text
    due: Deadline | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Within what time the process, or its part from one step to another, is done."""

    promise: Deadline
    from_: StepId | None = None
    to: StepId | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is kept as evidence, for how long, by whom."""

    record: Text
    forms: tuple[FormId, ...] = ()
    keep: Keep | None = None
    keeper: RoleId | None = None
    note: Text | None = None
    basis: tuple[BasisId, ...] | None = None
    confirmed: Confirmation | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi:
    """A measure of the process."""

    kpi: Text
    formula: Text
    target: Text
    every: Text
    owner: RoleId
    note: Text | None = None
    basis: tuple[BasisId, ...] | None = None
    confirmed: Confirmation | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """What may go wrong, what holds it, and at which step."""

    risk: Text
    control: Text
    at: tuple[StepId, ...] = ()
    basis: tuple[BasisId, ...] | None = None
    confirmed: Confirmation | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionCase:
    """What to do when the process cannot run as written."""

    when: Text
    do: Text
    to: tuple[RoleId, ...] = ()
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A controlled process; its id is the file's name, its chapter the folder's."""

    id: ProcessId
    chapter: ChapterId
    code: str
    title: Text
    owner: RoleId
    approver: RoleId
    revisions: tuple[Revision, ...]
    purpose: Text
    steps: tuple[Step, ...]
    scope: Text | None = None
    trigger: Text | None = None
    review: Duration | None = None
    every: Deadline | None = None
    inputs: tuple[Text, ...] = ()
    outputs: tuple[Text, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    promises: tuple[Promise, ...] = ()
    distribution: tuple[RoleId, ...] = ()
    records: tuple[Record, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    risks: tuple[Risk, ...] = ()
    exceptions: tuple[ExceptionCase, ...] = ()
    note: Text | None = None
    basis: tuple[BasisId, ...] | None = None
    confirmed: Confirmation | None = None
    formerly: tuple[str, ...] = ()
    where: Locator = field(default=NOWHERE, compare=False, repr=False)

    @property
    def revision(self) -> Revision:
        """The current version."""
        return self.revisions[0]

    def step(self, step: StepId) -> Step | None:
        """The step with this id, if there is one."""
        return next((each for each in self.steps if each.id == step), None)

    def anchor_title(self, name: str) -> Text | None:
        """The title of the step or milestone that a due counts from, if there is one."""
        titles = {each.milestone: each.title for each in self.milestones}
        titles |= {each.id: each.title for each in self.steps}
        return titles.get(name)
