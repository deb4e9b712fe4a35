"""What `handbook new` writes checks clean; what cannot be is refused and nothing is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.authoring.scaffold import scaffold
from generator.base.i18n import Catalogue
from generator.checking.folder import check_folder
from generator.publish.refusal import Refused
from generator.report.text import report_text

DAY = date(2026, 3, 4)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    # A level of its own, so that the folder above belongs to this test alone.
    root = tmp_path / "shop"
    root.mkdir()
    scaffold(root, "handbook", ".", "en", today=DAY)
    return root


def complaints(root: Path) -> list[str]:
    return [each.rule.code for each in check_folder(root).diagnostics]


def tree(root: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in root.rglob("*") if each.is_file()}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_new_handbook_and_all_that_is_added_check_clean(tmp_path: Path, language: str) -> None:
    scaffold(tmp_path, "handbook", "my-shop", language, today=DAY)
    root = tmp_path / "my-shop"
    assert (root / "mkdocs.yml").is_file()
    assert scaffold(root, "process", "sales/take-back", "en", today=DAY) == [
        "processes/sales/take-back.yml"
    ]
    assert scaffold(root, "form", "sales/return-slip", "en", today=DAY) == [
        "processes/sales/forms/return-slip.yml"
    ]
    assert complaints(root) == []
    handbook = check_folder(root).handbook
    assert handbook is not None
    process = handbook.processes["take-back"]
    assert (process.code, process.revision.date) == ("P-01-03", DAY)
    assert handbook.forms["return-slip"].code == "FM-01-02"
    assert ("初稿" in process.revision.change.source) == (language == "zh")


def test_both_starters_say_the_same(tmp_path: Path) -> None:
    for language in ("en", "zh"):
        scaffold(tmp_path, "handbook", language, language, today=DAY)
    shapes = []
    for language in ("en", "zh"):
        book = check_folder(tmp_path / language).handbook
        assert book is not None
        shapes.append(
            (
                list(book.roles),
                [[step.id for step in each.steps] for each in book.process_list],
                [[field.field for field in each.fields] for each in book.form_list],
                list(book.parameters),
            )
        )
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_new_role_stands_below_the_others_and_waits_for_a_part(shop: Path, ending: str) -> None:
    path = shop / "processes/organization.yml"
    before = path.read_bytes().replace(b"\n", ending.encode())
    path.write_bytes(before)
    assert scaffold(shop, "role", "night-guard", "en", today=DAY) == ["processes/organization.yml"]
    after = path.read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].decode().split(ending) == [
        "  - role: night-guard",
        "    title: Night guard",
        "    unit: shop",
        "    reports-to: manager",
        "",
    ]
    assert complaints(shop) == ["HB409"]


def test_a_new_role_goes_before_what_follows_the_roles(shop: Path) -> None:
    path = shop / "processes/organization.yml"
    text = path.read_text(encoding="utf-8")
    units, roles = text.split("roles:\n")
    path.write_text(f"roles:\n{roles}\n# who there is\n{units}", encoding="utf-8")
    scaffold(shop, "role", "night-guard", "en", today=DAY)
    assert complaints(shop) == ["HB409"]
    book = check_folder(shop).handbook
    assert book is not None
    assert list(book.roles) == ["manager", "clerk", "customer", "night-guard"]


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("process", "take-back"),
        ("process", "sales/Take_Back"),
        ("process", "sales/take-order"),
        ("process", "sales/aux"),
        ("form", "sales/con"),
        ("role", "nul"),
        ("handbook", "com1"),
        ("process", "buying/take-back"),
        ("process", "../outside"),
        ("process", "sales/../outside"),
        ("form", "sales/order-sheet"),
        ("form", "sales/" + "x" * 41),
        ("role", "clerk"),
        ("role", "Nachtwächter"),
        ("handbook", "."),
        ("handbook", "../other"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(shop: Path, what: str, name: str) -> None:
    before = tree(shop.parent)
    with pytest.raises(Refused) as refused:
        scaffold(shop, what, name, "en", today=DAY)  # type: ignore[arg-type]
    assert Catalogue("en").say(refused.value.message)
    assert tree(shop.parent) == before


def test_without_a_sound_handbook_nothing_is_added(shop: Path) -> None:
    (shop / "processes/handbook.yml").write_text("title: [", encoding="utf-8")
    with pytest.raises(Refused, match="without errors"):
        scaffold(shop, "process", "sales/take-back", "en", today=DAY)


def test_roles_in_brackets_are_left_to_the_editor(shop: Path) -> None:
    path = shop / "processes/organization.yml"
    units = path.read_text(encoding="utf-8").split("roles:")[0]
    path.write_text(
        f"{units}roles: [{{role: manager, title: Manager, unit: shop, reports-to: shop}}]\n",
        encoding="utf-8",
    )
    with pytest.raises(Refused, match="by hand"):
        scaffold(shop, "role", "night-guard", "en", today=DAY)


def test_the_report_of_a_new_handbook_says_that_all_is_well(shop: Path) -> None:
    assert report_text(check_folder(shop), Catalogue("en")).endswith("all is well.\n")
