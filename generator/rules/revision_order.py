"""HB703: revisions that are not in order of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Rule
from generator.model.control import Revision
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER

_REVISIONS = (
    TAKE_ORDER + "revisions:\n"
    "  - {{version: V1.1, date: {new}, approved: {new}, change: Times}}\n"
    "  - {{version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: First issue}}\n"
)
RULE = Rule(
    code="HB703",
    name="revision-order",
    message=N_("{version} is out of order: {says}"),
    hint=N_(
        "Put the newest entry on top: versions rise, and days follow in the order in which they "
        "came."
    ),
    why=N_("The newest entry stands first: it is the version in force."),
    wrong=_REVISIONS.format(new="2025-12-01"),
    right=_REVISIONS.format(new="2026-03-01"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Compare the dates inside and between the entries of every history."""
    for history in histories(book):
        for revision in history:
            yield from _inside(revision)
        for newer, older in pairwise(history):
            if newer.date < older.date:
                says = Message("the entry below it is newer.")
                yield _at(newer, newer.where / "date", says)
            elif _number(newer.version) < _number(older.version):
                args = {"older": older.version}
                says = Message(N_("the older entry below it has a higher number: {older}."), args)
                yield _at(newer, newer.where / "version", says)


def histories(book: Book) -> Iterator[tuple[Revision, ...]]:
    """The histories of all documents."""
    for document in book.handbook.documents:
        yield document.revisions
    yield book.handbook.organization.revisions
    yield book.handbook.parameter_file.revisions


def _number(version: str) -> tuple[int, ...]:
    """The numbers of a version: V1.10 is above V1.9."""
    return tuple(int(each) for each in re.findall(r"[0-9]+", version))


def _inside(each: Revision) -> Iterator[Diagnostic]:
    if each.approved and each.approved < each.date:
        says = Message("it is approved before it was written.")
        yield _at(each, each.where / "approved", says)
    if each.effective and each.approved and each.effective < each.approved:
        yield _at(each, each.where / "effective", Message("it is in force before its approval."))
    if each.retired and each.retired < (each.effective or each.date):
        yield _at(each, each.where / "retired", Message("it is withdrawn before it is in force."))


def _at(each: Revision, where: Locator, says: Message) -> Diagnostic:
    return RULE.at(where, version=each.version, says=says)
