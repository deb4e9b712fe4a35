"""HB228: parameters that nothing cites."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Rule, Severity
from generator.rules.book import Book
from generator.rules.examples import PARAMETERS

_PARAMETERS = (
    PARAMETERS + "parameters:\n"
    "  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}\n"
    "  - {parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}\n"
)
RULE = Rule(
    code="HB228",
    name="idle-parameter",
    message=N_("Nothing cites the parameter “{title}”."),
    hint=N_("Cite it as “{cited}” where it counts, or take it out."),
    why=N_("A value that no step and no form uses only looks as if it were in force."),
    severity=Severity.WARNING,
    wrong=_PARAMETERS + "  - {parameter: old-limit, code: PA-03, title: Old limit, is: 9 EUR}\n",
    right=_PARAMETERS,
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find parameters cited neither by name nor by code, in YAML or in pages."""
    named = book.citations("value", "parameter", "authority")
    cited = {each.id.partition(".")[0] for each in named}
    codes = {each.id for each in book.citations("code") if not _own(each.where)}
    known = book.handbook.parameters
    idle = [
        name
        for name, each in known.items()
        if name not in cited
        and each.code not in codes
        and not (each.code and each.code in book.pages)
        and not any(book.unjudged.may_name(word) for word in (name, each.code) if word)
    ]
    renamed = book.renamed("parameter", idle) if idle else ()
    for name in idle:
        if name not in renamed:
            parameter = known[name]
            yield RULE.at(
                parameter.where / "parameter",
                title=parameter.title.source,
                cited=f"${{{name}}}",
            )


def _own(where: Locator) -> bool:
    """Whether a place is in the file of the parameters, whose notes tell of themselves."""
    return where.file.startswith("processes/parameters.")
