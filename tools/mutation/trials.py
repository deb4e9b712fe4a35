"""Tries faults: each in a copy of the project, two at a time, each for a bounded time."""

from __future__ import annotations

import json
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mutation.coverage_map import state_of
from mutation.files import STATE
from mutation.mutants import Mutant
from mutation.session import begin, run_pytest
from mutation.workplace import Workplace

_PATIENCE = 10.0  # times as long as a test takes without a fault, in seconds of the processor
_LEAST = 10.0
_IDLE = 120.0  # seconds on the clock without any work, after which a trial only waits


@dataclass(frozen=True)
class Verdict:
    """What became of a fault."""

    mutant: Mutant
    tests: int
    killed: bool
    by: str = ""


class _Chosen:
    """A plugin of pytest that runs the chosen tests in their order, until one fails."""

    def __init__(self, names: list[str], seconds: dict[str, float], note: Path) -> None:
        self.order = {name: place for place, name in enumerate(names)}
        self.seconds = seconds
        self.note = note

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid in self.order]
        items.sort(key=lambda item: self.order[item.nodeid])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        self.note.write_text(item.nodeid)
        limit = max(_LEAST, _PATIENCE * self.seconds[item.nodeid])
        signal.setitimer(signal.ITIMER_PROF, limit)
        try:
            return (yield)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)


@dataclass
class _Trial:
    place: Workplace
    names: list[str]
    seconds: dict[str, float]
    note: Path
    all_names: list[str] = field(default_factory=list)

    def __call__(self) -> int:
        files = sorted({name.partition("::")[0] for name in self.names})
        plugin = _Chosen(self.names, self.seconds, self.note)
        return run_pytest(self.place, ["-x", *files], plugin)


@dataclass
class _Running:
    """A trial under way. On a busy machine it may take long; when it does nothing, it waits."""

    mutant: Mutant
    trial: _Trial
    looked: float = field(default_factory=time.monotonic)
    worked: float = 0.0
    since: float = field(default_factory=time.monotonic)

    def only_waits(self, number: int) -> bool:
        """Say whether the processes of a trial have done nothing for long."""
        now = time.monotonic()
        if now - self.looked < _IDLE / 10:
            return False
        self.looked = now
        worked = _worked(number)
        if worked > self.worked:
            self.worked, self.since = worked, now
        return now - self.since > _IDLE


def _worked(session: int) -> float:
    """Return the ticks of the processor that the processes of a session have taken."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # a process that has just ended
            fields = stat.read_text(errors="replace").rpartition(")")[2].split()
            if int(fields[3]) == session:
                ticks += sum(map(int, fields[11:15]))  # its own and those of ended children
    return ticks


class Noticed:
    """Remembers which test noticed a fault: the next time that one is tried alone before all."""

    def __init__(self) -> None:
        self.file = STATE / "noticed.json"
        self.by: dict[str, str] = json.loads(self.file.read_text()) if self.file.exists() else {}

    def first(self, mutant: Mutant, names: list[str]) -> list[str]:
        """Return the test that noticed a fault before, else all."""
        known = self.by.get(mutant.key)
        return [known] if known in names else names

    def keep(self, mutant: Mutant, by: str) -> None:
        """Keep which test noticed a fault; "" where none did."""
        self.by[mutant.key] = by
        self.file.write_text(json.dumps(self.by))


def try_all(
    places: list[Workplace],
    chosen: Iterable[tuple[Mutant, list[str]]],
    seconds: dict[str, float],
    tell: Callable[[Verdict], None],
) -> None:
    """Try each fault with its tests, and tell each verdict as it comes."""
    free = list(places)
    running: dict[int, _Running] = {}
    todo = deque(chosen)
    before = Noticed()
    while todo or running:
        while free and todo:
            mutant, names = todo.popleft()
            if not names:
                tell(Verdict(mutant, 0, killed=False))
                continue
            place = free.pop()
            place.put(mutant)
            note = STATE / f"{place.root.parent.name}.note"
            note.unlink(missing_ok=True)
            trial = _Trial(place, before.first(mutant, names), seconds, note, names)
            number = begin(place, trial, note.with_suffix(".log"))
            running[number] = _Running(mutant, trial)
        for number, status in _ended(running):
            ended = running.pop(number)
            mutant, trial = ended.mutant, ended.trial
            trial.place.restore(mutant)
            free.append(trial.place)
            by = trial.note.read_text() if trial.note.exists() else "it cannot even be imported"
            before.keep(mutant, by if status else "")
            if status or trial.names == trial.all_names:
                tell(Verdict(mutant, len(trial.names), bool(status), by if status else ""))
            else:
                todo.appendleft((mutant, trial.all_names))


def _ended(running: dict[int, _Running]) -> list[tuple[int, int]]:
    """Return which trials have ended, with their status; end those that only wait."""
    ended = []
    for number, each in running.items():
        done, status = os.waitpid(number, os.WNOHANG)
        if not done and each.only_waits(number):
            os.killpg(number, signal.SIGKILL)
            done, status = os.waitpid(number, 0)
        if done:
            ended.append((number, status))
    if not ended:
        time.sleep(0.05)
    return ended


def failing_without_a_fault(
    places: list[Workplace], names: list[str], seconds: dict[str, float]
) -> list[str]:
    """Return which tests fail in copies without a fault, one for each process: the control.

    A test that passed is not tried again while it and what it runs are as they were.
    """
    control = _Control()
    names = control.untried(names)
    files = sorted({name.partition("::")[0] for name in names})
    running: dict[int, _Trial] = {}
    for number, place in enumerate(places):
        own = set(files[number :: len(places)])
        note = STATE / f"control-{number}.note"
        note.unlink(missing_ok=True)
        trial = _Trial(place, [n for n in names if n.partition("::")[0] in own], seconds, note)
        if trial.names:
            running[begin(place, trial, note.with_suffix(".log"))] = trial
    failing = []
    while running:
        number, status = os.wait()
        trial = running.pop(number)
        trial.place.tidy()
        if status:
            note = trial.note
            failing.append(note.read_text() if note.exists() else "the collection of tests")
        else:
            control.keep(trial.names)
    return failing


class _Control:
    """Remembers which tests passed without a fault, with the state of what they run."""

    def __init__(self) -> None:
        self.file = STATE / "control.json"
        self.passed: dict[str, str] = (
            json.loads(self.file.read_text()) if self.file.exists() else {}
        )

    def untried(self, names: list[str]) -> list[str]:
        """Return the tests of which it is not known that they pass."""
        return [name for name in names if self.passed.get(name) != state_of(name)]

    def keep(self, names: list[str]) -> None:
        """Keep that these tests passed."""
        self.passed |= {name: state_of(name) for name in names}
        self.file.write_text(json.dumps(self.passed))
