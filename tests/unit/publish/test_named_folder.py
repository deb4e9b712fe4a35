"""On the way to a folder that somebody named no link is followed, as far as the way is known."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.publish.named_folder import gate_at
from generator.publish.refusal import Refused

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with `elsewhere` beside it and links to that."""
    here = tmp_path / "here"
    (here / "own").mkdir(parents=True)
    (tmp_path / "elsewhere/inside").mkdir(parents=True)
    (here / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "beside").symlink_to(tmp_path / "elsewhere")
    monkeypatch.chdir(here)
    return here


@pytest.mark.parametrize(
    "name",
    [".", "own", "new/out", ".hidden/out", "own/../out", "..", "../out", "../here/out", "./a//b/."],
)
def test_a_folder_without_links_is_made(here: Path, name: str) -> None:
    gate = gate_at(Path(name))
    assert gate.root == (here / name).resolve()
    assert gate.root.is_dir()


@pytest.mark.parametrize(
    "name",
    [
        "link",
        "link/out",
        "link/inside",
        "link/../out",
        "own/../link/out",
        "../beside",
        "../beside/out",
    ],
)
def test_a_link_on_the_way_is_refused(here: Path, name: str) -> None:
    before = sorted(here.parent.rglob("*"))
    with pytest.raises(Refused, match="is a link"):
        gate_at(Path(name))
    assert sorted(here.parent.rglob("*")) == before


def test_below_the_handbook_the_way_is_known_for_a_whole_path_too(here: Path) -> None:
    with pytest.raises(Refused, match="is a link"):
        gate_at(here / "link/out", here)
    assert gate_at(here / "link/out").root == here.parent / "elsewhere/out"


def test_a_handbook_may_stand_behind_a_link(here: Path) -> None:
    home = here / "link/inside"
    assert gate_at(home / "out", home).root == here.parent / "elsewhere/inside/out"
    assert gate_at(Path("link/inside/out"), Path("link/inside")).root.is_dir()


@pytest.mark.parametrize("name", ["file", "file/out", "../here/file"])
def test_a_file_in_the_way_is_told(here: Path, name: str) -> None:
    (here / "file").write_text("")
    with pytest.raises(Refused, match="is no folder"):
        gate_at(Path(name))
