"""Files are written and deleted in opened folders: a link put there later is not followed."""

from __future__ import annotations

import errno
import inspect
import io
import os
import re
import sys
from pathlib import Path

import pytest

from generator.base.artifact import Artifact
from generator.publish.gate import Gate
from generator.publish.manifest import half_of
from generator.publish.refusal import Refused
from generator.publish.writer import PathClash, write_artifacts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder of somebody else's, with the files that the product would write or delete."""
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "b").mkdir(parents=True)
    for path in ("file", "b/file"):
        (elsewhere / path).write_text("somebody else's")
    return elsewhere


@pytest.mark.parametrize("by_descriptor", [True, False])
@pytest.mark.parametrize("swapped", ["a", "a/b"])
def test_a_folder_that_becomes_a_link_is_not_followed(
    tmp_path: Path, elsewhere: Path, swapped: str, by_descriptor: bool
) -> None:
    top = Gate(tmp_path, by_descriptor)
    top.write("a/b/file", b"ours")
    inside = top.below("a").below("b")
    assert inside.read("file") == b"ours"
    (tmp_path / swapped).rename(tmp_path / "away")
    (tmp_path / swapped).symlink_to(elsewhere)
    tries = (
        lambda: inside.write("file", b"ours"),
        lambda: inside.write("new/file", b"ours"),
        lambda: inside.create("other", b"ours"),
        lambda: inside.append("file", b"ours"),
        lambda: inside.remove("file"),
        lambda: inside.make_folder("folder"),
        lambda: inside.move("file", "other"),
        lambda: inside.read("file"),
        lambda: inside.below("c"),
    )
    for each in tries:
        with pytest.raises(Refused, match="is a link"):
            each()
    assert sorted(path.name for path in elsewhere.rglob("*")) == ["b", "file", "file"]
    assert (elsewhere / "b/file").read_text() == "somebody else's"


def test_a_file_with_a_second_name_is_not_changed_in_place(tmp_path: Path, elsewhere: Path) -> None:
    (tmp_path / "list").hardlink_to(elsewhere / "file")
    gate = Gate(tmp_path)
    with pytest.raises(Refused, match="hard link"):
        gate.append("list", b"ours")
    with pytest.raises(Refused, match="hard link"):
        gate.open("list")
    assert gate.write("list", b"ours")  # a new file takes the name
    assert (elsewhere / "file").read_text() == "somebody else's"


def test_the_owner_can_delete_from_a_folder_that_was_closed(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o555)
    Gate(tmp_path).make_writable("closed")
    assert (tmp_path / "closed").stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("by_descriptor", [True, False])
def test_what_ends_like_half_a_file_is_left_to_whoever_put_it_there(
    tmp_path: Path, by_descriptor: bool
) -> None:
    gate = Gate(tmp_path, by_descriptor)
    (tmp_path / "page.yml.handbook-new").write_text("mine")
    gate.write("page.yml", b"ours")
    with gate.written("page.yml") as file:
        file.write(b"ours again")
    assert (tmp_path / "page.yml.handbook-new").read_text() == "mine"
    assert (tmp_path / "page.yml").read_text() == "ours again"
    assert len(list(tmp_path.iterdir())) == 2


def test_of_what_is_half_written_the_ending_is_known() -> None:
    assert half_of("a/b.yml.handbook-new") == "a/b.yml"
    assert half_of("b.yml.handbook-new12") == "b.yml"
    assert half_of("b.yml.handbook-newer") is None
    assert half_of("b.yml") is None


@pytest.mark.parametrize("create", [True, False])
def test_a_full_disk_leaves_no_half_file_and_is_told_with_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, create: bool
) -> None:
    class Full(io.FileIO):
        def write(self, _: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fdopen", lambda number, _: Full(number, "w"))
    gate = Gate(tmp_path)
    with pytest.raises(OSError) as full:
        (gate.create if create else gate.write)("a/page.yml", b"ours")
    assert full.value.filename == str(tmp_path / "a/page.yml")
    assert list((tmp_path / "a").iterdir()) == []


def test_folders_may_be_deeper_than_python_can_call(tmp_path: Path) -> None:
    usual = sys.getrecursionlimit()
    depth = len(inspect.stack()) + 150
    gate = Gate(tmp_path)
    sys.setrecursionlimit(depth)
    try:
        gate.make_folders("/".join("d" * depth))
        found = list(gate.walk())
        for path, _ in found:
            gate.remove_folder(path)
    finally:
        sys.setrecursionlimit(usual)
    assert len(found) == depth
    assert found[-1][0] == "d"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.promise("T6")
@pytest.mark.parametrize("path", ["../a", "a/../../b", "/etc/x", "a/..", "..", "a\\..\\b"])
def test_no_artifact_is_written_outside_of_its_folder(tmp_path: Path, path: str) -> None:
    gate = Gate(tmp_path / "site")
    gate.root.mkdir()
    with pytest.raises(PathClash):
        write_artifacts(gate, [Artifact(path, lambda: b"x")])
    if ".." in path.split("/"):
        with pytest.raises(ValueError, match=re.escape(path)):
            gate.write(path, b"x")
    assert [each.name for each in tmp_path.rglob("*")] == ["site"]
