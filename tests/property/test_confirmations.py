"""Confirmations filled in by chance come back equal: of a small handbook, in proofs of ours."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from random import Random  # noqa: TID251  (with a seed)

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pages import context

from generator.authoring.confirming.taking import take
from generator.checking.folder import read_folder
from generator.model.grounds import statements
from generator.model.handbook import Handbook
from generator.renderers.workbook.document import workbook_of

ROOT = Path(__file__).parents[2]
PROVE = os.environ.get("HYPOTHESIS_PROFILE") == "prove"
BOOK = ROOT if PROVE else ROOT / "tests" / "handbooks" / "bicycles"
LEAST = 300 if PROVE else 10
_INSIDE = re.compile(
    r", confirmed: \{by: (?:\"(?:[^\"\\]|\\.)*\"|[^,{}]*), on: [-\d]+(?:, version: [^,{}]+)?\}"
)
NAMES = ("张三", "Ann O'Neil", "Null Byte", "On: Off", "#Tag, A", "No. Won", "欧阳 一二")
TODAY = date(2027, 12, 1)


def handbook_at(root: Path) -> Handbook:
    found = read_folder(root).checked.handbook
    assert found is not None
    return found


def as_typed(day: date, chance: Random) -> object:
    shown = (day, day.isoformat(), f"{day.year}年{day.month}月{day.day}日", f"{day:%Y/%m/%d}")
    return chance.choice(shown)


@settings(max_examples=3 if PROVE else 2, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(min_value=0, max_value=2**32))
def test_what_was_filled_in_stands_in_the_yaml_and_nothing_else_changed(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "handbook"
        for name in ("processes", "content"):
            shutil.copytree(BOOK / name, root / name)
        before = {path: path.read_bytes() for path in root.rglob("*.yml")}
        handbook = handbook_at(root)
        raw, given_ = filled(handbook, chance)
        taking = take(root, raw, TODAY)
        assert (taking.left_out, taking.findings) == ((), ())
        assert len(taking.taken) == len(given_)
        taking.workspace.write()
        after = handbook_at(root)
        found = {
            each.name: (each.statement.confirmed.by, each.statement.confirmed.on)
            for each in statements(after)
            if each.statement.confirmed
        }
        assert found == given_
        unconfirmed(root, before)
        assert not take(root, raw, TODAY).taken


def filled(handbook: Handbook, chance: Random) -> tuple[bytes, dict[str, tuple[str, date]]]:
    """The workbook with most rows filled in, and what was filled in, by the name of the row."""
    book = load_workbook(BytesIO(workbook_of(context(handbook))))
    sheet = book.worksheets[-1]
    heads = [each.value for each in sheet[3]]
    given_: dict[str, tuple[str, date]] = {}
    at = {
        name: heads.index(name) + 1 for name in ("Confirmed by", "On", "Mark (leave it as it is)")
    }
    titles = {
        each.title.source: str(each.role)
        for each in handbook.organization.roles
        if not each.external
    }
    for row in range(4, sheet.max_row + 1):
        if chance.random() < 0.02:
            continue
        by = chance.choice((*NAMES, *titles))
        day = date(2026, 12, 1) + timedelta(days=chance.randrange(300))
        sheet.cell(row, at["Confirmed by"]).value = by
        sheet.cell(row, at["On"]).value = as_typed(day, chance)
        name = str(sheet.cell(row, at["Mark (leave it as it is)"]).value).rpartition("@")[0]
        given_[name] = (titles.get(by, by), day)
    assert len(given_) >= LEAST * 0.9
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue(), given_


def unconfirmed(root: Path, before: dict[Path, bytes]) -> None:
    """Without what was written, every file is what it was."""
    for path, raw in before.items():
        text = path.read_bytes().decode()
        bare = re.sub(r"(?m)^[ ]*confirmed: \{.*\}\r?\n", "", text)
        bare = _INSIDE.sub("", bare)
        assert bare == raw.decode(), path
