"""What every store of records can do, and the problem that ends one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from generator.base.diagnostics import Message
from generator.collect.record import FormRecord
from generator.model.form import Form


class StoreProblem(Exception):
    """Something cannot be stored: why, in a sentence of ours or in the words of the other program.

    `lasting` says that the next record would meet the same problem.
    """

    def __init__(self, says: str | Message, *, lasting: bool = False) -> None:
        super().__init__(says.id if isinstance(says, Message) else says)
        self.says = says
        self.lasting = lasting


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of an arrival: its version among all of its number.

    `repeated` says that nothing new came with it; `others` names, by unique field, the forms
    that say the same there, `alike` the numbers of others that look like its own.
    """

    record: FormRecord
    all: tuple[FormRecord, ...]
    repeated: bool = False
    others: Mapping[str, Sequence[str]] = field(default_factory=dict)
    alike: Sequence[str] = ()

    @property
    def versions(self) -> tuple[FormRecord, ...]:
        """The versions of the same form."""
        return tuple(each for each in self.all if each.key == self.record.key)


class Writing(Protocol):
    """Takes text: a file, or what is printed."""

    def write(self, text: str, /) -> int:
        """Write a piece of text."""


class Keeper(Protocol):
    """Takes arrivals one by one, and says what each became."""

    def add(self, record: FormRecord, form: Form) -> Added:
        """Keep an arrival, all or nothing."""

    def together(self) -> AbstractContextManager[None]:
        """Keep all that is added inside in one step, or nothing of it."""

    def close(self) -> None:
        """Let go of what is held open."""


class RecordStore(Protocol):
    """Writes versions one by one into a file; nothing is kept in memory longer than it must."""

    def add(self, record: FormRecord, form: Form) -> None:
        """Write a version."""

    def close(self) -> None:
        """Finish, so that others can read the store."""
