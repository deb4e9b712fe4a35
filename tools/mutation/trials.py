"""Tries faults: each in a copy of the project, two at a time, each for a bounded time."""

from __future__ import annotations

import json
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mutation.files import STATE
from mutation.mutants import Mutant
from mutation.session import begin, run_pytest
from mutation.workplace import Workplace

_PATIENCE = 10.0  # times as long as a test takes without a fault, in seconds of the processor
_LEAST = 10.0
_WALL = 120.0  # seconds on the clock for one test, for what waits without working


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
    running: dict[int, tuple[Mutant, _Trial, float]] = {}
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
            running[number] = (mutant, trial, time.time())
        for number, status in _ended(running):
            mutant, trial, _ = running.pop(number)
            trial.place.restore(mutant)
            free.append(trial.place)
            by = trial.note.read_text() if trial.note.exists() else "it cannot even be imported"
            before.keep(mutant, by if status else "")
            if status or trial.names == trial.all_names:
                tell(Verdict(mutant, len(trial.names), bool(status), by if status else ""))
            else:
                todo.appendleft((mutant, trial.all_names))


def _ended(running: dict[int, tuple[Mutant, _Trial, float]]) -> list[tuple[int, int]]:
    """Return which trials have ended, with their status; end those that only wait."""
    ended = []
    for number, (_, trial, begun) in running.items():
        done, status = os.waitpid(number, os.WNOHANG)
        if not done and _waits(trial, begun):
            os.killpg(number, signal.SIGKILL)
            done, status = os.waitpid(number, 0)
        if done:
            ended.append((number, status))
    if not ended:
        time.sleep(0.05)
    return ended


def _waits(trial: _Trial, begun: float) -> bool:
    """Say whether one test has taken too long on the clock."""
    since = trial.note.stat().st_mtime if trial.note.exists() else begun
    return time.time() - since > _WALL


def failing_without_a_fault(
    places: list[Workplace], names: list[str], seconds: dict[str, float]
) -> list[str]:
    """Return which tests fail in copies without a fault, one for each process: the control."""
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
    return failing
