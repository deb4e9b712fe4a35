"""The site is the old one or the new one, and what is not the product's stays, wherever it is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish.exchange import Beside, two_renames
from generator.publish.gate import Gate
from generator.publish.manifest import SITE, WORK, Entry, Manifest, entry_line, manifest_of
from generator.publish.named_folder import MARKER
from generator.publish.refusal import Refused


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "网 站"


def beside(site: Path) -> Beside:
    found = Beside(Gate(site.parent), site.name)
    site.with_name(found.name).mkdir(exist_ok=True)  # as the lock does
    return found


def fill(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(text)
    (folder / MARKER).write_bytes(manifest_of(Gate(folder), SITE, {}, but=(MARKER,)).whole())


def text(site: Path) -> str:
    return (site / "index.html").read_text()


def left(site: Path) -> list[str]:
    place = site.with_name(f".{site.name}.handbook")
    return sorted(each.name for each in place.rglob("*"))


def test_the_first_site_is_put_in_place(site: Path) -> None:
    place = beside(site)
    place.begin()
    fill(place.gate.path(f"{place.name}/new"), "new")
    place.exchange()
    place.discard()
    assert text(site) == "new"
    assert left(site) == []


@pytest.mark.parametrize("system", [True, False])
def test_a_site_replaces_the_one_before_with_all_its_files(
    site: Path, monkeypatch: pytest.MonkeyPatch, system: bool
) -> None:
    if not system:
        monkeypatch.setattr(Gate, "swap", lambda gate, one, other: False)
    (site / "a").mkdir(parents=True)
    (site / "a/gone.html").touch()
    fill(site, "old")
    place = beside(site)
    place.begin()
    fill(place.gate.path(f"{place.name}/new"), "new")
    place.exchange()
    place.discard()
    assert sorted(each.name for each in site.iterdir()) == [MARKER, "index.html"]
    assert text(site) == "new"
    assert left(site) == []
    assert place.kept == set()


def test_what_came_into_the_site_at_the_last_moment_is_put_aside(site: Path) -> None:
    (site / "forms").mkdir(parents=True)
    (site / "forms/order.docx").write_text("blank")
    fill(site, "old")
    place = beside(site)
    place.begin()
    fill(place.gate.path(f"{place.name}/new"), "new")
    (site / "forms/order.docx").write_text("filled in")
    (site / "photos").mkdir()
    (site / "photos/x.jpg").touch()
    (site / "empty").mkdir()
    place.exchange()
    place.discard()
    (kept,) = place.kept
    folder = site.with_name(kept)
    assert sorted(str(each.relative_to(folder)) for each in folder.rglob("*")) == [
        "empty",
        "forms",
        "forms/order.docx",
        "photos",
        "photos/x.jpg",
    ]
    assert (folder / "forms/order.docx").read_text() == "filled in"
    assert left(site) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a call of Linux")
def test_two_folders_are_exchanged_in_one_call(tmp_path: Path) -> None:
    fill(tmp_path / "a", "a")
    fill(tmp_path / "b", "b")
    gate = Gate(tmp_path)
    if not gate.swap("a", "b"):
        pytest.skip("this disk cannot exchange folders")
    assert (text(tmp_path / "a"), text(tmp_path / "b")) == ("b", "a")
    assert not gate.swap("a", "none")
    assert text(tmp_path / "a") == "b"


def test_without_that_call_two_renames_do(tmp_path: Path) -> None:
    fill(tmp_path / "site", "old")
    fill(tmp_path / "new", "new")
    two_renames(Gate(tmp_path), "new", "site", "aside")
    assert (text(tmp_path / "site"), text(tmp_path / "aside")) == ("new", "old")


def test_where_the_second_rename_fails_the_first_is_undone(tmp_path: Path) -> None:
    fill(tmp_path / "site", "old")
    with pytest.raises(OSError):
        two_renames(Gate(tmp_path), "missing", "site", "aside")
    assert text(tmp_path / "site") == "old"


@pytest.mark.parametrize(
    ("there", "whole", "recovered"),
    [
        ({"site": "old", "new": "part"}, False, "old"),  # killed while it was being made
        ({"new": "part"}, False, None),  # the same, for the first site
        ({"new": "new"}, True, "new"),  # the first site, killed before the rename
        ({"new": "new", "old": "old"}, True, "new"),  # killed between the two renames
        ({"old": "old"}, True, "old"),  # somebody deleted the new one after that
        ({"site": "new", "old": "old"}, True, "new"),  # killed after the second rename
        ({"site": "new", "new": "old"}, True, "new"),  # killed after the exchange
        ({"site": "old", "new": "new"}, True, "old"),  # killed before it
    ],
)
def test_what_a_killed_build_left_is_recovered(
    site: Path, there: dict[str, str], whole: bool, recovered: str | None
) -> None:
    place = beside(site)
    folder = site.with_name(place.name)
    for name, content in there.items():
        fill(site if name == "site" else folder / name, content)
    if not whole:
        (folder / "new" / MARKER).unlink()
    noted = entry_line("new/index.html", Entry()) if not whole else b""
    (folder / "list").write_bytes(Manifest(of=WORK).head() + noted)
    if whole:
        (folder / "exchange").touch()
    place.begin()
    assert list((folder / "new").iterdir()) == []
    assert (text(site) if site.exists() else None) == recovered
    place.discard()
    assert left(site) == []
    assert place.kept == set()


@pytest.mark.parametrize(
    "path", ["thesis.docx", "new/thesis.docx", "files/x/thesis.docx", "new/empty/", "old/a.docx"]
)
@pytest.mark.parametrize("listed", [True, False])
def test_what_is_not_ours_beside_the_site_is_refused(site: Path, path: str, listed: bool) -> None:
    place = beside(site)
    folder = site.with_name(place.name)
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).mkdir() if path.endswith("/") else (folder / path).write_text("mine")
    if listed:
        (folder / "list").write_bytes(Manifest(of=WORK).head())
    if listed and path.startswith("old/"):
        place.begin()  # of a site that was published: put aside, as people's files may be there
        assert site.with_name(next(iter(place.kept))).joinpath("a.docx").read_text() == "mine"
        return
    with pytest.raises(Refused):
        place.begin()
    assert (folder / path).exists()


def test_what_cannot_be_deleted_is_told_and_blocks_nobody(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = exchanged(site)
    with monkeypatch.context() as patch:
        patch.setattr(Gate, "remove", held("index.html"))
        place.discard()
        place.begin()
        assert [name for name, _ in place.here.entries()] == ["files", "left-1", "list", "new"]
        place.discard()
        assert [each.name for each in place.left()] == ["left-1"]
        assert [name for name, _ in place.here.entries()] == ["left-1", "list"]
    place.begin()
    assert left(site) == ["files", "list", "new"]
    assert place.kept == set()
    assert text(site) == "new"


def test_a_closed_folder_of_the_site_before_is_deleted(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = exchanged(site)
    folder = place.here.path("new/a")
    folder.chmod(0o555)
    remove = Gate.remove

    def as_its_owner(gate: Gate, path: str) -> None:
        """Root may delete everywhere: ask for the right that others need."""
        if not gate.path(path).parent.stat().st_mode & 0o200:
            raise PermissionError(13, "", path)
        remove(gate, path)

    monkeypatch.setattr(Gate, "remove", as_its_owner)
    place.discard()
    assert left(site) == []


def exchanged(site: Path) -> Beside:
    """A new site in place, and the old one not yet deleted."""
    (site / "a").mkdir(parents=True)
    (site / "a/page.html").touch()
    fill(site, "old")
    place = beside(site)
    place.begin()
    fill(place.gate.path(f"{place.name}/new"), "new")
    place.exchange()
    return place


def held(name: str) -> Callable[[Gate, str], None]:
    """Delete a file, unless it has a name that another program holds open."""
    remove = Gate.remove

    def call(gate: Gate, path: str) -> None:
        if path == name:
            raise PermissionError(13, "", path)
        remove(gate, path)

    return call
