"""The fast gate tests the core, and whatever has changed."""

from __future__ import annotations

import pytest
from affected import CORE, ROOT, changed_files, chosen


@pytest.mark.parametrize(
    ("changed", "test"),
    [
        ("generator/layout/tracks.py", "tests/unit/layout/test_tracks.py"),
        ("generator/renderers/svg/shapes.py", "tests/unit/renderers/svg/test_shapes.py"),
        ("generator/layout/anew.py", "tests/unit/layout"),
        ("generator/outputs/entries/calendars.py", "tests/unit/outputs"),
        ("generator/app.py", "tests/unit"),
        ("tests/golden/test_golden.py", "tests/golden/test_golden.py"),
    ],
)
def test_what_has_changed_is_tested(changed: str, test: str) -> None:
    assert (ROOT / test).exists()
    assert test in chosen([changed, "README.md"])


@pytest.mark.parametrize(
    "changed",
    [
        "docs/index.md",
        "tests/support/small.py",
        "tests/unit/test_gone.py",
        "generator/model/due.py",
    ],
)
def test_what_has_no_test_of_its_own_or_is_in_the_core_adds_nothing(changed: str) -> None:
    assert chosen([changed]) == list(CORE)


def test_the_core_is_there_and_no_test_is_named_twice() -> None:
    assert all((ROOT / each).is_dir() for each in CORE)
    assert chosen(["generator/app.py"]) == ["tests/rules", "tests/unit"]


def test_changed_files_are_those_of_this_checkout() -> None:
    assert all(not path.startswith(("/", '"', "..")) for path in changed_files())
