"""What reading gives chains: behind a fault nothing is read on."""

from __future__ import annotations

import pytest

from generator.notation.due_rules import DUE_TIME
from generator.notation.findings import Fault, Good, Read

FAULT = Fault(DUE_TIME, 0, 5, {"time": "25:00"})


def whole(text: str) -> Read[int]:
    return Good(int(text)) if text.isdigit() else FAULT


def test_what_was_read_goes_on() -> None:
    assert Good("12").then(whole).map(lambda number: number + 1) == Good(13)


def test_the_first_fault_stands_to_the_end() -> None:
    assert Good("x").then(whole).map(lambda number: number + 1) is FAULT
    assert FAULT.then(lambda _: pytest.fail("read on behind a fault")) is FAULT
    assert FAULT.map(lambda _: pytest.fail("made of a fault")) is FAULT
