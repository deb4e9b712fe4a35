"""Sources are rewritten all or not at all, and never over what somebody else has changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.publish.gate import Gate
from generator.publish.named_folder import gate_at
from generator.publish.refusal import Refused
from generator.publish.rewriting import Rewrite, rewrite


@pytest.fixture
def gate(tmp_path: Path) -> Gate:
    for name in "abc":
        (tmp_path / name).write_bytes(name.encode())
    return gate_at(tmp_path)


def contents(gate: Gate) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in gate.root.iterdir()}


def test_files_are_written_and_moved_and_keep_their_mode(gate: Gate) -> None:
    (gate.root / "a").chmod(0o640)
    assert rewrite(gate, [Rewrite("a", b"a", b"A"), Rewrite("b", b"b", b"B", "d")]) == ()
    assert contents(gate) == {"a": b"A", "c": b"c", "d": b"B"}
    if os.name == "posix":
        assert (gate.root / "a").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "second", [Rewrite("b", b"other", b"B"), Rewrite("b", b"b", b"B", "c"), Rewrite("x", b"", b"X")]
)
def test_what_is_not_as_it_was_read_stops_everything(gate: Gate, second: Rewrite) -> None:
    with pytest.raises(Refused):
        rewrite(gate, [Rewrite("a", b"a", b"A"), second])
    assert contents(gate) == {"a": b"a", "b": b"b", "c": b"c"}


def test_when_the_disk_refuses_what_was_written_is_put_back(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Gate.write

    def full(self: Gate, path: str, content: bytes) -> bool:
        if content == b"C":
            raise OSError(28, "full")
        return write(self, path, content)

    monkeypatch.setattr(Gate, "write", full)
    with pytest.raises(OSError, match="full"):
        rewrite(
            gate, [Rewrite("a", b"a", b"A"), Rewrite("b", b"b", b"B"), Rewrite("c", b"c", b"C")]
        )
    assert contents(gate) == {"a": b"a", "b": b"b", "c": b"c"}


def test_when_a_move_fails_the_moves_before_it_are_undone(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    move = Gate.move

    def refuse(self: Gate, path: str, target: str) -> None:
        if path == "b":
            raise OSError(13, "denied")
        move(self, path, target)

    monkeypatch.setattr(Gate, "move", refuse)
    with pytest.raises(OSError, match="denied"):
        rewrite(gate, [Rewrite("a", b"a", b"A", "x"), Rewrite("b", b"b", b"B", "y")])
    assert contents(gate) == {"a": b"a", "b": b"b", "c": b"c"}
