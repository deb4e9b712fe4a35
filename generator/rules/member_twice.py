"""HB404: a person meant twice in a step through a collective role."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Rule, Severity
from generator.model.process import Step
from generator.rules.book import Book
from generator.rules.examples import ORGANIZATION

_ROLES = (
    ORGANIZATION + "roles:\n"
    "  - {{role: manager, title: Shop manager, unit: shop, reports-to: shop}}\n"
    "  - {{role: clerk, title: Sales clerk, unit: shop, reports-to: manager}}\n"
    "  - {{role: helper, title: Helper, unit: shop, reports-to: manager, holders: 2}}\n"
    "  - {{role: staff, title: Staff, all-of: [{members}]}}\n"
    "  - {{role: customer, title: Customer, unit: market, external: true}}\n"
    "# processes/sales/take-order.yml\n"
    "steps:\n  - step: take\n    title: Take\n    responsible: clerk\n    accountable: manager\n"
    "    consulted: [helper]\n    informed: [staff]\n    due: 2h\n    end: done\n"
)
RULE = Rule(
    code="HB404",
    name="member-twice",
    message=N_("“{title}” already has a part in this step, and is a member of “{collective}”."),
    hint=N_("Leave it so if it is meant; otherwise name the members one by one."),
    why=N_("The same person would get the step twice on the checklist."),
    severity=Severity.WARNING,
    wrong=_ROLES.format(members="clerk, manager"),
    right=_ROLES.format(members="helper-two, customer").replace(
        "{role: staff, ",
        "{role: helper-two, title: Second helper, unit: shop, "
        "reports-to: manager}\n  - {role: staff, ",
    ),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find collective roles of which a member stands in the same step by itself."""
    for process in book.handbook.process_list:
        for each in process.steps:
            parts = list(_parts(each))
            named = {role for role, _ in parts}
            for role, where in parts:
                found = book.handbook.roles.get(role)
                twice = [each for each in found.members if each in named - {role}] if found else []
                if found and twice:
                    member = book.handbook.roles.get(twice[0])
                    title = member.title.source if member else twice[0]
                    yield RULE.at(where, title=title, collective=found.title.source)


def _parts(step: Step) -> Iterator[tuple[str, Locator]]:
    if step.responsible:
        yield step.responsible, step.where / "responsible"
    if step.accountable and step.accountable != step.responsible:
        yield step.accountable, step.where / "accountable"
    for key, roles in (("consulted", step.consulted), ("informed", step.informed)):
        for index, role in enumerate(roles):
            yield role, step.where / key / index
