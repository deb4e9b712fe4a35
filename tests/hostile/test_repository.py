"""A repository may come from a stranger: no program that its settings name is ever run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from command import new_handbook

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="the program is one of Unix"),
    pytest.mark.skipif(not shutil.which("git"), reason="needs git"),
]
ME = ("-c", "user.email=a@b.example", "-c", "user.name=A")
LATER = 2_000_000_000  # seconds, in 2033
HOOKS = ("post-index-change", "pre-commit", "reference-transaction", "post-checkout")
PROGRAMS = (
    "core.fsmonitor",
    "core.pager",
    "core.editor",
    "core.sshCommand",
    "diff.external",
    "gpg.program",
    "filter.x.clean",
    "filter.x.smudge",
    "filter.x.process",
    "diff.x.textconv",
    "diff.x.command",
    "merge.x.driver",
    "credential.helper",
    "core.askPass",
)


def git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", *ME, *words], cwd=root, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A handbook in a repository whose every program writes down that it was run."""
    root = new_handbook(tmp_path / "book")
    for path in root.rglob("*.yml"):
        os.utime(path, (LATER, LATER))  # git looks into what may have changed since it was listed
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "a")
    signed = git(root, "cat-file", "commit", "HEAD").replace(
        "\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n", 1
    )
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin"],
        cwd=root, input=f"{signed}\n".encode(), capture_output=True, check=True,
    ).stdout.decode().strip()  # fmt: skip
    git(root, "update-ref", "HEAD", made)
    ran = tmp_path / "ran"
    ran.mkdir()
    program = tmp_path / "program.sh"
    program.write_text(f'#!/bin/sh\ntouch "{ran}/$(basename "$0")$1"\nexit 1\n', "utf-8")
    program.chmod(0o755)
    for name in HOOKS:
        shutil.copy(program, root / ".git/hooks" / name)
    for name in PROGRAMS:
        git(root, "config", name, f"{program} {name}" if name != "gpg.program" else str(program))
    for name, value in (("log.showSignature", "true"), ("commit.gpgSign", "true")):
        git(root, "config", name, value)
    (root / ".git/info/attributes").write_text("* filter=x diff=x merge=x\n", "utf-8")
    return root


@pytest.mark.promise("T39")
@pytest.mark.parametrize(
    "words",
    [
        ("rename", "process", "take-order", "get-order"),
        ("diff", "HEAD"),
        ("check", "--since", "HEAD"),
    ],
    ids=" ".join,
)
def test_no_program_that_a_repository_names_is_run(
    root: Path, run: Any, words: tuple[str, ...]
) -> None:
    file = root / "processes/sales/take-order.yml"
    file.write_text(file.read_text("utf-8").replace("title: ", "title: New ", 1), "utf-8")
    ran = run("-C", root, "--lang", "en", *words)
    assert ran.code in {0, 1}, ran.err
    assert [each.name for each in (root.parent / "ran").iterdir()] == []
    if words[0] == "rename":
        assert "Moved with git" in ran.out + ran.err
        assert "get-order.yml" in git(root, "ls-files")
