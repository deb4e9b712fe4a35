"""While things are made that are kept, no search for rubbish runs; afterwards it does again."""

import gc

import pytest

from generator.base.rubbish import nothing_thrown_away


def _stopped(seen: list[bool]) -> None:
    with nothing_thrown_away():
        with nothing_thrown_away():
            seen.append(gc.isenabled())
        seen.append(gc.isenabled())  # the outer one still holds
        raise ValueError("stop")


def test_the_search_rests_inside_and_goes_on_behind_whatever_happens() -> None:
    seen: list[bool] = [gc.isenabled()]
    with pytest.raises(ValueError, match="stop"):
        _stopped(seen)
    assert [*seen, gc.isenabled()] == [True, False, False, True]
