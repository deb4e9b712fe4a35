"""The register holds: whatever the order, whatever lies between, whenever the power goes."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random  # noqa: TID251 - the same orders each time
from typing import Any

import pytest
from arriving import arrived, people, signed
from databases import tables
from forms import EVERY_TYPE
from postgres import server
from sqlalchemy import event

from generator.collect.record import FormRecord, OpenPoint, Remark
from generator.collect.register.ledger import Ledger
from generator.collect.register.statements import ARRIVALS
from generator.collect.store_database import DatabaseStore
from generator.collect.store_json import as_json

ALL = os.environ.get("HYPOTHESIS_PROFILE") == "prove"
ORDERS = 100 if ALL else 12
MOMENTS = 50 if ALL else 6
IN_A_DATABASE = 1 if ALL else 4  # each of so many orders, too
BOOK = people(
    EVERY_TYPE.replace("label: Seller, type: person,", "label: Seller, type: person, unique: true,")
)
FORM, HEADER = BOOK.forms["order-sheet"], BOOK.settings.form_header
LONG = Decimal("12345678901234567890.123456789")


def came() -> list[FormRecord]:
    """Corrections, copies, a taken number, a value used twice, a change after signing."""
    note = Remark(kind="comment", place="Order", text="do not ship")
    asked = OpenPoint(field="wanted", place="Wanted on", written="05/06/2026", code="HB561")
    found = [
        arrived("OS-1", "09", "a1", form=FORM, pieces=1),
        arrived("OS-1", "10", "a2", form=FORM, pieces=2, remarks=(note,)),
        arrived("OS-1", "11", "a3", form=FORM, pieces=1),
        arrived("OS-1", "11", "a3 (copy)", form=FORM, pieces=1),
        arrived("OS-2", "09", "b1", form=FORM, filler="Ann", pieces=1),
        arrived("OS-2", "10", "b2", form=FORM, filler="Bob", pieces=2),
        arrived("OS-2", "11", "b3", form=FORM, filler="Ann", pieces=3),
        arrived("OS-3", "09", "c1", form=FORM, seller="Zoe"),
        arrived("OS-4", "10", "d1", form=FORM, seller="Zoe"),
        arrived("OS-4", "11", "d2", form=FORM, seller="Yan"),
        arrived("OS-5", "09", "e1", form=FORM, seller="Yan"),
        arrived("OS-6", "09", "f1", form=FORM, reason="cheap", approved=(signed(),)),
        arrived("OS-6", "10", "f2", form=FORM, reason="dear", approved=(signed(),)),
        arrived("OS-7", "", "g1", form=FORM, pieces=1, points=(asked,)),
        arrived("OS-7", "", "g2", form=FORM, pieces=2, deposit=LONG),
        arrived("", "09", "h1", form=FORM, pieces=1, wanted=date(2026, 12, 24)),
    ]
    rows = tuple({"article": f"X-{number}", "amount": number} for number in range(5))
    return [*found, arrived("OS-8", "09", "i1", form=FORM, goods=rows, extras=("bell", "rack"))]


def in_any_order() -> Iterator[list[FormRecord]]:
    dice = Random(7)  # noqa: S311 - the same orders each time
    for _ in range(ORDERS):
        records = [*came(), *dice.sample(came(), 4)]  # some files are there twice
        dice.shuffle(records)
        yield records


def register(ledger: Ledger) -> list[Any]:
    return [as_json(each) for each in ledger.records(FORM)]


def test_the_register_is_the_same_in_any_order(tmp_path: Path) -> None:
    first: list[Any] = []
    shown: dict[str, Any] = {}
    for number, records in enumerate(in_any_order()):
        with ExitStack() as stack:
            beside = Ledger.beside(HEADER)
            stack.callback(beside.close)
            for each in records:
                beside.add(each, FORM)
            first = first or register(beside)
            assert register(beside) == first
        if number % IN_A_DATABASE == 0:
            address = f"sqlite:///{tmp_path / f'{number}.db'}"
            store = DatabaseStore(address, HEADER)
            for each in records:
                store.add(each, FORM)
            assert register(store) == first
            store.close()
            shown = shown or tables(address)
            assert tables(address) == shown
    keys = [(each["key"], each["version"]) for each in first]
    assert len(keys) == len(set(keys)) == 16
    assert {"OS-1", "OS-2", "OS-2 ≠2"} <= {key for key, _ in keys}
    assert len(shown[ARRIVALS]) == len(came())


def test_both_databases_hold_the_same_row_for_row(tmp_path: Path) -> None:
    """The sample shows one database twice, the proof SQLite and PostgreSQL."""
    with ExitStack() as stack:
        lite = f"sqlite:///{tmp_path / 'a.db'}"
        other = stack.enter_context(server()) if ALL else f"sqlite:///{tmp_path / 'b.db'}"
        for address, records in ((lite, came()), (other, came()[::-1])):
            store = DatabaseStore(address, HEADER)
            for each in records:
                store.add(each, FORM)
            store.close()
        one, two = tables(lite), tables(other)
        assert one == two
        assert len(one["order_sheet"]) == 16
        assert str(LONG) in {value for row in one["order_sheet"] for value in row}


def killed_at(moment: int, address: str, together: int) -> bool:
    """Fill a database in a process that is killed at a statement; tell whether it was."""
    child = os.fork()
    if child == 0:
        try:
            store, left = DatabaseStore(address, HEADER), [moment]

            def count(*_: Any) -> None:
                left[0] -= 1
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)

            event.listen(store._engine, "before_cursor_execute", count)
            event.listen(store._engine, "commit", count)
            arrivals = list(came())
            for start in range(0, len(arrivals), together):
                with store.together():
                    for each in arrivals[start : start + together]:
                        store.add(each, FORM)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_killed_at_any_moment_nothing_is_lost_and_nothing_is_double(tmp_path: Path) -> None:
    whole = f"sqlite:///{tmp_path / 'whole.db'}"
    store = DatabaseStore(whole, HEADER)
    for each in came():
        store.add(each, FORM)
    store.close()
    expected = tables(whole)
    step = 4 if ALL else 35
    for number in range(MOMENTS):
        file = tmp_path / f"{number}.db"
        address = f"sqlite:///{file}"
        assert killed_at(1 + number * step, address, together=1 + number % 4), number
        half_done(file)
        store = DatabaseStore(address, HEADER)
        for each in came():
            store.add(each, FORM)
        store.close()
        assert tables(address) == expected, number


def half_done(file: Path) -> None:
    """See that what is there after a kill is whole: each arrival with its versions."""
    with sqlite3.connect(file) as database:
        names = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        if "order_sheet" not in names:
            return
        kept = {key for (key,) in database.execute("SELECT record_key FROM _arrivals")}
        shown = {key for (key,) in database.execute("SELECT record_key FROM order_sheet")}
    assert kept == {key.partition(" ≠")[0] for key in shown}
