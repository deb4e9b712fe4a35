"""Runs the judges from outside over what the product makes, and lists what each of them says.

`make audit`, or `python audit/run.py [NAME…]` for some of them. A judge is a module in
audit/judges/ with

    NAME      what it is called in the list
    install() -> None | str   where there is something to install (from a lock file): makes the
                              judge ready; a sentence when it cannot be had
    run(work: Path) -> list[str]   judges; one line for each fault, nothing when all is well

Which packages of the machine it needs stands in tools/machine.txt. Before a judge believes that
all is well it proves that it sees: it is shown a fault and has to find it. One that cannot be had
is listed as NOT RUN, never as passed; where `CI` is set that is a failure, unless
tools/left_out.txt gives a reason.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import tempfile
import time
import traceback
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(ROOT / "tools")]

import machine  # noqa: E402 - it lies in tools/, which the line above makes known

REPORT = ROOT / "build" / "audit.json"
MOST_SHOWN = 20


@dataclass
class Verdict:
    """What became of one judge."""

    name: str
    verdict: str
    seconds: float
    processor: float
    says: list[str] = field(default_factory=list)


def judges(wanted: list[str]) -> list[ModuleType]:
    """Load the judges, all or those that are named by file."""
    paths = sorted((HERE / "judges").glob("[!_]*.py"))
    known = {path.stem for path in paths}
    if unknown := set(wanted) - known:
        sys.exit(f"There is no judge {', '.join(unknown)}; there are: {', '.join(sorted(known))}.")
    return [
        importlib.import_module(f"judges.{path.stem}")
        for path in paths
        if not wanted or path.stem in wanted
    ]


def place(judge: ModuleType) -> str:
    """Return what the tables of tools/ call a judge."""
    return judge.__name__.replace("judges.", "audit/")


def hear(judge: ModuleType) -> Verdict:
    """Let a judge judge; a judge that breaks has failed."""
    start, before = time.monotonic(), spent()
    try:
        lacking = machine.lacking(place(judge)) or getattr(judge, "install", lambda: None)()
        if lacking:
            return Verdict(
                judge.NAME, "NOT RUN", time.monotonic() - start, spent() - before, [lacking]
            )
        with tempfile.TemporaryDirectory() as work:
            says = judge.run(Path(work))
    except Exception:  # noqa: BLE001 - whatever goes wrong in one judge, the others are heard
        says = traceback.format_exc().splitlines()[-5:]
    verdict = "failed" if says else "passed"
    return Verdict(judge.NAME, verdict, time.monotonic() - start, spent() - before, says)


def spent() -> float:
    """Return the seconds of the processor so far, with those of programs that have ended."""
    return sum(os.times()[:4])


def main(wanted: list[str]) -> int:
    """Hear the judges, list them, and leave with 1 when one of them found something."""
    verdicts, missed = [], 0
    for judge in judges(wanted):
        print(f"… {judge.NAME}", flush=True)
        verdicts.append(hear(judge))
        if verdicts[-1].verdict == "NOT RUN" and place(judge) not in machine.left_out():
            missed += 1
    print("\nAudit")
    for each in verdicts:
        took = f"{each.seconds:.0f} s, of the processor {each.processor:.0f} s"
        print(f"  {each.verdict:8}  {each.name}  ({took})")
        for line in each.says[:MOST_SHOWN]:
            print(f"            {line}")
        if len(each.says) > MOST_SHOWN:
            print(f"            … and {len(each.says) - MOST_SHOWN} more")
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps([asdict(each) for each in verdicts], indent=1), encoding="utf-8")
    count = [each.verdict for each in verdicts].count
    print(f"\n{spent():.0f} s of the processor in all")
    print(f"{count('passed')} passed, {count('failed')} failed, {count('NOT RUN')} not run")
    if missed and machine.strict():
        print("Where CI is set, a judge that is not run is a failure.")
    return 1 if count("failed") or (missed and machine.strict()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
