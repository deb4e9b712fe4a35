"""HB405: outside roles that are to answer for a step, a document or an indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Related, Rule
from generator.model.control import Revision
from generator.model.settings import Edition
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER, step, steps

_MANY = 3
_HERE = N_("It is named here.")
_MARK = N_("Take “external” out if the role is of the company; else name another where it answers.")
RULE = Rule(
    code="HB405",
    name="outsider-accountable",
    message=N_("“{title}” is outside the company and cannot be “{part}”."),
    hint=N_("Name a role of the company."),
    why=N_("The company cannot hold an outsider to account."),
    wrong=TAKE_ORDER + "steps:\n  - step: take\n    title: Take\n    responsible: clerk\n"
    "    accountable: customer\n    due: 2h\n    end: done\n",
    right=steps(step("take", "end: done")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find external roles that answer for a step, a document, an indicator or an issue."""
    for role, places in outsiders(book).items():
        found = book.handbook.roles[role]
        if role in marked(book):
            again = tuple(Related(where, Message(_HERE)) for where, _ in places)
            where = (found.where / "external").key
            part, hint = places[0][1], Message(_MARK)
            yield RULE.at(where, title=found.title.source, part=part, hint=hint, related=again)
            continue
        for where, part in places:
            yield RULE.at(where, title=found.title.source, part=part)


def outsiders(book: Book) -> Mapping[str, list[tuple[Locator, str]]]:
    """The external roles that answer for something: where, and as what."""
    found: dict[str, list[tuple[Locator, str]]] = {}
    for name, where, part in _parts(book):
        role = book.handbook.roles.get(name or "")
        if role and role.external:
            found.setdefault(role.role, []).append((where, part))
    return found


def marked(book: Book) -> frozenset[str]:
    """The roles that answer for so much that it is the mark “external” that is wrong."""
    return frozenset(name for name, places in outsiders(book).items() if len(places) >= _MANY)


def _parts(book: Book) -> Iterator[tuple[str | None, Locator, str]]:
    for document in book.handbook.documents:
        yield document.owner, document.where / "owner", "owner"
        yield document.approver, document.where / "approver", "approver"
    for process in book.handbook.process_list:
        for step_ in process.steps:
            yield step_.accountable, step_.where / "accountable", "accountable"
        for record in process.records:
            yield record.keeper, record.where / "keeper", "keeper"
        for kpi in process.kpis:
            yield kpi.owner, kpi.where / "owner", "owner"
    issues: list[Revision | Edition] = [
        each for document in book.handbook.documents for each in document.revisions
    ]
    for issue in (*issues, *book.handbook.settings.editions):
        yield issue.approved_by, issue.where / "approved-by", "approved-by"
