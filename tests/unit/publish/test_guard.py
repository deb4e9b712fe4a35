"""A folder becomes the site only where nothing of anybody else's can be lost."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.publish.guard import MARKER, keep_marks, site_folder, work_folder
from generator.publish.refusal import Refused

posix = pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "手册 one"
    for folder in ("processes/sales", "content/chapters", "build/store"):
        (root / folder).mkdir(parents=True)
    return root


def guarded(root: Path, site: Path) -> Path:
    return site_folder(root, site, work=work_folder(root))


@pytest.mark.parametrize(
    "name",
    [
        "",
        "..",
        "processes",
        "processes/sales",
        "processes/new",
        "content",
        "content/chapters",
        "content/../processes",
        "build",
    ],
)
def test_folders_of_the_handbook_are_refused(root: Path, name: str) -> None:
    with pytest.raises(Refused):
        guarded(root, root / name)


def test_the_top_of_the_disk_is_refused(root: Path) -> None:
    with pytest.raises(Refused):
        guarded(root, Path(root.anchor))


@pytest.mark.parametrize("name", ["site", "public/handbook", "build/preview"])
def test_a_new_folder_is_taken(root: Path, name: str) -> None:
    assert guarded(root, root / name) == root.resolve() / name


def test_an_empty_folder_is_taken_also_with_git_files(root: Path) -> None:
    (root / "site").mkdir()
    (root / "site/.gitignore").write_text("*\n")
    assert guarded(root, root / "site") == root.resolve() / "site"


def test_a_site_of_ours_is_taken_again(root: Path) -> None:
    (root / "site").mkdir()
    (root / "site/index.html").touch()
    (root / "site" / MARKER).touch()
    assert guarded(root, root / "site") == root.resolve() / "site"


@pytest.mark.parametrize("name", ["thesis.docx", "folder/thesis.docx", ".git/config"])
def test_what_a_build_did_not_make_is_never_deleted(root: Path, name: str) -> None:
    file = root / "site" / name
    file.parent.mkdir(parents=True)
    file.write_text("mine")
    with pytest.raises(Refused) as refused:
        guarded(root, root / "site")
    assert refused.value.message.args["name"] == name.partition("/")[0]
    assert file.read_text() == "mine"


def test_a_repository_inside_a_site_of_ours_is_not_deleted(root: Path) -> None:
    (root / "site/.git").mkdir(parents=True)
    (root / "site" / MARKER).touch()
    with pytest.raises(Refused):
        guarded(root, root / "site")


def test_a_marker_that_is_a_folder_marks_nothing(root: Path) -> None:
    (root / "site" / MARKER).mkdir(parents=True)
    with pytest.raises(Refused):
        guarded(root, root / "site")


def test_a_file_is_no_site(root: Path) -> None:
    (root / "site").touch()
    with pytest.raises(Refused):
        guarded(root, root / "site")


@posix
@pytest.mark.parametrize("target", ["elsewhere", "processes", "nowhere"])
def test_links_are_refused(root: Path, target: str) -> None:
    (root / "elsewhere").mkdir()
    (root / "site").symlink_to(root / target)
    with pytest.raises(Refused):
        guarded(root, root / "site")


@posix
def test_sources_reached_by_another_way_are_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "other way").symlink_to(root)
    for name in ("processes/new", "content", "."):
        with pytest.raises(Refused):
            guarded(root, tmp_path / "other way" / name)
    with pytest.raises(Refused):
        guarded(tmp_path / "other way", root / "processes")


@posix
@pytest.mark.parametrize("name", ["build", "build/store", "build/staged"])
def test_a_work_folder_that_is_a_link_is_refused(root: Path, tmp_path: Path, name: str) -> None:
    for folder in (root / "build/store", root / "build"):
        folder.rmdir()
    (root / name).parent.mkdir(exist_ok=True)
    os.symlink(tmp_path, root / name)
    with pytest.raises(Refused):
        work_folder(root)


def test_a_fresh_site_is_marked_and_keeps_hidden_files(tmp_path: Path) -> None:
    old, fresh = tmp_path / "old", tmp_path / "fresh"
    old.mkdir()
    fresh.mkdir()
    (old / ".gitignore").write_bytes(b"*\n!.gitignore\n")
    (old / ".nojekyll").touch()
    (old / "index.html").touch()
    (fresh / ".nojekyll").write_bytes(b"new")
    keep_marks(old, fresh)
    assert sorted(each.name for each in fresh.iterdir()) == [".gitignore", MARKER, ".nojekyll"]
    assert (fresh / ".gitignore").read_bytes() == b"*\n!.gitignore\n"
    assert (fresh / ".nojekyll").read_bytes() == b"new"
    keep_marks(tmp_path / "none", fresh)
