"""However many faults come together: mending loses no remark, and twice is once."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from command import PROJECT, STARTER
from hypothesis import given, settings
from hypothesis import strategies as st
from overlay import handbook_files
from seeded import seed

from generator.authoring.editing.mending import Mending, fixable, mend
from generator.authoring.editing.workspace import mark_of
from generator.base.diagnostics import Safety

BICYCLES = PROJECT / "tests/handbooks/bicycles"
BASE = handbook_files(BICYCLES)
PATCHES = [each.read_text("utf-8") for each in sorted((PROJECT / "tests/faults").glob("*.diff"))]


def with_faults(numbers: list[int]) -> dict[str, str]:
    """The files with those of some faults that can be laid over each other."""
    files = dict(BASE)
    for number in numbers:
        try:
            raws = seed(files, PATCHES[number]).files
            files = {path: raw.decode() for path, raw in raws.items()}
        except (AssertionError, KeyError, UnicodeDecodeError):
            continue
    return files


def with_remarks(text: str, lines: set[int]) -> str:
    """The text with a remark behind some lines that are plain fields, and above some."""
    found = []
    for number, line in enumerate(text.split("\n")):
        plain = re.fullmatch(r" *(- )?[a-z-]+: [A-Za-z0-9 .-]+", line)
        if number in lines and plain and number % 2:
            found.append(f"{line}  # remark {number}")
        elif number in lines and plain:
            found += [f"{line[: len(line) - len(line.lstrip())]}# remark {number}", line]
        else:
            found.append(line)
    return "\n".join(found)


def remarks(root: Path) -> list[str]:
    return sorted(
        each
        for path in root.glob("processes/**/*.yml")
        for each in re.findall(r"# remark \d+", path.read_text("utf-8"))
    )


def mended(root: Path) -> Mending:
    mending = mend(root, lambda _, found: fixable(found, Safety.SAFE, Safety.ASKS))
    mending.workspace.write()
    return mending


@settings(max_examples=settings().max_examples // 8)  # each is a dozen checks
@given(
    numbers=st.lists(st.integers(0, len(PATCHES) - 1), min_size=1, max_size=8, unique=True),
    lines=st.sets(st.integers(0, 90)),
)
def test_no_remark_is_lost_no_finding_is_new_and_twice_is_once(
    numbers: list[int], lines: set[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copy(STARTER / "mkdocs.yml", root)
        for path, text in with_faults(numbers).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(with_remarks(text, lines), "utf-8", newline="")
        before = remarks(root)
        once = mended(root)
        assert remarks(root) == before
        known = Counter(map(mark_of, once.before.diagnostics))
        assert not Counter(map(mark_of, once.after.diagnostics)) - known
        assert not mended(root).workspace.changed
