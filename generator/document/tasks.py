"""What a role has to do with: its steps across the processes, each once with all its letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.form import Form
from generator.model.handbook import Assignment, Handbook
from generator.model.organization import Role
from generator.model.process import Process, Step

_ORDER = ("R", "A", "A*", "C", "I")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A step and the part that a role has in it; `number` counts from 1.

    `letters` are R, A (A* where it decides by amount), C and I with strokes between. `role` is the
    role that the process names: the role itself, or the collective role through which it has all
    of its part (`collective`). `also` are further collective roles through which it has a part.
    """

    process: Process
    step: Step
    number: int
    letters: str
    role: str
    collective: Role | None = None
    also: tuple[Role, ...] = ()

    @property
    def ticked(self) -> bool:
        """Whether there is something to do: it does the step or answers for it."""
        return self.letters[0] in "RA"


def assignments_of(handbook: Handbook, role: Role) -> tuple[tuple[Assignment, Role | None], ...]:
    """Return the parts of a role, each with the collective role through which it has it."""
    own = [(part, None) for part in handbook.assignments_by_role.get(role.role, ())]
    through = [
        (part, collective)
        for collective in handbook.collectives_of.get(role.role, ())
        for part in handbook.assignments_by_role.get(collective.role, ())
    ]
    order = handbook.step_order
    return tuple(sorted([*own, *through], key=lambda each: order[each[0].place]))


def parts_of_role(handbook: Handbook, role: Role) -> tuple[Task, ...]:
    """Return all steps with which a role has to do, in the order of processes and steps."""
    return _tasks(assignments_of(handbook, role))


def tasks_of_role(handbook: Handbook, role: Role) -> tuple[Task, ...]:
    """Return all that a role does and answers for, with the letters of that only."""
    return _tasks(each for each in assignments_of(handbook, role) if each[0].letter in "RA")


def tasks_in_process(handbook: Handbook, process: Process) -> dict[str, tuple[Task, ...]]:
    """Return what each role does and answers for in a process, in the order of the roles.

    A collective role stands for itself here: the page is handed to whoever is meant.
    """
    found: dict[str, list[Assignment]] = {}
    for part in handbook.assignments:
        if part.process.id == process.id and part.letter in "RA":
            found.setdefault(part.role, []).append(part)
    return {
        name: _tasks((part, None) for part in found[name])
        for name in handbook.roles
        if name in found
    }


def _tasks(parts: Iterable[tuple[Assignment, Role | None]]) -> tuple[Task, ...]:
    """Return one task for each step; its own part of a role leads, then those through others."""
    steps: dict[tuple[str, str], list[tuple[Assignment, Role | None]]] = {}
    for part, collective in parts:
        steps.setdefault(part.place, []).append((part, collective))
    order: dict[str, int] = {}
    for process, _ in steps:
        order.setdefault(process, len(order))
    tasks = [_task(found) for found in steps.values()]
    return tuple(sorted(tasks, key=lambda task: (order[task.process.id], task.number)))


def _task(parts: list[tuple[Assignment, Role | None]]) -> Task:
    marks = {part.mark for part, _ in parts}
    ranked = sorted(parts, key=lambda each: (each[1] is not None, _ORDER.index(each[0].mark)))
    first, collective = ranked[0]
    others = {each.role: each for _, each in ranked if each and each != collective}
    return Task(
        process=first.process,
        step=first.step,
        number=first.process.steps.index(first.step) + 1,
        letters="/".join(each for each in _ORDER if each in marks),
        role=first.role,
        collective=collective,
        also=tuple(others.values()),
    )


def documents_of_role(handbook: Handbook, role: Role) -> tuple[Process | Form, ...]:
    """Return the documents that a role has to know: its processes, then the forms in its steps."""
    parts = [part for part, _ in assignments_of(handbook, role)]
    processes = {part.process.id for part in parts}
    forms = {use.form for part in parts if part.letter in {"R", "A"} for use in part.step.forms}
    return (
        *(each for each in handbook.process_list if each.id in processes),
        *(each for each in handbook.form_list if each.id in forms),
    )
