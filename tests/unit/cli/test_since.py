"""`check --since` stops what a change must not do, never formatting; `--today` names a day."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bicycles import BICYCLES

REPAIR = "processes/workshop/repair-bicycle.yml"
TICKET = "processes/workshop/forms/repair-ticket.yml"
BUY = "processes/stock/buy-parts.yml"
LIMITS = "processes/parameters.yml"
PEOPLE = "processes/organization.yml"
GLOSSARY = "processes/glossary.yml"
BOOK = "processes/handbook.yml"
CODES = {"HB801", "HB802", "HB803", "HB804", "HB805", "HB807"}

AGREED = """      - field: agreed
        label: Customer agreed
        type: check
"""
EDITS = {
    "a due": (REPAIR, "    due: 1wd\n", "    due: 2wd\n", {"HB801"}),
    "who answers": (BUY, "accountable: owner", "accountable: counter", {"HB801"}),
    "a title": (REPAIR, "title: Hand it back", "title: Hand the bicycle back", {"HB801"}),
    "a check": (REPAIR, "      - Lights tested\n", "", {"HB801"}),
    "an approver": (BUY, "approver: owner", "approver: counter", {"HB801"}),
    "where it leads": (REPAIR, "        next: repair\n", "        next: estimate\n", {"HB801"}),
    "a field": (TICKET, "type: long-text\n      - field: ready_on",
                "type: text\n      - field: ready_on", {"HB801"}),
    "a field that forms carry": (TICKET, AGREED, "", {"HB801", "HB802"}),
    "a limit": (LIMITS, "is: 40 GBP", "is: 50 GBP", {"HB805"}),
    "a duty of a role": (PEOPLE, "Opens and closes", "Opens, airs and closes", {"HB801"}),
    "a retention": (TICKET, "keep: 2y", "keep: 3y", {"HB801"}),
    "a role without its former id": (PEOPLE, "role: rider\n", "role: guest\n", {"HB801", "HB803"}),
}  # fmt: skip


def _lines(text: str) -> str:
    return re.sub(r"\n\n+", "\n", text)


def _comments(text: str) -> str:
    return "# Read me first\n" + text.replace("\nsteps:\n", "\n# from top to bottom\nsteps:\n")


def _flow_to_block(text: str) -> str:
    return text.replace("inputs: [The bicycle]", "inputs:\n  - The bicycle")


def _folded(text: str) -> str:
    old = "    do: Look at it together with the customer and write the ticket."
    return text.replace(old, "    do: >-\n      Look at it together with the customer\n"
                             "      and write the ticket.")  # fmt: skip


def _quoted(text: str) -> str:
    return text.replace("title: Repair a bicycle", 'title: "Repair a bicycle"')


def _key_order(text: str) -> str:
    return text.replace("owner: counter\napprover: owner\n", "approver: owner\nowner: counter\n")


def _windows(text: str) -> str:
    return text.replace("\n", "\r\n")


def _said_anyway(text: str) -> str:
    """The step that follows anyway is named."""
    return text.replace("      - Lights tested\n", "      - Lights tested\n    next: return\n")


def _set_order(text: str) -> str:
    return text.replace("together: [estimate, order-parts]", "together: [order-parts, estimate]")


def _indented_less(text: str) -> str:
    old = "    checks:\n      - Brakes tested\n      - Lights tested\n"
    return text.replace(old, "    checks:\n    - Brakes tested # both\n    - Lights tested\n")


REFORMATTED = [
    _lines, _comments, _flow_to_block, _folded, _quoted, _key_order, _windows, _said_anyway,
    _set_order, _indented_less,
]  # fmt: skip


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place: Path = tmp_path_factory.mktemp("base") / "bicycles"
    shutil.copytree(BICYCLES, place)
    return place


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "bicycles"
    shutil.copytree(BICYCLES, place)
    return place


def found(run: Callable[..., Any], root: Path, *more: object) -> tuple[int, set[str]]:
    done = run("-C", root, "check", "--format", "json", *more)
    return done.code, {each["code"] for each in json.loads(done.out)} & (CODES | {"HB806"})


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_without_a_revision_is_blocked(
    run: Callable[..., Any], root: Path, base: Path, name: str
) -> None:
    path, old, new, expected = EDITS[name]
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert found(run, root, "--since", base) == (1, expected)


@pytest.mark.parametrize("change", REFORMATTED, ids=lambda change: change.__name__.strip("_"))
def test_a_reformatting_is_no_change(
    run: Callable[..., Any], root: Path, base: Path, change: Callable[[str], str]
) -> None:
    text = (root / REPAIR).read_text(encoding="utf-8")
    assert change(text) != text
    (root / REPAIR).write_bytes(change(text).encode())
    assert found(run, root, "--since", base) == (0, set())


def test_with_a_new_entry_the_edit_passes_and_an_older_approval_does_not(
    run: Callable[..., Any], root: Path, base: Path
) -> None:
    text = (root / REPAIR).read_text(encoding="utf-8").replace("    due: 1wd\n", "    due: 2wd\n")
    entry = "revisions:\n  - {{version: V1.2, date: 2026-05-01, approved: {}, change: Time}}\n"
    for day, code, expected in (("2026-05-02", 0, set()), ("2026-01-20", 1, {"HB804"})):
        revised = text.replace("revisions:\n", entry.format(day))
        (root / REPAIR).write_text(revised, encoding="utf-8")
        assert found(run, root, "--since", base) == (code, expected)


def test_a_comment_with_a_reason_silences_and_without_since_it_is_not_idle(
    run: Callable[..., Any], root: Path, base: Path
) -> None:
    text = (root / REPAIR).read_text(encoding="utf-8").replace("    due: 1wd\n", "    due: 2wd\n")
    text = text.replace("revisions:\n", "# handbook: ignore[HB801] a slip of the pen\nrevisions:\n")
    (root / REPAIR).write_text(text, encoding="utf-8")
    assert found(run, root, "--since", base) == (0, set())
    assert json.loads(run("-C", root, "check", "--format", "json").out) == []


def test_a_day_tells_the_reviews_that_are_overdue(run: Callable[..., Any], root: Path) -> None:
    assert found(run, root, "--today", "2027-04-01") == (0, set())
    assert found(run, root, "--today", "2027-04-02") == (0, {"HB806"})
    assert found(run, root, "--today", "2027-04-02", "--strict") == (1, {"HB806"})
    assert found(run, root) == (0, set())
    assert run("-C", root, "check", "--today", "soon").code == 2


def test_a_base_that_cannot_be_read_is_no_clean_check(run: Callable[..., Any], root: Path) -> None:
    for command in (("check",), ("build",)):
        done = run("-C", root, *command, "--since", "no-such-revision")
        assert (done.code, done.out) == (2, "")


def test_a_file_that_was_broken_is_told(run: Callable[..., Any], root: Path, base: Path) -> None:
    broken = base.parent / "broken"
    shutil.copytree(base, broken)
    (broken / BUY).write_text("title: [", encoding="utf-8")
    assert found(run, root, "--since", broken) == (1, {"HB807"}), "never “no change”"
    (root / BUY).write_text((root / BUY).read_text().replace("title: Buy", "title: Order"))
    assert found(run, root, "--since", broken) == (1, {"HB807"})


@pytest.mark.parametrize("path", [REPAIR, TICKET, BUY, LIMITS, PEOPLE, GLOSSARY, BOOK])
@pytest.mark.parametrize("fault", ["\nbroken: [\n", "\nno-such-key: 1\n"])
def test_what_cannot_be_read_today_is_not_gone(
    run: Callable[..., Any], root: Path, base: Path, path: str, fault: str
) -> None:
    text = (root / path).read_text(encoding="utf-8")
    (root / path).write_text(text + fault, encoding="utf-8")
    code, codes = found(run, root, "--since", base)
    assert code == 1
    assert codes <= {"HB807"}


def test_a_file_that_was_moved_and_cannot_be_read_is_not_gone(
    run: Callable[..., Any], root: Path, base: Path
) -> None:
    (root / BUY).rename(root / "processes/stock/get-parts.yml")
    (root / "processes/stock/get-parts.yml").write_text("title: [", encoding="utf-8")
    assert found(run, root, "--since", base) == (1, {"HB807"})


def test_a_build_respects_it_too(run: Callable[..., Any], root: Path, base: Path) -> None:
    text = (root / REPAIR).read_text(encoding="utf-8").replace("    due: 1wd\n", "    due: 2wd\n")
    (root / REPAIR).write_text(text, encoding="utf-8")
    done = run("-C", root, "build", "--since", base)
    assert done.code == 1
    assert "HB801" in done.err
    assert not (root / "site").exists()


def test_git_tells_when_a_document_changed_last(run: Callable[..., Any], root: Path) -> None:
    def git(*words: str) -> None:
        named = ("-c", "user.name=E", "-c", "user.email=e@e.example", "-c", "commit.gpgsign=false")
        days = {"GIT_AUTHOR_DATE": "2026-06-01T12:00", "GIT_COMMITTER_DATE": "2026-06-01T12:00"}
        env = {**os.environ, **days}
        subprocess.run(("git", *named, *words), cwd=root, check=True, capture_output=True, env=env)

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "First")
    text = (root / REPAIR).read_text(encoding="utf-8").replace("    due: 1wd\n", "    due: 2wd\n")
    entry = "revisions:\n  - {version: V1.2, date: 2026-05-01, approved: 2026-05-02, change: T}\n"
    (root / REPAIR).write_text(text.replace("revisions:\n", entry), encoding="utf-8")
    code, codes = found(run, root, "--since", "HEAD")
    assert (code, codes) == (1, {"HB804"})
