"""One build at a time; the others wait, and a killed one leaves no lock behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from generator.base.diagnostics import Message
from generator.publish import lock
from generator.publish.gate import Gate
from generator.publish.lock import LOCK, locked
from generator.publish.refusal import Refused

HOLD = """
import sys
from pathlib import Path
from generator.publish.gate import Gate
from generator.publish.lock import locked
with locked(Gate(Path(sys.argv[1])), "work", waiting=print):
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
    said: list[Message] = []
    for _ in range(2):
        with locked(Gate(tmp_path), "work", waiting=said.append):
            assert (tmp_path / "work").is_dir()
        assert list(tmp_path.iterdir()) == []
    assert said == []


def test_a_second_build_says_so_and_waits(tmp_path: Path) -> None:
    first = holder(tmp_path)
    said, got = Event(), Event()

    def second() -> None:
        with locked(Gate(tmp_path), "work", waiting=lambda _: said.set()):
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
    said: list[Message] = []
    with locked(Gate(tmp_path), "work", waiting=said.append):
        assert said == []


def test_waiting_has_an_end_and_names_who_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.3)
    first = holder(tmp_path)
    os.utime(tmp_path / "work" / LOCK, (0, 0))
    said: list[Message] = []
    with (
        pytest.raises(Refused) as refused,
        locked(Gate(tmp_path), "work", waiting=said.append),
    ):
        pass
    for message in (*said, refused.value.message):
        assert message.args["holder"] == Message("process {number}", {"number": str(first.pid)})
        assert int(str(message.args["seconds"])) > 1_000_000_000
    assert len(said) == 1
    close(first)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that begin as copies")
def test_a_copy_of_the_process_does_not_hold_the_lock(tmp_path: Path) -> None:
    read, write = os.pipe()
    begun, began = os.pipe()
    said: list[Message] = []
    with locked(Gate(tmp_path), "work", waiting=said.append):
        child = os.fork()
        if not child:
            os.close(write)
            os.write(began, b".")
            os.read(read, 1)  # until the first process closes the other end
            os._exit(0)
        os.close(read)
        os.read(begun, 1)
        (tmp_path / "work" / LOCK).rename(tmp_path / "kept")  # so that the release leaves it
    descriptor = os.open(tmp_path / "kept", os.O_RDWR)
    taken = lock._take(descriptor)
    os.close(descriptor)
    os.close(write)
    os.waitpid(child, 0)
    os.close(begun)
    os.close(began)
    assert taken


@pytest.mark.parametrize("text", [b"my notes", b"handbook build " + b"x" * 100])
def test_a_file_that_is_no_lock_is_left_alone(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / LOCK).write_bytes(text)
    with pytest.raises(Refused), locked(Gate(tmp_path), "work", waiting=print):
        pass
    assert (tmp_path / "work" / LOCK).read_bytes() == text


@pytest.mark.skipif(os.name != "posix", reason="links need a right on Windows")
@pytest.mark.parametrize("name", ["work", "work/lock"])
def test_a_lock_behind_a_link_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/file").touch()
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).symlink_to(tmp_path / ("other/file" if "/" in name else "other"))
    with pytest.raises(Refused), locked(Gate(tmp_path), "work", waiting=print):
        pass
    assert [each.name for each in (tmp_path / "other").iterdir()] == ["file"]
    assert (tmp_path / "other/file").read_bytes() == b""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc lets nobody make files")
def test_where_no_lock_can_be_made_nobody_waits() -> None:
    with pytest.raises(Refused) as refused, locked(Gate(Path("/proc")), "work", waiting=print):
        pass
    assert "cannot be made" in refused.value.message.id
