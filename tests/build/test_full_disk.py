"""A disk that is full is told as a full disk, and what was there before is as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from command import COMMAND, PLAIN, new_handbook
from filling import filled_order
from proving import PROVING

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="makes a small disk as Linux does"),
]
ALONE = ("unshare", "--map-root-user", "--mount", "sh", "-c")
SMALL = 'mount -t tmpfs -o size=64k none "$0" && cat /dev/zero > "$0/rest" 2>/dev/null; "$@"'
ASKED = {
    "site": ("build", "--jobs", "1", "--site-dir", "{disk}/site"),
    "records": ("collect", "{forms}", "-o", "{disk}/records.json"),
    "tables": ("collect", "{forms}", "-o", "{disk}/tables", "--format", "csv"),
    "workbook": ("collect", "{forms}", "-o", "{disk}/records.xlsx"),
    "database": ("collect", "{forms}", "--into", "sqlite:///{disk}/records.db"),
    "forms": ("export", "forms", "-o", "{disk}/forms"),
    "schemas": ("schema", "-o", "{disk}/schemas"),
    "changes": ("diff", "{root}", "--format", "html", "-o", "{disk}/changes.html"),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("full")
    root = new_handbook(folder / "book")
    (folder / "forms").mkdir()
    (folder / "forms/a.docx").write_bytes(filled_order(root))
    (folder / "disk").mkdir()
    return root


@pytest.mark.parametrize("name", ASKED if PROVING else ("site", "records", "workbook"))
@pytest.mark.promise("F10")
def test_a_full_disk_is_told_as_one(root: Path, name: str) -> None:
    disk = root.parent / "disk"
    places = {"disk": disk, "forms": root.parent / "forms", "root": root}
    if not shutil.which("unshare") or subprocess.run(
        [*ALONE, SMALL, disk, "true"], capture_output=True, check=False
    ).returncode:
        pytest.skip("this system does not let us make a small disk")
    words = [each.format(**places) for each in ASKED[name]]
    done = subprocess.run(
        [*ALONE, SMALL, disk, *COMMAND, "-C", root, "--lang", "en", *words],
        env=PLAIN,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    said = done.stderr.splitlines()
    assert "disk is full" in said[-1], done.stderr
    assert "mkdocs.yml" not in done.stderr
    assert not [line for line in said if line.startswith(("Traceback", "Exception", " ", "["))]


@pytest.mark.promise("F10")
def test_of_two_disks_the_one_that_is_full_is_named(root: Path) -> None:
    """What is kept between the builds may stand on another disk than the site."""
    own = new_handbook(root.parent / "other")
    (own / "build").mkdir(exist_ok=True)
    if not shutil.which("unshare") or subprocess.run(
        [*ALONE, SMALL, own / "build", "true"], capture_output=True, check=False
    ).returncode:
        pytest.skip("this system does not let us make a small disk")
    done = subprocess.run(
        [*ALONE, SMALL, own / "build", *COMMAND, "-C", own, "--lang", "en", "build", "--jobs", "1"],
        env=PLAIN,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    last = done.stderr.splitlines()[-1]
    assert f"{own / 'build'}, where builds keep" in last, done.stderr
    assert "disk is full" in last


@pytest.mark.parametrize(
    ("stream", "words"),
    [
        ("1", ("check", "--format", "json")),
        ("1", ("collect", "{forms}")),
        ("2", ("collect", "{forms}")),
    ][: None if PROVING else 2],
)
def test_a_stream_to_a_full_disk_is_told_too(
    root: Path, stream: str, words: tuple[str, ...]
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no disk that is always full")
    told = [each.format(forms=root.parent / "forms") for each in words]
    (root / "content/odd.exe").touch()  # there is something to say on both streams
    done = subprocess.run(
        ["sh", "-c", f'"$@" {stream}> /dev/full', "sh", *COMMAND, "-C", root, "--lang", "en", *told],
        env=PLAIN,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    (root / "content/odd.exe").unlink()
    if stream == "1":
        assert done.returncode == 2
        assert "the disk is full" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
