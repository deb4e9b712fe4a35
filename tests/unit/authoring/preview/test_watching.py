"""A saved, new or deleted file is noticed; other files are not looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from generator.authoring.preview.watching import snapshot, wait_for_change


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "processes/sales").mkdir(parents=True)
    (tmp_path / "processes/sales/a.yml").write_text("a")
    (tmp_path / "mkdocs.yml").write_text("a")
    (tmp_path / "site").mkdir()
    return tmp_path


def save(root: Path) -> None:
    (root / "processes/sales/a.yml").write_text("ab")


def add(root: Path) -> None:
    (root / "content").mkdir()
    (root / "content/b.md").touch()


def delete(root: Path) -> None:
    (root / "processes/sales/a.yml").unlink()


def theme(root: Path) -> None:
    (root / "mkdocs.yml").write_text("abc")


@pytest.mark.parametrize("change", [save, add, delete, theme])
def test_changes_are_noticed(root: Path, change: Callable[[Path], None]) -> None:
    seen = snapshot(root)
    noticed = Event()

    def wait() -> None:
        wait_for_change(root, seen, stop=Event())
        noticed.set()

    thread = Thread(target=wait)
    thread.start()
    change(root)
    assert noticed.wait(20)
    thread.join()


def test_the_site_is_not_watched(root: Path) -> None:
    seen = snapshot(root)
    (root / "site/index.html").write_text("x")
    assert snapshot(root) == seen


def test_waiting_ends_when_told_so(root: Path) -> None:
    stop = Event()
    stop.set()
    wait_for_change(root, snapshot(root), stop=stop)
