"""The wheel holds all that it needs: it works in a fresh environment far from this checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator import __version__

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


def run(*words: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [*map(str, words)], cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_all_data_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    data = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert data <= names
    assert {name.split("/")[0] for name in names} == {"generator", _info(names)}


def test_the_wheel_bears_the_version_that_the_program_says(wheel: Path) -> None:
    assert wheel.name.split("-")[1] == __version__


def _info(names: set[str]) -> str:
    return next(name.split("/")[0] for name in names if ".dist-info/" in name)


def test_the_sdist_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path, cwd=ROOT)
    (archive,) = tmp_path.glob("*.tar.gz")
    run(sys.executable, "-m", "tarfile", "--extract", archive, tmp_path, cwd=tmp_path)
    source = tmp_path / archive.name.removesuffix(".tar.gz")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=source)
    (built,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as first, zipfile.ZipFile(built) as second:
        assert sorted(first.namelist()) == sorted(second.namelist())


def test_it_checks_and_starts_handbooks_in_a_fresh_environment(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=tmp_path)
    scripts = environment / ("Scripts" if sys.platform == "win32" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", environment, "--disable-pip-version-check")
    pip += ("--quiet", "install", "--no-compile")  # what is not run needs no compiling
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock", cwd=tmp_path)
    run(*pip, "--no-deps", wheel, cwd=tmp_path)
    handbook = scripts / "handbook"
    shutil.copytree(ROOT / "tests/handbooks/bicycles", tmp_path / "bicycles")
    said = run(handbook, "-C", "bicycles", "--lang", "en", "check", "--strict", cwd=tmp_path)
    assert said == "9 files: all is well.\n"
    run(handbook, "--lang", "zh", "new", "handbook", "store", cwd=tmp_path)
    said = run(handbook, "-C", "store", "check", "--strict", cwd=tmp_path)
    assert "没有问题" in said
    run(handbook, "-C", "bicycles", "schema", "-o", "schema", cwd=tmp_path)
    run(handbook, "-C", "bicycles", "export", "json", "-o", "out", cwd=tmp_path)
    where = run(
        scripts / "python", "-c", "import generator; print(generator.__file__)", cwd=tmp_path
    )
    assert Path(where.strip()).is_relative_to(environment)
