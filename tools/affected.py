"""Prints which tests `make check` runs: those of what YAML means, and those of what has changed.

All tests take two minutes of the processor. The fast gate takes the core (the small languages, how
files are read, the model, every rule with its examples), and beside it the tests of each module
that differs from the branch `main`, or from the last commit where there is no such branch.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORE = (
    "tests/rules",
    "tests/unit/checking",
    "tests/unit/model",
    "tests/unit/notation",
    "tests/unit/rules",
    "tests/unit/source",
)


def chosen(changed: Iterable[str]) -> list[str]:
    """Return the core and the tests of changed files, as paths below the root."""
    found = dict.fromkeys(CORE)
    for path in sorted(changed):
        if test := _test_of(Path(path)):
            found[test] = None
    return [path for path in found if not any(_is_below(path, other) for other in found)]


def _test_of(path: Path) -> str | None:
    """Return the test of one file: itself, that of the same name, else all of its folder."""
    top, *rest = path.parts
    if top == "tests":
        is_test = path.match("test_*.py") and (ROOT / path).is_file()
        return path.as_posix() if is_test else None
    if top != "generator" or not rest:
        return None
    own = Path("tests", "unit", *rest[:-1], f"test_{path.stem}.py")
    for place in (own, *own.parents[:-2]):
        if (ROOT / place).exists():
            return place.as_posix()
    return None


def _is_below(path: str, other: str) -> bool:
    return path.startswith(f"{other}/")


def changed_files() -> set[str]:
    """Return what differs from `main`, committed or not, with new files."""
    base = _git("merge-base", "HEAD", "main") or ["HEAD"]
    new = _git("ls-files", "--others", "--exclude-standard")
    return {*_git("diff", "--name-only", base[0]), *new}


def _git(*words: str) -> list[str]:
    done = subprocess.run(
        ["git", "-c", "core.quotepath=off", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout.splitlines() if done.returncode == 0 else []


if __name__ == "__main__":
    print(*chosen(changed_files()), sep="\n")
