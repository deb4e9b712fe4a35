"""What several processes make comes back in the order asked for; they end with the first one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from multiprocessing import active_children, get_all_start_methods, parent_process
from pathlib import Path
from threading import Event

import pytest

from generator.base.parallel import side_by_side

HERE = str(Path(__file__).parent)


def where(number: int) -> bytes:
    return f"{number} {parent_process() is not None}".encode()


def fail_in_a_worker(number: int) -> bytes:
    if parent_process():
        raise ZeroDivisionError
    return bytes([number])


def end_in_a_worker(number: int) -> bytes:
    if parent_process() and number == 5:
        os._exit(3)
    return bytes([number])


def fail() -> bytes:
    raise ZeroDivisionError


def sleep(number: int) -> bytes:
    os.write(1, f"{os.getpid()}\n".encode())  # in one piece: several processes write
    Event().wait(600)
    os.write(1, b"ended by itself")
    return bytes([number])


def busy(number: int) -> bytes:
    os.write(1, f"{os.getpid()}\n".encode())  # in one piece: several processes write
    for _ in range(10_000_000_000):
        number += 1
    os.write(1, b"ended by itself")
    return b""


@pytest.mark.parametrize("methods", [get_all_start_methods(), ["spawn"]])
def test_the_order_is_kept_however_processes_begin(
    methods: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: methods)
    with side_by_side([partial(where, at) for at in range(9)], jobs=2) as made:
        assert list(made) == [f"{at} True".encode() for at in range(9)]
    assert active_children() == []


@pytest.mark.parametrize(("count", "jobs"), [(5, 4), (9, 1)])
def test_little_work_starts_no_process(count: int, jobs: int) -> None:
    with side_by_side([partial(where, at) for at in range(count)], jobs=jobs) as made:
        assert list(made) == [f"{at} False".encode() for at in range(count)]


@pytest.mark.parametrize("maker", [fail_in_a_worker, end_in_a_worker])
def test_what_a_worker_cannot_make_is_made_in_the_open(maker: object) -> None:
    with side_by_side([partial(maker, at) for at in range(9)], jobs=2) as made:  # type: ignore[operator]
        assert b"".join(made) == bytes(range(9))


def test_an_error_is_told_as_it_is() -> None:
    with (
        pytest.raises(ZeroDivisionError),
        side_by_side([fail] * 9, jobs=2) as made,
    ):
        list(made)


def test_leaving_early_ends_the_processes_at_once() -> None:
    makers = [partial(where, 0), *[partial(sleep, at) for at in range(8)]]
    with side_by_side(makers, jobs=2) as made:
        assert next(made) == b"0 True"
    assert active_children() == []


def test_a_worker_that_is_ended_in_the_middle_of_a_result_holds_nobody_up() -> None:
    # What does not fit into a pipe is handed over in pieces; ended between two of them, the worker
    # had the first process wait for the rest for ever.
    script = (
        f"import sys; sys.path.insert(0, {HERE!r})\n"
        "from functools import partial\n"
        "from generator.base.parallel import side_by_side\n"
        "for _ in range(10):\n"
        "    with side_by_side([partial(bytes, 8_000_000)] * 12, jobs=4) as made:\n"
        "        next(made)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], timeout=60, check=False)
    assert done.returncode == 0


PARENT = """
import sys
sys.path.insert(0, {here!r})
import test_parallel
from functools import partial
from generator.base.parallel import side_by_side

if __name__ == "__main__":
    import multiprocessing
    multiprocessing.get_all_start_methods = lambda: [{method!r}]
    with side_by_side([partial(test_parallel.{maker}, at) for at in range(9)], jobs=2) as made:
        list(made)
"""


@pytest.mark.skipif(os.name != "posix", reason="looks at processes as Unix does")
@pytest.mark.parametrize("maker", ["sleep", "busy"])
@pytest.mark.parametrize("method", get_all_start_methods()[:2])
def test_workers_end_with_a_killed_parent(method: str, maker: str, tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT.format(here=HERE, method=method, maker=maker), encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        workers = [int(parent.stdout.readline()) for _ in range(2)]
        assert len(set(workers)) == 2
        parent.kill()
        # The workers hold the other end of the pipe: it ends when the last one has.
        try:
            assert parent.communicate(timeout=30)[0] == b""
        except subprocess.TimeoutExpired:
            for worker in workers:
                os.kill(worker, signal.SIGKILL)
            raise
