"""A link at any path that a command writes to or deletes: nothing behind it changes, and it is told.

Which paths these are is learned from a traced run of each command.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command import PLAIN, PROJECT, hashes, new_handbook
from proving import PROVING

from generator.authoring.preview.live import Live
from generator.cli.main import main
from generator.publish.refusal import Refused

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="traces calls of Linux"),
]
EVERY = PROVING  # in `make prove`; else one a folder, and one command of those that write alike
ALIKE = {"elsewhere", "form", "role", "csv", "xlsx"}  # as build, process, json write
TRACED = PROJECT / "tests" / "support" / "traced.py"
PAGE = "processes/sales/take-order.yml"
PREVIEW = f"""
from pathlib import Path
from generator.authoring.preview.live import Live
live = Live(Path(root))
live.rebuild(progress=lambda *args: None)
page = Path(root, "{PAGE}")
page.write_text(page.read_text().replace("title: ", "title: New ", 1))
live.refresh()
"""

COMMANDS = {
    "build": ("build", "--jobs", "1"),
    "clean": ("build", "--jobs", "1", "--clean"),
    "elsewhere": ("build", "--jobs", "1", "--site-dir", "public/web"),
    "export": ("export", "forms", "-o", "out"),
    "schema": ("schema",),
    "handbook": ("new", "handbook", "shop"),
    "process": ("new", "process", "sales/take-back"),
    "form": ("new", "form", "sales/return-slip"),
    "role": ("new", "role", "night-guard"),
    "json": ("collect", "forms.docx", "-o", "register/forms.json"),
    "csv": ("collect", "forms.docx", "--format", "csv", "-o", "tables"),
    "xlsx": ("collect", "forms.docx", "-o", "register/forms.xlsx"),
    "sqlite": ("collect", "forms.docx", "--into", "sqlite:///forms.db"),
    "diff": ("diff", "before", "--format", "html", "-o", "changes/page.html"),
    "rename": ("rename", "role", "clerk", "seller"),
    "fix": ("check", "--fix"),
    "preview": (),
}


def prepared(folder: Path) -> Path:
    """A handbook that was built, previewed and exported, with a filled form beside it."""
    root = new_handbook(folder / "handbook")
    new_handbook(root / "before")
    page = root / PAGE
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("purpose: ", "purpose: 收单,核对。", 1), encoding="utf-8")
    assert run(root, "build", "--jobs", "1") == 0
    assert run(root, "build", "--jobs", "1", "--site-dir", "public/web") == 0
    assert run(root, "export", "forms", "-o", "out") == 0
    Live(root).rebuild(progress=lambda *_: None)
    shutil.copy(root / "out/order-sheet.docx", root / "forms.docx")
    return root


def run(root: Path, *words: str) -> int:
    """Run the command inside this process, in a handbook's folder."""
    before = Path.cwd()
    os.chdir(root)
    try:
        main(["--lang", "en", *words])
    except SystemExit as ended:
        return int(str(ended.code))
    finally:
        os.chdir(before)
    raise AssertionError("the command has no end")


def traced(root: Path, name: str | tuple[str, ...], listed: Path) -> list[str]:
    """The paths below a copy of the handbook that a command writes to, relative to it."""
    if name == "preview":
        words = ["--script", PREVIEW, str(root)]
    else:
        words = ["--lang", "en", *(COMMANDS[name] if isinstance(name, str) else name)]
    done = subprocess.run(
        [sys.executable, str(TRACED), str(listed), *words],
        cwd=root,
        env=PLAIN,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    paths = [Path(line) for line in listed.read_text(encoding="utf-8").splitlines()]
    edited = root / PAGE if name == "preview" else None  # what the editor writes, not the command
    return [
        str(each.relative_to(root))
        for each in paths
        if each.is_relative_to(root) and each != edited
    ]


def chosen(paths: Iterable[str]) -> list[str]:
    """All of the paths in the long run; else the first of each folder, of few folders."""
    if EVERY:
        return list(paths)
    first = {"/".join(Path(path).parts[:3][:-1]) + Path(path).suffix: path for path in paths}
    return list(first.values())


@contextmanager
def planted(root: Path, path: str, outside: Path) -> Iterator[None]:
    """Put a link to somebody else's file or folder in the place of a path."""
    place, kept = root / path, root.with_name("kept")
    made = [each for each in place.parents if not each.exists()]
    place.parent.mkdir(parents=True, exist_ok=True)
    there = place.exists()
    folder = place.is_dir() if there else not place.suffix
    if there:
        place.rename(kept)
    place.symlink_to(outside / ("folder" if folder else "file.txt"))
    try:
        yield
        assert place.is_symlink()
    finally:
        place.unlink()
        if there:
            kept.rename(place)
        for each in made:
            if each.exists():
                shutil.rmtree(each)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepared(tmp_path_factory.mktemp("planted"))


@pytest.mark.parametrize("name", [each for each in COMMANDS if EVERY or each not in ALIKE])
@pytest.mark.promise("F09")
def test_nothing_behind_a_planted_link_changes(
    root: Path, tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(root, tmp_path / "work/handbook"))
    paths = traced(copy, name, tmp_path / "list")
    assert paths
    shutil.rmtree(copy)
    outside = tmp_path / "outside"
    (outside / "folder/sales").mkdir(parents=True)
    for each in ("file.txt", "folder/index.html", "folder/sales/take-order.yml"):
        (outside / each).write_text("somebody else's", encoding="utf-8")
    before = hashes(outside)
    root = Path(shutil.copytree(root, tmp_path / "work/handbook"))
    silent: list[str] = []
    for path in chosen(paths):
        capfd.readouterr()
        with planted(root, path, outside):
            code = previewed(root) if name == "preview" else run(root, *COMMANDS[name])
        said = "".join(capfd.readouterr())
        assert hashes(outside) == before, path
        if code not in {1, 2} or not any(part in said for part in Path(path).parts):
            silent.append(f"{path}: {code} {said}")
    assert silent == []


@pytest.mark.parametrize("words", [("check",), ("explain", "HB101"), ("diff", "before")])
def test_who_only_asks_writes_nothing(root: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    copy = Path(shutil.copytree(root, tmp_path / "handbook"))
    assert traced(copy, words, tmp_path / "list") == []


def previewed(root: Path) -> int:
    """Preview a handbook; what is refused is told as the command does."""
    page = root / PAGE
    text = page.read_text(encoding="utf-8")
    live = Live(root)
    try:
        live.rebuild(progress=lambda *_: None)
        page.write_text(text.replace("title: ", "title: New ", 1), encoding="utf-8")
        live.refresh()
    except Refused as refused:
        sys.stderr.write(refused.message.id.format_map(refused.message.args))
        return 2
    finally:
        page.write_text(text, encoding="utf-8")
    return 0
