"""HB403: a role that stands in a step twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Fix, Rule, Safety
from generator.rules.book import Book
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB403",
    name="role-twice",
    message=N_("“{title}” ({role}) already has a part in this step as “{first}”."),
    hint=N_("Take it out here."),
    why=N_(
        "Whoever does a step or answers for it need not be asked or told; two letters in one "
        "field of the matrix cannot be read."
    ),
    wrong=steps(step("take", "informed: [manager]", "end: done")),
    right=steps(step("take", "informed: [customer]", "end: done")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find roles named twice; responsible and accountable may be the same."""
    for process in book.handbook.process_list:
        for step_ in process.steps:
            parts: dict[str, str] = {}
            for key, role in (
                ("responsible", step_.responsible),
                ("accountable", step_.accountable),
            ):
                if role:
                    parts.setdefault(role, key)
            for key, roles in (("consulted", step_.consulted), ("informed", step_.informed)):
                for index, name in enumerate(roles):
                    if name in parts:
                        known = book.handbook.roles.get(name)
                        if known and known.external and parts[name] == "accountable":
                            continue  # who is outside cannot be accountable: told as that
                        title = known.title.source if known else name
                        where = step_.where / key / index
                        fix = Fix.at(where, None, Safety.SAFE)
                        yield RULE.at(where, fix=fix, title=title, role=name, first=parts[name])
                    parts.setdefault(name, key)
