"""HB224: a parameter named in brackets that are not those of an insert."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Fix, Rule, Safety
from generator.model.text import Text
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER
from generator.rules.names import is_name

# `＄｛x｝`, `$(x)`, `{x}`, `$x`: what input methods and other programs make of `${x}`.
LOOKS_LIKE = re.compile(
    r"[$＄]\s?[{(（｛\[【]\s?(?P<a>[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)?)\s?[})）｝\]】]"
    r"|[%#@&]?[{｛]{1,2}\s?(?P<b>[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)?)\s?[}｝]{1,2}"
    r"|[$＄](?P<c>[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)?)"
    r"|[<〈《\[【](?P<d>[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?:\.[a-z0-9-]+)?)[>〉》\]】]"
)
"""What looks like an insert: the name stands in one of the groups a, b, c and d."""
RULE = Rule(
    code="HB224",
    name="lookalike-insert",
    message=N_("“{text}” stays as it is: the value of a parameter is inserted as “{better}”."),
    hint=N_("Write “{better}”."),
    why=N_("Readers would see the name of the parameter in brackets instead of its value."),
    wrong=TAKE_ORDER + "scope: Orders up to $(approval-limit).\n",
    right=TAKE_ORDER + "scope: Orders up to ${approval-limit}.\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find such brackets around the names of parameters that there are."""
    for text in book.handbook.texts:
        if is_name(text):
            continue  # no value would be put in: another finding
        for found, name in lookalikes(book, text):
            better = f"${{{name}}}"
            place = text.where.within(*found.span())
            safety = Safety.SAFE if found["a"] or found["c"] else Safety.ASKS
            yield RULE.at(place, fix=Fix.at(place, better, safety), text=found[0], better=better)


def lookalikes(book: Book, text: Text) -> Iterator[tuple[re.Match[str], str]]:
    """Yield what looks like an insert of a parameter that there is, and the parameter."""
    if not any(mark in text.source for mark in "{｛$＄<〈《[【"):
        return
    for found in LOOKS_LIKE.finditer(text.source):
        name = found[found.lastgroup or 0]
        # An insert, right or not, has been read as one.
        if not found[0].startswith("${") and names_value(book, name):
            yield found, name


def names_value(book: Book, name: str) -> bool:
    """Whether `parameter` or `parameter.value` is there."""
    parameter, _, value = name.partition(".")
    known = book.handbook.parameters.get(parameter)
    return known is not None and (not value or known.value_named(value) is not None)
