"""What `check --fix` makes of the seeded faults: mended for good, remarks kept, once is enough."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from command import STARTER
from overlay import handbook_files
from seeded import seed

from generator.authoring.editing.mending import fixable, mend
from generator.base.diagnostics import Safety
from generator.checking.pipeline import check
from generator.source.reading.yaml_file import FileText

HERE = Path(__file__).parent
BICYCLES = HERE.parent / "handbooks" / "bicycles"
BASE = handbook_files(BICYCLES)
PATCHES = {each.stem: each.read_text(encoding="utf-8") for each in sorted(HERE.glob("*.diff"))}


KNOWN = HERE / "snapshots" / "fixes.txt"
"""Which faults can be mended, and how safely: as accepted, and tried by the first test."""
FIXES = dict(line.split(": ") for line in KNOWN.read_text(encoding="utf-8").splitlines())


def safety_of(patch: str) -> str:
    files = seed(BASE, patch).files
    checked = check(FileText(path, raw) for path, raw in sorted(files.items()))
    return " ".join(each.fix.safety.value for each in checked.diagnostics if each.fix)


def laid_out(folder: Path, patch: str) -> Path:
    shutil.copytree(BICYCLES / "content", folder / "content")
    shutil.copy(STARTER / "mkdocs.yml", folder)
    for path, raw in seed(BASE, patch).files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)
    return folder


def remarks(root: Path) -> list[str]:
    texts = (path.read_text(errors="replace") for path in sorted(root.glob("processes/**/*.yml")))
    return sorted(re.findall(r"(?:^|[ ])(# .*)", "\n".join(texts)))


def test_which_faults_can_be_mended(snapshot: Callable[[str, str], None]) -> None:
    found = {name: safety_of(patch) for name, patch in PATCHES.items()}
    lines = [f"{name}: {safety}\n" for name, safety in found.items() if safety]
    snapshot("".join(lines), KNOWN.name)


def test_safe_fixes_mend_twenty_kinds_and_guesses_twice_as_many() -> None:
    kinds = {name[:5]: set() for name in FIXES}  # type: dict[str, set[str]]
    for name, safety in FIXES.items():
        kinds[name[:5]].add(safety)
    assert len([kind for kind, safeties in kinds.items() if "safe" in safeties]) >= 20
    assert len(kinds) >= 40


@pytest.mark.parametrize("name", FIXES)
def test_a_fix_mends_its_fault_and_leads_to_no_other(tmp_path: Path, name: str) -> None:
    root = laid_out(tmp_path, PATCHES[name])
    for path in root.glob("processes/**/*.yml"):
        if b"HB0" not in path.read_bytes() and name != "HB013-encoding":
            path.write_bytes(path.read_bytes() + b"# a remark at the end\n")
    before = remarks(root)
    wanted = (Safety.SAFE,) if FIXES[name] == "safe" else (Safety.SAFE, Safety.ASKS)
    mending = mend(root, lambda _, found: fixable(found, *wanted))
    left = [each.rule.code for each in mending.after.diagnostics]
    if mending.harmful:  # the re-check has held it back
        assert left == [name[:5]]
        assert not mending.workspace.changed
        return
    assert left == []
    assert len(mending.mended) == 1
    mending.workspace.write()
    assert remarks(root) == before
    assert not mend(root, lambda _, found: fixable(found, *wanted)).workspace.changed
