"""Benchmarks the geometry of diagrams: 200 generated processes, both orientations, with gates.

    python benchmarks/layout.py [COUNT] [--write FOLDER]

Prints a table; exits 1 when a gate is missed. `--write` keeps the drawings as BPMN and SVG.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import fmean

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from layout_flows import flows  # noqa: E402
from layout_metrics import defects, measure  # noqa: E402

from generator.layout import A4_PORTRAIT, Drawing, Orientation, draw  # noqa: E402
from generator.renderers.bpmn import bpmn_of  # noqa: E402
from generator.renderers.svg import svg_of  # noqa: E402

SEED = 2026
GATES = (
    ("defects", "all", 0.05),
    ("crossings", "all", 0.20),
    ("crossings", "hard", 0.50),
    ("bends per edge", "all", 0.35),
    ("bends per edge", "hard", 0.50),
    ("crossed share", "all", 0.12),
    ("ms mean", "all", 80.0),
    ("ms 95 %", "all", 300.0),
)


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=200)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    rows: dict[str, list[Counter[str]]] = {"all": [], "easy": [], "hard": []}
    times: dict[str, list[float]] = {"all": [], "easy": [], "hard": []}
    for number, (graph, hard) in enumerate(flows(options.count, options.seed)):
        start = time.process_time()
        drawings = [draw(graph, orientation) for orientation in Orientation]
        spent = (time.process_time() - start) * 1000
        found = [measure(drawing) for drawing in drawings]
        for family in ("all", "hard" if hard else "easy"):
            rows[family] += found
            times[family].append(spent)
        if options.write:
            _write(options.write, number, drawings)
    figures = {family: _figures(rows[family], times[family]) for family in rows}
    _print_table(figures)
    missed = [gate for gate in GATES if figures[gate[1]][gate[0]] > gate[2]]
    for name, family, limit in missed:
        sys.stdout.write(f"missed: {name} ({family}) must be at most {limit}\n")
    return 1 if missed else 0


def _figures(found: list[Counter[str]], times: list[float]) -> dict[str, float]:
    return {
        "defects": fmean(map(defects, found)),
        "crossings": fmean(row["crossings"] for row in found),
        "crossed share": fmean(row["crossings"] > 0 for row in found),
        "bends per edge": fmean(row["bends"] / row["edges"] for row in found),
        "ms mean": fmean(times),
        "ms 95 %": sorted(times)[int(0.95 * len(times))],
        "ms most": max(times),
    }


def _print_table(figures: dict[str, dict[str, float]]) -> None:
    names = list(figures["all"])
    sys.stdout.write("| | " + " | ".join(names) + " |\n|---" * 1 + "|---" * len(names) + "|\n")
    for family, row in figures.items():
        cells = " | ".join(f"{row[name]:.2f}" for name in names)
        sys.stdout.write(f"| {family} | {cells} |\n")


def _write(folder: Path, number: int, drawings: list[Drawing]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for drawing in drawings:
        stem = f"{number:03}-{drawing.orientation.value}"
        (folder / f"{stem}.bpmn").write_bytes(bpmn_of(drawing, f"flow-{number}"))
        (folder / f"{stem}.svg").write_bytes(svg_of(drawing))
        if drawing.points_on(A4_PORTRAIT) <= 0:
            raise ValueError(stem)


if __name__ == "__main__":
    sys.exit(main())
