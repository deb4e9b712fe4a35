"""Runs the command as a process of its own on a copy of the starter handbook."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

PROJECT = Path(__file__).parents[2]
STARTER = PROJECT / "generator" / "resources" / "starter" / "en"
COMMAND = (sys.executable, "-m", "generator")
PLAIN = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(PROJECT),
    "PYTHONUTF8": "1",
    "HANDBOOK_STRICT_MESSAGES": "1",
    "PYTHONDONTWRITEBYTECODE": "1",  # a full disk would leave half a file in our own folders
}


def new_handbook(root: Path) -> Path:
    """Copy the starter handbook to a folder."""
    return Path(shutil.copytree(STARTER, root, dirs_exist_ok=True))


def handbook(
    root: Path, *words: str | Path, cwd: Path | None = None, umask: int = 0o022, **env: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in a bare environment, with messages in English."""
    return subprocess.run(
        [*COMMAND, "-C", str(root), "--lang", "en", *map(str, words)],
        env=PLAIN | env,
        cwd=cwd or root,
        umask=umask if os.name == "posix" else -1,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file below a folder."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
