"""Puts small faults into the program and counts how many of them the tests notice.

python tools/mutate.py --seeds 1 2 3 --count 100 --least 85
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from mutation.choosing import tests_for
from mutation.coverage_map import CoverageMap, learn
from mutation.files import ROOT, STATE
from mutation.mutants import Mutant, mutants_of, sample
from mutation.own_tests import hardly_run
from mutation.report import by_wing, counts, outdated, reasons, unexplained, write_record
from mutation.session import prepare
from mutation.trials import Verdict, failing_without_a_fault, try_all
from mutation.workplace import Workplace


def main() -> int:
    """Return 1 if a sample has fewer noticed faults than demanded, or a test misses its module."""
    args = _arguments()
    STATE.mkdir(parents=True, exist_ok=True)
    prepare()
    everything = _all_mutants(args.under)
    samples = {seed: sample(everything, seed, args.count) for seed in args.seeds}
    mutants = list({each.key: each for chosen in samples.values() for each in chosen}.values())
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        places = [Workplace(Path(folder) / str(number)) for number in range(args.jobs)]
        seen = learn(places, lambda file: file.startswith(tuple(args.tests)), _say)
        verdicts = _verdicts(places, mutants, seen)
    if args.record:
        write_record(samples, verdicts)
    return _report(samples, verdicts, args.least) | _own_tests(seen)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--count", type=int, default=100, help="faults for each seed")
    parser.add_argument("--least", type=int, default=0, help="faults of each seed to be noticed")
    parser.add_argument("--under", default="generator", help="folder or file that gets the faults")
    parser.add_argument("--tests", nargs="+", default=["tests/"], help="beginnings of test files")
    parser.add_argument("--jobs", type=int, default=2, help="processes side by side")
    parser.add_argument("--record", action="store_true", help="write docs/records/mutation.md")
    return parser.parse_args()


def _all_mutants(under: str) -> list[Mutant]:
    top = ROOT / under
    paths = [top] if top.is_file() else sorted(top.rglob("*.py"))
    return [m for path in paths for m in mutants_of(path.relative_to(ROOT).as_posix())]


def _verdicts(
    places: list[Workplace], mutants: list[Mutant], seen: CoverageMap
) -> dict[str, Verdict]:
    seconds = {name: test.alone for name, test in seen.tests.items()}
    chosen = [(mutant, tests_for(mutant, seen)) for mutant in mutants]
    used = sorted({name for _, names in chosen for name in names})
    _say(f"{len(mutants)} faults; without a fault, {len(used)} tests have to pass")
    if failing := failing_without_a_fault(places, used, seconds):
        raise SystemExit(f"fail without any fault: {failing}; see build/mutation/control-*.log")
    verdicts: dict[str, Verdict] = {}

    def tell(verdict: Verdict) -> None:
        verdicts[verdict.mutant.key] = verdict
        word = "noticed " if verdict.killed else "SURVIVED"
        _say(f"{len(verdicts):4} {word} {verdict.mutant.key} {verdict.mutant} [{verdict.by}]")

    try_all(places, chosen, seconds, tell)
    return verdicts


def _report(samples: dict[int, list[Mutant]], verdicts: dict[str, Verdict], least: int) -> int:
    code = 0
    for seed, (noticed, tried) in counts(samples, verdicts).items():
        _say(f"seed {seed}: {noticed} of {tried} noticed, at least {least} must be")
        code |= noticed < least
    for wing, (noticed, tried) in by_wing(verdicts.values()).items():
        _say(f"  {wing}: {noticed} of {tried}")
    known = reasons()
    for mutant in unexplained(verdicts.values(), known):
        _say(f"without an explanation in tools/mutation/reasons.toml: {mutant.key} {mutant}")
    for mutant in outdated(verdicts.values(), known):
        _say(f"explained in tools/mutation/reasons.toml, and yet noticed: {mutant.key} {mutant}")
    return int(code)


def _own_tests(seen: CoverageMap) -> int:
    idle = list(hardly_run(seen))
    for module, share in idle:
        _say(f"the test that bears its name runs {share:.0%} of {module}: it tests something else")
    return int(bool(idle))


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != "0":  # the same order of sets in every trial
        environment = os.environ | {"PYTHONHASHSEED": "0"}
        os.execve(sys.executable, [sys.executable, *sys.argv], environment)  # noqa: S606
    sys.exit(main())
