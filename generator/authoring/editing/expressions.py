"""The fields and forms that expressions name, as edits that put a new id there."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TypeAlias

from generator.authoring.editing.named import IdOwner
from generator.base.diagnostics import N_, Edit, Message
from generator.model.form import Field, Form, Formula
from generator.model.handbook import Handbook
from generator.notation.expression_tree import fields_of
from generator.publish.refusal import Refused

_Meant: TypeAlias = "tuple[str, tuple[str, ...]]"


@dataclasses.dataclass(frozen=True, slots=True)
class _Scope:
    """Where an expression stands: in a form (None: in the common header), in a table's rows."""

    handbook: Handbook
    form: Form | None
    table: Field | None = None

    @property
    def columns(self) -> set[str]:
        return {each.field for each in self.table.columns} if self.table else set()

    def meanings(self, written: list[str]) -> list[_Meant]:
        """What each word of a name means: its kind, and its path as on the command line."""
        first, *rest = written
        if not rest and self.table and first in self.columns:
            return [("field", (*self._path(self.table.field), first))]
        path = self._path(first)
        if len(path) == 1 and rest and first in self.handbook.forms and not self._in_header(first):
            inner = _Scope(self.handbook, self.handbook.forms[first])
            return [("form", (first,)), *inner.meanings(rest)]
        return [("field", (*path, *rest[:count])) for count in range(len(written))]

    def _path(self, field: str) -> tuple[str, ...]:
        own = self.form.fields if self.form else ()
        if self.form and any(each.field == field for each in own):
            return (self.form.id, field)
        return (field,)

    def _in_header(self, field: str) -> bool:
        return any(each.field == field for each in self.handbook.settings.form_header)


def edits_of_expressions(handbook: Handbook, thing: IdOwner, new: str) -> Iterator[Edit]:
    """Yield an edit for each place in an expression that names a field, or a form.

    Raises:
        Refused: an expression would mean another field than before.
    """
    for scope, formula in _expressions(handbook):
        if formula.expression is None:
            continue
        for name in fields_of(formula.expression):
            words = name.name.split(".")
            meant = [
                kind == thing.kind and path == (*thing.scope, thing.id)
                for kind, path in scope.meanings(words)
            ]
            if _captured(scope, thing, words, new, renamed=any(meant)):
                text = N_(
                    "“{name}” cannot be the new id: an expression in {file} would mean another "
                    "field."
                )
                raise Refused(Message(text, {"name": new, "file": formula.where.file}))
            if any(meant):
                put = [new if hit else word for hit, word in zip(meant, words, strict=True)]
                yield Edit(formula.where.within(name.start, name.end), ".".join(put))


def _captured(scope: _Scope, thing: IdOwner, words: list[str], new: str, *, renamed: bool) -> bool:
    """Whether a name in a table's rows would mean a column instead of a field of the form."""
    if scope.table is None or thing.kind != "field" or len(words) > 1:
        return False
    if renamed:
        return new in scope.columns and thing.id not in scope.columns
    table = (*((scope.form.id,) if scope.form else ()), scope.table.field)
    return thing.scope == table and words == [new]


def _expressions(handbook: Handbook) -> Iterator[tuple[_Scope, Formula]]:
    for field in handbook.settings.form_header:
        yield from _of_field(_Scope(handbook, None), field)
    for form in handbook.form_list:
        scope = _Scope(handbook, form)
        for formula in _formulas(dataclasses.replace(form, sections=())):
            yield scope, formula
        for field in form.fields:
            yield from _of_field(scope, field)


def _of_field(scope: _Scope, field: Field) -> Iterator[tuple[_Scope, Formula]]:
    for formula in _formulas(dataclasses.replace(field, rules=(), columns=())):
        yield scope, formula
    rows = dataclasses.replace(scope, table=field)
    for formula in _formulas((field.rules, field.columns)):
        yield rows, formula


def _formulas(value: object) -> Iterator[Formula]:
    """Every expression in an object of the model."""
    if isinstance(value, Formula):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _formulas(each)
    elif dataclasses.is_dataclass(value):
        for part in dataclasses.fields(value):
            yield from _formulas(getattr(value, part.name))
