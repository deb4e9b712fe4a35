"""Builds killed at moments spread over their whole length: the site is the old or the new one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from time import monotonic  # noqa: TID251 - a test may look at the clock

import pytest
from command import COMMAND, PLAIN, handbook, hashes, new_handbook
from proving import PROVING

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="needs signals of Unix"),
]
TIMES = 100 if PROVING else 5  # 100 in `make prove`


@pytest.mark.promise("B01")
def test_builds_killed_at_any_moment_leave_a_whole_site(tmp_path: Path) -> None:
    root = new_handbook(tmp_path / "handbook")
    assert handbook(root, "build").returncode == 0
    old = hashes(root / "site")
    process = root / "processes/sales/take-order.yml"
    text = process.read_text(encoding="utf-8")
    process.write_text(text.replace("title: ", "title: New ", 1), encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    start = monotonic()
    assert handbook(root, "build", "--clean", "--site-dir", str(elsewhere)).returncode == 0
    length = monotonic() - start
    new = hashes(elsewhere)
    assert old != new
    whole, killed = (old, new), 0
    for number in range(TIMES):
        building = subprocess.Popen(
            [*COMMAND, "-C", str(root), "build", "--clean"],
            env=PLAIN,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            building.wait(length * (number + 0.5) / TIMES)
        except subprocess.TimeoutExpired:
            building.kill()
            building.wait()
            killed += 1
        assert hashes(root / "site") in whole, f"kill {number} of {TIMES}"
    assert killed > TIMES / 2
    assert handbook(root, "build").returncode == 0
    assert hashes(root / "site") == new
    assert sorted(each.name for each in root.iterdir() if each.name.startswith(".")) == []
