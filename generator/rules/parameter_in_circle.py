"""HB217: parameters whose values cite each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.model.reference import Parameter
from generator.rules.book import Book
from generator.rules.examples import PARAMETERS

_ONE_MORE = (
    PARAMETERS + "parameters:\n"
    "  - {{parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}}\n"
    "  - {{parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}}\n"
    "  - {{parameter: opening-hours, code: PA-03, title: Opening hours, is: {value}}}\n"
)
RULE = Rule(
    code="HB217",
    name="parameter-in-circle",
    message=N_("The value of “{id}” cites itself, directly or through others."),
    hint=N_("Write in one of them what the value is."),
    why=N_("Such a value never comes to an end, and nobody could say what it is."),
    wrong=_ONE_MORE.format(value='"longer than ${opening-hours}"'),
    right=_ONE_MORE.format(value='"longer than ${reply-time}"'),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find parameters that lead back to themselves; each circle is told once."""
    parameters = book.handbook.parameters
    cited = {name: _cited(each) for name, each in parameters.items()}
    told: set[str] = set()
    for name, each in parameters.items():
        further = _further(cited, name)
        if name in further and name not in told:
            told |= {other for other in further if name in _further(cited, other)}
            yield RULE.at(each.where / "parameter", id=name)


def _cited(parameter: Parameter) -> tuple[str, ...]:
    """The parameters that stand in the values of one."""
    values = [parameter.is_, *(each.is_ for each in parameter.values)]
    texts = [value.text for value in values if value and value.text]
    inserts = [part.parameter for text in texts for part in text.inserts]
    dues = [value.due for value in values if value and value.due]
    return (*inserts, *(insert.parameter for due in dues for insert in due.parameters))


def _further(cited: dict[str, tuple[str, ...]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = list(cited.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += cited.get(name, ())
    return seen
