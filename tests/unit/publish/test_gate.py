"""Files are written and deleted in opened folders: a link put there later is not followed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.publish.gate import Gate
from generator.publish.refusal import Refused

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
