"""HB708: ids that Windows reserves, as the pages and documents of their names need files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Rule
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER
from generator.source.reading.names import is_reserved

RULE = Rule(
    code="HB708",
    name="reserved-id",
    message=N_("Windows reserves the name “{id}”, so that it has no file for this page."),
    hint=N_("Choose another id, such as “{better}”."),
    why=N_(
        "The id is the name of the page and its documents. On Windows no file can have this "
        "name: the handbook could be neither fetched nor built there."
    ),
    wrong=TAKE_ORDER + "formerly: [aux]\n",
    right=TAKE_ORDER + "formerly: [accept-order]\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Look at ids that become names of files; those of processes and forms are names already."""
    for where, name in _names(book):
        if is_reserved(name):
            yield RULE.at(where, id=name, better=f"{name}-1")


def _names(book: Book) -> Iterator[tuple[Locator, str]]:
    handbook = book.handbook
    for chapter in handbook.settings.chapters:
        yield chapter.where / "chapter", chapter.chapter
    for role in handbook.organization.roles:
        yield role.where / "role", role.role
        yield from _former(role.where, role.formerly)
    for unit in handbook.organization.units:
        yield unit.where / "unit", unit.unit
        yield from _former(unit.where, unit.formerly)
    for process in handbook.process_list:
        yield from _former(process.where, process.formerly)
    for form in handbook.form_list:
        yield from _former(form.where, form.formerly)


def _former(where: Locator, formerly: Iterable[str]) -> Iterator[tuple[Locator, str]]:
    for number, name in enumerate(formerly):
        yield where / "formerly" / number, name
