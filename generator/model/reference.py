"""What is written once and cited everywhere: parameters, terms, information items, sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.base.diagnostics import Locator
from generator.model.control import Confirmation, Deadline, Keep, Revision
from generator.model.ids import (
    BasisId,
    FormId,
    ItemId,
    MatterId,
    ParameterId,
    RoleId,
    SourceId,
    TermId,
)
from generator.model.text import NOWHERE, Text
from generator.model.value import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedValue:
    """One of several values of a parameter."""

    value: str
    label: Text
    is_: Value
    note: Text | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One step of an approval by amount: up to which value which role decides; the last is open."""

    role: RoleId
    up_to: Value | None = None
    value: str | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One level of one matter in a table of authority: up to which value which roles decide.

    Entries of the same `matter` rise from level to level, the last is open; of several roles in a
    `level` one is enough. `of` is the matter that this one is a part of; a matter that only holds
    parts together has no level. `elsewhere` says where it is decided if no process does it.
    """

    matter: MatterId
    title: Text | None = None
    of: str | None = None
    level: tuple[RoleId, ...] = ()
    up_to: Value | None = None
    elsewhere: Text | None = None
    note: Text | None = None
    basis: tuple[BasisId, ...] | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A limit, deadline or authority that the company sets.

    It is one value, several, approval bands, or a table of authority.
    """

    parameter: ParameterId
    title: Text
    code: str | None = None
    is_: Value | None = None
    values: tuple[NamedValue, ...] = ()
    bands: tuple[Band, ...] = ()
    authority: tuple[Matter, ...] = ()
    note: Text | None = None
    basis: tuple[BasisId, ...] | None = None
    confirmed: Confirmation | None = None
    formerly: tuple[str, ...] = ()
    where: Locator = field(default=NOWHERE, compare=False, repr=False)

    def value_named(self, name: str | None) -> Value | None:
        """The single value, or the one (or the limit of the band) with a name."""
        if name is None:
            return self.is_
        named = {each.value: each.is_ for each in self.values}
        limits = {each.value: each.up_to for each in self.bands if each.value and each.up_to}
        return named.get(name) or limits.get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterFile:
    """What `parameters.yml` says."""

    parameters: tuple[Parameter, ...] = ()
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word with a fixed meaning and a fixed translation."""

    term: TermId
    title: Text
    definition: Text
    en: str | None = None
    synonyms: tuple[str, ...] = ()
    note: Text | None = None
    basis: tuple[BasisId, ...] | None = None
    confirmed: Confirmation | None = None
    formerly: tuple[str, ...] = ()
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryFile:
    """What `glossary.yml` says."""

    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationItem:
    """A kind of information: from whom, to whom, by when, on which form, kept how long."""

    item: ItemId
    title: Text
    code: str | None = None
    kind: str = "internal"
    from_: tuple[RoleId, ...] = ()
    to: tuple[RoleId, ...] = ()
    due: Deadline | None = None
    form: FormId | None = None
    store: Text | None = None
    keep: Keep | None = None
    note: Text | None = None
    basis: tuple[BasisId, ...] | None = None
    confirmed: Confirmation | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationFile:
    """What `information.yml` says."""

    items: tuple[InformationItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document or page that facts were taken from."""

    source: SourceId
    title: Text
    address: str | None = None
    note: Text | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of a source, numbered as there."""

    fact: BasisId
    source: SourceId
    says: Text
    at: Text | None = None
    note: Text | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An editorial decision: what contradicted itself and how it was settled."""

    decision: BasisId
    about: Text
    settled: Text
    facts: tuple[BasisId, ...] = ()
    note: Text | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Who compared what is said of a law with its text, and when."""

    by: RoleId
    on: date
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """An article of a law that statements rest on: what it asks, and since when it is in force."""

    law: BasisId
    title: Text
    says: Text
    article: Text | None = None
    since: date | None = None
    checked: Verification | None = None
    note: Text | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesFile:
    """What `sources.yml` says."""

    sources: tuple[Source, ...] = ()
    facts: tuple[Fact, ...] = ()
    decisions: tuple[Decision, ...] = ()
    laws: tuple[Law, ...] = ()
