"""What editors change most is changed in a few lines of one file, and checks clean."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlay import handbook_files
from seeded import seed

from generator.checking.pipeline import check
from generator.source.reading.yaml_file import FileText

HERE = Path(__file__).parent
BASE = handbook_files(HERE.parent / "handbooks" / "bicycles")
# Name of the edit → how many lines it may write.
LINES = {
    "deadline": 1,
    "approver": 1,
    "approval-limit": 1,
    "role-title": 1,
    "check": 1,
    "field": 3,
    "step": 10,
    "approval-branch": 15,
}


def test_every_typical_edit_is_tried() -> None:
    assert {path.stem for path in HERE.glob("*.diff")} == set(LINES)


@pytest.mark.parametrize("name", LINES)
def test_a_typical_edit_is_short_and_checks_clean(name: str) -> None:
    patch = (HERE / f"{name}.diff").read_text(encoding="utf-8")
    written = [line for line in patch.splitlines() if line.startswith("+") and line[1:].strip()]
    assert len(written) <= LINES[name]
    assert 1 <= patch.count("@ processes/") <= 2
    before = check(FileText(path, text.encode()) for path, text in BASE.items())
    edited = seed(BASE, patch).files
    after = check(FileText(path, raw) for path, raw in edited.items())
    assert after.diagnostics == ()
    assert after.handbook != before.handbook
