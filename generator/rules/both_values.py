"""HB226: parameters that say their value in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import PARAMETERS

_PARAMETERS = (
    PARAMETERS + "parameters:\n"
    "  - parameter: approval-limit\n    code: PA-01\n    title: Limit\n    is: 5000 EUR\n{more}"
    "  - {{parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}}\n"
)
RULE = Rule(
    code="HB226",
    name="both-values",
    message=N_("“{title}” has “is:” and also “{key}:”."),
    hint=N_("Keep the one that holds; a single value among several gets a name below “values:”."),
    why=N_("Whoever cites it would get one of them and not see that there are others."),
    wrong=_PARAMETERS.format(more="    values:\n      - {value: usual, label: Usual, is: 1 EUR}\n"),
    right=_PARAMETERS.format(more=""),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find parameters with `is:` beside `values:` or `bands:`."""
    for parameter in book.handbook.parameter_file.parameters:
        lists = {key: getattr(parameter, key) for key in ("values", "bands", "authority")}
        for key, also in lists.items():
            if parameter.is_ is not None and also:
                yield RULE.at((parameter.where / key).key, title=parameter.title.source, key=key)
