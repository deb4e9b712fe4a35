"""The page of a form: its fields as they stand on paper, who fills what, rules, history."""

from __future__ import annotations

from collections.abc import Iterable

from generator.base.diagnostics import N_
from generator.document.blocks import (
    Block,
    Bullets,
    Download,
    Downloads,
    Facts,
    FormField,
    FormPart,
    Inlines,
    Page,
    Paragraph,
    Plain,
    Row,
    Section,
    Table,
    joined,
    plain,
)
from generator.document.context import Context
from generator.document.control import badges, control_rows, notices, revision_section
from generator.document.process_annex import parameters_section
from generator.document.process_page import USE_WORDS
from generator.model.form import Field, Form, FormSection
from generator.model.handbook import Handbook, StepUse
from generator.model.hands import hands

TYPE_WORDS = {
    "text": N_("one line of text"),
    "long-text": N_("several lines of text"),
    "integer": N_("whole number"),
    "number": N_("number"),
    "money": N_("amount of money"),
    "percent": N_("percentage"),
    "date": N_("date"),
    "time": N_("time"),
    "date-time": N_("date and time"),
    "choice": N_("one of"),
    "choices": N_("one or more of"),
    "check": N_("tick"),
    "person": N_("name of a person"),
    "role": N_("a role"),
    "unit": N_("a unit"),
    "table": N_("table"),
    "signature": N_("signature"),
}


def form_page(ctx: Context, form: Form, downloads: Iterable[Download] = ()) -> Page:
    """Return the page of one form."""
    offered = tuple(downloads)
    files: tuple[Block, ...] = (Downloads(offered),) if offered else ()
    rules = rules_in_words(ctx, form)
    sections: tuple[Section | None, ...] = (
        Section(ctx.words.say("At a glance"), "summary", (*files, *_summary(ctx, form))),
        _usage(ctx, form),
        Section(ctx.words.say("The form"), "form", _parts(ctx, form)),
        Section(ctx.words.say("Rules"), "rules", (Bullets(rules),)) if rules else None,
        parameters_section(ctx, form),
        revision_section(ctx, form.revisions),
        Section(
            ctx.words.say("What this rests on"),
            "basis",
            (Paragraph(ctx.links.basis(form.basis, form.confirmed)),),
        ),
    )
    return Page(
        path=f"forms/{form.id}",
        title=ctx.words.translated(form.title.source),
        kind="form",
        code=form.code,
        summary=ctx.phrases.plain(form.instructions),
        file=form.where.file,
        badges=badges(ctx.words, form),
        blocks=(*notices(ctx, form), *(each for each in sections if each)),
    )


def _summary(ctx: Context, form: Form) -> tuple[Block, ...]:
    rows = (
        (ctx.words.say("How to fill it in"), ctx.phrases.inlines(form.instructions)),
        (ctx.words.say("Kept"), ctx.phrases.keep(form.keep)),
        (ctx.words.say("Note"), ctx.phrases.inlines(form.note)),
    )
    return (
        Facts(tuple((label, value) for label, value in rows if value)),
        Facts(control_rows(ctx, form)),
    )


def _usage(ctx: Context, form: Form) -> Section | None:
    uses = ctx.handbook.uses_by_form.get(form.id, ())
    if not uses:
        return None
    titles = {each.section: ctx.words.translated(each.title.source) for each in form.sections}
    whole = ctx.words.say("the whole form")
    rows = tuple(
        Row(
            (
                plain(
                    f"{ctx.words.say(USE_WORDS[each.use.kind])} "
                    f"{titles.get(each.use.section or '', whole)}"
                ),
                ctx.links.roles(hands(ctx.handbook, each)),
                ctx.links.step(each.process.id, each.step.id),
                ctx.links.process(each.process.id),
            )
        )
        for each in uses
    )
    columns = ctx.words.say_each("What", "Who", "At step", "Process")
    title = ctx.words.say("Who fills what, and when")
    return Section(title, "usage", (Table(title, columns, rows),))


def _parts(ctx: Context, form: Form) -> tuple[Block, ...]:
    header = ctx.handbook.settings.form_header
    parts: list[Block] = []
    if header:
        fields = tuple(field_block(ctx, each) for each in header)
        parts.append(Section(ctx.words.say("Form header"), "form-header", (FormPart(fields),)))
    for section in form.sections:
        fields = tuple(field_block(ctx, each) for each in section.fields)
        who = who_fills(ctx, form, section)
        help_ = (Paragraph(ctx.phrases.inlines(section.help)),) if section.help else ()
        title = ctx.words.translated(section.title.source)
        anchor, *former = (f"section-{each}" for each in (section.section, *section.formerly))
        blocks = (*help_, FormPart(fields, who))
        parts.append(Section(title, anchor, blocks, former=tuple(former)))
    return tuple(parts)


def uses_of_section(handbook: Handbook, form: Form, section: FormSection) -> tuple[StepUse, ...]:
    """Return the steps that fill, add to or sign a section, the first filling first."""
    uses = handbook.uses_by_form.get(form.id, ())
    return tuple(
        use for use in uses if use.use.kind != "file" and use.use.section in {None, section.section}
    )


def who_fills(ctx: Context, form: Form, section: FormSection) -> Inlines:
    """Return who fills a section at which step; follows from the processes."""
    parts: list[Inlines] = []
    for each in uses_of_section(ctx.handbook, form, section):
        role = ctx.links.roles(hands(ctx.handbook, each))
        does = Plain(f" {ctx.words.say(USE_WORDS[each.use.kind])}{ctx.words.say(': ')}")
        parts.append((*role, does, *ctx.links.step(each.process.id, each.step.id)))
    return joined(parts, ctx.words.semicolon)


def field_block(ctx: Context, field: Field) -> FormField:
    """Return a field as the page shows it."""
    return FormField(
        anchor=f"field-{field.field}",
        label=ctx.words.translated(field.label.source),
        type=ctx.words.say("worked out")
        if field.computed
        else ctx.words.say(TYPE_WORDS[field.type]),
        required=not field.optional and not field.computed,
        help=ctx.phrases.inlines(field.help),
        options=tuple(
            ctx.words.translated(each.source) for each in field.options or field.conclusions
        ),
        columns=tuple(field_block(ctx, each) for each in field.columns),
        rows=field.rows or (1 if field.columns else 0),
        limits=limits(ctx, field),
        signers=ctx.links.roles(field.by),
        former=tuple(f"field-{each}" for each in field.formerly),
    )


def limits(ctx: Context, field: Field) -> tuple[str, ...]:
    """Return the limits of a field in words."""
    found = (
        (field.min, N_("at least {value}"), str(field.min)),
        (field.max, N_("at most {value}"), str(field.max)),
        (
            field.min_length,
            N_("at least {value} {value:character|characters}"),
            str(field.min_length),
        ),
        (
            field.max_length,
            N_("at most {value} {value:character|characters}"),
            str(field.max_length),
        ),
        (field.min_rows, N_("at least {value} {value:row|rows}"), str(field.min_rows)),
        (field.max_rows, N_("at most {value} {value:row|rows}"), str(field.max_rows)),
        (field.pattern, N_("in the form {value}"), field.pattern or ""),
    )
    said = [ctx.words.say(text, value=value) for limit, text, value in found if limit is not None]
    if field.unique:
        said.append(ctx.words.say("no two alike"))
    if field.sign == "all":
        said.append(ctx.words.say("every one of them signs"))
    if field.band and field.band in ctx.handbook.parameters:
        title = ctx.words.translated(ctx.handbook.parameters[field.band].title.source)
        said.append(ctx.words.say("who signs goes by the amount: {parameter}", parameter=title))
    if field.refuses:
        refusals = ctx.words.comma.join(ctx.words.translated(each.source) for each in field.refuses)
        said.append(ctx.words.say("no approval: {conclusions}", conclusions=refusals))
    if field.unit:
        said.append(ctx.words.say("in {unit}", unit=ctx.phrases.plain(field.unit)))
    return tuple(said)


def rules_in_words(ctx: Context, form: Form) -> tuple[Inlines, ...]:
    """Return what the rules of a form and of its tables tell the filler."""
    own = [ctx.phrases.inlines(rule.say) for rule in form.rules]
    for field in form.fields:
        label = ctx.words.translated(field.label.source)
        own += [
            (*plain(label + ctx.words.say(": ")), *ctx.phrases.inlines(rule.say))
            for rule in field.rules
        ]
    return tuple(own)
