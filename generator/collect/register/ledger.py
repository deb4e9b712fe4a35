"""Keeps all that came in, for good; the versions of each form are worked out from it.

Nothing in the table of arrivals is ever changed. A ledger may stand in a database beside the
tables that show its versions, or, for files that are written anew, in a temporary place.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from sqlalchemy import (
    Connection,
    Engine,
    MetaData,
    create_engine,
    select,
)
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from generator.base.diagnostics import N_, Message
from generator.base.plain import number_look
from generator.collect.record import NUMBERLESS, Arrival, FormRecord
from generator.collect.register.contents import packed, unpacked
from generator.collect.register.statements import Statements, ledger_tables
from generator.collect.register.versions import ENGLISH, Say, versions
from generator.collect.store import Added, StoreProblem
from generator.model.form import Field, Form

Shared: TypeAlias = "dict[tuple[str, str], set[str]]"  # field and value to keys


class Ledger:
    """Takes arrivals one by one and says what each became; `say` puts open points into words.

    Raises:
        StoreProblem: the database refuses something.
    """

    def __init__(self, engine: Engine, header: tuple[Field, ...], say: Say = ENGLISH) -> None:
        self._engine = engine
        self._say = say
        self._header = header
        self._meta = MetaData()
        self._own = ledger_tables(self._meta)
        self._statements = Statements.of(self._own)
        self._step: Connection | None = None
        self._looks: dict[str, dict[str, set[str]]] = {}
        try:
            self._open()
        except SQLAlchemyError as error:
            raise problem_of(error) from error

    @classmethod
    def beside(cls, header: tuple[Field, ...], say: Say = ENGLISH) -> Ledger:
        """Return a ledger in a temporary place, which is gone when the program ends."""
        # An empty name: SQLite keeps it in memory as far as it is small, else on the disk.
        engine = create_engine(
            "sqlite://", creator=lambda: sqlite3.connect(""), poolclass=StaticPool
        )
        return cls(engine, header, say)

    def add(self, record: FormRecord, form: Form) -> Added:
        """Keep an arrival, all or nothing; a file that came before from there is known."""
        if self._step is not None:
            return self._added(self._step, record, form)
        with self.together():
            return self.add(record, form)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep all that is added inside in one step, or nothing of it.

        Raises:
            StoreProblem: the database refuses something.
        """
        try:
            with self._engine.begin() as self._step:
                yield
        except SQLAlchemyError as error:
            self._looks.clear()
            raise problem_of(error) from error
        except BaseException:
            self._looks.clear()  # what was noted on the way is gone again
            raise
        finally:
            self._step = None

    def records(self, form: Form) -> Iterator[FormRecord]:
        """Yield the versions of all forms of a kind, in the order of their keys."""
        column = self._own.arrivals.c
        keys = select(column.record_key).where(column.record_form.in_(_ids(form))).distinct()
        with self._engine.connect() as connection:
            for key in sorted(connection.execute(keys).scalars().all()):
                yield from self._versions(connection, form, self._of(connection, form, key))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _open(self) -> None:
        with self._engine.begin() as connection:
            self._meta.create_all(connection)

    def _show(
        self,
        connection: Connection,
        form: Form,
        before: tuple[FormRecord, ...],
        after: tuple[FormRecord, ...],
    ) -> None:
        """Show the versions of a key where others look for them, in place of those before."""

    def _added(self, connection: Connection, record: FormRecord, form: Form) -> Added:
        arrivals = self._of(connection, form, record.key)
        mark = _name(record.arrivals[0])
        known = any(_name(each.arrivals[0]) == mark for each in arrivals)
        before = self._versions(connection, form, arrivals) if arrivals else ()
        if known:
            return _outcome(before, record, repeated=True)
        connection.execute(self._statements.keep, [_row(record, form)])
        arrivals.append(record)
        shared: Shared = {}
        alike = self._alike(connection, form, record.number)
        near = set(alike) if len(arrivals) == 1 else set()
        if any(each.unique for each in (*self._header, *form.fields)):
            old = self._others(connection, form, record.key)
            self._mark(connection, form, record.key, versions(arrivals, form, self._header))
            shared = self._others(connection, form, record.key)
            # With more than one other, those are open before and after.
            alone = (old[each] for each in old.keys() ^ shared.keys() if each in old)
            near |= {key for keys in (*alone, *shared.values()) if len(keys) == 1 for key in keys}
        after = self._versions(connection, form, arrivals)
        self._show(connection, form, before, after)
        for key in sorted(near):
            other = self._versions(connection, form, self._of(connection, form, key))
            self._show(connection, form, other, other)
        merged = any(each.digest == record.digest for each in before)
        repeated = merged and len(after) == len(before)
        return _outcome(after, record, repeated=repeated, shared=shared, alike=alike)

    def _of(self, connection: Connection, form: Form, key: str) -> list[FormRecord]:
        wanted = {"forms": _ids(form), "key": key}
        fields = (*self._header, *form.fields)
        texts = connection.execute(self._statements.kept, wanted).scalars()
        return [unpacked(text, fields) for text in texts]

    def _versions(
        self, connection: Connection, form: Form, arrivals: list[FormRecord]
    ) -> tuple[FormRecord, ...]:
        taken: dict[str, list[str]] = {}
        if arrivals and any(each.unique for each in (*self._header, *form.fields)):
            taken = _by_field(self._others(connection, form, arrivals[0].key))
        alike = self._alike(connection, form, arrivals[0].number) if arrivals else ()
        return versions(arrivals, form, self._header, taken, self._say, alike=alike)

    def _alike(self, connection: Connection, form: Form, number: str) -> tuple[str, ...]:
        """Return the numbers of other forms that look like a number; it is known from now on."""
        if not number:
            return ()
        looks = self._looks.get(form.id)
        if looks is None:
            column = self._own.arrivals.c
            keys = select(column.record_key).where(column.record_form.in_(_ids(form))).distinct()
            looks = self._looks[form.id] = {}
            for key in connection.execute(keys).scalars():
                if not key.startswith(NUMBERLESS):
                    looks.setdefault(number_look(key), set()).add(key)
        same = looks.setdefault(number_look(number), set())
        same.add(number)
        return tuple(sorted(same - {number}))

    def _mark(
        self, connection: Connection, form: Form, key: str, found: tuple[FormRecord, ...]
    ) -> None:
        """Note what the newest version of a form says in fields that no two may have alike."""
        connection.execute(self._statements.unmark, {"form": form.id, "key": key})
        rows = {
            (each.field, _mark_of(record.values[each.field]))
            for record in found
            if record.is_newest
            for each in (*self._header, *form.fields)
            if each.unique and record.values.get(each.field) is not None
        }
        if rows:
            own = {"record_form": form.id, "record_key": key}
            connection.execute(
                self._statements.mark,
                [{**own, "field": field, "mark": mark} for field, mark in sorted(rows)],
            )

    def _others(self, connection: Connection, form: Form, key: str) -> Shared:
        """Return the keys of forms that say the same in such a field, by field and value."""
        found: Shared = {}
        for field, mark, name in connection.execute(
            self._statements.alike, {"form": form.id, "key": key}
        ):
            found.setdefault((field, mark), set()).add(name)
        return found


# What databases say most, in English whatever the user speaks.
_SAID = {
    "readonly database": N_("the database can only be read"),
    "database is locked": N_("another program holds the database locked"),
    "unable to open database file": N_("the file of the database cannot be opened"),
    "file is not a database": N_("the file is no database"),
    "disk image is malformed": N_("the file of the database is damaged"),
    "disk is full": N_("the disk is full"),
    "disk I/O error": N_("error of the disk or the network"),
    "Connection refused": N_("no database answers there"),
    "password authentication failed": N_("the database does not take this name and password"),
}


def problem_of(error: SQLAlchemyError) -> StoreProblem:
    """Return what a database says as a problem; it lasts where the next record would meet it."""
    lasting = isinstance(error, OperationalError | InterfaceError) or (
        isinstance(error, DBAPIError) and error.connection_invalidated
    )
    words = first_line(error)
    says = next((Message(ours) for theirs, ours in _SAID.items() if theirs in words), words)
    return StoreProblem(says, lasting=lasting)


def first_line(error: Exception) -> str:
    """Return what another program says, on one line."""
    return str(getattr(error, "orig", None) or error).strip().split("\n", maxsplit=1)[0]


def _by_field(shared: Shared) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for (field, _), keys in shared.items():
        found.setdefault(field, set()).update(keys)
    return {field: sorted(keys) for field, keys in found.items()}


def _ids(form: Form) -> tuple[str, ...]:
    return (form.id, *form.formerly)


def _name(one: Arrival) -> str:
    """Return what makes an arrival the same one: the file's name and its bytes."""
    return hashlib.sha256(f"{one.file}\0{one.source}".encode()).hexdigest()


def _mark_of(value: Any) -> str:
    return hashlib.sha256(str(value).encode()).hexdigest()


def _row(record: FormRecord, form: Form) -> dict[str, str]:
    one = record.arrivals[0]
    return {
        "record_form": form.id,
        "record_key": record.key,
        "arrival": _name(record.arrivals[0]),
        "record_file": one.file,
        "record_source": one.source,
        "record_modified": one.modified,
        "record_received": one.received,
        "record_digest": record.digest,
        "content": packed(record),
    }


def _outcome(
    found: tuple[FormRecord, ...],
    record: FormRecord,
    *,
    repeated: bool,
    shared: Shared | None = None,
    alike: tuple[str, ...] = (),
) -> Added:
    mark = _name(record.arrivals[0])
    for each in found:
        if any(_name(one) == mark for one in each.arrivals):
            return Added(
                record=each,
                all=found,
                repeated=repeated,
                others=_by_field(shared or {}),
                alike=alike,
            )
    raise LookupError(record.key)  # every arrival is in one of the versions made of it
