"""Records in a database through SQLAlchemy: SQLite, PostgreSQL and what else it speaks.

The ledger of arrivals stands there for good; beside it, for queries, one table a form with child
tables for its rows and signatures, worked out from the ledger and in one transaction with it. A
table is made when its first record comes, and gets a column when the form has gained a field; no
column is ever taken away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Dialect,
    Insert,
    Integer,
    Numeric,
    String,
    Table,
    Text,
    Time,
    create_engine,
    inspect,
    make_url,
)
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.schema import CreateColumn
from sqlalchemy.types import TypeDecorator, TypeEngine

from generator.base.diagnostics import N_, Message
from generator.base.remembered import remembered
from generator.collect.record import FormRecord, exact, in_words
from generator.collect.register.ledger import Ledger, first_line, problem_of
from generator.collect.register.statements import ARRIVALS, KEY_LENGTH
from generator.collect.register.versions import ENGLISH, Say
from generator.collect.shape import ColumnKind, TableShape, rows, shapes
from generator.collect.store import StoreProblem
from generator.model.form import Field, Form
from generator.publish.named_folder import gate_at

_WAIT = 10  # seconds until another program lets go of a file of SQLite
_ENDINGS = ("", "-journal", "-wal", "-shm")  # the files that SQLite puts beside its own


class Amount(TypeDecorator[Decimal]):
    """An exact number; SQLite has none and keeps its digits as text."""

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type that the database has."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Numeric())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Hand a value to the database."""
        if value is None:
            return None
        text = exact(Decimal(value))
        return text if dialect.name == "sqlite" else Decimal(text)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Take a value from the database."""
        del dialect
        return value if value is None or isinstance(value, Decimal) else Decimal(str(value))


_TYPES: Mapping[ColumnKind, Any] = {
    ColumnKind.TEXT: Text,
    ColumnKind.INTEGER: BigInteger,
    ColumnKind.DECIMAL: Amount,
    ColumnKind.BOOLEAN: Boolean,
    ColumnKind.DATE: Date,
    ColumnKind.TIME: Time,
    ColumnKind.MOMENT: DateTime,
}


class DatabaseStore(Ledger):
    """A ledger in a database, with its versions in tables.

    Raises:
        Refused: the file of the database is a link.
        StoreProblem: the address is no database that lasts, or the database refuses something.
    """

    def __init__(self, address: str, header: tuple[Field, ...], say: Say = ENGLISH) -> None:
        self._tables: dict[str, Table] = {}
        self._inserts: dict[str, Insert] = {}  # each made once: that takes as long as to run it
        self._shapes: dict[str, tuple[TableShape, ...]] = {}
        self._waiting: dict[str, list[dict[str, Any]]] = {}  # by table; see `_insert`
        try:
            url = make_url(address)
            waits = {"timeout": _WAIT} if _is_sqlite(url) else {}
            _look_at(url)
            engine = create_engine(url, connect_args=waits)
        except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
            raise StoreProblem(first_line(error)) from error
        except SQLAlchemyError as error:
            raise problem_of(error) from error
        super().__init__(engine, header, say)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep and show all that is added inside in one step, or nothing of it."""
        try:
            with super().together():
                yield
                self._insert()
        except BaseException:
            self._tables.clear()  # what was made on the way is gone again
            self._inserts.clear()
            raise
        finally:
            self._waiting.clear()

    def _insert(self) -> None:
        """Write the rows that wait: all of one table at once take as long as those of one form."""
        if self._step is not None:
            for name, whole in self._waiting.items():
                self._step.execute(self._inserts[name], whole)
        self._waiting.clear()

    def _open(self) -> None:
        """Make the tables of the ledger, where nobody else's are in the way."""
        with self._engine.connect() as connection:
            names = inspect(connection).get_table_names()
            if connection.dialect.name == "sqlite":  # says now whether it can be written to
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                # One that can only be read begins all the same: it says so when it has to write.
                version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
                connection.exec_driver_sql(f"PRAGMA user_version = {int(version)}")
                connection.rollback()
            if ARRIVALS in names:
                there = {each["name"] for each in inspect(connection).get_columns(ARRIVALS)}
                if not {each.name for each in self._own.arrivals.columns} <= there:
                    raise StoreProblem(_foreign(ARRIVALS))
            else:
                for name in names:
                    columns = {each["name"] for each in inspect(connection).get_columns(name)}
                    if {"record_key", "record_version"} <= columns:
                        raise StoreProblem(Message(_WITHOUT_LEDGER, {"table": name}))
        super()._open()

    def _show(
        self,
        connection: Connection,
        form: Form,
        before: tuple[FormRecord, ...],
        after: tuple[FormRecord, ...],
    ) -> None:
        gone = sorted({each.key for each in (*before, *after)}) if before else []
        if form.id not in self._shapes:
            self._shapes[form.id] = shapes(form, self._header)
        for shape in self._shapes[form.id]:
            made = [(record, row) for record in after for row in rows(record, shape, form)]
            if not made and (not gone or not self._is_there(connection, shape)):
                continue
            table = self._table(connection, shape)
            if gone:
                self._insert()  # what is to go may be among them
                old = table.delete().where(table.c.record_key.in_(gone))
                if shape.shared:
                    old = old.where(table.c.record_form == form.id)
                connection.execute(old)
            if made:
                columns = tuple((each.name, each) for each in table.columns)
                whole = [_bound(row, record, shape, columns) for record, row in made]
                self._waiting.setdefault(shape.name, []).extend(whole)

    def _is_there(self, connection: Connection, shape: TableShape) -> bool:
        return shape.name in self._tables or inspect(connection).has_table(shape.name)

    def _table(self, connection: Connection, shape: TableShape) -> Table:
        if shape.name in self._tables:
            return self._tables[shape.name]
        known = self._meta.tables.get(shape.name)
        table = (
            Table(shape.name, self._meta, *(_column(each, shape) for each in shape.columns))
            if known is None
            else known
        )
        look = inspect(connection)
        if look.has_table(shape.name):
            there = {each["name"]: each["type"] for each in look.get_columns(shape.name)}
            if not set(shape.keys) <= set(there):
                raise StoreProblem(_foreign(shape.name))
            self._widen(connection, table, there)
            for name, kept in there.items():
                if name not in table.c:  # of a field that the form once had
                    table.append_column(Column(name, kept))
                elif _is_other(kept, table.c[name].type, connection.dialect.name):
                    table.c[name].type = kept  # a column keeps the type that it was made with
        else:
            table.create(connection)
        self._tables[shape.name] = table
        self._inserts[shape.name] = table.insert()
        return table

    def _widen(self, connection: Connection, table: Table, there: Mapping[str, Any]) -> None:
        prepare = self._engine.dialect.identifier_preparer
        for column in table.columns:
            if column.name not in there:
                made = CreateColumn(column).compile(dialect=self._engine.dialect)
                name = prepare.format_table(table)
                connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN {made}")


_WITHOUT_LEDGER = N_("the table {table} in it has no record of what came when; name a new database")
_FOREIGN = N_("the table {table} in it is none of ours; name a database of its own")
_TOO_MUCH = N_("its column takes no such value: “{label}” says “{value}”")
_SHOWN = 60
_WANTED: Mapping[Any, Any] = {
    Amount: (int, Decimal),
    Numeric: (int, Decimal),
    Boolean: bool,
    DateTime: datetime,
    Date: date,
    Time: time,
}
_PASSING = N_("a database in memory is gone when the command ends; name a file")


def _foreign(table: str) -> Message:
    return Message(_FOREIGN, {"table": table})


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def file_of(address: str) -> Path | None:
    """Return the file in which SQLite keeps a database; None for another one."""
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StoreProblem(first_line(error)) from error
    name = (url.database or "").removeprefix("file:").partition("?")[0]
    return Path(name) if _is_sqlite(url) and name else None


def _look_at(url: URL) -> None:
    """Refuse a database that would not last, and a file of SQLite that is a link."""
    if not _is_sqlite(url):
        return
    name = url.database or ""
    if not name or ":memory:" in name or "mode=memory" in str(url):
        raise StoreProblem(Message(_PASSING))
    place = file_of(str(url)) or Path(name)
    if place.parent.is_dir():
        gate = gate_at(place.parent)
        for ending in _ENDINGS:
            gate.look_at(f"{place.name}{ending}")


def _column(each: Any, shape: TableShape) -> Column[Any]:
    key = each.name in shape.keys
    kind = String(KEY_LENGTH) if key and each.kind is ColumnKind.TEXT else _TYPES[each.kind]()
    return Column(each.name, kind, primary_key=key, nullable=not key, autoincrement=False)


def _bound(
    row: Mapping[str, Any],
    record: FormRecord,
    shape: TableShape,
    columns: Iterable[tuple[str, Column[Any]]],
) -> dict[str, Any]:
    """Return a row as its columns take it; the form may no longer have the field of one."""
    known = row if shape.field else {**record.values, **row}
    return {
        name: None if (value := known.get(name)) is None else _fitted(value, column, shape)
        for name, column in columns
    }


def _is_other(kept: TypeEngine[Any], wanted: TypeEngine[Any], dialect: str) -> bool:
    """Tell whether a column was made for other values; SQLite takes numbers of any size."""
    if isinstance(wanted, Amount):
        return isinstance(kept, String) and dialect != "sqlite"
    if isinstance(kept, Integer) and isinstance(wanted, Integer):
        return dialect != "sqlite"
    return not isinstance(kept, type(wanted)) and not isinstance(wanted, type(kept))


def _fitted(value: Any, column: Column[Any], shape: TableShape) -> Any:
    """Return a value as its column takes it: text where the form once had a text field.

    Raises:
        StoreProblem: the column takes less; the database itself would name no field.
    """
    kind = column.type
    if isinstance(kind, String):
        text = value if isinstance(value, str) else in_words(value)
        if kind.length is None or len(text) <= kind.length:
            return text
    elif _takes(kind, value):
        return value
    label = next((each.label for each in shape.columns if each.name == column.name), column.name)
    said = {"label": label, "value": in_words(value)[:_SHOWN]}
    raise StoreProblem(Message(_TOO_MUCH, said))


def _takes(kind: TypeEngine[Any], value: Any) -> bool:
    if isinstance(kind, Integer):
        bits = 63 if isinstance(kind, BigInteger) else 31
        return isinstance(value, int) and -(2**bits) <= value < 2**bits
    wanted = _wanted(type(kind))
    return wanted is None or isinstance(value, wanted)


@remembered
def _wanted(kind: type[TypeEngine[Any]]) -> Any:
    """Return the types of values that a column takes; None where that may be any."""
    return next((wanted for known, wanted in _WANTED.items() if issubclass(kind, known)), None)
