"""HB501: sections of forms that no step fills."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.form import Form
from generator.rules.book import Book
from generator.rules.examples import ORDER_SHEET

_SECTIONS = (
    ORDER_SHEET + "sections:\n"
    "  - section: order\n    title: Order\n    fields:\n"
    "      - {field: customer, label: Customer, type: text}\n"
    "      - {field: kind, label: Kind, type: choice, options: [stock, custom]}\n"
    "  - section: release\n    title: Release\n    fields:\n"
    "      - {field: manager_sign, label: Manager, type: signature, by: manager}\n"
)
RULE = Rule(
    code="HB501",
    name="unfilled-section",
    message=N_("No step fills section “{title}” of this form."),
    hint=N_("Add “- fill: {form}.{id}” to the step where it is filled, or take the section out."),
    why=N_("Who fills a section follows from the steps: this one would stay empty."),
    severity=Severity.WARNING,
    wrong=_SECTIONS
    + "  - section: extra\n    title: Extra\n    fields:\n"
    + "      - {field: remark, label: Remark, type: text}\n",
    right=_SECTIONS,
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find sections that no step fills or adds to; who approves fills what he signs in."""
    for form in book.handbook.form_list:
        uses = [each.use for each in book.handbook.uses_by_form.get(form.id, ())]
        if book.unjudged.may_hold("forms") or book.unjudged.may_hold("type"):
            continue  # the use that is missing may stand there, or the signature
        if not uses or book.unjudged.may_name(form.id) or book.renamed("form", [form.id]):
            continue  # the use that is missing is mostly the one that names the form wrongly
        if any(
            book.handbook.flows[each.process.id].astray
            for each in book.handbook.uses_by_form[form.id]
        ):
            continue  # the step that fills it is mostly the one that is named and not there
        named = {use.section for use in uses if use.kind not in {"file", "read"}}
        if named - {None, *(each.section for each in form.sections)}:
            # The section that nobody fills is mostly the one whose name is misspelt there.
            continue
        filled = {use.section for use in uses if use.kind in {"fill", "add"}}
        approved = {use.section for use in uses if use.kind == "approve"}
        yield from _sections(form, filled, approved)


def _sections(
    form: Form, filled: set[str | None], approved: set[str | None]
) -> Iterator[Diagnostic]:
    if None in filled:
        return
    for section in form.sections:
        computed = all(each.computed for each in section.fields)
        signed = any(each.type == "signature" for each in section.fields)
        done = section.section in filled or (signed and {None, section.section} & approved)
        if not done and not computed:
            yield RULE.at(
                section.where / "section",
                title=section.title.source,
                form=form.id,
                id=section.section,
            )
