"""Breaks promises on purpose, each in a copy of the project, to see that its tests notice.

What breaks a promise stands as data in tests/breaks/*.toml: places of the program and what is
written there instead. The working tree itself is never touched.
"""

from __future__ import annotations

import ast
import os
import signal
import tempfile
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from mutation.files import ROOT
from mutation.session import begin, prepare, run_pytest
from mutation.workplace import Workplace

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
        """Yield why it cannot be put in, or would be noticed by whatever loads the program."""
        flaws = [flaw for each in self.swaps if (flaw := each.flaw())]
        yield from flaws
        texts: dict[str, str] = {}
        for each in () if flaws else self.swaps:
            whole = texts.get(each.file) or (ROOT / each.file).read_text(encoding="utf-8")
            texts[each.file] = whole.replace(each.old, each.new)
        for file, text in texts.items():
            try:
                if file.endswith(".py"):
                    ast.parse(text)
            except SyntaxError as fault:
                yield f"{file} is no program then: {fault}"


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


class Copy(Workplace):
    """A copy of the project in which one promise at a time is broken."""

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
            self.tidy()

    def _run(self, given: Break) -> set[str]:
        report, log = (self.root.parent / name for name in ("report.xml", "log"))
        report.unlink(missing_ok=True)
        words = [*(f"tests/{each}" for each in given.tests), f"--junitxml={report}"]
        words += ["-o", "junit_family=xunit1", *(["-k", given.cases] if given.cases else [])]
        number = begin(self, lambda: run_pytest(self, words, object()), log)
        if _ended(number) in {0, 1} and report.is_file():
            return failures(report)
        print(f"says nothing: {given.without}\n{log.read_text(errors='replace')[-2000:]}")
        return set()


def _ended(number: int) -> int:
    """Return with which code a process ended, 70 where it came to no end."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        done, status = os.waitpid(number, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.05)
    os.killpg(number, signal.SIGKILL)
    os.waitpid(number, 0)
    return 70


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
    prepare()
    with tempfile.TemporaryDirectory(prefix="breaks-") as folder:
        copy = Copy(Path(folder))
        for each in ways:
            yield each, copy.failing(each)
