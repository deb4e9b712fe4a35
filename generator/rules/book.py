"""What every rule sees: the handbook, which names are known, and which may stand in holes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.base.diagnostics import Diagnostic, Fix, Locator, Message, Rule, Severity
from generator.base.nearest import is_near, nearest
from generator.model.control import DueCase, Status
from generator.model.form import Field, Form
from generator.model.handbook import Handbook, Reference
from generator.model.process import Process
from generator.model.value import Value
from generator.notation.inserts import ParameterInsert
from generator.rules.group_search import Search
from generator.rules.unjudged import Unjudged

# The kinds of references that may lead to a thing.
_NAMED_AS = {"parameter": ("value", "parameter", "authority")}


@dataclass(frozen=True)
class Book:
    """The handbook under check; `pages` are the texts of its hand-written pages, joined."""

    handbook: Handbook
    unjudged: Unjudged = field(default_factory=Unjudged)
    pages: str = ""

    @cached_property
    def drafts(self) -> frozenset[str]:
        """Files of documents that are drafts: completeness only warns there."""
        return frozenset(
            document.where.file
            for document in self.handbook.documents
            if document.revision.status is Status.DRAFT
        )

    @cached_property
    def searches(self) -> Mapping[str, Search]:
        """What came of trying the orders of events, for each process that has groups."""
        flows = self.handbook.flows.items()
        return {name: Search(flow).run() for name, flow in flows if flow.groups and not flow.astray}

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
            "process": _titles(book.process_list),
            "form": _titles(book.form_list),
            "successor": _titles((*book.process_list, *book.form_list)),
            "parameter": {key: each.title.source for key, each in book.parameters.items()},
            "chapter": {key: each.title.source for key, each in book.chapters.items()},
            "source": {key: each.title.source for key, each in book.source_documents.items()},
            "basis": {
                **{key: each.says.source for key, each in book.facts.items()},
                **{key: each.about.source for key, each in book.decisions.items()},
                **{each.law: each.title.source for each in book.sources.laws},
            },
            "code": dict.fromkeys(book.codes, ""),
        }

    @cached_property
    def parts(self) -> Mapping[Locator, str]:
        """What follows the id of a form, such as `.section`, by the place that names both."""
        return {
            each.where: f".{part}"
            for each in self.handbook.references
            if each.kind in {"section", "field"} and (part := each.id.partition(".")[2])
        }

    def references(self, *kinds: str) -> Iterator[Reference]:
        """The references of some kinds, as far as they can be judged."""
        for reference in self.handbook.references:
            if reference.kind in kinds and not self.unjudged.may_define(
                reference.kind, reference.id, reference.where.file
            ):
                yield reference

    def citations(self, *kinds: str) -> Iterator[Reference]:
        """All references of some kinds, for rules that ask what is cited."""
        return (each for each in self.handbook.references if each.kind in kinds)

    @cached_property
    def _unknown(self) -> dict[str, frozenset[str]]:
        """The names of a kind that nobody knows, for the kinds that were asked for so far."""
        return {}

    def renamed(self, kind: str, idle: Collection[str]) -> frozenset[str]:
        """Those of some idle things that names which nobody knows were probably meant to be.

        A thing that was renamed is named by its old id everywhere: that it has become idle under
        the new one is the same fault.
        """
        known = self.known[kind]
        kinds = _NAMED_AS.get(kind, (kind,))
        if kind not in self._unknown:
            named = {each.id.partition(".")[0] for each in self.references(*kinds)}
            self._unknown[kind] = frozenset(named - set(known))
        unknown = self._unknown[kind]
        if len(unknown) == 1 and len(idle) == 1:
            return frozenset(idle)
        titles = {name: known[name] for name in idle}
        return frozenset(close for each in unknown if (close := _meant(each, titles)))

    @cached_property
    def due_cases(self) -> tuple[DueCase, ...]:
        """The dues of all steps, each of its cases, in the order of the documents."""
        return tuple(
            case
            for process in self.handbook.process_list
            for step in process.steps
            for case in (step.due.cases if step.due else ())
        )

    @cached_property
    def dated(self) -> tuple[DueCase, ...]:
        """The dues of all steps and of the milestones that others count from."""
        milestones = (
            case
            for process in self.handbook.process_list
            for milestone in process.milestones
            for case in (milestone.due.cases if milestone.due else ())
        )
        return (*milestones, *self.due_cases)

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


def _titles(documents: Iterable[Process | Form]) -> dict[str, str]:
    return {each.id: each.title.source for each in documents}


def _meant(word: str, known: Mapping[str, str]) -> str | None:
    """The id that was probably meant, found by id or by title."""
    by_title = {title: key for key, title in known.items() if title}
    close = by_title.get(word) or nearest(word, known)
    if close is None:
        title = nearest(word, by_title)
        close = by_title[title] if title else None
    return close


def did_you_mean(word: str, known: Mapping[str, str]) -> Message | None:
    """Return a hint with the id that was probably meant, found by id or by title."""
    close = _meant(word, known)
    if close is None:
        return None
    if known[close]:
        return Message("Did you mean “{close}” ({title})?", {"close": close, "title": known[close]})
    return Message("Did you mean “{close}”?", {"close": close})


def fix_meant(
    where: Locator, word: str, hint: Message | None, written: str = "{close}"
) -> Fix | None:
    """Return the fix that writes what a hint takes to be meant, in the form of the place.

    What is far from the `word` that stands there is a guess for people, and no fix: None.
    """
    close = hint.args.get("close") if hint else None
    title = hint.args.get("title", "") if hint else ""
    if not close or not any(is_near(word, str(each)) for each in (close, title)):
        return None
    return Fix.at(where, written.replace("{close}", str(close)))


def unknown(book: Book, rule: Rule, kind: str, known_as: str | None = None) -> Iterator[Diagnostic]:
    """Findings for every reference of a kind that leads nowhere."""
    known = book.known[known_as or kind]
    for reference in book.references(kind):
        if reference.id not in known:
            hint = did_you_mean(reference.id, known)
            # Where a form is named with a part of it, the part stays.
            written = f"{{close}}{book.parts.get(reference.where, '')}"
            fix = fix_meant(reference.where, reference.id, hint, written)
            yield rule.at(reference.where, hint=hint, fix=fix, id=reference.id)
