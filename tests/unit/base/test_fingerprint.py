"""A key tells apart all that makes a document differ, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import Enum
from types import MappingProxyType

import pytest

from generator.base.fingerprint import fingerprint


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class Box:
    title: str
    parts: tuple[object, ...] = ()
    where: object = field(default=None, compare=False)


def test_equal_values_have_one_key() -> None:
    one = Box(
        "a", (1, Decimal("1.0"), date(2026, 1, 1), time(9), Colour.RED, None, frozenset("ab"))
    )
    same = Box("a", (*one.parts[:-1], frozenset("ba")), where=object())
    assert fingerprint(one) == fingerprint(same)
    assert fingerprint({"a": 1, "b": 2}) == fingerprint(MappingProxyType({"b": 2, "a": 1}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("ab",)),
        (("a", ("b", "c")), (("a", "b"), "c")),
        (1, "1"),
        (1, True),
        (None, "None"),
        (Box("a"), ("Box", "title", "a")),
        (Box("a", ("b",)), Box("b", ("a",))),
        ({"a": "b"}, {"b": "a"}),
        (b"a", "a"),
        (Decimal("1.0"), Decimal("1.00")),
        (frozenset("ab"), ("a", "b")),
        ((), None),
    ],
)
def test_different_values_have_different_keys(one: object, other: object) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_the_key_is_the_same_in_every_process() -> None:
    code = (
        "from generator.base.fingerprint import fingerprint\n"
        "print(fingerprint(frozenset(map(str, range(50))), {'b': 1, 'a': ()}))"
    )
    keys = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(keys) == 1


def test_what_has_no_lasting_text_is_refused() -> None:
    with pytest.raises(TypeError):
        fingerprint(object())
