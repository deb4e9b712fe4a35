"""Signals to the parent of a build alone: no process stays, the site is whole, the next begins."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep  # noqa: TID251 - a test may look at the clock

import pytest
from bicycles import change, new_bicycles
from command import COMMAND, PLAIN, hashes
from proving import PROVING

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc"),
]
TIMES = 102 if PROVING else 2
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
JOBS = (1, 2, 4) if PROVING else (2, 4)  # one process alone is killed in test_kills.py too
ONE_LANGUAGE = """\
@ processes/handbook.yml
- languages: [en, zh]
+ languages: [en]
"""
SOON = 2.0 if PROVING else 60.0
"""Seconds for which a process of an ended build may live, and the next one may begin later."""


def processes(mark: str) -> list[int]:
    """The processes that were begun with a mark in their environment, zombies left out."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if mark.encode() in (entry / "environ").read_bytes():
                found.append(int(entry.name))
        except (OSError, ValueError):
            continue
    return found


def begun(root: Path, jobs: int, mark: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*COMMAND, "-C", str(root), "build", "--clean", "--jobs", str(jobs)],
        env=PLAIN | {"MARK": mark, "PYTHONFAULTHANDLER": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def workers_seen(building: subprocess.Popen[bytes], mark: str) -> bool:
    """Wait until the build has workers; False when it ended without."""
    while building.poll() is None:
        if len(processes(mark)) > 1:
            return True
        sleep(0.01)
    return False


def begins(root: Path, building: subprocess.Popen[bytes]) -> float:
    """Wait until a build holds the lock of the handbook; return for how many seconds."""
    start, signed = monotonic(), f"handbook build {building.pid}"
    while building.poll() is None:
        with suppress(OSError):
            if (root / "build/lock").read_text() == signed:
                break
        sleep(0.01)
    return monotonic() - start


def all_gone(building: subprocess.Popen[bytes], mark: str) -> bool:
    """Whether no process of a build is left within the time that it may take."""
    until = monotonic() + SOON
    while processes(mark) and monotonic() < until:
        building.poll()
        sleep(0.01)
    return not processes(mark)


def edit(root: Path, number: int) -> None:
    """Change a title, so that the old site and the new one differ."""
    page = root / "processes/workshop/repair-bicycle.yml"
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(at for at, line in enumerate(lines) if line.startswith("title: "))
    lines[at] = f"title: Repair a bicycle {number % 2}\n"
    page.write_text("".join(lines), encoding="utf-8")


def test_a_parent_that_is_ended_leaves_no_process_and_a_whole_site(tmp_path: Path) -> None:
    root = new_bicycles(tmp_path / "handbook")
    if not PROVING:
        change(root, ONE_LANGUAGE)
    chance = random.Random(7)
    whole = []
    for number in (0, 1):
        edit(root, number)
        start = monotonic()
        with begun(root, 2, "first") as building:
            usual = begins(root, building)
            building.communicate()
        assert building.returncode == 0
        length = monotonic() - start
        whole.append(hashes(root / "site"))
    assert whole[0] != whole[1]
    in_parallel = ended = 0
    slowest = 0.0
    for number in range(TIMES):
        jobs, ending = JOBS[number % len(JOBS)], SIGNALS[number // len(JOBS) % 3]
        edit(root, number)
        with begun(root, jobs, mark := f"mark-{number}-of-{os.getpid()}") as building:
            slowest = max(slowest, begins(root, building))
            sleep(chance.uniform(0, 0.8 if jobs == 1 else 0.6) * length)
            if jobs > 1:  # from any moment on, the next at which workers are at work
                workers_seen(building, mark)
                sleep(chance.uniform(0, 0.05))
            in_parallel += len(processes(mark)) > 1
            ended += building.poll() is None
            building.send_signal(ending)
            case = f"{ending.name}, {jobs} jobs, kill {number}"
            assert building.stderr is not None
            gone = all_gone(building, mark)
            for alive in processes(mark):
                os.kill(alive, signal.SIGABRT)  # says where it is
            said = building.stderr.read()
        assert gone, f"{case}: {said.decode()}"
        assert b"Traceback" not in said, case
        assert b"Another build" not in said, case  # the one before holds no lock
        assert hashes(root / "site") in whole, case
    print(
        f"{ended} ended, {in_parallel} with workers; the next began within {slowest:.2f} s, usually {usual:.2f} s"
    )
    assert slowest < usual + SOON
    assert ended > TIMES // 2
    assert in_parallel >= min(50, TIMES // 2)
    with begun(root, 2, "last") as building:
        _, said = building.communicate()
    assert building.returncode == 0
    assert b"Another build" not in said
    assert hashes(root / "site") == whole[(TIMES - 1) % 2]
