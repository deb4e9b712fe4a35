"""The site is the old one or the new one, and never something between."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.publish.exchange import (
    aside,
    discard,
    exchange,
    fresh_folder,
    swapped,
    two_renames,
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "网 站"


def fill(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(text)


def text(site: Path) -> str:
    return (site / "index.html").read_text()


def left(site: Path) -> list[str]:
    beside = aside(site)
    return sorted(each.name for each in beside.iterdir()) if beside.exists() else []


def test_the_first_site_is_put_in_place(site: Path) -> None:
    fill(fresh_folder(site), "new")
    exchange(site)
    discard(site)
    assert text(site) == "new"
    assert left(site) == []


def test_a_site_replaces_the_one_before_with_all_its_files(site: Path) -> None:
    fill(site, "old")
    (site / "gone.html").touch()
    fill(fresh_folder(site), "new")
    exchange(site)
    discard(site)
    assert [each.name for each in site.iterdir()] == ["index.html"]
    assert text(site) == "new"
    assert left(site) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a call of Linux")
def test_two_folders_are_exchanged_in_one_call(tmp_path: Path) -> None:
    fill(tmp_path / "a", "a")
    fill(tmp_path / "b", "b")
    if not swapped(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this disk cannot exchange folders")
    assert (text(tmp_path / "a"), text(tmp_path / "b")) == ("b", "a")
    assert not swapped(tmp_path / "a", tmp_path / "none")
    assert text(tmp_path / "a") == "b"


def test_without_that_call_two_renames_do(tmp_path: Path) -> None:
    fill(tmp_path / "site", "old")
    fill(tmp_path / "new", "new")
    two_renames(tmp_path / "new", tmp_path / "site", tmp_path / "aside")
    assert (text(tmp_path / "site"), text(tmp_path / "aside")) == ("new", "old")


def test_where_the_second_rename_fails_the_first_is_undone(tmp_path: Path) -> None:
    fill(tmp_path / "site", "old")
    with pytest.raises(OSError):
        two_renames(tmp_path / "missing", tmp_path / "site", tmp_path / "aside")
    assert text(tmp_path / "site") == "old"


@pytest.mark.parametrize(
    ("there", "healed"),
    [
        ({"site": "old", "new": "part"}, "old"),  # killed while it was being made
        ({"new": "part"}, None),  # the same, for the first site
        ({"new": "new", "old": "old"}, "new"),  # killed between the two renames
        ({"old": "old"}, "old"),  # somebody deleted the new one after that
        ({"site": "new", "old": "old"}, "new"),  # killed after the second rename
        ({"site": "new", "new": "old"}, "new"),  # killed after the exchange
    ],
)
def test_what_a_killed_build_left_is_healed(
    site: Path, there: dict[str, str], healed: str | None
) -> None:
    for name, content in there.items():
        fill(site if name == "site" else aside(site) / name, content)
    fresh = fresh_folder(site)
    assert list(fresh.iterdir()) == []
    assert (text(site) if site.exists() else None) == healed
    discard(site)
    assert left(site) == []
