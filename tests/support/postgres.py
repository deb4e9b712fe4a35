"""A PostgreSQL server of our own, for as long as a test needs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER = "postgres"


def programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    named = shutil.which("initdb")
    return found[-1] if found else Path(named).parent if named else None


@contextmanager
def server() -> Iterator[str]:
    """Run a server of our own: a socket in a folder of our own, no port, gone afterwards."""
    with tempfile.TemporaryDirectory() as work:
        Path(work).chmod(0o755)  # another user runs the server
        yield from _running(Path(work))


def _running(work: Path) -> Iterator[str]:
    found, data, socket = programs(), work / "data", work / "socket"
    assert found is not None
    as_owner = ["runuser", "-u", OWNER, "--"] if os.geteuid() == 0 else []
    for folder in (data, socket):
        folder.mkdir()
        if as_owner:
            shutil.chown(folder, OWNER)
    user = OWNER if as_owner else "audit"
    start = [*as_owner, str(found / "pg_ctl"), "-D", str(data), "-w", "-s"]
    _run(
        [
            *as_owner,
            str(found / "initdb"),
            "-D",
            str(data),
            "-U",
            user,
            "-A",
            "trust",
            "-E",
            "UTF8",
        ]
    )
    _run([*start, "-l", str(data / "log"), "-o", f"-k {socket} -c listen_addresses=''", "start"])
    try:
        yield f"postgresql+psycopg://{user}@/postgres?host={socket}"
    finally:
        _run([*start, "-m", "immediate", "stop"])


def _run(words: list[str]) -> None:
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd="/")
    assert done.returncode == 0, (done.stderr or done.stdout)[-500:]
