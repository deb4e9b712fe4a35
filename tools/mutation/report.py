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


def write_record(samples: Mapping[int, list[Mutant]], verdicts: Mapping[str, Verdict]) -> None:
    """Put the figures and the table of survivors between the marks of the record."""
    reasons = tomllib.loads(REASONS.read_text(encoding="utf-8"))
    lines = ["| seed | noticed | of |", "|---|---|---|"]
    lines += [f"| {seed} | {n} | {of} |" for seed, (n, of) in counts(samples, verdicts).items()]
    lines += ["", "| wing | noticed | of |", "|---|---|---|"]
    lines += [f"| {wing} | {n} | {of} |" for wing, (n, of) in by_wing(verdicts.values()).items()]
    lines += ["", "| place | fault | why nothing fails |", "|---|---|---|"]
    alive = [each for each in verdicts.values() if not each.killed]
    for verdict in sorted(alive, key=lambda each: (each.mutant.path, each.mutant.line)):
        mutant = verdict.mutant
        place = f"`{mutant.path}` {mutant.inside}".strip()
        reason = reasons.get(mutant.key, UNTOLD)
        lines.append(f"| {place} | {_cell(mutant.fault)} | {_cell(reason)} |")
    text = RECORD.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    table = "\n".join(lines)
    RECORD.write_text(f"{head}{BEGIN}\n\n{table}\n\n{END}{tail}", encoding="utf-8")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
