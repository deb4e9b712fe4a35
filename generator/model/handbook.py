"""The resolved whole: every document, and the cross references in both directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, TypeVar

from generator.base.diagnostics import Locator
from generator.model.authority import Authority, authorities_of
from generator.model.control import Status
from generator.model.flow import Flow, flow_of
from generator.model.form import Field, Form
from generator.model.ids import ProcessId
from generator.model.organization import Organization, Role, Unit
from generator.model.process import FormUse, Kpi, Process, Record, Step
from generator.model.reference import (
    Decision,
    Fact,
    GlossaryFile,
    InformationFile,
    InformationItem,
    Parameter,
    ParameterFile,
    Source,
    SourcesFile,
    Term,
)
from generator.model.settings import Chapter, Settings
from generator.model.text import Text
from generator.model.value import Value
from generator.model.ways import Exit
from generator.notation.inserts import ParameterInsert

Letter = Literal["R", "A", "C", "I"]
T = TypeVar("T")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names something: its kind (`role`, `form`, …), its id, and where."""

    kind: str
    id: str
    where: Locator


@dataclass(frozen=True, slots=True)
class Assignment:
    """A role's part in a step: R, A, C or I; `authority` where it decides by amount."""

    process: Process
    step: Step
    role: str
    letter: Letter
    authority: str | None = None

    @property
    def mark(self) -> str:
        """The letter as the matrix shows it: `A*` where the role decides by amount."""
        return f"{self.letter}*" if self.authority else self.letter

    @property
    def place(self) -> tuple[str, str]:
        """Where it is: process and step."""
        return (self.process.id, self.step.id)


@dataclass(frozen=True, slots=True)
class StepUse:
    """A step that does something with a form."""

    process: Process
    step: Step
    use: FormUse


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A way from a step of one process to another process: `call` or `hand-over`."""

    source: Process
    step: Step
    target: Process
    kind: Literal["call", "hand-over"]
    exit: Exit


@dataclass(frozen=True, kw_only=True)
class Handbook:
    """All documents of a handbook; processes and forms stand in the order of chapter and code.

    The mappings are built when first asked for and then kept: a command pays for what it uses.
    """

    settings: Settings
    organization: Organization = Organization()
    parameter_file: ParameterFile = ParameterFile()
    glossary: GlossaryFile = GlossaryFile()
    information: InformationFile = InformationFile()
    sources: SourcesFile = SourcesFile()
    process_list: tuple[Process, ...] = ()
    form_list: tuple[Form, ...] = ()
    left_out: tuple[Process | Form, ...] = ()
    references: tuple[Reference, ...] = field(default=(), compare=False, repr=False)
    texts: tuple[Text, ...] = field(default=(), compare=False, repr=False)

    def without_drafts(self) -> Handbook:
        """The handbook as it is published: drafts have no page, but are still called by name."""
        drafts = tuple(each for each in self.documents if each.revision.status is Status.DRAFT)
        if not drafts:
            return self
        files = {each.where.file for each in drafts}
        return replace(
            self,
            process_list=tuple(each for each in self.process_list if each not in drafts),
            form_list=tuple(each for each in self.form_list if each not in drafts),
            left_out=drafts,
            references=tuple(each for each in self.references if each.where.file not in files),
        )

    @cached_property
    def chapters(self) -> Mapping[str, Chapter]:
        """Chapters by id."""
        return {each.chapter: each for each in self.settings.chapters}

    @cached_property
    def processes(self) -> Mapping[str, Process]:
        """Processes by id."""
        return {each.id: each for each in self.process_list}

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """Forms by id."""
        return {each.id: each for each in self.form_list}

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """Roles by id, in the order of the organisation file."""
        return {each.role: each for each in self.organization.roles}

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """Units by id."""
        return {each.unit: each for each in self.organization.units}

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        """Parameters by id."""
        return {each.parameter: each for each in self.parameter_file.parameters}

    @cached_property
    def authorities(self) -> Mapping[str, Authority]:
        """Rights to decide by the name under which they are cited."""
        return authorities_of(self.parameter_file.parameters)

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Terms by id."""
        return {each.term: each for each in self.glossary.terms}

    @cached_property
    def items(self) -> Mapping[str, InformationItem]:
        """Information items by id."""
        return {each.item: each for each in self.information.items}

    @cached_property
    def source_documents(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {each.source: each for each in self.sources.sources}

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Facts by number."""
        return {each.fact: each for each in self.sources.facts}

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        """Editorial decisions by number."""
        return {each.decision: each for each in self.sources.decisions}

    @cached_property
    def flows(self) -> Mapping[str, Flow]:
        """The flow of each process."""
        return {each.id: flow_of(each) for each in self.process_list}

    @cached_property
    def codes(self) -> Mapping[str, tuple[str, str]]:
        """Document code → (kind, id) of a process, form or parameter."""
        found: dict[str, tuple[str, str]] = {}
        for form in self.form_list:
            found[form.code] = ("form", form.id)
        for parameter in self.parameter_file.parameters:
            if parameter.code:
                found[parameter.code] = ("parameter", parameter.parameter)
        for process in self.process_list:
            found[process.code] = ("process", process.id)
        return found

    @cached_property
    def step_order(self) -> Mapping[tuple[str, str], int]:
        """The place of each step (process, step) in the order of the documents."""
        places = ((process.id, step.id) for process in self.process_list for step in process.steps)
        return {place: number for number, place in enumerate(places)}

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """Every role's part in every step, in the order of the documents."""
        return tuple(
            part
            for process in self.process_list
            for step in process.steps
            for part in self._parts(process, step)
        )

    def _parts(self, process: Process, step: Step) -> Iterable[Assignment]:
        if step.responsible:
            yield Assignment(process, step, step.responsible, "R")
        if step.accountable:
            yield Assignment(process, step, step.accountable, "A")
        authority = self.authorities.get(step.authority or "")
        for role in authority.roles if authority else ():
            yield Assignment(process, step, role, "A", step.authority)
        for role in step.consulted:
            yield Assignment(process, step, role, "C")
        for role in step.informed:
            yield Assignment(process, step, role, "I")

    @cached_property
    def marks(self) -> Mapping[tuple[str, str, str], str]:
        """What the matrix shows for a process, a step and a role, such as `R/A` or `A*`."""
        marks: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for part in self.assignments:
            marks[*part.place, part.role].append(part.mark)
        return {place: "/".join(each) for place, each in marks.items()}

    @property
    def busy_roles(self) -> tuple[str, ...]:
        """The roles that have a part in some step, in the order of the organization."""
        return tuple(name for name in self.roles if name in self.assignments_by_role)

    @cached_property
    def assignments_by_role(self) -> Mapping[str, tuple[Assignment, ...]]:
        """The parts that name a role itself (not through a collective role)."""
        return _grouped((part.role, part) for part in self.assignments)

    @cached_property
    def assignments_by_process(self) -> Mapping[str, tuple[Assignment, ...]]:
        """The parts of all roles in a process."""
        return _grouped((part.process.id, part) for part in self.assignments)

    @cached_property
    def collectives_of(self) -> Mapping[str, tuple[Role, ...]]:
        """The collective roles that a role belongs to."""
        return _grouped(
            (member, role) for role in self.organization.roles for member in role.members
        )

    @cached_property
    def processes_by_owner(self) -> Mapping[str, tuple[Process, ...]]:
        """The processes that a role owns."""
        return _grouped((each.owner, each) for each in self.process_list)

    @cached_property
    def forms_by_owner(self) -> Mapping[str, tuple[Form, ...]]:
        """The forms that a role owns."""
        return _grouped((each.owner, each) for each in self.form_list)

    @cached_property
    def records_by_keeper(self) -> Mapping[str, tuple[tuple[Process, Record], ...]]:
        """The records that a role keeps, with their processes."""
        return _grouped(
            (record.keeper, (process, record))
            for process in self.process_list
            for record in process.records
            if record.keeper
        )

    @cached_property
    def kpis_by_owner(self) -> Mapping[str, tuple[tuple[Process, Kpi], ...]]:
        """The indicators that a role answers for, with their processes."""
        return _grouped(
            (kpi.owner, (process, kpi)) for process in self.process_list for kpi in process.kpis
        )

    @cached_property
    def uses_by_form(self) -> Mapping[str, tuple[StepUse, ...]]:
        """The steps that use a form."""
        return _grouped(
            (use.form, StepUse(process, step, use))
            for process in self.process_list
            for step in process.steps
            for use in step.forms
        )

    @cached_property
    def neighbours(self) -> tuple[Neighbour, ...]:
        """Every call and hand-over between processes."""
        return tuple(
            Neighbour(process, step, self.processes[target], kind, way)
            for process in self.process_list
            for step in process.steps
            for way in self.flows[process.id].exits[step.id]
            for kind, target in _leads(way)
            if target in self.processes
        )

    @cached_property
    def leads_to(self) -> Mapping[str, tuple[Neighbour, ...]]:
        """Calls and hand-overs by the process that they start from."""
        return _grouped((each.source.id, each) for each in self.neighbours)

    @cached_property
    def comes_from(self) -> Mapping[str, tuple[Neighbour, ...]]:
        """Calls and hand-overs by the process that they lead to."""
        return _grouped((each.target.id, each) for each in self.neighbours)

    @cached_property
    def mentions(self) -> Mapping[tuple[str, str], tuple[Reference, ...]]:
        """Every place that names something, by (kind, id)."""
        return _grouped(((each.kind, each.id), each) for each in self.references)

    @cached_property
    def parameters_of_file(self) -> Mapping[str, tuple[str, ...]]:
        """The parameters that each file cites: by name, as an authority, or by code."""
        cited = (
            (reference.where.file, self.codes.get(reference.id, ("", ""))[1])
            if reference.kind == "code" and self.codes.get(reference.id, ("", ""))[0] == "parameter"
            else (reference.where.file, reference.id.partition(".")[0])
            for reference in self.references
            if reference.kind in {"value", "parameter", "authority", "code"}
        )
        known = _grouped((file, name) for file, name in cited if name in self.parameters)
        return {file: tuple(dict.fromkeys(names)) for file, names in known.items()}

    @cached_property
    def roles_of_unit(self) -> Mapping[str, tuple[Role, ...]]:
        """The roles that belong to a unit."""
        return _grouped((each.unit, each) for each in self.organization.roles if each.unit)

    @property
    def homeless_roles(self) -> tuple[Role, ...]:
        """The single roles that belong to no unit."""
        roles = self.organization.roles
        return tuple(each for each in roles if each.unit is None and not each.members)

    @cached_property
    def units_below(self) -> Mapping[str, tuple[Unit, ...]]:
        """The units right below a unit."""
        return _grouped((each.parent, each) for each in self.organization.units if each.parent)

    @cached_property
    def reports(self) -> Mapping[str, tuple[Role, ...]]:
        """The roles that report to a role, or to a unit (meaning its head)."""
        return _grouped(
            (line.role, role) for role in self.organization.roles for line in role.reports_to
        )

    @property
    def documents(self) -> tuple[Process | Form, ...]:
        """All processes, then all forms."""
        return (*self.process_list, *self.form_list)

    def form_field(self, form: str, name: str) -> Field | None:
        """A field of a form, those of the common header included."""
        own = self.forms[form].fields if form in self.forms else ()
        fields = (*own, *self.settings.form_header)
        return next((each for each in fields if each.field == name), None)

    def value_of(self, insert: ParameterInsert) -> Value | None:
        """The value that an insert stands for, if there is one."""
        parameter = self.parameters.get(insert.parameter)
        return parameter.value_named(insert.value) if parameter else None

    def processes_of_chapter(self, chapter: str) -> tuple[Process, ...]:
        """The processes of a chapter in the order of their codes."""
        return tuple(each for each in self.process_list if each.chapter == chapter)

    def forms_of_chapter(self, chapter: str) -> tuple[Form, ...]:
        """The forms of a chapter in the order of their codes."""
        return tuple(each for each in self.form_list if each.chapter == chapter)


def _leads(way: Exit) -> Iterator[tuple[Literal["call", "hand-over"], ProcessId]]:
    if way.call:
        yield "call", way.call
    if way.hand_over:
        yield "hand-over", way.hand_over


def _grouped(pairs: Iterable[tuple[K, T]]) -> Mapping[K, tuple[T, ...]]:
    found: dict[K, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
