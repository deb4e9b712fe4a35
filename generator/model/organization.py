"""Units and roles: who there is, who reports to whom, who stands for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.base.diagnostics import Locator
from generator.model.control import Confirmation, Revision
from generator.model.ids import BasisId, RoleId, SuperiorId, UnitId
from generator.model.text import NOWHERE, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A department, team, branch or outside partner."""

    unit: UnitId
    title: Text
    parent: UnitId | None = None
    kind: Text | None = None
    contact: Text | None = None
    note: Text | None = None
    basis: tuple[BasisId, ...] | None = None
    confirmed: Confirmation | None = None
    formerly: tuple[str, ...] = ()
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """One line of reporting: to whom, and for what where there are two lines.

    `daily` marks the line that leads day by day, which the span of control counts.
    """

    role: SuperiorId
    for_: Text | None = None
    daily: bool = False
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A post with duties; collective when it names members by `any-of` or `all-of`."""

    role: RoleId
    title: Text
    unit: UnitId | None = None
    reports_to: tuple[Reporting, ...] = ()
    holders: int | None = None
    external: bool = False
    any_of: tuple[RoleId, ...] = ()
    all_of: tuple[RoleId, ...] = ()
    duties: tuple[Text, ...] = ()
    attributes: Mapping[str, Text] = field(default_factory=dict)
    note: Text | None = None
    basis: tuple[BasisId, ...] | None = None
    confirmed: Confirmation | None = None
    formerly: tuple[str, ...] = ()
    where: Locator = field(default=NOWHERE, compare=False, repr=False)

    @property
    def daily_superiors(self) -> tuple[SuperiorId, ...]:
        """Who leads the role day by day: the lines marked so, else all of them."""
        marked = tuple(line.role for line in self.reports_to if line.daily)
        return marked or tuple(line.role for line in self.reports_to)

    @property
    def members(self) -> tuple[RoleId, ...]:
        """The roles that a collective role stands for; empty for a single role."""
        return self.any_of or self.all_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """What `organization.yml` says."""

    units: tuple[Unit, ...] = ()
    roles: tuple[Role, ...] = ()
    revisions: tuple[Revision, ...] = ()
