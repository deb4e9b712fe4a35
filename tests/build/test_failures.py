"""However a build ends, there is the old site or the new one, whole, and nothing beside it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from command import COMMAND, PLAIN, handbook, hashes, new_handbook
from proving import PROVING

from generator.app import build
from generator.base.diagnostics import Message

posix = pytest.mark.skipif(os.name != "posix", reason="needs signals and limits of Unix")
pytestmark = pytest.mark.slow
COUNT = 3 if PROVING else 2  # builds at once


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = new_handbook(tmp_path_factory.mktemp("handbook"))
    assert handbook(root, "build").returncode == 0
    return root


@pytest.fixture
def changed(built: Path, tmp_path: Path) -> Path:
    """A copy whose next build gives another site."""
    root = Path(shutil.copytree(built, tmp_path / "handbook"))
    process = root / "processes/sales/take-order.yml"
    text = process.read_text(encoding="utf-8")
    process.write_text(text.replace("title: ", "title: New ", 1), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def next_site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = Path(shutil.copytree(built, tmp_path_factory.mktemp("next") / "handbook"))
    process = root / "processes/sales/take-order.yml"
    text = process.read_text(encoding="utf-8")
    process.write_text(text.replace("title: ", "title: New ", 1), encoding="utf-8")
    assert handbook(root, "build").returncode == 0
    return hashes(root / "site")


def beside(root: Path) -> list[str]:
    return sorted(each.name for each in root.iterdir() if each.name.startswith("."))


class Interrupted(Exception):
    pass


@pytest.mark.promise("T24")
def test_an_exception_at_any_stage_leaves_the_old_site(changed: Path, built: Path) -> None:
    before = hashes(changed / "site")
    stages: list[str] = []

    def count(stage: Message, done: int = 0, total: int = 0) -> None:
        stages.append(f"{stage} {done}")

    def fail_at(place: int) -> None:
        left = place

        def progress(stage: Message, done: int = 0, total: int = 0) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise Interrupted

        with pytest.raises(Interrupted):
            build(changed, progress=progress)

    build(built, progress=count, site_dir=changed.parent / "elsewhere")
    for place in range(0, len(stages), 3):
        fail_at(place)
        assert hashes(changed / "site") == before
        assert beside(changed) == []


@posix
@pytest.mark.parametrize("lines", [1, 2, 3, 4, 5, 6] if PROVING else [3, 6])
@pytest.mark.promise("T24", "B01")
def test_a_killed_build_leaves_the_old_site_and_the_next_recovers(
    changed: Path, built: Path, next_site: dict[str, str], lines: int
) -> None:
    process = subprocess.Popen(
        [*COMMAND, "-C", str(changed), "--lang", "en", "build"],
        env=PLAIN,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stderr is not None
    for _ in range(lines):
        process.stderr.readline()
    process.kill()
    process.communicate()
    assert hashes(changed / "site") in (hashes(built / "site"), next_site)
    done = handbook(changed, "build")
    assert done.returncode == 0, done.stderr
    assert hashes(changed / "site") == next_site
    assert beside(changed) == []


@posix
@pytest.mark.parametrize("size", [500, 20_000, 60_000, 200_000])
@pytest.mark.promise("T24")
def test_a_full_disk_leaves_the_old_site(changed: Path, built: Path, size: int) -> None:
    import resource

    done = subprocess.run(
        [*COMMAND, "-C", str(changed), "--lang", "en", "build"],
        env=PLAIN,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {1, 2}, done.stderr
    assert "Traceback" not in done.stderr
    assert hashes(changed / "site") == hashes(built / "site")
    assert beside(changed) == []


@posix
@pytest.mark.promise("T25")
def test_several_builds_at_once_wait_for_each_other(
    changed: Path, next_site: dict[str, str]
) -> None:
    builds = [
        subprocess.Popen(
            [*COMMAND, "-C", str(changed), "--lang", "en", "build"],
            env=PLAIN,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(COUNT)
    ]
    said = [each.communicate()[1] for each in builds]
    assert [each.returncode for each in builds] == [0] * COUNT, said
    assert any("waiting" in each for each in said)
    assert hashes(changed / "site") == next_site
    assert beside(changed) == []


def test_findings_leave_the_old_site(changed: Path, built: Path) -> None:
    process = changed / "processes/sales/take-order.yml"
    process.write_text("title: [\n", encoding="utf-8")
    done = handbook(changed, "build")
    assert done.returncode == 1
    assert re.search(r"processes/sales/take-order.yml:\d+:\d+: error HB\d{3}", done.stderr)
    assert hashes(changed / "site") == hashes(built / "site")


def test_a_broken_link_leaves_the_old_site(changed: Path, built: Path) -> None:
    (changed / "content/more.md").write_text("# More\n\n[x](nowhere.md)\n", encoding="utf-8")
    done = handbook(changed, "build")
    assert done.returncode == 1
    assert "content/more.md:3:5: error HB711" in done.stderr
    assert hashes(changed / "site") == hashes(built / "site")


def test_warnings_count_as_errors_where_that_is_asked_for(changed: Path, built: Path) -> None:
    (changed / "content/more.exe").touch()
    strict = handbook(changed, "build", "--strict")
    assert strict.returncode == 1
    assert "warning HB050" in strict.stderr
    assert hashes(changed / "site") == hashes(built / "site")
    assert handbook(changed, "build").returncode == 0


@pytest.mark.parametrize("folder", ["content", "processes/sales", ".", "build"])
@pytest.mark.promise("F08")
def test_a_folder_that_is_not_ours_is_refused(changed: Path, folder: str) -> None:
    before = hashes(changed)
    done = handbook(changed, "build", "--site-dir", changed / folder)
    assert done.returncode == 2
    assert "Name another folder" in done.stderr
    assert hashes(changed) == before


def read_only(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a view of the disk in which a folder cannot be written."""
    script = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    alone = ["unshare", "--map-root-user", "--mount", "sh", "-c", script, str(folder)]
    if (
        not shutil.which("unshare")
        or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode
    ):
        pytest.skip("this system does not let us make a folder read-only")
    return subprocess.run(
        [*alone, *COMMAND, *map(str, words)],
        env=PLAIN,
        cwd=folder.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@posix
@pytest.mark.promise("B04")
def test_sources_that_cannot_be_written_give_the_same_site(
    changed: Path, next_site: dict[str, str], tmp_path: Path
) -> None:
    shutil.rmtree(changed / "build")
    done = read_only(changed, "-C", changed, "build", "--site-dir", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert hashes(tmp_path / "site") == next_site
    assert sorted(each.name for each in tmp_path.iterdir()) == ["handbook", "site"]


@posix
@pytest.mark.promise("F10")
def test_a_site_that_cannot_be_written_is_told(changed: Path, tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    shutil.copytree(changed / "site", tmp_path / "web/site")
    before = hashes(tmp_path / "web/site")
    words = ("-C", changed, "--lang", "en", "build", "--site-dir", tmp_path / "web/site")
    done = read_only(tmp_path / "web", *words)
    assert done.returncode == 2
    assert "The previous site is as it was." in done.stderr
    assert hashes(tmp_path / "web/site") == before


@posix
def test_ctrl_c_leaves_the_old_site(changed: Path, built: Path) -> None:
    import signal

    process = subprocess.Popen(
        [*COMMAND, "-C", str(changed), "--lang", "en", "build"],
        env=PLAIN,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stderr is not None
    process.stderr.readline()
    process.stderr.readline()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130
    assert "Traceback" not in said
    assert hashes(changed / "site") == hashes(built / "site")
    assert beside(changed) == []
