"""The bicycles with all that a handbook can hold, in a folder of their own.

`tests/golden/handbook` is laid over `tests/handbooks/bicycles`; `handbook.diff` changes its files.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from command import PROJECT, STARTER
from overlay import handbook_files
from seeded import seed

BICYCLES = PROJECT / "tests/handbooks/bicycles"
GOLDEN = PROJECT / "tests/golden"


def new_bicycles(root: Path) -> Path:
    """Write the handbook to a new folder."""
    shutil.copytree(BICYCLES, root)
    shutil.copy(STARTER / "mkdocs.yml", root)
    shutil.copytree(GOLDEN / "handbook", root, dirs_exist_ok=True)
    change(root, (GOLDEN / "handbook.diff").read_text(encoding="utf-8"))
    return root


def change(root: Path, patch: str) -> None:
    """Lay a patch (see `seeded`) over the files of a handbook."""
    base = handbook_files(root) | {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for kind in ("*.md", "*.po")
        for path in (root / "content").rglob(kind)
    }
    files = seed(base, patch).files
    for path in set(base) - set(files):
        (root / path).unlink()
    for path, raw in files.items():
        if path not in base or raw != base[path].encode():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(raw)
