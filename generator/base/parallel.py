"""Makes bytes that do not depend on each other in several processes, in the same order.

Each process has a pipe of its own: whoever asks may end it at any moment, in the middle of a
result too. None lives longer than the process that began it, however that one ends.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

WORTH_A_PROCESS = 6
"""From how many makers on, of a tenth of a second each, processes save more than they cost."""

_AHEAD = 2  # what a worker is asked for at a time: it never waits for its next number
_ENDING = {signal.SIGINT, signal.SIGTERM}


@dataclass(eq=False)
class _Worker:
    process: BaseProcess
    connection: Connection
    asked: deque[int] = field(default_factory=deque)

    def ask(self, number: int) -> None:
        with suppress(OSError):  # it has ended; that is seen where its answer is read
            self.connection.send(number)
        self.asked.append(number)


@contextmanager
def side_by_side(
    makers: Sequence[Callable[[], bytes]], *, jobs: int | None = None, worth: int = WORTH_A_PROCESS
) -> Iterator[Iterator[bytes]]:
    """Give what each of the makers returns, in their order, one by one as they are asked for.

    `jobs` is how many processes work, one a processor if not given; below `worth` makers none is
    started. What one of them cannot make is made here, in the open, with its error. Leaving the
    context ends the processes at once. Where they cannot begin as copies, makers are pickled.
    """
    from multiprocessing import parent_process  # a handbook that is only checked needs no workers

    count = min(jobs or os.cpu_count() or 1, len(makers))
    if count < 2 or len(makers) < worth or parent_process():  # noqa: PLR2004
        yield (make() for make in makers)
        return
    workers: list[_Worker] = []
    try:
        for _ in range(count):
            _start(workers, makers)
        yield _in_order(workers, makers)
    finally:
        for worker in workers:
            worker.process.kill()
        for worker in workers:
            worker.process.join()
            worker.process.close()
            worker.connection.close()


def _start(workers: list[_Worker], makers: Sequence[Callable[[], bytes]]) -> None:
    """Start one more worker: in the list as soon as it is there, whatever signal comes."""
    from multiprocessing import Pipe, get_all_start_methods, get_context

    copies = "fork" in get_all_start_methods()
    kind: type[BaseProcess] = (
        get_context("fork").Process if copies else get_context("spawn").Process
    )
    ours, theirs = Pipe()
    copied = [ours, *(each.connection for each in workers)] if copies else []
    process = kind(target=_work, args=(theirs, copied, tuple(makers)), daemon=True)
    with _no_signals():
        process.start()
        workers.append(_Worker(process, ours))
    theirs.close()


@contextmanager
def _no_signals() -> Iterator[None]:
    """Hold signals back from this process, and from one that begins as its copy."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _in_order(workers: list[_Worker], makers: Sequence[Callable[[], bytes]]) -> Iterator[bytes]:
    from multiprocessing.connection import wait

    made: dict[int, bytes | None] = {}
    numbers = iter(range(len(makers)))
    at_work = {worker.connection: worker for worker in workers}
    for _ in range(_AHEAD):
        for worker in workers:
            _ask_next(worker, numbers)
    for number, make in enumerate(makers):
        while number not in made and at_work:
            for connection in wait(list(at_work)):
                worker = at_work[connection]  # type: ignore[index]
                try:
                    body = worker.connection.recv()
                except (EOFError, OSError):
                    made |= dict.fromkeys(worker.asked)
                    del at_work[worker.connection]
                else:
                    made[worker.asked.popleft()] = body
                    _ask_next(worker, numbers)
        body = made.pop(number, None)
        yield make() if body is None else body


def _ask_next(worker: _Worker, numbers: Iterator[int]) -> None:
    number = next(numbers, None)
    if number is not None:
        worker.ask(number)


def _work(
    asked: Connection, copied: Sequence[Connection], makers: Sequence[Callable[[], bytes]]
) -> None:
    """Live as a worker: make what is asked for, until the first process ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    for connection in copied:
        connection.close()  # of others: they could not see when the first process lets go
    Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):  # nobody asks any more
        while True:
            asked.send(_made(makers[asked.recv()]))


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _made(make: Callable[[], bytes]) -> bytes | None:
    try:
        return make()
    except Exception:  # noqa: BLE001 - made again in the first process, where the error is told
        return None
