"""Which tests run which lines of the program, learnt once and kept until either changes.

Coverage counts for a test what runs in it, in every fixture that it uses and in every cached
helper of the tests that it calls, also when another test came first and had them made.
"""

from __future__ import annotations

import json
import os
import re
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from coverage.numbits import numbits_to_nums

from mutation.files import STATE
from mutation.session import begin
from mutation.watching import watch
from mutation.workplace import Workplace

# Browsers and wheels start other programs, where no fault is seen; kills take minutes.
LEFT_OUT = (
    "tests/browser/",
    "tests/build/test_kills.py",
    "tests/project/test_wheel.py",
    "tests/project/test_mutation.py",
)


@dataclass
class TestSeen:
    """What one test does: lines by file as bits, and files that it reads as text.

    `seconds` of the processor are its own; `shared` are those of what others use with it.
    """

    seconds: float
    shared: dict[str, float]
    lines: dict[str, bytes]
    reads: list[str]

    @property
    def alone(self) -> float:
        """The seconds that it takes when it runs alone."""
        return self.seconds + sum(self.shared.values())


@dataclass
class CoverageMap:
    """All tests with what they do."""

    tests: dict[str, TestSeen]

    def of_lines(self, path: str, lines: Iterable[int]) -> set[str]:
        """Return the tests that run any of these lines."""
        wanted = set(lines)
        return {
            name
            for name, test in self.tests.items()
            if path in test.lines and not wanted.isdisjoint(numbits_to_nums(test.lines[path]))
        }

    def of_files(self, paths: Iterable[str]) -> set[str]:
        """Return the tests that run a function of any of these files."""
        wanted = set(paths)
        return {n for n, test in self.tests.items() if not wanted.isdisjoint(test.lines)}

    def readers(self, path: str) -> set[str]:
        """Return the tests that read this file as text."""
        return {name for name, test in self.tests.items() if path in test.reads}


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:16]


def _helpers(root: Path, file: Path) -> set[Path]:
    """Return what a file of tests stands on: each `conftest.py` above it, helpers it imports."""
    found: set[Path] = set()
    waiting = [file]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += _imported(root, path)
    return found


@cache
def _imported(root: Path, file: Path) -> tuple[Path, ...]:
    above = [folder / "conftest.py" for folder in file.parents if root in folder.parents]
    names = re.findall(r"^ *(?:from|import) (\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    for name in names:
        for folder in (root / "tests" / "support", root / "benchmarks"):
            above += [folder / f"{name}.py", *(folder / name).glob("*.py")]
    return tuple(path for path in above if path.is_file())


class Store:
    """Keeps what was learnt, one JSON file for each file of tests, until something changes.

    `root` is a copy of the project: the working tree may go on changing.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = STATE / "map"
        self.folder.mkdir(parents=True, exist_ok=True)

    def get(self, file: str) -> dict[str, Any] | None:
        """Return what the tests of a file do, unless they or what they run have changed."""
        kept = self.folder / (file.replace("/", "+") + ".json")
        if not kept.exists():
            return None
        known: dict[str, Any] = json.loads(kept.read_text())
        fresh = all(
            (self.root / path).exists() and _digest(self.root / path) == digest
            for path, digest in known["depends"].items()
        )
        return known["tests"] if fresh else None

    def put(self, file: str, tests: dict[str, Any]) -> None:
        """Keep what the tests of a file do."""
        run = {path for test in tests.values() for path in (*test["lines"], *test["reads"])}
        found = _helpers(self.root, self.root / file)
        helpers = {path.relative_to(self.root).as_posix() for path in found}
        depends = {path: _digest(self.root / path) for path in sorted(run | helpers)}
        kept = self.folder / (file.replace("/", "+") + ".json")
        kept.write_text(json.dumps({"depends": depends, "tests": tests}))


@cache
def _kept_state(file: str) -> str:
    return _digest(STATE / "map" / (file.replace("/", "+") + ".json"))


def state_of(test: str) -> str:
    """Return what changes whenever the tests of a file, or anything that they run, have changed."""
    return _kept_state(test.partition("::")[0])


def learn(
    places: list[Workplace], only: Callable[[str], bool], say: Callable[[str], None]
) -> CoverageMap:
    """Return the map of all files of tests that `only` lets through."""
    root = places[0].root
    paths = sorted((root / "tests").rglob("test_*.py"))
    files = [path.relative_to(root).as_posix() for path in paths]
    files = [file for file in files if not file.startswith(LEFT_OUT) and only(file)]
    store = Store(root)
    known = {file: store.get(file) for file in files}
    stale = [file for file, tests in known.items() if tests is None]
    if stale:
        say(f"learning what {len(stale)} of {len(files)} files of tests run")
        for file, tests in _learn_side_by_side(places, stale, say):
            store.put(file, tests)
            known[file] = tests
    return CoverageMap(
        {
            name: TestSeen(
                test["seconds"],
                test["shared"],
                {path: b64decode(bits) for path, bits in test["lines"].items()},
                test["reads"],
            )
            for tests in known.values()
            for name, test in (tests or {}).items()
        }
    )


def _learn_side_by_side(
    places: list[Workplace], files: list[str], say: Callable[[str], None]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Run the files folder by folder, as those of one folder share what they look at."""
    folders = [list(group) for _, group in groupby(files, key=lambda file: Path(file).parent)]
    free, running = list(places), dict[int, _Learning]()
    while folders or running:
        while folders and free:
            learning = _Learning(free.pop(), folders.pop(0))
            learning.result.unlink(missing_ok=True)
            running[begin(learning.place, learning, learning.log)] = learning
        number, _ = os.wait()
        learning = running.pop(number)
        learning.place.tidy()
        free.append(learning.place)
        if not learning.result.exists():
            raise SystemExit(f"the tests could not be run: see {learning.log}")
        learnt = json.loads(learning.result.read_text())
        if learnt["failed"]:
            say("left out, as they fail when they are watched: " + ", ".join(learnt["failed"]))
        tests = {n: test for n, test in learnt["tests"].items() if n not in learnt["failed"]}
        for file in learning.files:
            yield file, {n: test for n, test in tests.items() if n.partition("::")[0] == file}


@dataclass
class _Learning:
    """The work of one process: to run some files of tests and to write what they do."""

    place: Workplace
    files: list[str]

    @property
    def result(self) -> Path:
        return STATE / f"learnt-{self.place.root.parent.name}.json"

    @property
    def log(self) -> Path:
        return self.result.with_suffix(".log")

    def __call__(self) -> int:
        self.result.write_text(json.dumps(watch(self.place, self.files)))
        return 0
