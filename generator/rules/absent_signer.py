"""HB504: signatures of people who take no part in the steps where the section is used."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.form import Form, FormSection
from generator.model.handbook import Handbook
from generator.model.organization import Role
from generator.rules.book import Book
from generator.rules.examples import ORDER_SHEET, ORGANIZATION, step, steps

_SECTIONS = (
    ORDER_SHEET + "sections:\n"
    "  - section: order\n    title: Order\n    fields:\n"
    "      - {field: customer, label: Customer, type: text}\n"
    "      - {field: kind, label: Kind, type: choice, options: [stock, custom]}\n"
    "  - section: release\n    title: Release\n    fields:\n"
)
_SIGN = "      - {field: manager_sign, label: Signature, type: signature, by: "
_BUYER = (
    ORGANIZATION + "roles:\n"
    "  - {role: manager, title: Shop manager, unit: shop, reports-to: shop}\n"
    "  - {role: clerk, title: Sales clerk, unit: shop, reports-to: manager}\n"
    "  - {role: buyer, title: Buyer, unit: shop, reports-to: manager}\n"
    "  - {role: customer, title: Customer, unit: market, external: true}\n"
)
_STEPS = _BUYER + steps(
    step("take", "consulted: [buyer]", "forms: [{fill: order-sheet.order}]"),
    step("release", "forms: [{approve: order-sheet.release}]", "end: released"),
)
RULE = Rule(
    code="HB504",
    name="absent-signer",
    message=N_("“{title}” signs section “{section}”, but takes no part in any step that uses it."),
    hint=N_("Name “{role}” in such a step, at least as consulted, or let somebody else sign."),
    why=N_("Who signs has to get the form: from a step that they do, answer for or are asked in."),
    severity=Severity.INFO,
    wrong=_SECTIONS + _SIGN + "buyer}\n" + _STEPS,
    right=_SECTIONS + _SIGN + "manager}\n" + _STEPS,
)
_PARTS = ("responsible", "accountable", "consulted", "authority")
_TAKES_PART = "RAC"  # whoever is told afterwards does not sign


def check(book: Book) -> Iterator[Diagnostic]:
    """Find signers who are neither responsible nor accountable nor consulted where they sign.

    Of several that may sign, one is enough; people from outside sign what they are given.
    """
    for form in book.handbook.form_list:
        if book.unjudged.may_name(form.id):
            continue  # a step that uses it may stand in a hole
        if any(map(book.unjudged.may_hold, _PARTS)):
            continue  # the part that the signer takes may stand there
        for section in form.sections:
            present = _present(book.handbook, form, section)
            for field in section.fields if present else ():
                signers = [book.handbook.roles.get(role) for role in field.by]
                if any(_fits(book.handbook, each, present) for each in signers):
                    continue
                for known in filter(None, signers[:1]):
                    yield RULE.at(
                        field.where / ("band" if field.band else "by"),
                        title=known.title.source,
                        section=section.title.source,
                        role=known.role,
                    )


def _fits(handbook: Handbook, role: Role | None, present: set[str]) -> bool:
    """Whether a role, one of its members or a collective role that it belongs to is present."""
    if role is None or role.external:
        return True
    collectives = (each.role for each in handbook.collectives_of.get(role.role, ()))
    return not present.isdisjoint((role.role, *role.members, *collectives))


def _present(handbook: Handbook, form: Form, section: FormSection) -> set[str]:
    """The roles of the steps that use a section; empty where no step does."""
    return {
        part.role
        for each in handbook.uses_by_form.get(form.id, ())
        if each.use.section in {None, section.section}
        for part in handbook.assignments_by_process[each.process.id]
        if part.step is each.step and part.letter in _TAKES_PART
    }
