"""What comes in is kept for good, once, in a database as for a file; faults end nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from arriving import HEAD, arrived
from forms import EVERY_TYPE, handbook, order_sheet

from generator.base.diagnostics import Message
from generator.collect.record import FormRecord, Remark
from generator.collect.register.ledger import Ledger
from generator.collect.register.told import told
from generator.collect.store import Added, StoreProblem
from generator.collect.store_database import DatabaseStore

Opened = Callable[[], Ledger]


@pytest.fixture(params=["beside", "database"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    made = (
        Ledger.beside(HEAD)
        if request.param == "beside"
        else DatabaseStore(f"sqlite:///{tmp_path / 'forms.db'}", HEAD)
    )
    yield made
    made.close()


def codes(added: Added) -> list[str]:
    return [each.rule.code for each in told(added, order_sheet(), HEAD, str)]


def plain(records: Iterator[FormRecord]) -> list[tuple[Any, ...]]:
    return [(each.key, each.version, each.values.get("pieces")) for each in records]


def test_the_same_file_twice_is_one_and_a_copy_is_an_arrival(ledger: Ledger) -> None:
    form = order_sheet()
    first = ledger.add(arrived(saved="09", file="a", pieces=1), form)
    again = ledger.add(arrived(saved="09", file="a", pieces=1), form)
    copy = ledger.add(arrived(saved="09", file="b", pieces=1), form)
    assert [first.repeated, again.repeated, copy.repeated] == [False, True, True]
    (record,) = ledger.records(form)
    assert [each.file for each in record.arrivals] == ["a", "b"]
    assert [codes(each) for each in (first, again, copy)] == [[], [], []]


def test_a_correction_is_said_with_what_it_changed(ledger: Ledger) -> None:
    form = order_sheet()
    ledger.add(arrived(saved="09", pieces=1), form)
    added = ledger.add(arrived(saved="10", file="b", pieces=2), form)
    (said,) = told(added, form, HEAD, str)
    assert (said.rule.code, said.args["version"], said.args["what"]) == ("HB557", 2, "Pieces")
    assert plain(ledger.records(form)) == [("OS-1", 1, 1), ("OS-1", 2, 2)]


def test_an_older_one_that_comes_late_is_put_in_its_place(ledger: Ledger) -> None:
    form = order_sheet()
    ledger.add(arrived(saved="11", file="c", pieces=3), form)
    late = ledger.add(arrived(saved="09", file="a", pieces=1), form)
    assert (late.record.version, late.record.is_newest) == (1, False)
    assert plain(ledger.records(form)) == [("OS-1", 1, 1), ("OS-1", 2, 3)]


def test_versions_without_a_time_are_said(ledger: Ledger) -> None:
    ledger.add(arrived(pieces=1), order_sheet())
    assert codes(ledger.add(arrived(file="b", pieces=2), order_sheet())) == ["HB557", "HB583"]


def test_no_two_may_say_the_same_in_a_unique_field(ledger: Ledger) -> None:
    form = handbook(
        EVERY_TYPE.replace(
            "label: Seller, type: person,", "label: Seller, type: person, unique: true,"
        )
    ).forms["order-sheet"]
    assert any(each.unique for each in form.fields)
    first = ledger.add(arrived("OS-1", "09", "a", seller="Ann"), form)
    second = ledger.add(arrived("OS-2", "10", "b", seller="Ann"), form)
    assert (first.others, second.others) == ({}, {"seller": ["OS-1"]})
    assert {each.key: each.state for each in ledger.records(form)} == {
        "OS-1": "partial",
        "OS-2": "partial",
    }
    ledger.add(arrived("OS-2", "11", "c", seller="Bea"), form)  # corrected
    newest = {each.key: each.state for each in ledger.records(form) if each.is_newest}
    assert newest == {"OS-1": "complete", "OS-2": "complete"}


def test_a_form_under_its_former_name_is_the_same_form(ledger: Ledger) -> None:
    form = order_sheet()
    ledger.add(arrived(saved="09", pieces=1), form)
    renamed = replace(form, id="order-form", formerly=(form.id,))  # type: ignore[arg-type]
    added = ledger.add(arrived(saved="10", file="b", pieces=2, form=renamed), renamed)
    assert added.record.version == 2


def rows(file: Path, query: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(file) as database:
        return database.execute(query).fetchall()


def test_the_tables_show_the_versions_and_what_stands_beside_them(tmp_path: Path) -> None:
    form, file = order_sheet(), tmp_path / "forms.db"
    note = Remark(kind="comment", place="Order", text="do not ship")
    for at, (hour, changes) in enumerate(
        [("11", {"pieces": 3, "remarks": (note,)}), ("09", {"pieces": 1}), ("10", {"pieces": 2})]
    ):
        store = DatabaseStore(f"sqlite:///{file}", HEAD)
        store.add(arrived(saved=hour, file=f"{at}", **changes), form)
        store.close()
    query = "SELECT record_version, pieces, record_newest FROM order_sheet ORDER BY 1"
    assert rows(file, query) == [(1, 1, 0), (2, 2, 0), (3, 3, 1)]
    assert rows(file, "SELECT record_version, place, text FROM _remarks") == [
        (3, "Order", "do not ship")
    ]
    changes = "SELECT record_version, place, before, after FROM _changes ORDER BY 1, record_row"
    assert rows(file, changes) == [
        (2, "Pieces", "1", "2"),
        (3, "Pieces", "2", "3"),
        (3, "Order", "", "do not ship"),
    ]
    assert len(rows(file, "SELECT * FROM _arrivals")) == 3


def test_numbers_are_kept_to_the_last_digit(tmp_path: Path) -> None:
    form, file = order_sheet(), tmp_path / "forms.db"
    long = Decimal("123456789012345678901234567890.123456789")
    store = DatabaseStore(f"sqlite:///{file}", HEAD)
    store.add(arrived(deposit=long, pieces=3_000_000_000), form)
    store.close()
    assert rows(file, "SELECT deposit, pieces FROM order_sheet") == [(str(long), 3_000_000_000)]


def test_what_a_store_does_not_take_names_the_field_and_the_next_one_is_kept(
    tmp_path: Path,
) -> None:
    form, file = order_sheet(), tmp_path / "forms.db"
    store = DatabaseStore(f"sqlite:///{file}", HEAD)
    with pytest.raises(StoreProblem) as caught:
        store.add(arrived("OS-1", pieces=10**25), form)
    assert isinstance(caught.value.says, Message)
    assert caught.value.says.args["label"] == "Pieces"
    assert not caught.value.lasting
    store.add(arrived("OS-2", pieces=1), form)
    store.close()
    assert rows(file, "SELECT record_key FROM order_sheet") == [("OS-2",)]
    assert rows(file, "SELECT record_key FROM _arrivals") == [("OS-2",)]


def test_a_locked_database_says_so_and_so_does_a_foreign_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.collect.store_database._WAIT", 0)
    locked = tmp_path / "locked.db"
    with sqlite3.connect(locked) as database:
        database.execute("CREATE TABLE x (y)")
    holder = sqlite3.connect(locked)
    holder.execute("BEGIN EXCLUSIVE")
    text, foreign, old = (tmp_path / each for each in ("text.db", "foreign.db", "old.db"))
    text.write_text("no database " * 100)
    with sqlite3.connect(foreign) as database:
        database.execute("CREATE TABLE _arrivals (y)")
    with sqlite3.connect(old) as database:
        database.execute("CREATE TABLE order_sheet (record_key, record_version)")
    before = text.read_bytes()
    for file, words in (
        (locked, "locked"),
        (text, "the file is no database"),
        (foreign, "is none of ours"),
        (old, "has no record of what came when"),
    ):
        with pytest.raises(StoreProblem) as caught:
            DatabaseStore(f"sqlite:///{file}", HEAD)
        says = caught.value.says
        assert words in (says.id if isinstance(says, Message) else says)
    holder.close()
    assert text.read_bytes() == before


def test_a_table_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "forms.db"
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE order_sheet (y)")
    store = DatabaseStore(f"sqlite:///{file}", HEAD)
    with pytest.raises(StoreProblem):
        store.add(arrived(), order_sheet())
    store.close()
    assert rows(file, "SELECT * FROM order_sheet") == []
    assert rows(file, "SELECT * FROM _arrivals") == []


def test_what_a_field_said_that_the_form_no_longer_has_stays(tmp_path: Path) -> None:
    file = tmp_path / "forms.db"
    store = DatabaseStore(f"sqlite:///{file}", HEAD)
    store.add(arrived(saved="09", weight=Decimal("1.5"), pieces=1), order_sheet())
    store.close()
    at = EVERY_TYPE.index("      - {field: weight")
    shorter = EVERY_TYPE[:at] + EVERY_TYPE[EVERY_TYPE.index("\n", at) + 1 :]
    new = handbook(shorter)
    store = DatabaseStore(f"sqlite:///{file}", new.settings.form_header)
    store.add(arrived(saved="10", file="b", pieces=2), order_sheet(new))
    store.close()
    assert rows(file, "SELECT record_version, weight FROM order_sheet ORDER BY 1") == [
        (1, "1.5"),
        (2, None),
    ]
