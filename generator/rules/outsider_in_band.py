"""HB412: people from outside who would approve amounts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import PARAMETERS, TAKE_ORDER
from generator.rules.outsider_accountable import marked

_BANDS = (
    TAKE_ORDER + "note: Discounts as in PA-03.\n" + PARAMETERS + "parameters:\n"
    "  - {{parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}}\n"
    "  - {{parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}}\n"
    "  - parameter: discount\n    code: PA-03\n    title: Discounts\n"
    "    bands:\n      - {{up-to: 500 EUR, role: {role}}}\n      - {{role: manager}}\n"
)
RULE = Rule(
    code="HB412",
    name="outsider-in-band",
    message=N_("“{title}” is not of this company, but would approve amounts here."),
    hint=N_("Name a role of the company; people from outside are consulted or informed."),
    why=N_("Nobody outside answers for the company's money."),
    wrong=_BANDS.format(role="customer"),
    right=_BANDS.format(role="clerk"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find approval bands of external roles, also through a collective role."""
    roles = book.handbook.roles
    told = marked(book)
    for parameter in book.handbook.parameter_file.parameters:
        named = [(each.role, each.where / "role") for each in parameter.bands]
        named += [
            (role, each.where / "level" / at)
            for each in parameter.authority
            for at, role in enumerate(each.level)
        ]
        for name, where in named:
            role = roles.get(name)
            if role is None or role.role in told:
                continue
            members = [roles[each] for each in role.members if each in roles]
            if role.external or any(each.external for each in members):
                yield RULE.at(where, title=role.title.source)
