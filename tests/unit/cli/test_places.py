"""Files limit the answer of `check`, and places are written for who reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from command import new_handbook

TAKE = "processes/sales/take-order.yml"
SHIP = "processes/sales/ship-order.yml"


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook two folders below the root of a repository, with faults in two files."""
    top = tmp_path_factory.mktemp("repository")
    (top / ".git").mkdir()
    root = new_handbook(top / "docs/book")
    for path in (TAKE, SHIP):
        text = (root / path).read_text(encoding="utf-8")
        changed = re.sub(r"^owner: .*$", "owner: boss", text, flags=re.MULTILINE)
        (root / path).write_text(changed, encoding="utf-8")
    (root / SHIP).write_text((root / SHIP).read_text() + "kind: x\n", encoding="utf-8")
    return root


@dataclass
class Said:
    """What a command said."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def handbook(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    """Run a command in this process, in a folder."""

    def command(root: Path, *words: str, cwd: Path | None = None) -> Said:
        monkeypatch.chdir(cwd or root)
        done = run("-C", root, "--lang", "en", *words)
        return Said(done.code, done.out, done.err)

    return command


def places(said: str) -> list[str]:
    return [line.partition(":")[0] for line in said.splitlines() if " error " in line]


@pytest.mark.parametrize(
    ("cwd", "files", "told"),
    [
        (".", (TAKE,), ([SHIP], 1)),  # one unknown role, told at its first place
        (".", (SHIP,), ([SHIP, SHIP], 0)),
        (".", ("processes/sales",), ([SHIP, SHIP], 0)),
        (".", ("content",), ([], 2)),
        ("processes/sales", ("take-order.yml",), ([f"../../{SHIP}"], 1)),
        ("..", (f"book/{TAKE}", f"book/{SHIP}"), ([f"book/{SHIP}"] * 2, 0)),
    ],
)
def test_files_limit_the_answer_and_places_are_seen_from_here(
    faulty: Path,
    handbook: Callable[..., Said],
    cwd: str,
    files: tuple[str, ...],
    told: tuple[list[str], int],
) -> None:
    expected, others = told
    done = handbook(faulty, "check", *files, cwd=faulty / cwd)
    assert sorted(places(done.stdout)) == sorted(expected)
    assert done.returncode == bool(expected)
    here = "In what you named all is well." if not expected else "In what you named: "
    assert here in done.stdout
    assert "files: all is well" not in done.stdout
    assert (f"In other files: {others} error" in done.stdout) == bool(others)
    rows = handbook(faulty, "check", "--format", "json", *files, cwd=faulty / cwd)
    assert ("1 finding is in other files" in rows.stderr) == (others == 1)
    assert ("2 findings are in other files" in rows.stderr) == (others == 2)


@pytest.mark.parametrize("file", ["processes/no.yml", "/etc/hosts", "../../.git"])
def test_a_file_that_is_none_of_the_handbook_cannot_be_checked(
    faulty: Path, handbook: Callable[..., Said], file: str
) -> None:
    done = handbook(faulty, "check", file)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_annotations_count_from_the_repository_and_data_from_the_handbook(
    faulty: Path, handbook: Callable[..., Said]
) -> None:
    for cwd in (faulty, faulty.parent):
        said = handbook(faulty, "check", "--format", "github", cwd=cwd).stdout
        assert f"file=docs/book/{SHIP}," in said
        rows = json.loads(handbook(faulty, "check", "--format", "json", cwd=cwd).stdout)
        assert SHIP in {row["file"] for row in rows}


def test_a_build_writes_its_places_the_same_way(
    faulty: Path, handbook: Callable[..., Said]
) -> None:
    done = handbook(faulty, "build", cwd=faulty.parent)
    assert f"book/{SHIP}:" in done.stderr
