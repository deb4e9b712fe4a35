"""HB209: authorities that are no parameter with approval bands."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book, did_you_mean, fix_meant
from generator.rules.examples import TAKE_ORDER

_STEP = (
    "steps:\n  - step: take\n    title: Take\n    responsible: clerk\n"
    "    {line}\n    due: 2h\n    end: done\n"
)
RULE = Rule(
    code="HB209",
    name="unknown-authority",
    message=N_(
        "“{id}” is no parameter with approval bands, and no matter of a table of authority."
    ),
    hint=N_("Give the parameter “bands:”, or name the role that decides with “accountable:”."),
    why=N_("Nobody would know who may decide."),
    wrong=TAKE_ORDER + _STEP.format(line="authority: approval-limit"),
    right=TAKE_ORDER + _STEP.format(line="accountable: manager"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find authorities without bands."""
    known = {key: each.title.source for key, each in book.handbook.authorities.items()}
    for reference in book.references("authority"):
        if reference.id not in known:
            hint = did_you_mean(reference.id, known)
            fix = fix_meant(reference.where, reference.id, hint)
            yield RULE.at(reference.where, hint=hint, fix=fix, id=reference.id)
