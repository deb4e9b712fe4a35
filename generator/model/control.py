"""Document control after ISO 9001:2015 clause 7.5: versions, approval, review, retention."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum

from generator.base.diagnostics import Locator
from generator.model.ids import RoleId, SuccessorId
from generator.model.text import NOWHERE, Text
from generator.notation.due_kinds import Due
from generator.notation.duration import Duration


class Status(Enum):
    """Where a document stands; follows from its newest revision."""

    DRAFT = "draft"
    APPROVED = "approved"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One entry of a document's history; the newest stands first and is the current version."""

    version: str
    date: dt.date
    approved: dt.date | None = None
    effective: dt.date | None = None
    retired: dt.date | None = None
    successor: SuccessorId | None = None
    prepared_by: RoleId | None = None
    reviewed_by: tuple[RoleId, ...] = ()
    approved_by: RoleId | None = None
    change: Text = Text("")
    where: Locator = field(default=NOWHERE, compare=False, repr=False)

    @property
    def status(self) -> Status:
        """Draft without approval, retired with `retired:`, else approved."""
        if self.retired:
            return Status.RETIRED
        return Status.APPROVED if self.approved else Status.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Who of the company confirmed a statement, when, and in which version of its document.

    `by` is the id of a role, or a name. It holds until the statement changes.
    """

    by: str
    on: dt.date
    version: str | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """How long something is kept: a duration, for ever, or in words; and from which event."""

    duration: Duration | None = None
    permanent: bool = False
    text: Text | None = None
    from_: Text | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCase:
    """One due, for one case (None: for all); `text` instead of `due` is the last resort."""

    case: str | None = None
    due: Due | None = None
    text: Text | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """By when: one due, or one for each case."""

    cases: tuple[DueCase, ...]
    where: Locator = field(default=NOWHERE, compare=False, repr=False)
