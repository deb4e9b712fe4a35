"""The tables of a ledger, and what is said to the database about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    Delete,
    Insert,
    MetaData,
    Select,
    String,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    insert,
    select,
)

KEY_LENGTH = 255
ARRIVALS = "_arrivals"
TAKEN = "_unique_values"
_DIGEST_LENGTH = 64


@dataclass(frozen=True, slots=True)
class LedgerTables:
    """All that came in, and what the newest versions say in fields that no two may have alike."""

    arrivals: Table
    taken: Table


def ledger_tables(meta: MetaData) -> LedgerTables:
    """Return the tables of a ledger; the ids of forms never begin as their names do."""
    return LedgerTables(
        Table(
            ARRIVALS,
            meta,
            Column("record_form", String(KEY_LENGTH), primary_key=True),
            Column("record_key", String(KEY_LENGTH), primary_key=True),
            Column("arrival", String(_DIGEST_LENGTH), primary_key=True),
            Column("record_file", Text, nullable=False),
            Column("record_source", Text, nullable=False),
            Column("record_modified", Text, nullable=False),
            Column("record_received", Text, nullable=False),
            Column("record_digest", Text, nullable=False),
            Column("content", Text, nullable=False),
        ),
        Table(
            TAKEN,
            meta,
            Column("record_form", String(KEY_LENGTH), primary_key=True),
            Column("field", String(KEY_LENGTH), primary_key=True),
            Column("mark", String(_DIGEST_LENGTH), primary_key=True),
            Column("record_key", String(KEY_LENGTH), primary_key=True),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """What is said to the database for each arrival, built once: that takes longer than to run it.

    `alike` finds forms that say the same in a field that no two may have alike.
    """

    kept: Select[Any]
    keep: Insert
    mark: Insert
    unmark: Delete
    alike: Select[Any]

    @classmethod
    def of(cls, own: LedgerTables) -> Statements:
        """Build the statements for the tables of a ledger."""
        arrivals, taken = own.arrivals.c, own.taken.c
        one, other = own.taken.alias(), own.taken.alias()
        form: BindParameter[str] = bindparam("form")
        key: BindParameter[str] = bindparam("key")
        same = and_(
            one.c.record_form == other.c.record_form,
            one.c.field == other.c.field,
            one.c.mark == other.c.mark,
            one.c.record_key != other.c.record_key,
        )
        return cls(
            kept=select(arrivals.content).where(
                arrivals.record_form.in_(bindparam("forms", expanding=True)),
                arrivals.record_key == key,
            ),
            keep=insert(own.arrivals),
            mark=insert(own.taken),
            unmark=delete(own.taken).where(taken.record_form == form, taken.record_key == key),
            alike=select(other.c.field, other.c.mark, other.c.record_key)
            .join(one, same)
            .where(one.c.record_form == form, one.c.record_key == key),
        )
