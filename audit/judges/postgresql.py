"""Whether PostgreSQL takes the same filled forms as SQLite, row for row."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAME = "PostgreSQL"
ROOT = Path(__file__).parents[2]
LEAST_TABLES = 100


def install() -> str | None:
    """Find the driver; the programs are a package of the machine."""
    if importlib.util.find_spec("psycopg") is None:
        return "the driver psycopg is not installed"
    return None


def run(work: Path) -> list[str]:
    """Store a filled copy of every form in both, twice, and compare all tables."""
    sys.path.insert(0, str(ROOT / "tests" / "support"))
    from databases import tables
    from postgres import server

    with server() as address:
        lite = f"sqlite:///{work / 'forms.db'}"
        for each in (lite, address):
            _store(each)
            _store(each)  # what is there already is not stored again
        one, other = tables(lite), tables(address)
    changed = {name: [("changed", *row[1:]) for row in rows] for name, rows in other.items()}
    if not any(_compared(one, changed)):
        return ["it does not see: rows with another first value pass"]
    return list(_compared(one, other))


def _store(address: str) -> None:
    from filling import sample

    from generator.checking.folder import check_folder
    from generator.collect.record import Arrival, FormRecord, digest_of
    from generator.collect.store_database import DatabaseStore

    handbook = check_folder(ROOT).handbook
    assert handbook is not None
    store = DatabaseStore(address, handbook.settings.form_header)
    for form in handbook.form_list:
        values = sample(handbook, form)
        digest = digest_of(form.id, values)
        record = FormRecord(
            form=form.id,
            code=form.code,
            form_version=form.revision.version,
            edition="",
            language="zh",
            arrivals=(Arrival(file="x.docx", source=digest),),
            number=str(values["document_no"]),
            values=values,
            digest=digest,
        )
        store.add(record, form)
    store.close()


def _compared(
    one: dict[str, list[tuple[Any, ...]]], other: dict[str, list[tuple[Any, ...]]]
) -> Iterator[str]:
    if len(one) < LEAST_TABLES:
        yield f"only {len(one)} tables were made"
    if set(one) != set(other):
        yield f"other tables: {sorted(set(one) ^ set(other))[:5]}"
    for name in sorted(set(one) & set(other)):
        if one[name] != other[name]:
            pairs = zip(one[name], other[name], strict=False)
            differ = next(((a, b) for a, b in pairs if a != b), (len(one[name]), len(other[name])))
            yield f"{name} differs: {str(differ)[:200]}"
