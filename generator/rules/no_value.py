"""HB230: parameters without any value."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import PARAMETERS

_PARAMETERS = (
    PARAMETERS + "parameters:\n"
    "  - parameter: approval-limit\n    code: PA-01\n    title: Limit\n{value}"
    "  - {{parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}}\n"
)
RULE = Rule(
    code="HB230",
    name="no-value",
    message=N_("Parameter “{title}” has no value."),
    hint=N_(
        "Add a line “is: …”; for several values “values:”, for an approval by amount “bands:”, "
        "for a table of authority “authority:”."
    ),
    why=N_("Whoever cites it would show readers an empty place."),
    keys=("is", "values", "bands", "authority"),
    wrong=_PARAMETERS.format(value=""),
    right=_PARAMETERS.format(value="    is: 5000 EUR\n"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find parameters with neither `is:` nor `values:` nor `bands:` nor a table."""
    for parameter in book.handbook.parameter_file.parameters:
        given = (parameter.values, parameter.bands, parameter.authority)
        if parameter.is_ is None and not any(given):
            yield RULE.at(parameter.where / "parameter", title=parameter.title.source)
