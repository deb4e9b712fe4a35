"""HB218: values of a parameter that nobody cites, while others of the same parameter are cited."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.rules.book import Book
from generator.rules.examples import PARAMETERS, step, steps

_VALUES = (
    PARAMETERS + "parameters:\n"
    "  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}\n"
    "  - {parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}\n"
    "  - parameter: packing-time\n    code: PA-03\n    title: Time to pack\n    values:\n"
    "      - {value: usual, label: Usual orders, is: 2h}\n"
    "      - {value: large, label: Large orders, is: 1d}\n"
)
_PACK = step("pack", due="${packing-time.usual}")
RULE = Rule(
    code="HB218",
    name="unread-value",
    message=N_("Nothing cites the value “{label}” of “{title}”; its other values are cited."),
    hint=N_("Cite it as “{cited}” where it counts, or take it out."),
    why=N_("The figure may stand in words where it counts, and stay there when this changes."),
    severity=Severity.INFO,
    wrong=_VALUES + steps(_PACK, step("check", "end: done")),
    right=_VALUES + steps(_PACK, step("check", "end: done", due="${packing-time.large}")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find uncited values; the code of a parameter cites all of them."""
    cited = {each.id for each in book.citations("value")}
    codes = {each.id for each in book.citations("code")}
    for name, parameter in book.handbook.parameters.items():
        ids = [f"{name}.{each.value}" for each in parameter.values]
        known = {*ids, name, *(f"{name}.{each.value}" for each in parameter.bands)}
        if any(each.partition(".")[0] == name and each not in known for each in cited):
            continue  # the value that nobody cites is mostly the one that is misspelt there
        if parameter.code in codes or name in cited or not cited.intersection(ids):
            continue
        for each, id_ in zip(parameter.values, ids, strict=True):
            if id_ not in cited and not book.unjudged.may_name(each.value):
                yield RULE.at(
                    each.where / "value",
                    label=each.label.source,
                    title=parameter.title.source,
                    cited=f"${{{id_}}}",
                )
