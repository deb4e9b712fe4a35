"""Breaks promises on purpose, each in a copy of the project, to see that its tests notice.

What breaks a promise stands as data in tests/breaks/*.toml: places of the program and what is
written there instead. The working tree itself is never touched.
"""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from mutation.files import ROOT
from mutation.workplace import files_of_the_project

FOLDER = ROOT / "tests" / "breaks"
SECONDS = 3_600
"""How long the tests of one break may take; what takes longer says nothing."""


@dataclass(frozen=True, slots=True)
class Swap:
    """What stands in a file, once, and what is put in its place."""

    file: str
    old: str
    new: str

    def flaw(self) -> str:
        """Return why it cannot be put in; empty where it can."""
        path = ROOT / self.file
        if not path.is_file():
            return f"{self.file} is not there"
        count = path.read_text(encoding="utf-8").count(self.old)
        if self.old == self.new or count != 1:
            return f"{self.file} holds {count} times: {self.old!r}"
        return ""


@dataclass(frozen=True, slots=True)
class Break:
    """One way to break a promise.

    `without` says what the product lacks then. `tests` are those that have to fail, all of the
    promise where none is named; `cases` (pytest's `-k`) limits them to some of their cases.
    """

    promise: str
    without: str
    swaps: tuple[Swap, ...]
    tests: tuple[str, ...]
    cases: str = ""

    def flaws(self) -> Iterator[str]:
        """Yield why it cannot be put in."""
        yield from filter(None, (each.flaw() for each in self.swaps))


def breaks(proofs: Mapping[str, Sequence[str]]) -> Iterator[Break]:
    """Yield all ways to break promises, given the tests of each promise."""
    for path in sorted(FOLDER.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for promise, ways in data.items():
            for way in ways:
                known = proofs.get(promise, ())
                short = {each.rpartition("::")[2]: each for each in known}
                yield Break(
                    promise=promise,
                    without=way["without"],
                    swaps=tuple(
                        Swap(each["file"], each["old"], each["new"])
                        for each in (way, *way.get("also", ()))
                    ),
                    tests=tuple(short[each] for each in way.get("tests", short)),
                    cases=way.get("cases", ""),
                )


class Copy:
    """A copy of the project in which one promise at a time is broken."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        self.scratch = folder / "scratch"
        for path in files_of_the_project():
            place = self.root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, place)
        for part in ("generator", "tests/support"):  # else each run compiles all of it
            compileall.compile_dir(str(self.root / part), quiet=2)

    def failing(self, given: Break) -> set[str]:
        """Return which tests fail while a promise is broken: `file.py::test`.

        None do where they cannot even be run: such a break says nothing about them.
        """
        places = {self.root / each.file for each in given.swaps}
        whole = {place: (place.read_bytes(), place.stat().st_mtime_ns) for place in places}
        for swap in given.swaps:
            place = self.root / swap.file
            text = place.read_text(encoding="utf-8")
            place.write_text(text.replace(swap.old, swap.new), encoding="utf-8")
            os.utime(place, (1, 1))  # older than any other: no compiled file passes for it
        try:
            return self._run(given)
        finally:
            for place, (raw, moment) in whole.items():
                place.write_bytes(raw)
                os.utime(place, ns=(moment, moment))

    def _run(self, given: Break) -> set[str]:
        report = self.root / "report.xml"
        report.unlink(missing_ok=True)
        names = [f"tests/{each}" for each in given.tests]
        words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *names]
        words += [f"--junitxml={report}", "-o", "junit_family=xunit1"]
        words += [f"--basetemp={self.scratch}", *(["-k", given.cases] if given.cases else [])]
        try:
            done = subprocess.run(
                words,
                cwd=self.root,
                env=os.environ | {"PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"},
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            print(f"comes to no end: {given.without}")
            return set()
        if done.returncode not in {0, 1}:
            print(f"cannot be run: {given.without}\n{done.stdout.decode()[-2000:]}")
            return set()
        return failures(report)


def failures(report: Path) -> set[str]:
    """Return the tests of a report that failed in one of their cases: `file.py::test`."""
    return {
        f"{str(case.get('file', '')).removeprefix('tests/')}::"
        f"{str(case.get('name', '')).partition('[')[0]}"
        for case in ET.parse(report).iter("testcase")  # noqa: S314 - pytest wrote it just now
        if {each.tag for each in case} & {"failure", "error"}
    }


def try_all(ways: Sequence[Break]) -> Iterator[tuple[Break, set[str]]]:
    """Yield for each break the tests that noticed it."""
    with tempfile.TemporaryDirectory(prefix="breaks-") as folder:
        copy = Copy(Path(folder))
        for each in ways:
            yield each, copy.failing(each)
