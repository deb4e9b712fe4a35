"""HB334: groups with more orders of events than can be tried."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.rules.book import Book
from generator.rules.examples import step, steps
from generator.rules.group_search import MOST_STATES

_NAMES = [f"part-{number}" for number in range(14)]


def _parts(way: str) -> str:
    members = step("take", f"together: [{', '.join(_NAMES)}]", "join: send")
    parts = [step(name, way.format(other=_NAMES[number - 1])) for number, name in enumerate(_NAMES)]
    return steps(members, *parts, step("send", "end: sent"))


RULE = Rule(
    code="HB334",
    name="untried-orders",
    message=N_(
        "These groups can go on in more than {count} states; whether they always come together "
        "was tried for those only."
    ),
    hint=N_("Send work back to fewer steps, or make processes of their own of some steps."),
    why=N_("Whether such a process can get stuck cannot be told by trying, and hardly by reading."),
    severity=Severity.WARNING,
    wrong=_parts("choose: [{{when: good, next: send}}, {{when: bad, next: {other}}}]"),
    right=_parts("next: send"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find processes of which not all states could be tried."""
    for process in book.handbook.process_list:
        flow = book.handbook.flows[process.id]
        search = book.searches.get(process.id)
        if search and not search.whole:
            yield RULE.at(flow.groups[0].where.key, count=MOST_STATES)
