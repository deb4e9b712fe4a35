"""What somebody ticks off: the steps that a role does or answers for, across the processes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.document.role_page import assignments_of
from generator.model.form import Form
from generator.model.handbook import Assignment, Handbook
from generator.model.organization import Role
from generator.model.process import Process, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A step of which a role has to do something; `number` counts from 1.

    `letters` is R, A, R/A, or A* where it decides by amount. `role` is the role that the process
    names: the role itself, or the collective role through which it is meant (`collective`).
    """

    process: Process
    step: Step
    number: int
    letters: str
    role: str
    collective: Role | None = None


def tasks_of_role(handbook: Handbook, role: Role) -> tuple[Task, ...]:
    """Return all that a role does and answers for, in the order of processes and steps."""
    return _tasks(assignments_of(handbook, role))


def tasks_in_process(handbook: Handbook, process: Process) -> dict[str, tuple[Task, ...]]:
    """Return what each role does and answers for in a process, in the order of the roles.

    A collective role stands for itself here: the page is handed to whoever is meant.
    """
    found: dict[str, list[Assignment]] = {}
    for part in handbook.assignments:
        if part.process.id == process.id:
            found.setdefault(part.role, []).append(part)
    tasks = {
        name: _tasks((part, None) for part in found[name])
        for name in handbook.roles
        if name in found
    }
    return {name: each for name, each in tasks.items() if each}


def _tasks(parts: Iterable[tuple[Assignment, Role | None]]) -> tuple[Task, ...]:
    letters: dict[tuple[str, int, str], list[str]] = {}
    known: dict[tuple[str, int, str], tuple[Assignment, Role | None]] = {}
    for part, collective in parts:
        if part.letter not in {"R", "A"}:
            continue
        number = part.process.steps.index(part.step) + 1
        key = (part.process.id, number, part.role)
        known.setdefault(key, (part, collective))
        letters.setdefault(key, []).append(part.mark)
    found = [
        Task(
            process=part.process,
            step=part.step,
            number=key[1],
            letters="/".join(dict.fromkeys(letters[key])),
            role=part.role,
            collective=collective,
        )
        for key, (part, collective) in known.items()
    ]
    order: dict[str, int] = {}
    for task in found:
        order.setdefault(task.process.id, len(order))
    return tuple(sorted(found, key=lambda task: (order[task.process.id], task.number)))


def documents_of_role(handbook: Handbook, role: Role) -> tuple[Process | Form, ...]:
    """Return the documents that a role has to know: its processes, then the forms in its steps."""
    parts = [part for part, _ in assignments_of(handbook, role)]
    processes = {part.process.id for part in parts}
    forms = {use.form for part in parts if part.letter in {"R", "A"} for use in part.step.forms}
    return (
        *(each for each in handbook.process_list if each.id in processes),
        *(each for each in handbook.form_list if each.id in forms),
    )
