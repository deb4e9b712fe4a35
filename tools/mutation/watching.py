"""Watches tests while they run: which lines each of them reaches, also through what they share."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from base64 import b64encode
from collections import defaultdict
from collections.abc import Generator, Iterable
from contextlib import suppress
from functools import _lru_cache_wrapper, wraps
from pathlib import Path
from typing import Any

import coverage
import pytest
from coverage.numbits import nums_to_numbits

from mutation.session import run_pytest
from mutation.workplace import Workplace

HOOK = Path(__file__).parent / "hook"
MANY = 40  # values of one cached function that are kept from test to test


class Watcher:
    """A plugin of pytest that switches the context of coverage, and keeps who uses what."""

    def __init__(self, cov: coverage.Coverage, place: Workplace) -> None:
        self.cov = cov
        self.root = str(place.root / "generator") + os.sep
        self.data = place.scratch.parent / "data"
        shutil.rmtree(self.data, ignore_errors=True)
        self.data.mkdir()
        self.stack: list[str] = [""]
        self.uses: dict[str, set[str]] = defaultdict(set)
        self.seconds: dict[str, float] = defaultdict(float)
        self.reads: dict[str, set[str]] = defaultdict(set)
        self.tests: list[str] = []
        self.failed: set[str] = set()
        self.caches: list[_lru_cache_wrapper[Any]] = []
        self.begun = _clock()
        sys.addaudithook(self._heard)
        self._watch_programs()

    def _heard(self, event: str, args: tuple[Any, ...]) -> None:
        if event != "open" or not isinstance(args[0], str):
            return
        if args[0].startswith(self.root) and args[0].endswith(".py"):
            path = Path(args[0]).relative_to(Path(self.root).parent).as_posix()
            self.reads[self.stack[-1]].add(path)

    def _watch_programs(self) -> None:
        """Have every Python that a test starts write what it runs, under the name of the test."""
        original = subprocess.Popen.__init__

        def begin(popen: Any, *args: Any, **named: Any) -> None:
            env = dict(os.environ if named.get("env") is None else named["env"])
            paths = [str(HOOK), env.get("PYTHONPATH", "")]
            env |= {
                "PYTHONPATH": os.pathsep.join(filter(None, paths)),
                "MUTATION_DATA": str(self.data / "program"),
                "MUTATION_SOURCE": self.root,
                "MUTATION_CONTEXT": self.stack[-1],
            }
            original(popen, *args, **(named | {"env": env}))

        subprocess.Popen.__init__ = begin  # type: ignore[method-assign]

    def _charge(self) -> None:
        now = _clock()
        self.seconds[self.stack[-1]] += now - self.begun
        self.begun = now

    def enter(self, name: str) -> None:
        """From here on, what runs belongs to this name."""
        self._charge()
        self.uses[self.stack[-1]].add(name)
        self.stack.append(name)
        self.cov.switch_context(name)

    def leave(self) -> None:
        """From here on, what runs belongs to the name before."""
        self._charge()
        self.stack.pop()
        self.cov.switch_context(self.stack[-1])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Watch one test, with nothing left from the tests before it but what is known as such."""
        for cached in self.caches:
            if cached.cache_info().currsize:
                cached.cache_clear()
        self.tests.append(item.nodeid)
        self.enter(item.nodeid)
        try:
            return (yield)
        finally:
            self.leave()
            self.uses[item.nodeid] |= set(_shared_fixtures(item))

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Generator[None, object, object]:
        """What several tests share gets a name of its own."""
        if fixturedef.scope == "function":
            return (yield)
        self.enter(_fixture(fixturedef))
        try:
            return (yield)
        finally:
            self.leave()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what fails."""
        if report.failed:
            self.failed.add(report.nodeid)

    def pytest_collection_finish(self) -> None:
        """Find the caches of the program and of the tests."""
        for cached in [each for each in gc.get_objects() if isinstance(each, _lru_cache_wrapper)]:
            module = sys.modules.get(cached.__module__)
            file = getattr(module, "__file__", None) or ""
            if file.startswith(self.root):
                self.caches.append(cached)
                self._watch(cached, ours=False)
            elif file.startswith(str(Path(self.root).parent / "tests")):
                self._watch(cached, ours=True)

    def _watch(self, cached: _lru_cache_wrapper[Any], *, ours: bool) -> None:
        """Put a watched function in the place of a cached one, wherever a module has it.

        A value is made once, under a name of its own, and whoever asks for it uses that name: to
        read a catalogue or compile a schema anew for each test would take most of the time. Of the
        program (`ours` is false) only what is made of plain values is kept, and no function that
        makes many; all else is emptied before each test.
        """
        kept: dict[Any, tuple[str, Any]] = {}

        @wraps(cached)
        def watched(*args: Any, **named: Any) -> Any:
            key = args, *sorted(named.items())
            if not ours and (len(kept) > MANY or not _is_plain(key)):
                return cached(*args, **named)
            if key not in kept:
                name = f"{cached.__module__}.{cached.__qualname__}{args}{named}"
                self.enter(name)
                try:
                    kept[key] = name, cached(*args, **named)
                finally:
                    self.leave()
            name, made = kept[key]
            self.uses[self.stack[-1]].add(name)
            return made

        def empty() -> None:
            kept.clear()
            cached.cache_clear()

        vars(watched).update(cache_clear=empty, cache_info=cached.cache_info)
        for module in list(sys.modules.values()):
            for name, value in list(vars(module).items()):
                if value is cached:
                    setattr(module, name, watched)

    def all_uses(self, name: str) -> set[str]:
        """Return a name with all that it uses, and what these use."""
        found, todo = {name}, [name]
        while todo:
            for other in self.uses[todo.pop()] - found:
                found.add(other)
                todo.append(other)
        return found


def _is_plain(value: object) -> bool:
    """Whether a value is words, a number, a place or a kind, or holds nothing else."""
    if isinstance(value, tuple):
        return all(map(_is_plain, value))
    return value is None or isinstance(value, (str, int, Path, type))


def _fixture(fixturedef: Any) -> str:
    return f"fixture {fixturedef.baseid}::{fixturedef.argname}"


def _shared_fixtures(item: pytest.Item) -> Iterable[str]:
    info = getattr(item, "_fixtureinfo", None)
    for definitions in info.name2fixturedefs.values() if info else ():
        for each in definitions:
            if each.scope != "function":
                yield _fixture(each)


def _clock() -> float:
    """Seconds of the processor, of this process and of those that it began."""
    return sum(os.times()[:4])


def watch(place: Workplace, files: list[str]) -> dict[str, Any]:
    """Run these files of tests, and return what each of their tests does."""
    program = [str(place.root / "generator")]
    cov = coverage.Coverage(data_file=None, source=program, config_file=False)
    cov.start()
    watcher = Watcher(cov, place)
    code = run_pytest(place, files, watcher)
    cov.stop()
    lines: Lines = defaultdict(lambda: defaultdict(set))
    _add_lines(lines, cov.get_data(), place.root)
    for file in watcher.data.iterdir():
        data = coverage.CoverageData(str(file))
        with suppress(coverage.CoverageException):  # of a program that its test killed
            data.read()
            _add_lines(lines, data, place.root)
    tests = {name: _of_test(watcher, name, lines) for name in watcher.tests}
    return {"failed": sorted(watcher.failed), "code": code, "tests": tests}


Lines = dict[str, dict[str, set[int]]]


def _add_lines(found: Lines, data: coverage.CoverageData, root: Path) -> None:
    for path in data.measured_files():
        short = Path(path).relative_to(root).as_posix()
        for number, contexts in data.contexts_by_lineno(path).items():
            for context in contexts:
                found[context][short].add(number)


def _of_test(watcher: Watcher, name: str, lines: Lines) -> dict[str, Any]:
    used = watcher.all_uses(name)
    run: dict[str, set[int]] = defaultdict(set)
    for context in used & lines.keys():
        for path, numbers in lines[context].items():
            run[path] |= numbers
    return {
        "seconds": round(watcher.seconds[name], 4),
        "shared": {other: round(watcher.seconds[other], 3) for other in sorted(used - {name})},
        "lines": {path: b64encode(nums_to_numbits(run[path])).decode() for path in sorted(run)},
        "reads": sorted({path for context in used for path in watcher.reads[context]}),
    }
