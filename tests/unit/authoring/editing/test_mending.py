"""Mending: what is wanted is made, what would do harm is taken back, nothing is made by halves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command import STARTER, hashes

from generator.authoring.editing.mending import Mending, fixable, mend, promised
from generator.authoring.editing.workspace import Workspace
from generator.base.diagnostics import Safety
from generator.checking.folder import check_folder
from generator.checking.pipeline import Checked
from generator.publish.refusal import Refused

TAKE_ORDER = "processes/sales/take-order.yml"
SHIP_ORDER = "processes/sales/ship-order.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STARTER, tmp_path, dirs_exist_ok=True))


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text, text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def mended(root: Path, *safeties: Safety) -> Mending:
    wanted = safeties or (Safety.SAFE, Safety.ASKS)
    return mend(root, lambda _, found: fixable(found, *wanted))


def codes(mending: Mending) -> list[str]:
    return [each.rule.code for each in mending.after.diagnostics]


def test_one_fix_may_bring_another_fault_to_light_which_is_mended_too(root: Path) -> None:
    change(root, TAKE_ORDER, "    due: ", "    due：")
    change(root, TAKE_ORDER, "due：" + _due(root), "due：2 hours")
    mending = mended(root, Safety.SAFE)
    assert [each.rule.code for each in mending.mended] == ["HB022", "HB321"]
    assert codes(mending) == []
    mending.workspace.write()
    assert "    due: 2h\n" in (root / TAKE_ORDER).read_text("utf-8")


def _due(root: Path) -> str:
    return (root / TAKE_ORDER).read_text("utf-8").partition("due：")[2].partition("\n")[0]


def test_what_would_bring_to_light_what_nobody_can_mend_is_left(root: Path) -> None:
    change(root, TAKE_ORDER, "    due: ", "    due：")
    change(root, TAKE_ORDER, "due：" + _due(root), "due：when it fits")
    before = hashes(root)
    mending = mended(root)
    assert codes(mending) == ["HB022"]
    assert [each.rule.code for each in mending.harmful] == ["HB022"]
    mending.workspace.write()
    assert hashes(root) == before


def test_what_does_harm_does_not_hold_back_the_others(root: Path) -> None:
    change(root, TAKE_ORDER, "    due: ", "    due：")
    change(root, TAKE_ORDER, "due：" + _due(root), "due：when it fits")
    change(root, SHIP_ORDER, "purpose: ", "purpose：")
    change(root, TAKE_ORDER, "purpose: ", "purpose：")
    mending = mended(root)
    assert [each.rule.code for each in mending.mended] == ["HB022", "HB022"]
    assert codes(mending) == ["HB022"]


def test_one_name_wrong_in_many_places_is_mended_in_all(root: Path) -> None:
    text = (root / TAKE_ORDER).read_text("utf-8")
    (root / TAKE_ORDER).write_text(text.replace(": manager", ": maneger"), "utf-8")
    assert text.count(": manager") > 1
    mended(root).workspace.write()
    assert (root / TAKE_ORDER).read_text("utf-8") == text


def test_a_guess_is_not_made_where_only_safe_fixes_are_wanted(root: Path) -> None:
    change(root, TAKE_ORDER, "owner: manager", "owner: maneger")
    assert not mended(root, Safety.SAFE).workspace.changed
    assert mended(root).workspace.changed


@pytest.mark.parametrize("codec", ["gbk", "utf-16"])
def test_a_file_of_another_encoding_becomes_utf_8(root: Path, codec: str) -> None:
    change(root, TAKE_ORDER, "purpose: ", "purpose: 订单 ")
    text = (root / TAKE_ORDER).read_text("utf-8")
    (root / TAKE_ORDER).write_bytes(text.encode(codec))
    mended(root).workspace.write()
    assert (root / TAKE_ORDER).read_bytes() == text.encode()


def test_byte_order_mark_and_line_ends_stay(root: Path) -> None:
    change(root, TAKE_ORDER, "purpose: ", "purpose：")
    raw = (root / TAKE_ORDER).read_bytes().replace(b"\n", b"\r\n")
    (root / TAKE_ORDER).write_bytes(b"\xef\xbb\xbf" + raw)
    mended(root).workspace.write()
    after = (root / TAKE_ORDER).read_bytes()
    assert after == b"\xef\xbb\xbf" + raw.replace("purpose：".encode(), b"purpose: ")


def test_a_file_changed_meanwhile_is_not_overwritten(root: Path) -> None:
    change(root, TAKE_ORDER, "purpose: ", "purpose：")
    change(root, SHIP_ORDER, "purpose: ", "purpose：")
    mending = mended(root)
    change(root, SHIP_ORDER, "purpose：", "purpose： ")
    before = hashes(root)
    with pytest.raises(Refused, match="was changed while"):
        mending.workspace.write()
    assert hashes(root) == before


def test_what_is_silenced_is_left(root: Path) -> None:
    change(root, TAKE_ORDER, "    due: ", "    # handbook: ignore[HB321] as they say\n    due: ")
    text = (root / TAKE_ORDER).read_text("utf-8")
    line = text.partition("as they say\n    due: ")[2].partition("\n")[0]
    (root / TAKE_ORDER).write_text(
        text.replace(f"as they say\n    due: {line}", "as they say\n    due: 2 hours"), "utf-8"
    )
    assert not mended(root).workspace.changed


def test_what_would_not_be_mended_is_not_promised(root: Path) -> None:
    change(root, TAKE_ORDER, "    due: ", "    due：")
    change(root, TAKE_ORDER, "due：" + _due(root), "due：when it fits")
    change(root, SHIP_ORDER, "title: ", "title：")
    checked = check_folder(root)
    assert sum(fixable(each, Safety.SAFE) for each in checked.diagnostics) == 2
    before = hashes(root)
    kept = promised(root, checked, lambda *_: True)
    offered = [each.where.file for each in kept.diagnostics if each.fix]
    assert offered == [each.where.file for each in mended(root, Safety.SAFE).mended] == [SHIP_ORDER]
    assert [each.rule for each in kept.diagnostics] == [each.rule for each in checked.diagnostics]
    assert hashes(root) == before


def test_only_what_is_asked_for_is_tried(root: Path) -> None:
    change(root, TAKE_ORDER, "    due: ", "    due：")
    change(root, TAKE_ORDER, "due：" + _due(root), "due：when it fits")
    checked = check_folder(root)
    assert promised(root, checked, lambda *_: False) == checked
    (root / TAKE_ORDER).write_text("title: Another text\n", "utf-8")
    assert not any(each.fix for each in promised(root, checked, lambda *_: True).diagnostics)


def test_many_harmful_fixes_cost_few_checks(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does harm at its own place, as all others do at theirs, is not tried one by one."""
    _break_dues(root, 6)
    checks = _counted(monkeypatch)
    mending = mended(root)
    assert {each.rule.code for each in mending.harmful} == {"HB022"}
    assert [each.rule.code for each in mending.mended] == ["HB022"]
    assert len(checks) <= 5


def test_what_there_was_no_check_for_is_not_promised(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _break_dues(root, 4)
    monkeypatch.setattr("generator.authoring.editing.mending._MOST_CHECKS", 2)
    checked = check_folder(root)
    checks = _counted(monkeypatch)
    told = promised(root, checked, lambda _, __: True)
    assert len(checks) <= 4, "two for each class of fixes"
    before = sum(each.fix is not None for each in checked.diagnostics)
    after = sum(each.fix is not None for each in told.diagnostics)
    assert after < before


def _break_dues(root: Path, number: int) -> None:
    """Write steps whose mending shows a due that nobody can mend, and a purpose to be mended."""
    text = (root / TAKE_ORDER).read_text("utf-8")
    head, steps, _ = text.partition("steps:\n")
    more = "".join(
        f"  - step: s{each}\n    title: Step {each}\n    responsible: manager\n"
        f"    due：when it fits\n    next: s{each + 1}\n"
        for each in range(number)
    )
    last = f"  - step: s{number}\n    title: Last\n    responsible: manager\n    end: done\n"
    (root / TAKE_ORDER).write_text(head.replace("purpose: ", "purpose：") + steps + more + last)


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    checks: list[int] = []
    real = Workspace.check

    def check(workspace: Workspace) -> Checked:
        checks.append(1)
        return real(workspace)

    monkeypatch.setattr(Workspace, "check", check)
    return checks
