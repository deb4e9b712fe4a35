"""The table of programs, and the gates that stand on it: nothing is missing without being told."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import machine
import pytest

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "tools" / "machine.txt"
ROWS = [
    [part.strip() for part in line.split("|")]
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
posix = pytest.mark.skipif(os.name != "posix", reason="the table is one of Debian")


STARTS = r'_said\("([\w-]+)"|\["([a-z][\w-]*)", f?"-'


def script(folder: Path, *words: str, path: str = os.environ["PATH"]) -> tuple[int, str]:
    """Run the script on a copy of the table; return how it left and what it said."""
    done = subprocess.run(
        [str(shutil.which("sh")), str(folder / "machine.sh"), *words],
        env={"PATH": path, "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A folder with the script and a table of two rows, one of which looks for what is not."""
    shutil.copy(ROOT / "tools" / "machine.sh", tmp_path)
    rows = "# a comment\nhere | program sh | test\nabsent | program no-such | test audit/x\n"
    (tmp_path / "machine.txt").write_text(rows, encoding="utf-8")
    return tmp_path


def commands(folder: Path, *names: str, **scripts: str) -> str:
    """Make a path that has only some commands, and scripts in the place of others."""
    place = folder / "bin"
    place.mkdir()
    for name in names:
        (place / name).symlink_to(str(shutil.which(name)))
    for name, lines in scripts.items():
        file = place / name.replace("_", "-")
        file.write_text(f"#!{shutil.which('sh')}\n{lines}\n", encoding="utf-8")
        file.chmod(0o755)
    return str(place)


BASIC = ("sh", "grep", "tr", "sed", "dirname")


def test_every_row_names_a_package_what_to_look_for_and_gates_that_exist() -> None:
    gates = {"site", "test", "tests/browser"}
    gates |= {f"audit/{path.stem}" for path in (ROOT / "audit" / "judges").glob("*.py")}
    for package, looks, needed in ROWS:
        assert re.fullmatch(r"[a-z0-9][a-z0-9.+-]+", package)
        assert looks.split()[0] in {"program", "file", "font", "module"}
        assert set(needed.split()) <= gates, package


def test_every_program_that_a_judge_starts_is_in_the_table() -> None:
    programs = {word for row in ROWS if row[1].startswith("program ") for word in row[1].split()}
    started: set[str] = set()
    for path in [*(ROOT / "audit").glob("*.py"), *(ROOT / "audit" / "judges").glob("*.py")]:
        for said, listed in re.findall(STARTS, path.read_text(encoding="utf-8")):
            started.add(said or listed)
    started -= {"runuser", "ci"}  # of the system itself; a word for npm
    assert {"java", "pdffonts", "soffice"} <= started
    assert started - programs == set()


@posix
def test_what_is_not_there_is_listed_for_the_gate_that_needs_it(table: Path) -> None:
    assert script(table, "missing", "test") == (0, "absent\n")
    assert script(table, "missing", "audit/x") == (0, "absent\n")
    assert script(table, "missing", "audit/y") == (0, "")
    left, said = script(table, "need", "test")
    assert left == 1
    assert said.startswith("Not on this machine: absent ")
    assert said.count("\n") == 1


@posix
def test_without_rights_exactly_one_command_is_said(table: Path) -> None:
    path = commands(table, *BASIC, id="echo 1000", apt_get="exit 9", sudo="exit 1")
    left, said = script(table, path=path)
    assert left == 1
    install = "apt-get update && apt-get install --yes --no-install-recommends absent"
    assert [line for line in said.splitlines() if "apt-get" in line] == [
        f"To install it, run: sudo sh -c '{install}'"
    ]


@posix
@pytest.mark.parametrize("user", ["0", "1000"])
def test_root_and_who_has_sudo_installs_what_is_missing(table: Path, user: str) -> None:
    log = table / "log"
    path = commands(
        table,
        *BASIC,
        "ln",
        id=f"echo {user}",
        sudo='shift; [ "$1" = true ] || exec "$@"',
        apt_get=f'echo "$@" >>{log}; [ "$2" = update ] || ln -sf /bin/sh {table}/bin/no-such',
    )
    left, said = script(table, path=path)
    assert left == 0, said
    assert log.read_text().splitlines() == [
        "-qq update",
        "install --yes --no-install-recommends -qq absent",
    ]
    assert script(table, path=path)[1].startswith("This machine has all 2 packages")


@posix
def test_what_is_still_missing_after_installing_is_a_failure(table: Path) -> None:
    path = commands(table, *BASIC, id="echo 0", apt_get="exit 0")
    assert script(table, path=path) == (1, script(table, path=path)[1])
    assert "yet not found: absent" in script(table, path=path)[1]


STRICT = """
import pytest
def test_left_out():
    pytest.skip("because")
def test_judged():
    pass
"""


@pytest.mark.parametrize(("on_ci", "left", "says"), [("", 0, "1 skipped"), ("true", 1, "1 failed")])
def test_a_skip_is_a_failure_where_ci_is_set(
    tmp_path: Path, on_ci: str, left: int, says: str
) -> None:
    (tmp_path / "test_x.py").write_text(STRICT, encoding="utf-8")
    folders = (ROOT / "tests" / "support", ROOT / "tools")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "left_out",
            "-p",
            "no:cacheprovider",
            tmp_path,
        ],
        cwd=tmp_path,
        env={**os.environ, "CI": on_ci, "PYTHONPATH": os.pathsep.join(map(str, folders))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == left
    assert says in done.stdout
    assert "1 passed" in done.stdout


def test_what_may_be_left_out_exists_and_has_a_reason() -> None:
    for name in machine.left_out():
        file, _, test = name.partition("::")
        if name.startswith("audit/"):
            assert (ROOT / "audit" / "judges" / f"{name[6:]}.py").is_file(), name
        else:
            assert f"def {test}(" in (ROOT / file).read_text(encoding="utf-8"), name


def test_a_container_is_made_from_the_same_table() -> None:
    docker = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert re.findall(r"apt-get install --yes --no-install-recommends (.*)", docker) == ["make"]
    assert docker.index("RUN make machine") < docker.index("RUN make setup")
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    assert container["build"] == {"dockerfile": "../Dockerfile", "context": ".."}


def test_ci_runs_the_three_gates_in_order() -> None:
    said = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "for gate in machine test audit; do" in said
    assert "export CI=" in said


@posix
def test_a_set_up_that_was_interrupted_is_made_anew(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml"):
        (tmp_path / name).touch()
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "machine.sh").touch()
    broken = tmp_path / ".venv" / "bin" / "python"
    broken.parent.mkdir(parents=True)
    broken.touch()

    def recipe(target: str) -> str:
        words = ["make", "-n", target, f"PYTHON={sys.executable}"]
        return subprocess.run(
            words, cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout

    assert "rm -rf .venv" in recipe("setup")
    for stamp in ("made", "runtime", "dev"):
        (tmp_path / ".venv" / stamp).touch()
    assert "pip" not in recipe("setup")
    (tmp_path / ".venv" / "made").unlink()
    assert "rm -rf .venv" in recipe("site")
