"""`make mutate` puts faults where the program is, tells which ones nobody notices, and explains."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from mutation.files import ROOT
from mutation.mutants import Mutant, mutants_of, sample
from mutation.report import RECORD, UNTOLD, reasons_by_file

TOOL = ROOT / "tools" / "mutate.py"


@cache
def everything() -> list[Mutant]:
    paths = sorted((ROOT / "generator" / "notation").rglob("*.py"))
    return [m for path in paths for m in mutants_of(path.relative_to(ROOT).as_posix())]


def tried(tmp_path: Path, *words: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, str(TOOL), "--jobs", "1", *words],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.slow
def test_a_sample_of_faults_in_the_small_languages_is_noticed(tmp_path: Path) -> None:
    code, said = tried(
        tmp_path,
        *("--under", "generator/notation", "--tests", "tests/unit/notation"),
        *("--seeds", "4", "--count", "4", "--least", "4"),
    )
    assert code == 0, said
    assert len(re.findall(r"^ +\d (?:noticed|SURVIVED) ", said, re.MULTILINE)) == 4


@pytest.mark.slow
def test_a_fault_that_no_test_notices_is_told_and_fails_the_gate(tmp_path: Path) -> None:
    code, said = tried(
        tmp_path,
        *("--under", "generator/notation/due.py", "--tests", "tests/unit/notation/test_dur"),
        *("--seeds", "1", "--count", "2", "--least", "2"),
    )
    assert code == 1, said
    assert said.count("SURVIVED") == said.count("without an explanation") == 2


def test_a_seed_chooses_the_same_faults_every_time_and_another_seed_others() -> None:
    first, again = (sample(everything(), 1, 50) for _ in range(2))
    assert first == again
    other = sample(everything()[::-1], 2, 50)
    assert len({each.key for each in first} & {each.key for each in other}) < 25
    assert other == sample(everything(), 2, 50)  # whatever the order of the files


def test_every_fault_has_a_name_of_its_own_changes_the_file_and_can_be_read() -> None:
    found = everything()
    assert len({each.key for each in found}) == len(found) > 1_000
    for each in sample(found, 3, 100):
        source = (ROOT / each.path).read_bytes()
        assert each.put_into(source) != source
        assert ast.dump(ast.parse(each.put_into(source))) != ast.dump(ast.parse(source))


@pytest.mark.parametrize("file", reasons_by_file())
def test_every_explanation_belongs_to_a_fault_that_there_is(file: str) -> None:
    why = reasons_by_file()[file]
    assert set(why) <= {mutant.key for mutant in mutants_of(file)}
    assert all(reason.endswith(".") for reason in why.values())


def test_the_record_explains_every_fault_that_nobody_noticed() -> None:
    text = RECORD.read_text(encoding="utf-8")
    assert UNTOLD not in text
    figures = re.findall(r"^\| (\d+) \| (\d+) \| (\d+) \|$", text, re.MULTILINE)
    assert all(int(noticed) >= 0.85 * int(tried) for _, noticed, tried in figures)
