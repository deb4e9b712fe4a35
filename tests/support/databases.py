"""All that a database holds, said in the same way whichever database it is."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy import MetaData, create_engine, select

from generator.collect.record import exact


def tables(address: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of a database, by table and sorted."""
    engine, meta = create_engine(address), MetaData()
    meta.reflect(engine)
    found = {}
    with engine.connect() as connection:
        for table in meta.sorted_tables:
            columns = sorted(table.columns, key=lambda column: column.name)
            rows = connection.execute(select(*columns)).fetchall()
            found[table.name] = sorted((tuple(map(_plain, row)) for row in rows), key=repr)
    engine.dispose()
    return found


def _plain(value: Any) -> Any:
    """Say a value in a way that does not depend on the database's own types."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float | Decimal):
        return exact(Decimal(str(value)))
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value
