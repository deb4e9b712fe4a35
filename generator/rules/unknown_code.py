"""HB210: document codes in running text that belong to no document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.rules.book import Book, did_you_mean, fix_meant
from generator.rules.examples import TAKE_ORDER

RULE = Rule(
    code="HB210",
    name="unknown-code",
    message=N_("No document has the code {id}."),
    hint=N_("Write a code that is in use, or give a document this code."),
    why=N_("Codes in text become links; this one would lead nowhere."),
    severity=Severity.WARNING,
    wrong=TAKE_ORDER + "scope: All orders; see P-01-09 for returns.\n",
    right=TAKE_ORDER + "scope: All orders; see P-01-02 for shipping.\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find codes that no document has."""
    known = book.known["code"]
    for reference in book.references("code"):
        if reference.id not in known:
            meant = same_number(reference.id, known)
            hint = did_you_mean(reference.id, dict.fromkeys(meant, ""))
            fix = fix_meant(reference.where, reference.id, hint)
            yield RULE.at(reference.where, hint=hint, fix=fix, id=reference.id)


def same_number(code: str, known: Iterable[str]) -> list[str]:
    """Return the codes that a wrong one may be meant for: those of the same figures."""
    return [each for each in known if _digits(each) == _digits(code)]


def _digits(code: str) -> str:
    """What tells a code from others: another number is another document, however near it looks."""
    return "".join(sorted(re.sub(r"[^0-9]", "", code).lstrip("0")))
