"""HB215: a parameter with several values that is cited without naming one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import PARAMETERS

_BOTH = (
    PARAMETERS + "parameters:\n"
    "  - {{parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}}\n"
    "  - parameter: reply-time\n    code: PA-02\n    title: Time to answer\n"
    "{lines}"
)
RULE = Rule(
    code="HB215",
    name="ambiguous-parameter",
    message=N_("Parameter “{id}” has no single value."),
    hint=N_("Name one of its values: {known}."),
    why=N_("The reader would see several figures where one is meant."),
    wrong=_BOTH.format(lines="    values:\n      - {value: phone, label: By phone, is: 1h}\n"),
    right=_BOTH.format(lines="    is: 1h\n"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find citations that leave open which value is meant."""
    for reference in book.references("value"):
        parameter = book.handbook.parameters.get(reference.id)
        if parameter and parameter.is_ is None:
            values = [one.value for one in parameter.values]
            values += [band.value for band in parameter.bands if band.value]
            if not values:
                continue  # it has no value at all, which is told where it is defined
            known = ", ".join(f"${{{reference.id}.{value}}}" for value in values)
            yield RULE.at(reference.where, id=reference.id, known=known)
