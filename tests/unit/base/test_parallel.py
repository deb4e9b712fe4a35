"""What several processes make comes back in the order in which it was asked for."""

from __future__ import annotations

from functools import partial
from multiprocessing import get_all_start_methods

import pytest

from generator.base.parallel import side_by_side


@pytest.mark.parametrize("methods", [get_all_start_methods(), ["spawn"]])
def test_the_order_is_kept_however_processes_begin(
    methods: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: methods)
    makers = [partial(bytes, [at]) for at in range(9)]
    assert side_by_side(makers, jobs=2) == side_by_side(makers, jobs=1)
