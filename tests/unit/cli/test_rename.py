"""`handbook rename` as an editor meets it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from bicycles import new_bicycles
from command import STARTER, hashes

from generator.authoring.editing import named
from generator.cli import rename


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STARTER, tmp_path, dirs_exist_ok=True))


def test_both_lists_of_kinds_are_one() -> None:
    assert rename.KINDS == named.KINDS


def test_it_says_what_it_did_and_what_it_left(run: Any, book: Path) -> None:
    path = book / "processes/sales/take-order.yml"
    path.write_text(path.read_text() + "# the clerk knows\n")
    ran = run("-C", book, "--lang", "en", "rename", "role", "clerk", "seller")
    assert (ran.code, ran.out) == (0, "")
    assert "Written: processes/sales/take-order.yml\n" in ran.err
    assert "“clerk” is now “seller”; " in ran.err
    assert "“clerk” still stands in a remark." in ran.err
    assert "# the clerk knows" in path.read_text()
    assert run("-C", book, "check", "--strict").code == 0


def test_a_file_that_moves_is_told(run: Any, book: Path) -> None:
    ran = run("-C", book, "--lang", "en", "rename", "process", "take-order", "accept-order")
    assert ran.code == 0
    assert "Moved: processes/sales/take-order.yml → processes/sales/accept-order.yml\n" in ran.err


def test_a_dry_run_prints_a_patch_and_writes_nothing(run: Any, book: Path) -> None:
    before = hashes(book)
    ran = run("-C", book, "rename", "--dry-run", "process", "take-order", "accept-order")
    assert ran.code == 0
    assert "--- a/processes/sales/take-order.yml\n+++ b/processes/sales/accept-order.yml\n" in (
        ran.out
    )
    assert "+formerly: [take-order]\n" in ran.out
    assert hashes(book) == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("role", "clerk", "manager"), "“manager” cannot be the new id: a role has it."),
        (("role", "clark", "x"), "There is no role “clark”. Did you mean “clerk”?"),
        (("rolle", "clerk", "x"), "Choose one of: role, unit, process"),
        (("role", "clerk"), "NEW is missing."),
    ],
)
def test_what_cannot_be_leaves_with_2(
    run: Any, book: Path, words: tuple[str, ...], says: str
) -> None:
    ran = run("-C", book, "--lang", "en", "rename", *words)
    assert ran.code == 2
    assert says in ran.err


def test_what_would_lead_to_a_finding_leaves_with_1_and_changes_nothing(
    run: Any, tmp_path: Path
) -> None:
    book = new_bicycles(tmp_path / "book")
    before = hashes(book)
    ran = run("-C", book, "--lang", "en", "rename", "field", "repair-ticket.total", "not")
    assert (ran.code, ran.out) == (1, "")
    assert "HB520" in ran.err
    assert "Nothing was changed: “repair-ticket.total” as “not” would lead to the" in ran.err
    assert hashes(book) == before
