"""HB214: ids that are given twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Related, Rule
from generator.rules.book import Book
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB214",
    name="duplicate-id",
    message=N_("The id “{id}” is given twice."),
    hint=N_("Choose another id for one of them."),
    why=N_("A reference could mean either."),
    wrong=steps(step("take", "next: send"), step("send", "end: a"), step("send", "end: b")),
    right=steps(step("take", "next: send"), step("send", "end: sent")),
)
Named = tuple[str, Locator]


def check(book: Book) -> Iterator[Diagnostic]:
    """Find ids that stand twice in the scope where they must be unique."""
    for scope in _scopes(book):
        first: dict[str, Locator] = {}
        for name, where in scope:
            if name in first:
                note = Message("first given here")
                yield RULE.at(where, related=(Related(first[name], note),), id=name)
            first.setdefault(name, where)


def _scopes(book: Book) -> Iterator[Iterable[Named]]:
    handbook = book.handbook
    yield [(each.unit, each.where / "unit") for each in handbook.organization.units]
    yield [(each.role, each.where / "role") for each in handbook.organization.roles]
    yield [(each.term, each.where / "term") for each in handbook.glossary.terms]
    yield [(each.item, each.where / "item") for each in handbook.information.items]
    yield [(each.source, each.where / "source") for each in handbook.sources.sources]
    yield [
        *((each.fact, each.where / "fact") for each in handbook.sources.facts),
        *((each.decision, each.where / "decision") for each in handbook.sources.decisions),
        *((each.law, each.where / "law") for each in handbook.sources.laws),
    ]
    yield [(each.chapter, each.where / "chapter") for each in handbook.settings.chapters]
    planned = [(each.day, each.where / "day") for each in handbook.settings.year_plan]
    yield planned
    yield [
        (each.parameter, each.where / "parameter") for each in handbook.parameter_file.parameters
    ]
    for parameter in handbook.parameter_file.parameters:
        yield [(each.value, each.where / "value") for each in parameter.values]
        yield [(each.value, each.where / "value") for each in parameter.bands if each.value]
    days = dict(reversed(planned))
    for process in handbook.process_list:
        named = {each.id for each in process.steps} | {m.milestone for m in process.milestones}
        yield [
            *((name, where) for name, where in days.items() if name in named),
            *((each.id, _step_id(each.where, bare=each.decision)) for each in process.steps),
            *((each.milestone, each.where / "milestone") for each in process.milestones),
        ]
    for form in handbook.form_list:
        yield [(each.section, each.where / "section") for each in form.sections]
        yield [(each.field, each.where / "field") for each in form.fields]
        for field in form.fields:
            yield [(each.field, each.where / "field") for each in field.columns]
    yield [(each.id, each.where) for each in handbook.process_list]
    yield [(each.id, each.where) for each in handbook.form_list]


def _step_id(where: Locator, *, bare: bool) -> Locator:
    return where / ("decision" if bare else "step")
