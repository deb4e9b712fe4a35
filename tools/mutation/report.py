"""Writes the record: how many faults of each sample were noticed, and why the others were not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from mutation.files import ROOT
from mutation.mutants import Mutant
from mutation.trials import Verdict

RECORD = ROOT / "docs" / "records" / "mutation.md"
REASONS = Path(__file__).parent / "reasons.toml"
BEGIN, END = "<!-- begin: make mutate -->", "<!-- end -->"
UNTOLD = "no test notices it"


def counts(
    samples: Mapping[int, list[Mutant]], verdicts: Mapping[str, Verdict]
) -> dict[int, tuple[int, int]]:
    """Return for each seed how many faults were noticed, of how many."""
    return {
        seed: (sum(verdicts[each.key].killed for each in mutants), len(mutants))
        for seed, mutants in samples.items()
    }


def by_wing(verdicts: Iterable[Verdict]) -> dict[str, tuple[int, int]]:
    """Return the same for each wing of the program."""
    found: dict[str, tuple[int, int]] = {}
    for verdict in verdicts:
        parts = Path(verdict.mutant.path).with_suffix("").parts[1:]
        wing = "/".join(parts[:2] if parts[0] == "renderers" else parts[:1])
        noticed, tried = found.get(wing, (0, 0))
        found[wing] = (noticed + verdict.killed, tried + 1)
    return dict(sorted(found.items()))


def reasons_by_file() -> dict[str, dict[str, str]]:
    """Return why nothing fails, for each file by the key of a fault."""
    return tomllib.loads(REASONS.read_text(encoding="utf-8"))


def reasons() -> dict[str, str]:
    """Return why nothing fails, by the key of a fault."""
    return {key: why for keys in reasons_by_file().values() for key, why in keys.items()}


def unexplained(verdicts: Iterable[Verdict], known: Mapping[str, str]) -> list[Mutant]:
    """Return the faults that no test noticed and nobody has explained."""
    alive = [each.mutant for each in verdicts if not each.killed]
    return [mutant for mutant in alive if mutant.key not in known]


def outdated(verdicts: Iterable[Verdict], known: Mapping[str, str]) -> list[Mutant]:
    """Return the faults that have a reason why nothing notices them, and were noticed."""
    return [each.mutant for each in verdicts if each.killed and each.mutant.key in known]


def write_record(samples: Mapping[int, list[Mutant]], verdicts: Mapping[str, Verdict]) -> None:
    """Put the figures and the table of survivors between the marks of the record."""
    known = reasons()
    lines = ["| seed | noticed | of |", "|---|---|---|"]
    lines += [f"| {seed} | {n} | {of} |" for seed, (n, of) in counts(samples, verdicts).items()]
    lines += ["", "| wing | noticed | of |", "|---|---|---|"]
    lines += [f"| {wing} | {n} | {of} |" for wing, (n, of) in by_wing(verdicts.values()).items()]
    lines += ["", "| place | fault | why nothing fails |", "|---|---|---|"]
    alive = [each for each in verdicts.values() if not each.killed]
    for verdict in sorted(alive, key=lambda each: (each.mutant.path, each.mutant.line)):
        mutant = verdict.mutant
        place = f"`{mutant.path}` {mutant.inside}".strip()
        reason = known.get(mutant.key, UNTOLD)
        lines.append(f"| {place} | {_cell(mutant.fault)} | {_cell(reason)} |")
    text = RECORD.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    table = "\n".join(lines)
    RECORD.write_text(f"{head}{BEGIN}\n\n{table}\n\n{END}{tail}", encoding="utf-8")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
