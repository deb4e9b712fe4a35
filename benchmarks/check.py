"""Measures what `handbook check` and `handbook --help` cost, with gates.

    python benchmarks/check.py

CPU time, because wall time depends on who else works on the machine: medians of whole commands,
and of the check alone, for the shipped handbook, and for made ones of 26 and 260 processes, whose
difference is what one more process (with its form) costs; and of one of a thousand processes.
Neither command may load what only other commands need.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import process_time

from large_handbook import write_handbook

from generator.checking.pipeline import check
from generator.source.files import list_sources

ROOT = Path(__file__).parents[1]
RUNS = 7
LARGE = 1000
MOST_A_PROCESS = 6
MOST_SHIPPED = 15  # its processes are larger, with more forms, and with their sources
MOST_HELP = 200
NOT_LOADED = ("mkdocs", "docx", "openpyxl", "xlsxwriter", "lxml", "resvg_py")


def command(root: Path, *words: str) -> float:
    """Return the CPU milliseconds of a whole command, the median of some runs."""
    taken = []
    for _ in range(RUNS + 1):
        line = [sys.executable, "-m", "generator", "-C", str(root), *words]
        with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=-3) as running:
            _, status, usage = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
        taken.append((usage.ru_utime + usage.ru_stime) * 1000)
    return median(taken[1:])


def alone(root: Path) -> tuple[int, float]:
    """Return how many processes there are, and the CPU milliseconds of reading and checking."""
    processes, taken = 0, []
    for _ in range(RUNS):
        start = process_time()
        handbook = check(*list_sources(root)).handbook
        taken.append((process_time() - start) * 1000)
        processes = len(handbook.process_list) if handbook else 0
    return processes, median(taken)


def loaded(*words: str) -> set[str]:
    """Return which of the libraries that should not be there a command loads."""
    line = [sys.executable, "-X", "importtime", "-m", "generator", *words]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    names = {each.rpartition("|")[2].strip().partition(".")[0] for each in done.stderr.split("\n")}
    return names & set(NOT_LOADED)


def main() -> int:
    """Measure, print, and leave with 1 when a gate is missed."""
    with tempfile.TemporaryDirectory() as name:
        made = {}
        for count in (26, 260):
            write_handbook(Path(name) / str(count), count, max(20, count // 3))
            made[count] = alone(Path(name) / str(count))[1]
        write_handbook(Path(name) / str(LARGE), LARGE, LARGE // 3)
        large = command(Path(name) / str(LARGE), "check")
        processes, whole = alone(ROOT)
    one_more = (made[260] - made[26]) / (260 - 26)
    help_, checks = command(ROOT, "--help"), command(ROOT, "check")
    rows = {
        f"check alone, {processes} shipped processes": whole,
        "  of it a process": whole / processes,
        "one more made process, with its form": one_more,
        "handbook check, whole command": checks,
        "  of that a process": checks / processes,
        f"handbook check of {LARGE} made processes, a process": large / LARGE,
        "handbook --help": help_,
    }
    print("| what | CPU ms, median |\n|---|---:|")
    for what, taken in rows.items():
        print(f"| {what} | {taken:.1f} |")
    heavy = loaded("--help") | loaded("check")
    print(f"\nloaded for nothing: {', '.join(sorted(heavy)) or 'nothing'}")
    missed = (
        max(one_more, large / LARGE) > MOST_A_PROCESS
        or whole / processes > MOST_SHIPPED
        or help_ > MOST_HELP
    )
    print("gate missed" if missed or heavy else "gates passed")
    return int(missed or bool(heavy))


if __name__ == "__main__":
    sys.exit(main())
