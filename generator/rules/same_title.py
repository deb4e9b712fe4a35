"""HB234: two things of one kind with the same title."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Related, Rule, Severity
from generator.model.text import Text
from generator.rules.book import Book
from generator.rules.examples import step
from generator.source.reading.hidden import visible

RULE = Rule(
    code="HB234",
    name="same-title",
    message=N_("“{title}” is the title of two: “{id}” and “{first}”."),
    hint=N_("Say in the title of one of them what sets it apart."),
    why=N_(
        "People know things by their titles: in lists, links, diagrams and the search nobody "
        "could tell which of the two is meant."
    ),
    severity=Severity.WARNING,
    wrong="# processes/sales/take-order.yml\nsteps:\n"
    + step("take")
    + step("send", "end: sent").replace("Send", "Take"),
    right="# processes/sales/take-order.yml\nsteps:\n" + step("take") + step("send", "end: sent"),
)
_Titled = tuple[str, Text, Locator]


def check(book: Book) -> Iterator[Diagnostic]:
    """Find titles that stand twice among things that are chosen from one list."""
    for scope in _scopes(book):
        first: dict[str, tuple[str, Locator]] = {}
        for name, title, where in scope:
            same = _meant(title.source)
            if same in first and first[same][0] != name:
                earlier, place = first[same]
                note = Message("first given here")
                yield RULE.at(
                    title.where if title.where.file else where,
                    related=(Related(place, note),),
                    title=title.source,
                    id=name,
                    first=earlier,
                )
            first.setdefault(same, (name, title.where if title.where.file else where))


def _meant(title: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", visible(title)).casefold().split())


def _scopes(book: Book) -> Iterator[Iterable[_Titled]]:
    handbook = book.handbook
    yield [(each.unit, each.title, each.where) for each in handbook.organization.units]
    yield [(each.role, each.title, each.where) for each in handbook.organization.roles]
    yield [(each.chapter, each.title, each.where) for each in handbook.settings.chapters]
    yield [(each.parameter, each.title, each.where) for each in handbook.parameter_file.parameters]
    yield [(each.day, each.title, each.where) for each in handbook.settings.year_plan]
    for documents in (handbook.process_list, handbook.form_list):
        yield [(each.code, each.title, each.where) for each in documents]
    for process in handbook.process_list:
        yield [(each.id, each.title, each.where) for each in process.steps]
        yield [(each.milestone, each.title, each.where) for each in process.milestones]
    for form in handbook.form_list:
        yield [(each.section, each.title, each.where) for each in form.sections]
        for section in form.sections:
            yield [(each.field, each.label, each.where) for each in section.fields]
        for field in form.fields:
            yield [(each.field, each.label, each.where) for each in field.columns]
