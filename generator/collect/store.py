"""What every store of records can do, and the problem that ends one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from generator.collect.record import FormRecord
from generator.model.form import Form


class StoreProblem(Exception):
    """A store cannot be written; the text says why, in the words of the other program."""


class RecordStore(Protocol):
    """Takes records one by one; nothing is kept in memory longer than it must."""

    def known(self, form: Form) -> Mapping[str, Mapping[str, int]]:
        """Return what is there already: key → digest → version."""

    def add(self, record: FormRecord, form: Form) -> None:
        """Keep a record."""

    def close(self) -> None:
        """Finish, so that others can read the store."""
