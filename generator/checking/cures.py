"""Cures that need the whole handbook: the id of a thing that was named by its title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Fix, Locator, Message, Safety
from generator.model.handbook import Handbook
from generator.rules.book import Book
from generator.source.shape_rules import BAD_PATTERN


def cured(found: Iterable[Diagnostic], handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield the findings; one about a title in place of an id says which id is meant."""
    book = Book(handbook)
    for finding in found:
        kind = str(finding.args.get("ref", ""))
        if finding.rule is not BAD_PATTERN or not kind or not isinstance(finding.where, Locator):
            yield finding
            continue
        meant = _by_title(book, kind, finding.where.file).get(str(finding.args["value"]).strip())
        if meant is None:
            yield finding
            continue
        hint = Message(N_("Write its id: “{id}”."), {"id": meant})
        yield replace(finding, hint=hint, fix=Fix.at(finding.where, meant, Safety.SAFE))


def _by_title(book: Book, kind: str, file: str) -> Mapping[str, str]:
    """Title → id of the things of a kind that may be named in a file."""
    if kind == "step":
        return {
            step.title.source: step.id
            for process in book.handbook.process_list
            if process.where.file == file
            for step in process.steps
        }
    return {title: name for name, title in book.known.get(kind, {}).items() if title}
