"""What a statement rests on: the source text, law, practice, or a confirmation by the company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from hashlib import sha256
from typing import Any, TypeAlias
from unicodedata import normalize

from generator.base.diagnostics import Locator
from generator.model.control import Confirmation, Status
from generator.model.form import Form
from generator.model.handbook import Handbook
from generator.model.organization import Role
from generator.model.process import Kpi, Process, Record, Risk, Step
from generator.model.reference import Parameter
from generator.model.text import Text

Basis: TypeAlias = "tuple[str, ...] | None"
Statement: TypeAlias = "Step | Kpi | Risk | Record | Form | Parameter | Role"
Part: TypeAlias = "Step | Kpi | Risk | Record"
_SHORT = 8
_SEEN = 4000  # characters; a cell may cut what is longer than it can hold
_ASIDE = frozenset({"where", "basis", "confirmed", "formerly", "revisions"})


@dataclass(frozen=True, slots=True)
class Ground:
    """What a statement rests on, after inheritance; a confirmation stands above all else."""

    basis: tuple[str, ...] = ()
    confirmed: Confirmation | None = None

    @property
    def open(self) -> bool:
        """Whether it is practice that the company has yet to confirm."""
        return not self.basis and self.confirmed is None


@dataclass(frozen=True, slots=True)
class Confirmable:
    """A statement that can be confirmed: its kind, its document, its name there."""

    kind: str
    document: Process | Form | Parameter | Role
    statement: Statement
    name: str
    ground: Ground

    @property
    def mark(self) -> str:
        """What names it for programs, and which words of it were shown to whoever confirms it."""
        return f"{self.name}@{state_of(self.statement)}"

    @property
    def where(self) -> Locator:
        """Where it is written."""
        return self.statement.where


def ground(process: Process, part: Part) -> Ground:
    """Return what a part of a process rests on: its own basis, else that of the process."""
    basis = process.basis if part.basis is None else part.basis
    return Ground(basis or (), part.confirmed or process.confirmed)


def prevailing(process: Process) -> Ground:
    """Return what most steps of a process rest on: it is said once, and only exceptions after."""
    counted = Counter(ground(process, step) for step in process.steps)
    return counted.most_common(1)[0][0] if counted else Ground(process.basis or ())


def statements(book: Handbook) -> Iterator[Confirmable]:
    """Yield everything that can rest on practice, in the order of the documents."""
    for process in book.process_list:
        yield from statements_of(process)
    for form in book.form_list:
        own = Ground(form.basis or (), form.confirmed)
        yield Confirmable("form", form, form, f"form/{form.id}", own)
    for parameter in book.parameter_file.parameters:
        own = Ground(parameter.basis or (), parameter.confirmed)
        name = f"parameter/{parameter.parameter}"
        yield Confirmable("parameter", parameter, parameter, name, own)
    for role in book.organization.roles:
        own = Ground(role.basis or (), role.confirmed)
        yield Confirmable("role", role, role, f"role/{role.role}", own)


def statements_of(process: Process) -> Iterator[Confirmable]:
    """Yield what a process states: its steps, measures, risks and records."""
    groups: tuple[tuple[str, tuple[Part, ...]], ...] = (
        ("step", process.steps),
        ("kpi", process.kpis),
        ("risk", process.risks),
        ("record", process.records),
    )
    for kind, parts in groups:
        seen: Counter[str] = Counter()
        for part in parts:
            own = part.id if isinstance(part, Step) else _digest(_known_by(part))
            seen[own] += 1
            number = f"-{seen[own]}" if seen[own] > 1 else ""
            name = f"{kind}/{process.id}/{own}{number}"
            yield Confirmable(kind, process, part, name, ground(process, part))


def open_points(book: Handbook) -> Iterator[Confirmable]:
    """Yield what the company has yet to confirm."""
    return (each for each in statements(book) if each.ground.open)


def open_in(document: Process | Form) -> int:
    """Return how many statements of a document nobody has confirmed yet."""
    if isinstance(document, Form):
        return int(Ground(document.basis or (), document.confirmed).open)
    return sum(each.ground.open for each in statements_of(document))


def for_trial(document: Process | Form) -> bool:
    """Whether a document that is approved still holds what nobody has confirmed."""
    return document.revision.status is Status.APPROVED and open_in(document) > 0


def _known_by(part: Kpi | Risk | Record | Any) -> str:
    text: Text = getattr(part, type(part).__name__.lower())
    return text.source


def _written(value: Any, but: frozenset[str] = frozenset({"where"})) -> Any:
    """Return what is written of a value; a field that the model gains later changes nothing."""
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    if isinstance(value, Mapping):
        return [(key, _written(each)) for key, each in value.items()]
    if isinstance(value, Enum) or not is_dataclass(value):
        return str(value)
    return [
        (each.name, _written(getattr(value, each.name)))
        for each in fields(value)
        if each.compare and each.name not in but and getattr(value, each.name) != each.default
    ]


def state_of(statement: Statement) -> str:
    """Return a short mark of what a statement says; its basis and history do not count."""
    return _digest(repr(_written(statement, _ASIDE)))


def seen_as(*texts: str) -> str:
    """Return a short mark of sentences as people see them; line breaks and spaces do not count."""
    plain = [normalize("NFC", "".join(each.split()))[:_SEEN] for each in texts]
    return _digest("\n".join(plain))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_SHORT]
