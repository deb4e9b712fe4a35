"""Links: what roles, forms, processes and the like are called, and where each is described."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec

from generator.document.anchors import step_target
from generator.document.blocks import Badge, Inline, Inlines, Link, Plain, Target, joined, plain
from generator.document.terms import Terms, terms_of
from generator.document.words import Words
from generator.model.control import Confirmation
from generator.model.form import Form
from generator.model.handbook import Handbook
from generator.model.organization import Role, Unit
from generator.model.process import Process
from generator.model.reference import Law
from generator.notation.inserts import ParameterInsert, StepInsert

P = ParamSpec("P")
_Make = Callable[Concatenate["Links", P], Inlines]


def _once(make: _Make[P]) -> _Make[P]:
    """Make the same link once for all places where it stands: thousands would fill the memory."""

    @wraps(make)
    def made(self: Links, /, *args: P.args, **kwargs: P.kwargs) -> Inlines:
        key = (make.__name__, *args, *kwargs.values())
        if key not in self.made:
            self.made[key] = make(self, *args, **kwargs)
        return self.made[key]

    return made


@dataclass(frozen=True)
class Links:
    """Makes the links of one language; what is not there is told by its id, without a link."""

    handbook: Handbook
    words: Words

    @cached_property
    def made(self) -> dict[tuple[object, ...], Inlines]:
        """The links that were made so far, by what they lead to."""
        return {}

    @cached_property
    def laws(self) -> Mapping[str, Law]:
        """The articles of law by number."""
        return {each.law: each for each in self.handbook.sources.laws}

    @cached_property
    def terms(self) -> Terms:
        """What finds the terms of the glossary in texts of this language."""
        return terms_of(self.handbook.glossary.terms, original=self.words.original)

    @_once
    def role(self, role: str | None) -> Inlines:
        """Return a role's title as a link to its page."""
        return self._titled(Target("role", role or ""), self.handbook.roles.get(role or ""))

    def roles(self, roles: Iterable[str]) -> Inlines:
        """Return several roles."""
        return joined([self.role(each) for each in roles], self.words.comma)

    @_once
    def unit(self, unit: str | None) -> Inlines:
        """Return a unit's title as a link."""
        return self._titled(Target("unit", unit or ""), self.handbook.units.get(unit or ""))

    def _titled(self, target: Target, found: Role | Unit | None) -> Inlines:
        if found is None:
            return plain(target.id)
        return (Link(self.words.translated(found.title.source), target),)

    def superior(self, name: str) -> Inlines:
        """Return a role or a unit as a link."""
        return self.role(name) if name in self.handbook.roles else self.unit(name)

    def item(self, item: str) -> Inlines:
        """Return an item of the information catalogue as a link."""
        found = self.handbook.items.get(item)
        if found is None:
            return plain(item)
        title = f"{found.code or ''} {self.words.translated(found.title.source)}".strip()
        return (Link(title, Target("item", found.item)),)

    @_once
    def form(self, form: str, *, code: bool = True) -> Inlines:
        """Return a form's title, with its code, as a link."""
        return self._document(Target("form", form), self.handbook.forms.get(form), code=code)

    def forms(self, forms: Iterable[str]) -> Inlines:
        """Return several forms."""
        return joined([self.form(each) for each in forms], self.words.semicolon)

    def processes(self, processes: Iterable[str]) -> Inlines:
        """Return several processes."""
        return joined([self.process(each) for each in processes], self.words.semicolon)

    @_once
    def process(self, process: str | None, *, code: bool = True) -> Inlines:
        """Return a process's title, with its code, as a link."""
        target = Target("process", process or "")
        return self._document(target, self.handbook.processes.get(target.id), code=code)

    def _document(self, target: Target, found: Process | Form | None, *, code: bool) -> Inlines:
        """Return a document's title as a link, that of a draft that is left out without one."""
        left_out = (each for each in self.handbook.left_out if each.id == target.id)
        document = found or next(left_out, None)
        if document is None:
            return plain(target.id)
        title = self.words.translated(document.title.source)
        said = f"{document.code} {title}" if code else title
        return (Link(said, target),) if found else plain(said)

    @_once
    def step(self, process: str, step: str) -> Inlines:
        """Return a step's number and title as a link."""
        found = self.handbook.processes.get(process)
        for number, each in enumerate(found.steps if found else (), start=1):
            if each.id == step:
                title = self.words.translated(each.title.source)
                return (Link(f"{number} {title}", step_target(process, step)),)
        return plain(step)

    def step_title(self, insert: StepInsert, process: Process | None) -> Inline:
        """Return the title of a step that a text of its process mentions, as a link."""
        step = process.step(insert.step) if process else None  # type: ignore[arg-type]
        if step is None or process is None:
            return Plain(insert.step)
        return Link(self.words.translated(step.title.source), step_target(process.id, step.id))

    def parameter(self, insert: ParameterInsert, said: str) -> Link:
        """Return what is said of a parameter as a link to where it is listed."""
        return Link(said, Target("parameter", insert.parameter))

    def code(self, code: str) -> Inline:
        """Return the code of a document as a link to it."""
        found = self.handbook.codes.get(code)
        return Link(code, Target(*found)) if found else Plain(code)

    def basis(
        self, basis: tuple[str, ...] | None, confirmed: Confirmation | None = None
    ) -> Inlines:
        """Return what a statement rests on: facts, law and decisions, a confirmation, or practice.

        For a place whose label says what this is; `own_basis` says it where there is none.
        """
        if confirmed:
            named = joined([self.ground(each) for each in basis or ()], self.words.comma)
            return (
                *self.confirmed(confirmed),
                *((Plain(self.words.semicolon), *named) if named else ()),
            )
        if not basis:
            text = self.words.say("practice, to be confirmed by the company")
            return (Badge(text, "practice", Target("page", "sources", "practice")),)
        return joined([self.ground(each) for each in basis], self.words.comma)

    def ground(self, name: str) -> Inlines:
        """Return one fact, decision or article of law by its number or name."""
        law = self.laws.get(name)
        return self.law(law) if law else (Link(name, Target("basis", name)),)

    def law(self, law: Law) -> Inlines:
        """Return an article of law by its name."""
        article = f" {self.words.translated(law.article.source)}" if law.article else ""
        return (
            Link(f"{self.words.translated(law.title.source)}{article}", Target("law", law.law)),
        )

    def confirmed(self, confirmed: Confirmation) -> Inlines:
        """Return who of the company has confirmed a statement, when, and in which version."""
        role = self.handbook.roles.get(confirmed.by)
        by = self.words.translated(role.title.source) if role else confirmed.by
        args = {"by": by, "day": confirmed.on.isoformat(), "version": confirmed.version or ""}
        text = (
            self.words.say("confirmed by {by}, {day}, for {version}", **args)
            if confirmed.version
            else self.words.say("confirmed by {by}, {day}", **args)
        )
        return (Badge(text, "confirmed"),)
