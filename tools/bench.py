"""Measures what a process editor waits for, and prints it as a table."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from generator.checking import check
from generator.files import list_sources

ROOT = Path(__file__).parents[1]
RUNS = 7


def median(job: Callable[[], object]) -> float:
    """Return the middle of several runs, in milliseconds."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        job()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def command(*words: str) -> Callable[[], object]:
    """Return a job that runs the command line."""
    arguments = [sys.executable, "-m", "generator", *words]
    return lambda: subprocess.run(arguments, cwd=ROOT, capture_output=True, check=False)


def main() -> None:
    """Measure and print."""
    files, found = list_sources(ROOT)
    handbook = check(files, found).handbook
    processes = len(handbook.process_list) if handbook else 0
    once = median(lambda: check(files, found))
    rows = [
        (f"check in memory, {len(files)} files, {processes} processes", once),
        ("  of it a process", once / max(processes, 1)),
        ("handbook --help", median(command("--help"))),
        ("handbook check", median(command("check"))),
    ]
    print("| what | median ms |\n|---|---:|")
    for what, taken in rows:
        print(f"| {what} | {taken:.0f} |")


if __name__ == "__main__":
    main()
