"""`handbook build` on the starter handbook: what is published, and that it is always the same."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from command import COMMAND, PLAIN, PROJECT, handbook, hashes, new_handbook

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter handbook, built once."""
    root = new_handbook(tmp_path_factory.mktemp("handbook"))
    done = handbook(root, "build")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return root


def test_the_site_has_its_pages_data_and_schemas(built: Path) -> None:
    site = built / "site"
    for path in (
        "index.html",
        "404.html",
        "processes/take-order.html",
        "processes/take-order.svg",
        "processes/take-order.bpmn",
        "roles.html",
        "about/index.html",
        "schema/process.json",
        ".handbook-site",
    ):
        assert (site / path).is_file(), path
    assert json.loads((site / "downloads/handbook.json").read_bytes())["format"] == 1
    with ZipFile(site / "downloads/handbook-offline.zip") as archive:
        assert archive.testzip() is None
        packed = set(archive.namelist())
    assert packed | {"downloads/handbook-offline.zip", ".handbook-site"} == set(hashes(site))


def test_nothing_of_the_preview_is_published(built: Path) -> None:
    for page in (built / "site").rglob("*.html"):
        assert "/-/" not in page.read_text(encoding="utf-8"), page


def test_nothing_is_left_beside_the_site(built: Path) -> None:
    assert sorted(each.name for each in built.iterdir()) == [
        "build",
        "content",
        "mkdocs.yml",
        "processes",
        "site",
    ]


def test_an_unchanged_handbook_gives_the_same_site(built: Path) -> None:
    before = hashes(built / "site")
    times = {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*.html")}
    done = handbook(built, "build")
    assert "0 of them changed" in done.stderr
    assert hashes(built / "site") == before
    assert {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*.html")} == times


@pytest.mark.promise("T26", "T36", "B04")
def test_another_place_time_zone_language_and_order_give_the_same_bytes(
    built: Path, tmp_path: Path
) -> None:
    root = new_handbook(tmp_path / "另一 处")
    for path in root.rglob("*.yml"):
        os.utime(path, (0, 0))
    done = handbook(
        root,
        "build",
        "--clean",
        "--jobs",
        "3",
        umask=0o077,
        PYTHONHASHSEED="7",
        TZ="Asia/Shanghai",
        LANG="C",
        LC_ALL="C",
        SOURCE_DATE_EPOCH="1",
        HOME=str(tmp_path / "home"),
        USER="somebody",
        LOGNAME="somebody",
        HOSTNAME="elsewhere",
    )
    assert done.returncode == 0, done.stderr
    assert hashes(root / "site") == hashes(built / "site")


@pytest.mark.promise("T36")
def test_no_file_names_the_computer_its_folders_or_its_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """In this process, where the computer and its user can be called what nobody else is."""
    from generator.app import build

    names = {"computer": "quokka-workstation", "user": "wombatkeeper"}
    monkeypatch.setattr(os, "uname", lambda: os.uname_result(("Linux", names["computer"], *"123")))
    monkeypatch.setattr("platform.node", lambda: names["computer"])
    monkeypatch.setattr("socket.gethostname", lambda: names["computer"])
    monkeypatch.setattr("getpass.getuser", lambda: names["user"])
    for variable in ("USER", "LOGNAME", "USERNAME"):
        monkeypatch.setenv(variable, names["user"])
    root = new_handbook(tmp_path / "handbook")
    build(root, progress=lambda *_: None, clean=True)
    forbidden = [*names.values(), str(tmp_path), str(PROJECT), sys.prefix, str(Path.home())]
    for path, raw in unpacked(root / "site"):
        named = [each for each in forbidden if len(each) > MANY and each.encode() in raw]
        assert not named, path


MANY = 5  # characters; /root, say, stands in many a word


def unpacked(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield all files, and those that lie in archives and documents."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.name, path.read_bytes()
            if path.suffix in {".docx", ".xlsx"}:
                with ZipFile(path) as archive:
                    yield from ((f"{path.name}/{n}", archive.read(n)) for n in archive.namelist())


def test_a_change_and_its_undoing_give_the_site_of_a_clean_build(
    built: Path, tmp_path: Path
) -> None:
    root = tmp_path / "handbook"
    shutil.copytree(built, root)
    process = root / "processes/sales/take-order.yml"
    text = process.read_text(encoding="utf-8")
    process.write_text(text.replace("title: ", "title: New ", 1), encoding="utf-8")
    (root / "content/more.md").write_text("# More\n\nText\n", encoding="utf-8")
    assert handbook(root, "build").returncode == 0
    assert (root / "site/about/more.html").is_file()
    process.write_text(text, encoding="utf-8")
    (root / "content/more.md").unlink()
    assert handbook(root, "build").returncode == 0
    assert hashes(root / "site") == hashes(built / "site")


@pytest.mark.promise("B03")
def test_a_damaged_store_does_no_harm(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "handbook"
    shutil.copytree(built, root)
    entries = [path for path in (root / "build/store").rglob("*") if path.is_file()]
    assert entries
    for at, entry in enumerate(entries):
        entry.write_bytes(entries[0].read_bytes() if at else b"")
    done = handbook(root, "build")
    assert done.returncode == 0, done.stderr
    assert hashes(root / "site") == hashes(built / "site")


def test_hidden_files_of_the_site_stay(built: Path, tmp_path: Path) -> None:
    root = new_handbook(tmp_path / "handbook")
    (root / "site").mkdir()
    (root / "site/.gitignore").write_text("*\n!.gitignore\n")
    for _ in range(2):
        assert handbook(root, "build").returncode == 0
        assert (root / "site/.gitignore").read_text() == "*\n!.gitignore\n"


def test_a_site_elsewhere_named_from_another_folder(built: Path, tmp_path: Path) -> None:
    done = handbook(built, "build", "--site-dir", "out/手 册", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert hashes(tmp_path / "out/手 册") == hashes(built / "site")
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["手 册"]


@pytest.mark.skipif(not shutil.which("unshare"), reason="needs a system that can cut the network")
@pytest.mark.promise("B05", "T38")
def test_without_a_network(built: Path, tmp_path: Path) -> None:
    alone = ["unshare", "--map-root-user", "--net"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system does not let us cut the network")
    done = subprocess.run(
        [*alone, *COMMAND, "-C", str(built), "build", "--site-dir", str(tmp_path / "site")],
        env=PLAIN,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert hashes(tmp_path / "site") == hashes(built / "site")
