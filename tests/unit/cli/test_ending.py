"""Whoever asks the command to end is heard, also where Python loses what was asked."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import os, signal, sys
from threading import Event
from click import command
from generator.cli.main import handbook, main

class Held:
    def __del__(self):
        os.kill(os.getpid(), signal.{name})
        for _ in range(1000):
            pass  # here the signal is heard: what it raises ends with the destructor

@command()
def forget():
    held = Held()
    del held
    Event().wait(20)

handbook.add_command(forget)
main(["forget"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals as Unix does")
@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 128 + signal.SIGTERM), ("SIGINT", 130)])
def test_a_signal_in_a_destructor_ends_the_command_without_a_word(name: str, code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(name=name)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr.strip()) == (code, "")


def test_what_a_destructor_raises_otherwise_is_said_as_ever() -> None:
    script = SCRIPT.replace("os.kill(os.getpid(), signal.{name})", "1 / 0").replace(
        "wait(20)", "wait(0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert "ZeroDivisionError" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that is in use")
def test_a_current_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    script = (
        "import os, sys; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone')\n"
        "from generator.cli.main import main; main(['--lang', 'en', 'check'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 2
    assert done.stderr == "The current folder is gone. Change into one that is there.\n"
