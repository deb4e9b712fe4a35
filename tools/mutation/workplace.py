"""Copies of the project to try faults in: the working tree itself is never touched."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
from pathlib import Path

from mutation.files import ROOT
from mutation.mutants import Mutant


def files_of_the_project() -> list[str]:
    """Return what git keeps or would keep, as paths below the root."""
    done = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    paths = sorted(set(done.stdout.decode().split("\0")) - {""})
    return [path for path in paths if (ROOT / path).is_file()]


class Workplace:
    """One copy, in which one fault at a time may be."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        self.scratch = folder / "scratch"
        for path in files_of_the_project():
            copy = self.root / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, copy)
        self.scratch.mkdir()
        compileall.compile_dir(str(self.root / "generator"), quiet=2)
        compileall.compile_dir(str(self.root / "tests" / "support"), quiet=2)

    def put(self, mutant: Mutant) -> None:
        """Put a fault in. The file is older than any other: no compiled file passes for it."""
        path = self.root / mutant.path
        self.without = path.read_bytes(), path.stat()
        path.write_bytes(mutant.put_into(self.without[0]))
        os.utime(path, (1, 1))

    def restore(self, mutant: Mutant) -> None:
        """Take the fault out again, and what the tests left."""
        source, stat = self.without
        path = self.root / mutant.path
        path.write_bytes(source)
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        self.tidy()

    def tidy(self) -> None:
        """Remove what the tests left."""
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir()
