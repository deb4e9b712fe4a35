"""`handbook diff` reads revisions and folders; what cannot be read is never “no change”."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bicycles import BICYCLES

from generator.report.changes.markdown import MARKER

REPAIR = "processes/workshop/repair-bicycle.yml"


def git(root: Path, *words: str) -> None:
    named = ("-c", "user.name=E", "-c", "user.email=e@e.example", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *named, *words), cwd=root, check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The bicycles in a folder of a repository, with one commit."""
    place = tmp_path / "office" / "bicycles"
    shutil.copytree(BICYCLES, place)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "First")
    return place


def edit(root: Path, old: str, new: str, path: str = REPAIR) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def test_the_files_are_compared_with_a_revision(root: Path, run: Callable[..., Any]) -> None:
    edit(root, "    due: 1wd\n", "    due: 2wd\n")
    done = run("-C", root, "--lang", "en", "diff", "HEAD")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(MARKER)
    assert "Mechanic: relearns" in done.out


def test_two_revisions_a_file_that_moved_and_a_folder(
    root: Path, run: Callable[..., Any], tmp_path: Path
) -> None:
    git(root, "mv", "processes/stock/buy-parts.yml", "processes/workshop/buy-parts.yml")
    git(root, "commit", "-q", "-m", "Moved")
    found = json.loads(run("-C", root, "diff", "HEAD~1", "HEAD", "--format", "json").out)
    assert [(each["key"], each["class"]) for each in found["changes"]] == [("chapter", "control")]
    shutil.copytree(BICYCLES, tmp_path / "old")
    found = json.loads(run("-C", root, "diff", tmp_path / "old", "--format", "json").out)
    assert [each["key"] for each in found["changes"]] == ["chapter"]


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "HEAD:processes", "", "HEAD~9"])
def test_an_unknown_revision_cannot_run(root: Path, run: Callable[..., Any], name: str) -> None:
    done = run("-C", root, "--lang", "en", "diff", "--", name)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.strip().splitlines()) == 1


def test_without_a_repository_or_a_handbook_it_cannot_run(
    root: Path, run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(root, "rm", "-rq", "--cached", "processes", "content")
    git(root, "commit", "-q", "-m", "Nothing")
    done = run("-C", root, "--lang", "en", "diff", "HEAD")
    assert done.code == 2
    assert "no handbook" in done.err
    edit(root, "title: How Two Wheels works", "title: [", "processes/handbook.yml")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Broken")
    shutil.copy(BICYCLES / "processes/handbook.yml", root / "processes/handbook.yml")
    done = run("-C", root, "--lang", "en", "diff", "HEAD")
    assert "Not compared" in done.out
    assert "No change" not in done.out
    assert done.code == 2
    assert done.err == (
        "processes/handbook.yml of “HEAD” cannot be read whole (1 such file): what changed in it "
        "is not known. Mend it, or name a state in which it is whole.\n"
    )
    shutil.copytree(BICYCLES, tmp_path / "alone")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    shutil.rmtree(tmp_path / ".git")
    done = run("-C", tmp_path / "alone", "--lang", "en", "diff", "HEAD")
    assert done.code == 2
    monkeypatch.setenv("PATH", str(tmp_path))
    done = run("-C", tmp_path / "alone", "--lang", "en", "diff", "HEAD")
    assert done.code == 2
    assert "git is not there" in done.err


def test_a_broken_file_is_named_and_the_others_are_compared(
    root: Path, run: Callable[..., Any]
) -> None:
    edit(root, "    due: 1wd\n", "    due: 2wd\n")
    edit(root, "title: Stow", "title: [", "processes/stock/buy-parts.yml")
    found = json.loads(run("-C", root, "diff", "HEAD", "--format", "json").out)
    assert found["unread"] == ["processes/stock/buy-parts.yml"]
    assert [each["key"] for each in found["changes"]] == ["due"]


def test_html_goes_to_a_file_with_both_diagrams(root: Path, run: Callable[..., Any]) -> None:
    edit(root, "    due: 1wd\n", "    due: 2wd\n")
    target = root.parent / "out" / "changes.html"
    done = run("-C", root, "--lang", "zh", "diff", "HEAD", "--format", "html", "-o", target)
    assert (done.code, done.out) == (0, "")
    html = target.read_text(encoding="utf-8")
    assert html.count("<svg") == 2
    assert "flow-mark-changed" in html
    assert "要重学" in html
