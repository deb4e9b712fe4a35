"""HB208: parameters, or values of them, that are not defined."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Message, Rule
from generator.rules.book import Book, did_you_mean, fix_meant
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB208",
    name="unknown-parameter",
    message=N_("There is no parameter “{id}”."),
    hint=N_("Define it in parameters.yml, or name a parameter that is there."),
    why=N_("The figure would be missing wherever it is cited."),
    wrong=steps(step("take", "end: done", due="${answer-time}")),
    right=steps(step("take", "end: done", due="${reply-time}")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find citations of parameters or values that do not exist."""
    known = book.known["parameter"]
    for reference in book.references("value"):
        name, _, value = reference.id.partition(".")
        parameter = book.handbook.parameters.get(name)
        if parameter is None:
            hint = did_you_mean(name, known)
            fix = fix_meant(
                reference.where, name, hint, f"${{{{close}}{reference.id[len(name) :]}}}"
            )
            yield RULE.at(reference.where, hint=hint, fix=fix, id=name)
            continue
        values = {one.value: one.label.source for one in parameter.values}
        values |= {band.value: "" for band in parameter.bands if band.value}
        if value and value not in values:
            listed = Message("Its values are: {known}.", {"known": ", ".join(values)})
            if not values:
                listed = Message(
                    "It has no values by name: write {whole}.", {"whole": f"${{{name}}}"}
                )
            hint = did_you_mean(value, values)
            fix = fix_meant(reference.where, value, hint, f"${{{name}.{{close}}}}")
            yield RULE.at(reference.where, hint=hint or listed, fix=fix, id=reference.id)
