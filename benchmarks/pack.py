"""Measures how long the manager's pack of the shipped handbook takes, with a gate.

    python benchmarks/pack.py

The pack is everything beside the pages that people download: checklists, confirmations, the
workbook, the book with its drawings, calendars, forms' archive and checklists' archive, in every
language, made anew by two processes as `handbook build` makes it. Wall time, since that is what a
manager waits; the CPU time beside it tells how busy the machine was with other work.
"""

from __future__ import annotations

import sys
import tempfile
from os import times
from pathlib import Path
from time import perf_counter

from generator.checking.folder import read_folder
from generator.outputs.catalogue import archives_of, files_of
from generator.outputs.entries.book import BOOK
from generator.outputs.entries.calendars import CALENDARS
from generator.outputs.entries.checklists import CHECKLISTS
from generator.outputs.entries.workbook import WORKBOOK
from generator.outputs.material import contexts, material_of
from generator.publish.bundles import write_archive
from generator.publish.gate import Gate
from generator.publish.named_folder import gate_at
from generator.publish.office import pages_of_headings
from generator.publish.store import ArtifactStore
from generator.publish.writer import write_artifacts

ROOT = Path(__file__).parents[1]
JOBS = 2
PACK = (BOOK, WORKBOOK, CHECKLISTS, CALENDARS)
MOST_SECONDS = 10


def cpu() -> float:
    """Return the CPU seconds of this process and of those that it has waited for."""
    return sum(times()[:4])


def main() -> int:
    """Make the pack, print a line for each language, and leave with 1 when a gate is missed."""
    sources = read_folder(ROOT)
    material = material_of(sources, pages_of_headings)
    missed = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = ArtifactStore(Gate(folder), "benchmark")
        for ctx in contexts(sources, drafts=False):
            start, used = perf_counter(), cpu()
            files = [file for each in PACK for file in files_of(each, ctx, material)]
            made = [each.artifact for each in files]
            store.make_ahead(made, jobs=JOBS)
            gate = gate_at(folder / ctx.words.language)
            write_artifacts(gate, [store.through(each) for each in made])
            for archive, paths in archives_of(files).items():
                write_archive(gate, gate, archive.path, paths)
            taken = perf_counter() - start
            missed |= taken > MOST_SECONDS
            sys.stdout.write(
                f"{ctx.words.language}: {len(made)} files in {taken:.1f} s, "
                f"{cpu() - used:.1f} s CPU"
                f" (gate {MOST_SECONDS} s)\n"
            )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
