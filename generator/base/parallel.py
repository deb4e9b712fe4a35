"""Makes bytes that do not depend on each other in several processes, in the same order.

The processes live no longer than the one that began them, however that one ends: each watches a
pipe that only the first process holds open, and Linux is told to end them with it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.connection import Connection

WORTH_A_PROCESS = 6
"""From how many makers on, of a tenth of a second each, processes save more than they cost."""

_END_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)
_LONGEST_HAND_OVER = 1.0  # seconds in which a result is read, or nobody reads any more

# Of a worker: what it may be asked to make, and whether it is making something now.
_makers: list[Callable[[], bytes]] = []
_making = Event()
_turn = Lock()  # held where the worker goes from making to handing over, or ends


@contextmanager
def side_by_side(
    makers: Sequence[Callable[[], bytes]], *, jobs: int | None = None, worth: int = WORTH_A_PROCESS
) -> Iterator[Iterator[bytes]]:
    """Give what each of the makers returns, in their order, one by one as they are asked for.

    `jobs` is how many processes work, one a processor if not given; below `worth` makers none is
    started. What one of them cannot make is made here, in the open, with its error. Leaving the
    context ends the processes at once. Where they cannot begin as copies, makers are pickled.
    """
    from multiprocessing import parent_process  # a handbook that is only checked needs no pool

    workers = min(jobs or os.cpu_count() or 1, len(makers))
    if workers < 2 or len(makers) < worth or parent_process():  # noqa: PLR2004
        yield (make() for make in makers)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    copies = "fork" in get_all_start_methods()
    context = get_context("fork" if copies else "spawn")
    watched, held = context.Pipe(duplex=False)
    given = (watched, held if copies else None, tuple(makers))
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=given)
    try:
        yield _in_order(pool, makers)
    finally:
        held.close()
        pool.shutdown(cancel_futures=True)
        watched.close()


def _in_order(pool: ProcessPoolExecutor, makers: Sequence[Callable[[], bytes]]) -> Iterator[bytes]:
    from concurrent.futures.process import BrokenProcessPool

    asked: deque[Future[bytes | None]] = deque()
    try:
        asked.extend(pool.submit(_made, number) for number in range(len(makers)))
    except BrokenProcessPool:
        asked.clear()  # they ended before they were asked for anything
    for make in makers:
        try:
            body = asked.popleft().result() if asked else None
        except BrokenProcessPool:
            body = None
        yield make() if body is None else body


def _begin(
    watched: Connection, held: Connection | None, makers: Sequence[Callable[[], bytes]]
) -> None:
    """Begin the life of a worker: it ends with the first process, and by nobody's Ctrl+C."""
    if held is not None:
        held.close()  # a copy of the end that only the first process may hold
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with, args=(watched,), daemon=True).start()
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_END_WITH_PARENT, int(signal.SIGKILL))
    _makers[:] = makers


def _end_with(watched: Connection) -> None:
    """End the worker when the first process lets go, but never in the middle of a result.

    Half a result in the pipe would have the thread that reads there wait for the rest for ever:
    the first process itself holds the pipe open.
    """
    watched.poll(None)
    with _turn:
        if _making.is_set():
            os._exit(1)
    Event().wait(_LONGEST_HAND_OVER)
    os._exit(1)


def _made(number: int) -> bytes | None:
    _making.set()
    try:
        return _makers[number]()
    except Exception:  # noqa: BLE001 - made again in the first process, where the error is told
        return None
    finally:
        with _turn:
            _making.clear()
