"""Records in a database through SQLAlchemy: SQLite, PostgreSQL and what else it speaks.

One table a form, child tables for its rows and signatures. A table is made when its first record
comes, and gets a column when the form has gained a field; no column is ever taken away.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    Integer,
    MetaData,
    Numeric,
    String,
    Table,
    Text,
    Time,
    create_engine,
    inspect,
    make_url,
    select,
)
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.schema import CreateColumn
from sqlalchemy.types import TypeDecorator, TypeEngine

from generator.collect.record import FormRecord
from generator.collect.shape import ColumnKind, TableShape, rows, shapes
from generator.collect.store import StoreProblem
from generator.model.form import Field, Form
from generator.publish.gate import Gate

_KEY_LENGTH = 255


class Amount(TypeDecorator[Decimal]):
    """An exact number; SQLite has none and keeps a double, which holds 15 digits exactly."""

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type that the database has."""
        plain = Float() if dialect.name == "sqlite" else Numeric()
        return dialect.type_descriptor(plain)

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Hand a value to the database."""
        return float(value) if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Take a value from the database."""
        del dialect
        return value if value is None or isinstance(value, Decimal) else Decimal(repr(value))


_TYPES: Mapping[ColumnKind, Any] = {
    ColumnKind.TEXT: Text,
    ColumnKind.INTEGER: Integer,
    ColumnKind.DECIMAL: Amount,
    ColumnKind.BOOLEAN: Boolean,
    ColumnKind.DATE: Date,
    ColumnKind.TIME: Time,
    ColumnKind.MOMENT: DateTime,
}


class DatabaseStore:
    """Adds records to the tables of a database.

    Raises:
        Refused: the file of the database is a link.
        StoreProblem: the address is no database, or the database refuses something.
    """

    def __init__(self, address: str, header: tuple[Field, ...]) -> None:
        self._header = header
        self._tables: dict[str, Table] = {}
        self._meta = MetaData()
        try:
            _refuse_links(make_url(address))
            self._engine = create_engine(address)
            self._engine.connect().close()
        except (ArgumentError, NoSuchModuleError, SQLAlchemyError, ModuleNotFoundError) as error:
            raise StoreProblem(_first_line(error)) from error

    def known(self, form: Form) -> Mapping[str, Mapping[str, int]]:
        """Return what is there already: key → digest → version."""
        shape = shapes(form, self._header)[0]
        found: dict[str, dict[str, int]] = {}
        try:
            if not inspect(self._engine).has_table(shape.name):
                return found
            table = self._table(shape)
            wanted = (table.c.record_key, table.c.record_digest, table.c.record_version)
            with self._engine.connect() as connection:
                for key, digest, version in connection.execute(select(*wanted)):
                    found.setdefault(key, {})[digest] = version
        except SQLAlchemyError as error:
            raise StoreProblem(_first_line(error)) from error
        return found

    def add(self, record: FormRecord, form: Form) -> None:
        """Write a record and its rows, all or nothing."""
        try:
            tables = [(shape, self._table(shape)) for shape in shapes(form, self._header)]
            with self._engine.begin() as connection:
                for shape, table in tables:
                    if made := [_fitted(row, table) for row in rows(record, shape, form)]:
                        names = [each.name for each in shape.columns]
                        whole = [{name: row.get(name) for name in names} for row in made]
                        connection.execute(table.insert(), whole)
        except SQLAlchemyError as error:
            raise StoreProblem(_first_line(error)) from error

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _table(self, shape: TableShape) -> Table:
        if shape.name in self._tables:
            return self._tables[shape.name]
        table = Table(shape.name, self._meta, *(_column(each, shape) for each in shape.columns))
        look = inspect(self._engine)
        if look.has_table(shape.name):
            there = {each["name"]: each["type"] for each in look.get_columns(shape.name)}
            self._widen(table, there)
            for column in table.columns:
                # A column keeps the type that it was made with; see `_fitted`.
                kept = there.get(column.name)
                if isinstance(kept, String):
                    column.type = kept
        else:
            table.create(self._engine)
        self._tables[shape.name] = table
        return table

    def _widen(self, table: Table, there: Mapping[str, Any]) -> None:
        prepare = self._engine.dialect.identifier_preparer
        with self._engine.begin() as connection:
            for column in table.columns:
                if column.name not in there:
                    made = CreateColumn(column).compile(dialect=self._engine.dialect)
                    name = prepare.format_table(table)
                    connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN {made}")


def _refuse_links(address: URL) -> None:
    """Refuse a file of SQLite, or one that it puts beside it, that is a link."""
    file = address.database
    if address.get_backend_name() == "sqlite" and file and not file.startswith((":", "file:")):
        place = Path(file)
        gate = Gate(place.parent)
        for ending in ("", "-journal", "-wal", "-shm"):
            gate.look_at(f"{place.name}{ending}")


def _column(each: Any, shape: TableShape) -> Column[Any]:
    key = each.name in shape.keys
    kind = String(_KEY_LENGTH) if key and each.kind is ColumnKind.TEXT else _TYPES[each.kind]()
    return Column(each.name, kind, primary_key=key, nullable=not key, autoincrement=False)


def _fitted(row: dict[str, Any], table: Table) -> dict[str, Any]:
    """Write numbers and dates as text where the form once had a text field."""
    return {name: _as_kept(value, table.c[name].type) for name, value in row.items()}


def _as_kept(value: Any, kind: TypeEngine[Any]) -> Any:
    foreign = value is not None and not isinstance(value, str)
    return str(value) if foreign and isinstance(kind, String) else value


def _first_line(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).strip().split("\n", maxsplit=1)[0]
