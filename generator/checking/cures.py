"""Cures that a schema does not know: an id for a title, a step for a choice inside a group."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Fix, Locator, Message, Safety
from generator.model.handbook import Handbook
from generator.rules.book import Book
from generator.source.shape_rules import BAD_PATTERN, MISSING_KEY, UNKNOWN_KEY

_DECIDE = Message(
    N_(
        "Somebody chooses at some time: name a step “- decision: id” here that has this choice, "
        "and lead its ways on to the join."
    )
)


def cured(found: Iterable[Diagnostic], handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield the findings; one about a title in place of an id says which id is meant."""
    book = Book(handbook)
    for finding in _choices(tuple(found)):
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


def _choices(found: Collection[Diagnostic]) -> Iterator[Diagnostic]:
    """Tell a choice that is a member of a group once, and how it is written."""
    choices = {each.where for each in found if each.rule is UNKNOWN_KEY and _is_choice(each)}
    for each in found:
        if each.where not in choices:
            yield each
        elif each.rule is UNKNOWN_KEY:
            yield replace(each, hint=_DECIDE, fix=None)
        elif each.rule is not MISSING_KEY:
            yield each


def _is_choice(found: Diagnostic) -> bool:
    where = found.where
    return (
        isinstance(where, Locator)
        and found.args["key"] in {"choose", "choose-any"}
        and where.path[-3:-2] == ("together",)
    )


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
