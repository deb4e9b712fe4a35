"""What all tests share: snapshots, the command line, and how hard the property tests try."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from golden import ACCEPTING, compare
from hypothesis import HealthCheck, settings

os.environ["HANDBOOK_STRICT_MESSAGES"] = "1"  # a sentence that no catalogue has stops a test

# What a shell starts in the background does not hear Ctrl+C, nor would what the tests start there.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A gate says the same of the same code each time; the long proofs look for what is new.
settings.register_profile(
    "test", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "prove", settings.get_profile("test"), max_examples=1_000, derandomize=False
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))

pytest_plugins = ["left_out"]

Snapshot = Callable[[str, str], None]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where new snapshots are accepted, run only the tests that compare with some."""
    if ACCEPTING:
        items[:] = [each for each in items if {"snapshot", "goldens"} & set(_fixtures(each))]


def _fixtures(item: pytest.Item) -> tuple[str, ...]:
    return tuple(getattr(item, "fixturenames", ()))


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Compare with the file `snapshots/NAME` beside the test; `make snapshots` accepts."""
    folder = request.path.parent / "snapshots"
    return lambda seen, name: compare(seen, folder / name)


@dataclass
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `handbook` with arguments, in this process."""
    from generator.cli import main

    def command(*words: str | Path) -> Ran:
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        captured = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Ran(left.value.code, captured.out, captured.err)

    return command
