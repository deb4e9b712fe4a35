"""What changed between two sites, and which times stay."""

from __future__ import annotations

import os
from pathlib import Path

from generator.publish.comparison import changed_files
from generator.publish.gate import Gate
from generator.publish.manifest import SITE, Manifest, manifest_of


def manifest(folder: Path) -> Manifest:
    return manifest_of(Gate(folder), SITE, {}, but=())


def test_changed_new_and_missing_files_are_told(tmp_path: Path) -> None:
    old, fresh = tmp_path / "old", tmp_path / "fresh"
    for folder, files in (
        (old, {"same.html": "s", "a/changed.html": "1", "gone.html": "g"}),
        (fresh, {"same.html": "s", "a/changed.html": "2", "new.html": "n"}),
    ):
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
    os.utime(old / "same.html", ns=(10**18, 10**18))
    os.utime(old / "a/changed.html", ns=(10**18, 10**18))
    changed = changed_files(Gate(old), manifest(old), Gate(fresh), manifest(fresh))
    assert changed == ("a/changed.html", "gone.html", "new.html")
    assert (fresh / "same.html").stat().st_mtime_ns == 10**18
    assert (fresh / "a/changed.html").stat().st_mtime_ns != 10**18


def test_all_of_a_first_site_is_new(tmp_path: Path) -> None:
    (tmp_path / "index.html").touch()
    none = Manifest(of=SITE)
    assert changed_files(None, none, Gate(tmp_path), manifest(tmp_path)) == ("index.html",)
