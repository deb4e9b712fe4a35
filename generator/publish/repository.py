"""Runs git in the repository around a handbook, which may come from a stranger.

Settings of a repository name programs: hooks, watchers, pagers, checkers of signatures. None of
them runs, and no command is used that would ask the filters of `.gitattributes`.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

SECONDS = 120
"""How long git may take."""
_ALONE = (
    *("-c", "core.fsmonitor="),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "log.showSignature=false"),
    "--no-pager",
)
_QUIET: Mapping[str, str] = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
}


def git(
    folder: Path, *words: str, given: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder; `given` is what it reads.

    Raises:
        FileNotFoundError: there is no git.
        subprocess.TimeoutExpired: it takes too long.
    """
    return subprocess.run(  # noqa: S603 - a fixed program, no shell
        ("git", *_ALONE, *words),  # noqa: S607 - git is where the system has it
        cwd=folder,
        env={**os.environ, **_QUIET},
        input=given if given is not None else b"",
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
