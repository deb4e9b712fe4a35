"""One change as data: what it is, how much it weighs, and for whom it means what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from hashlib import sha256

from generator.base.diagnostics import Locator
from generator.model.changes.spelling import spelt


class Action(Enum):
    """What was done to a thing; MOVED: it stands elsewhere, RENAMED: it has another id."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RENAMED = "renamed"


class Impact(Enum):
    """What a change is to people, worst first: a change has the first class that fits."""

    FORMS = "forms-out-of-date"
    RELEARN = "relearn"
    NEIGHBOURS = "neighbours"
    CONTROL = "control"
    WORDING = "wording"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Impact).index(self)


class Stake(Enum):
    """What a change is to one role."""

    GAINS = "gains"
    LOSES = "loses"
    ACCOUNTABLE = "newly-accountable"
    NOT_ACCOUNTABLE = "no-longer-accountable"
    CONSULTED = "newly-consulted"
    NOT_CONSULTED = "no-longer-consulted"
    INFORMED = "newly-informed"
    NOT_INFORMED = "no-longer-informed"
    APPROVES = "newly-approves"
    NOT_APPROVES = "no-longer-approves"
    RELEARNS = "relearns"
    NEIGHBOUR = "neighbour"


@dataclass(frozen=True, slots=True, order=True)
class Element:
    """One thing on the way from the document to what changed: its kind and its id today."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Effect:
    """A role, and what a change is to it."""

    role: str
    duty: Stake


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A place that cites a changed parameter: the way to it, its key, and who approves it."""

    path: tuple[Element, ...]
    aspect: str
    approver: str | None
    where: Locator


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change of one thing.

    `path` leads from the document to the thing, `aspect` is the YAML key that changed (empty:
    the thing as a whole), `before` and `after` are values of the model (None: not there).
    `index` tells changes apart that are otherwise the same. `forms` are those whose filled
    copies no longer match, `touches` the places that cite a changed parameter, and `approvers`
    who approves it and them.
    """

    action: Action
    path: tuple[Element, ...]
    aspect: str = ""
    before: object = None
    after: object = None
    impact: Impact = Impact.CONTROL
    effects: tuple[Effect, ...] = ()
    forms: tuple[str, ...] = ()
    touches: tuple[Touched, ...] = ()
    approvers: tuple[str, ...] = ()
    where: Locator
    index: int = 0

    @property
    def element(self) -> Element:
        """The thing that changed."""
        return self.path[-1]

    @property
    def document(self) -> Element:
        """The process, form or list that it belongs to."""
        return self.path[0]

    @cached_property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits: the same for the same change, wherever it stands."""
        path = "/".join(f"{each.kind}:{each.id}" for each in self.path)
        parts = (
            self.action.value,
            path,
            self.aspect,
            repr(spelt(self.before)),
            repr(spelt(self.after)),
            str(self.index),
        )
        return sha256("\n".join(parts).encode()).hexdigest()[:12]
