"""One build at a time; the others wait, and a killed one leaves no lock behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

from generator.publish.lock import locked

HOLD = """
import sys
from pathlib import Path
from generator.publish.lock import locked
with locked(Path(sys.argv[1]), waiting=lambda: None):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"held"
    return process


def close(process: subprocess.Popen[bytes]) -> None:
    process.communicate()


def test_a_lock_goes_with_its_build(tmp_path: Path) -> None:
    said: list[str] = []
    for _ in range(2):
        with locked(tmp_path / "work", waiting=lambda: said.append("waits")):
            assert (tmp_path / "work").is_dir()
        assert list(tmp_path.iterdir()) == []
    assert said == []


def test_a_second_build_says_so_and_waits(tmp_path: Path) -> None:
    first = holder(tmp_path)
    said, got = Event(), Event()

    def second() -> None:
        with locked(tmp_path, waiting=said.set):
            got.set()

    thread = Thread(target=second)
    thread.start()
    assert said.wait(20)
    assert not got.is_set()
    close(first)
    assert got.wait(20)
    thread.join()


def test_the_lock_of_a_killed_build_is_free(tmp_path: Path) -> None:
    first = holder(tmp_path)
    first.kill()
    close(first)
    said: list[str] = []
    with locked(tmp_path, waiting=lambda: said.append("waits")):
        assert said == []
