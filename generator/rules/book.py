"""What every rule sees: the handbook, and which names are known or belong to broken files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from posixpath import basename, dirname, splitext

from generator.base.diagnostics import Diagnostic, Locator, Message, Rule, Severity
from generator.base.nearest import nearest
from generator.model.control import Status
from generator.model.form import Field, Form
from generator.model.handbook import Handbook, Reference
from generator.model.process import Process
from generator.model.value import Value
from generator.notation.inserts import ParameterInsert

# A file that cannot be bound hides its ids: references into it are not reported.
_HIDDEN_BY = {
    "processes/organization": ("role", "unit", "superior", "signer"),
    "processes/parameters": ("value", "parameter", "authority", "code"),
    "processes/sources": ("source", "basis"),
}


@dataclass(frozen=True)
class Book:
    """The handbook under check."""

    handbook: Handbook
    broken: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def drafts(self) -> frozenset[str]:
        """Files of documents that are drafts: completeness only warns there."""
        return frozenset(
            each.where.file
            for each in self.handbook.documents
            if each.revision.status is Status.DRAFT
        )

    @cached_property
    def known(self) -> Mapping[str, Mapping[str, str]]:
        """Kind → id → title of everything that can be referred to across files."""
        book = self.handbook
        roles: dict[str, str] = {each.role: each.title.source for each in book.organization.roles}
        units: dict[str, str] = {each.unit: each.title.source for each in book.organization.units}
        return {
            "role": roles,
            "unit": units,
            "superior": {**units, **roles},
            "signer": roles,
            "process": {**self._broken_ids("process"), **_titles(book.process_list)},
            "form": {**self._broken_ids("form"), **_titles(book.form_list)},
            "successor": {
                **self._broken_ids("process"),
                **self._broken_ids("form"),
                **_titles((*book.process_list, *book.form_list)),
            },
            "parameter": {key: each.title.source for key, each in book.parameters.items()},
            "chapter": {key: each.title.source for key, each in book.chapters.items()},
            "source": {key: each.title.source for key, each in book.source_documents.items()},
            "basis": {
                **{key: each.says.source for key, each in book.facts.items()},
                **{key: each.about.source for key, each in book.decisions.items()},
            },
            "code": dict.fromkeys(book.codes, ""),
        }

    def _broken_ids(self, kind: str) -> dict[str, str]:
        return {
            _stem(path): ""
            for path in self.broken
            if (basename(dirname(path)) == "forms") == (kind == "form")
        }

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Kinds of references that cannot be judged: the file that defines them is broken."""
        paths = {splitext(path)[0] for path in self.broken}
        kinds = {kind for path in paths for kind in _HIDDEN_BY.get(path, ())}
        return frozenset(kinds | ({"code"} if self.broken else set()))

    def references(self, *kinds: str) -> Iterator[Reference]:
        """The references of some kinds, as far as they can be judged."""
        for each in self.handbook.references:
            if each.kind in kinds and each.kind not in self.hidden:
                yield each

    def form(self, form: str) -> Form | None:
        """The form with this id, if it is bound."""
        return self.handbook.forms.get(form)

    def field(self, form: str, name: str) -> Field | None:
        """A field of a form, header fields included."""
        return self.handbook.form_field(form, name)

    def value(self, insert: ParameterInsert) -> Value | None:
        """The value that an insert means, where it is known."""
        return self.handbook.value_of(insert)

    def severity(self, rule: Rule, where: Locator) -> Severity:
        """The severity of a rule about completeness: in a draft it only warns."""
        return Severity.WARNING if where.file in self.drafts else rule.severity


def _stem(path: str) -> str:
    return splitext(basename(path))[0]


def _titles(documents: Iterable[Process | Form]) -> dict[str, str]:
    return {each.id: each.title.source for each in documents}


def did_you_mean(word: str, known: Mapping[str, str]) -> Message | None:
    """Return a hint with the id that was probably meant, found by id or by title."""
    by_title = {title: key for key, title in known.items() if title}
    close = by_title.get(word) or nearest(word, known)
    if close is None:
        title = nearest(word, by_title)
        close = by_title[title] if title else None
    if close is None:
        return None
    if known[close]:
        return Message("Did you mean “{close}” ({title})?", {"close": close, "title": known[close]})
    return Message("Did you mean “{close}”?", {"close": close})


def unknown(book: Book, rule: Rule, kind: str, known_as: str | None = None) -> Iterator[Diagnostic]:
    """Findings for every reference of a kind that leads nowhere."""
    known = book.known[known_as or kind]
    for each in book.references(kind):
        if each.id not in known:
            yield rule.at(each.where, hint=did_you_mean(each.id, known), id=each.id)
