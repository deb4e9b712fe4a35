"""What people do to a site, and to a build while it runs: nothing of theirs changes or is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from command import PLAIN, hashes, new_handbook

from proving import PROVING

from generator.cli.main import main
from generator.publish.gate import Gate
from generator.site import language_build

pytestmark = pytest.mark.slow
BESIDE = ".site.handbook"


def some(*names: str) -> Sequence[str]:
    """All of them in the long run, else the first: each costs a build or four."""
    return names if PROVING else names[:1]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return new_handbook(tmp_path / "handbook")


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Path]:
    """A folder of somebody else's with files at the names of ours; nothing in it changes."""
    folder = tmp_path / "outside"
    for path in ("handbook/chrome.js", "images/favicon.png", "docs/index.md", ".handbook-files"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("mine")
    (folder / "empty/inside").mkdir(parents=True)
    before = hashes(folder)
    yield folder
    assert hashes(folder) == before
    assert (folder / "empty/inside").is_dir()


def build(root: Path, *words: str) -> int:
    """Run a build inside this process, in the handbook's folder."""
    before = Path.cwd()
    os.chdir(root)
    try:
        main(["--lang", "en", "build", "--jobs", "1", *words])
    except SystemExit as ended:
        return int(str(ended.code))
    finally:
        os.chdir(before)
    raise AssertionError("the command has no end")


def meddling(
    monkeypatch: pytest.MonkeyPatch, function: str, meddle: Callable[[], object]
) -> None:
    """Do something just before a part of the build runs."""
    part = getattr(language_build, function)

    def then(*args: Any, **options: Any) -> Any:
        meddle()
        return part(*args, **options)

    monkeypatch.setattr(language_build, function, then)


@pytest.mark.parametrize("name", some("assets", "about", "index.html", "en"))
def test_mkdocs_follows_no_link(
    root: Path, outside: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    place = root / BESIDE / "new" / name
    meddling(monkeypatch, "mkdocs_build", lambda: place.symlink_to(outside))
    assert build(root) == 2


@pytest.mark.parametrize("name", some("build/staged/en", "build/staged", "build"))
def test_staging_follows_no_link(
    root: Path, outside: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def meddle() -> None:
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists():
            place.rename(root / "moved")
        place.symlink_to(outside)

    meddling(monkeypatch, "stage", meddle)
    assert build(root) == 2


def test_a_file_that_is_put_into_the_next_site_is_not_published(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = root / BESIDE / "new" / "mine.txt"
    meddling(monkeypatch, "mkdocs_build", lambda: mine.write_text("mine"))
    assert build(root) == 2
    assert "mine.txt" in capsys.readouterr().err
    assert mine.read_text() == "mine"


@pytest.mark.parametrize("name", some("build", BESIDE))
def test_a_working_folder_that_goes_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    meddling(monkeypatch, "mkdocs_build", lambda: (root / name).rename(root / "moved"))
    assert build(root) == 2
    assert "was moved or deleted while a build worked in it" in capsys.readouterr().err


def test_empty_folders_below_what_is_kept_are_carried_over_again_and_again(root: Path) -> None:
    settings = root / "processes/handbook.yml"
    settings.write_text(settings.read_text("utf-8") + "site-keep: [photos]\n", "utf-8")
    assert build(root) == 0
    (root / "site/photos/2026").mkdir(parents=True)
    assert [build(root), build(root)] == [0, 0]
    assert (root / "site/photos/2026").is_dir()
    assert list(root.glob("site.kept-*")) == []
    (root / "site/photos/link").symlink_to("/nowhere")  # stops a build that has carried it over
    assert build(root) == 2
    (root / "site/photos/link").unlink()
    assert build(root) == 0


@pytest.mark.parametrize("page", some("forms.html", "forms/order-sheet.docx"))
def test_a_folder_in_the_place_of_a_page_is_put_aside(root: Path, page: str) -> None:
    assert build(root) == 0
    place = root / "site" / page
    place.unlink()
    place.mkdir()
    (place / "mine").write_text("mine")
    assert build(root) == 2
    assert build(root, "--keep") == 0
    (kept,) = root.glob("site.kept-*")
    assert (kept / page / "mine").read_text() == "mine"
    assert build(root) == 0


@pytest.mark.parametrize(
    "name",
    some("index.html.handbook-new", "index.html.handbook-new2", ".handbook-site.handbook-new"),
)
def test_files_of_people_may_have_any_name(root: Path, name: str) -> None:
    assert build(root) == 0
    (root / "site" / name).write_text("mine")
    assert build(root) == 2
    assert build(root, "--keep") == 0
    (kept,) = root.glob("site.kept-*")
    assert (kept / name).read_text() == "mine"


def test_what_a_system_puts_into_folders_stays_as_well(root: Path) -> None:
    assert build(root) == 0
    (root / "site/own").mkdir()
    for name in ("desktop.ini", "own/Thumbs.db"):
        (root / "site" / name).write_text("mine")
    assert build(root) == 0
    assert (root / "site/desktop.ini").read_text() == "mine"
    assert (root / "site/own/Thumbs.db").read_text() == "mine"


def test_a_site_whose_files_the_system_keeps_blocks_no_build(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(root) == 0
    remove = Gate.remove

    def held(gate: Gate, path: str) -> None:
        if path == "forms/order-sheet.docx":
            raise PermissionError(13, "", path)
        remove(gate, path)

    with monkeypatch.context() as patch:
        patch.setattr(Gate, "remove", held)
        assert [build(root), build(root), build(root)] == [0, 0, 0]
        assert "is left of a build and cannot be deleted" in capsys.readouterr().err
    assert build(root) == 0
    assert not (root / BESIDE).exists()


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a shell does")
def test_closed_streams_are_no_fault(root: Path) -> None:
    command = '"$0" -m generator build --jobs 1 <&- >&- 2>&-'
    done = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable], cwd=root, env=PLAIN, check=False
    )
    assert done.returncode == 0
    assert (root / "site/index.html").is_file()


@pytest.mark.skipif(os.name != "posix", reason="signals as Unix has them")
def test_ctrl_c_while_the_program_is_loaded_prints_nothing(root: Path) -> None:
    """At any moment from when our own code runs: of Python's own start nothing can be caught."""
    script = (
        "import os, signal, sys\n"
        "class Slow:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'generator.cli.build':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Slow())\n"
        "from generator.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, env=PLAIN, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")
