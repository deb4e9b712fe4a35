"""HB333: ways and links to a process that is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Message, Rule, Severity
from generator.model.control import Status
from generator.model.process import Process
from generator.rules.book import Book
from generator.rules.examples import step, steps

_RETIRED = (
    "# processes/sales/ship-order.yml\nrevisions:\n"
    "  - {version: V1.1, date: 2026-03-01, approved: 2026-03-02, effective: 2026-03-03, "
    "retired: 2026-06-01, change: Withdrawn}\n"
    "  - {version: V1.0, date: 2026-01-01, approved: 2026-01-01, effective: 2026-01-01, "
    "change: First issue}\n"
)
RULE = Rule(
    code="HB333",
    name="withdrawn-target",
    message=N_("“{title}” is withdrawn."),
    hint=N_("Lead to a process that is in force, or take the line out."),
    why=N_("Readers would be sent to a process that nobody follows any longer."),
    severity=Severity.WARNING,
    wrong=_RETIRED + steps(step("take", "hand-over: ship-order")),
    right=_RETIRED + steps(step("take", "end: taken")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find calls, hand-overs and mentions of withdrawn processes in documents in force."""
    withdrawn: dict[str, Process] = {
        process.id: process
        for process in book.handbook.process_list
        if process.revision.status is Status.RETIRED
    }
    if not withdrawn:
        return
    codes = {each.code: each for each in withdrawn.values()}
    files = {each.where.file for each in withdrawn.values()}
    for reference in book.citations("process", "code"):
        target = (
            withdrawn.get(reference.id) if reference.kind == "process" else codes.get(reference.id)
        )
        if target and reference.where.file not in files:
            yield RULE.at(reference.where, hint=_successor(book, target), title=target.title.source)


def _successor(book: Book, process: Process) -> Message | None:
    """A hint that names the successor, where there is one."""
    successor = book.handbook.processes.get(process.revision.successor or "")
    if successor is None:
        return None
    args = {"id": successor.id, "title": successor.title.source}
    return Message(N_("Its successor is “{id}” ({title})."), args)
