"""Of files that cannot be read nothing is told, and nothing that other files take from them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from overlay import STARTER

from generator.checking.comparison import comparison_of
from generator.checking.folder import read_folder

ORDER, LIMITS = "processes/sales/take-order.yml", "processes/parameters.yml"
SHEET = "processes/sales/forms/order-sheet.yml"
PAGE, CATALOGUE = "content/foreword.md", "content/locale/zh.po"
BANDS = """
  - parameter: who-approves
    title: Who approves
    bands: [{role: clerk, up-to: 100 EUR}, {role: manager}]
"""
ENTRY = 'msgid "Sales clerk"\nmsgstr "店员"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "handbook"
    shutil.copytree(STARTER / "en", place)
    (place / LIMITS).write_text((place / LIMITS).read_text() + BANDS)
    sheet = (place / SHEET).read_text()
    assert "by: manager" in sheet
    (place / SHEET).write_text(
        sheet.replace("by: manager", "band: who-approves\n        amount: amount")
    )
    settings = place / "processes/handbook.yml"
    settings.write_text(settings.read_text().replace("languages: [en]", "languages: [en, zh]"))
    (place / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
    (place / CATALOGUE).write_text(ENTRY)
    (place / PAGE).write_text("# Foreword\n\nWords.\n")
    return place


def torn(text: bytes) -> bytes:
    return text + b"\nx: [\n"


def mixed(text: bytes) -> bytes:
    return b"\xff\xff\xff" + text


def merged(text: bytes) -> bytes:
    return b"<<<<<<< ours\nOne.\n=======\nTwo.\n>>>>>>> theirs\n" + text


@pytest.mark.parametrize(
    ("path", "broken"),
    [(LIMITS, lambda _: b""), (LIMITS, torn), (SHEET, torn), (ORDER, torn), (CATALOGUE, torn),
     (CATALOGUE, mixed), (PAGE, mixed), (PAGE, merged)],
)  # fmt: skip
def test_nothing_is_told_of_what_is_not_known(
    root: Path, path: str, broken: Callable[[bytes], bytes]
) -> None:
    whole = read_folder(root)
    raw = (root / path).read_bytes()
    (root / path).write_bytes(broken(raw))
    other = read_folder(root)
    for one, two in ((whole, other), (other, whole)):
        comparison, unread = comparison_of(one, two)
        assert (unread, comparison.changes) == ((path,), ())


def test_what_may_stand_in_a_new_file_that_is_not_read_has_not_gone(root: Path) -> None:
    whole = read_folder(root)
    raw = (root / ORDER).read_bytes()
    (root / ORDER).unlink()
    (root / "processes/sales/get-order.yml").write_bytes(b"x: [\n" + raw)
    other = read_folder(root)
    for one, two in ((whole, other), (other, whole)):
        comparison, unread = comparison_of(one, two)
        assert unread == ("processes/sales/get-order.yml", ORDER)
        assert [each for each in comparison.changes if len(each.path) == 1] == []


def test_who_signs_by_amount_is_told_of_the_parameter_alone(root: Path) -> None:
    whole = read_folder(root)
    limits = root / LIMITS
    limits.write_text(limits.read_text().replace("{role: clerk, up-to", "{role: customer, up-to"))
    comparison, _ = comparison_of(whole, read_folder(root))
    assert [(each.document.kind, each.aspect) for each in comparison.changes] == [
        ("parameter", "bands")
    ]
