"""A form: sections, fields, tables, rules. Who fills what follows from the steps."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from decimal import Decimal

from generator.base.diagnostics import Locator
from generator.model.control import Confirmation, Keep, Revision
from generator.model.ids import (
    AuthorityId,
    BasisId,
    ChapterId,
    FieldId,
    FormId,
    RoleId,
    SignerId,
)
from generator.model.text import NOWHERE, Text
from generator.notation.expression_tree import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """An expression of the small language, as written and parsed."""

    source: str
    expression: Expression | None = field(default=None, compare=False, repr=False)
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRule:
    """`must` has to hold, always or `when` something holds; `say` tells the filler."""

    must: Formula
    say: Text
    when: Formula | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a section, or a column of a table field (which has `columns`).

    A signature names its signers in `by`, of whom `sign` wants one or all; or it has a `band`, a
    parameter by which the `amount`, another field, decides who signs: then `by` is filled in from
    there, the lowest band first. `refuses` are those of the `conclusions` that are no approval,
    `covers` the fields beside those of its section for which the signature answers; where it is
    empty, those are all in the sections before.
    """

    field: str
    label: Text
    type: str
    help: Text | None = None
    optional: bool = False
    options: tuple[Text, ...] = ()
    columns: tuple[Field, ...] = ()
    rows: int | None = None
    min_rows: int | None = None
    max_rows: int | None = None
    rules: tuple[FormRule, ...] = ()
    computed: Formula | None = None
    by: tuple[SignerId, ...] = ()
    sign: str = "one"
    band: AuthorityId | None = None
    amount: FieldId | None = None
    conclusions: tuple[Text, ...] = ()
    refuses: tuple[Text, ...] = ()
    covers: tuple[FieldId, ...] = ()
    unit: Text | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    unique: bool = False
    basis: tuple[BasisId, ...] | None = None
    formerly: tuple[str, ...] = ()
    where: Locator = dataclasses.field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """A part of a form that one role fills at one step."""

    section: str
    title: Text
    fields: tuple[Field, ...]
    help: Text | None = None
    formerly: tuple[str, ...] = ()
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A controlled form; its id is the file's name, its chapter the folder's."""

    id: FormId
    chapter: ChapterId
    code: str
    title: Text
    owner: RoleId
    revisions: tuple[Revision, ...]
    sections: tuple[FormSection, ...]
    keep: Keep | None = None
    instructions: Text | None = None
    note: Text | None = None
    approver: RoleId | None = None
    distribution: tuple[RoleId, ...] = ()
    rules: tuple[FormRule, ...] = ()
    basis: tuple[BasisId, ...] | None = None
    confirmed: Confirmation | None = None
    formerly: tuple[str, ...] = ()
    where: Locator = field(default=NOWHERE, compare=False, repr=False)

    @property
    def revision(self) -> Revision:
        """The current version."""
        return self.revisions[0]

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields in order."""
        return tuple(each for section in self.sections for each in section.fields)
