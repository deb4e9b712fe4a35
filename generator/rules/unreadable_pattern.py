"""HB511: patterns of fields that no entry can be compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Message, Rule
from generator.rules.book import Book
from generator.rules.examples import ORDER_SHEET

_SECTIONS = (
    ORDER_SHEET + "sections:\n"
    "  - section: order\n    title: Order\n    fields:\n"
    "      - {{field: customer, label: Customer, type: text, pattern: '{pattern}'}}\n"
    "      - {{field: kind, label: Kind, type: choice, options: [stock, custom]}}\n"
    "  - section: release\n    title: Release\n    fields:\n"
    "      - {{field: manager_sign, label: Manager, type: signature, by: manager}}\n"
)
# What `re` says, in the words of this program; where it says something else, no reason is given.
_REASONS = (
    ("unterminated character set", N_("“[” has no “]”.")),
    ("bad character range", N_("the characters around “-” stand in the wrong order.")),
    ("missing ), unterminated", N_("“(” has no “)”.")),
    ("unbalanced parenthesis", N_("“)” has no “(” before it.")),
    ("nothing to repeat", N_("there is nothing to repeat before “*”, “+” or “?”.")),
    ("multiple repeat", N_("two marks of repetition stand in a row.")),
    ("min repeat greater", N_("the numbers in braces stand in the wrong order.")),
    ("bad escape", N_("“\\” stands before a letter that has no meaning with it.")),
)
_OTHER = N_("it is no regular expression.")
RULE = Rule(
    code="HB511",
    name="unreadable-pattern",
    message=N_("The pattern “{pattern}” cannot be read: {reason}"),
    hint=N_("Write a regular expression, such as [0-9]+ for digits, or leave it out."),
    why=N_("No entry can be compared with it: filled forms would be taken unchecked."),
    wrong=_SECTIONS.format(pattern="[a-"),
    right=_SECTIONS.format(pattern="[a-z]+"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Read the pattern of every field and column, those of the common header too."""
    fields = list(book.handbook.settings.form_header)
    fields += [field for form in book.handbook.form_list for field in form.fields]
    for field in fields:
        for each in (field, *field.columns):
            if each.pattern is not None and (reason := _fault(each.pattern)):
                where = each.where / "pattern"
                yield RULE.at(where, pattern=each.pattern, reason=Message(reason))


def _fault(pattern: str) -> str | None:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        said = str(error)
        return next((reason for start, reason in _REASONS if said.startswith(start)), _OTHER)
    return None
