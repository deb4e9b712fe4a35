"""Makes bytes that do not depend on each other in several processes, in the same order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from os import cpu_count

_WORTH_A_PROCESS = 6  # of what takes a tenth of a second each


def side_by_side(
    makers: Sequence[Callable[[], bytes]], *, jobs: int | None = None
) -> tuple[bytes, ...]:
    """Return what each of the makers returns; `jobs` is how many processes work, one a processor.

    Where processes cannot begin as copies, as on Windows, the makers are pickled.
    """
    workers = jobs or cpu_count() or 1
    if workers < 2 or len(makers) < _WORTH_A_PROCESS:  # noqa: PLR2004
        return tuple(make() for make in makers)
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(workers, mp_context=get_context(method)) as pool:
        return tuple(pool.map(_made, makers))


def _made(maker: Callable[[], bytes]) -> bytes:
    return maker()
