"""A build that is killed before any of its calls of the system leaves nothing in the way."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from proving import PROVING

from generator.publish.guard import Claim
from generator.publish.workshop import workshop

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs copies of processes")
CHANGES = {"os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir"}
KILLED = 9
STEP = 1 if PROVING else 3  # every call in `make prove`


def publish(root: Path, text: str) -> None:
    """Make a small site with files that wait, staged pages and a file that is carried over."""
    claim = Claim(identity={"title": "Handbook"}, keep=("CNAME",))
    with workshop(root, root / "site", claim=claim, clean=False, waiting=print) as place:
        place.files("en").write("form.docx", text.encode())
        place.fresh("en").write("index.html", text.encode())
        place.move_files("en", "en")
        place.publish()


def killed_before(call: int, work: Callable[[], None]) -> bool:
    """Do some work in a copy of this process that is killed; False where it ends before."""
    process = os.fork()
    if process == 0:
        seen = 0

        def hear(event: str, args: tuple[object, ...]) -> None:
            nonlocal seen
            seen += event in CHANGES or (event == "open" and bool(int(str(args[2])) & os.O_CREAT))
            if seen > call:
                os._exit(KILLED)

        sys.addaudithook(hear)
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == KILLED


@pytest.mark.parametrize("swap", [True, False])
def test_the_next_build_begins_wherever_one_was_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swap: bool
) -> None:
    if not swap:
        monkeypatch.setattr("generator.publish.gate.Gate.swap", lambda *_: False)
    root = tmp_path / "handbook"
    root.mkdir()
    publish(root, "0")
    (root / "site/CNAME").write_text("example.org")
    page, form = root / "site/en/index.html", root / "site/en/form.docx"
    call = 0
    while killed_before(call, partial(publish, root, str(call + 1))):
        assert (root / "site").exists() or not swap
        if (root / "site").exists():
            assert page.read_text() == form.read_text()
            assert page.read_text() in {str(call), str(call + 1)}
        publish(root, str(call + 1))
        assert page.read_text() == form.read_text() == str(call + 1)
        assert (root / "site/CNAME").read_text() == "example.org"
        assert sorted(each.name for each in root.iterdir()) == ["build", "site"]
        call += STEP
        publish(root, str(call))
    assert call > 40  # so many there are at least
