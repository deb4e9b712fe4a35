"""What all tests share: snapshots, the command line, and how hard the property tests try."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("test", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("prove", settings.get_profile("test"), max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))

Snapshot = Callable[[str | bytes, str], None]


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Compare with the file `snapshots/NAME` beside the test; `make snapshots` accepts."""
    folder = request.path.parent / "snapshots"

    def compare(seen: str | bytes, name: str) -> None:
        raw = seen.encode() if isinstance(seen, str) else seen
        file = folder / name
        if os.environ.get("UPDATE_SNAPSHOTS"):
            folder.mkdir(exist_ok=True)
            file.write_bytes(raw)
        if isinstance(seen, str):
            assert seen == file.read_text(encoding="utf-8"), "to accept it: make snapshots"
        else:
            assert raw == file.read_bytes(), "to accept it: make snapshots"

    return compare


@dataclass
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `handbook` with arguments, in this process."""
    from generator.cli import main

    def command(*words: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["handbook", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            main()
        captured = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Ran(left.value.code, captured.out, captured.err)

    return command
