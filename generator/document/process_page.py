"""The page of a process: what must be done, by whom, by when, with which form, who decides."""

from __future__ import annotations

from itertools import groupby
from types import MappingProxyType

from generator.base.diagnostics import N_
from generator.document.anchors import step_anchor
from generator.document.blocks import (
    Downloads,
    DownloadsByPage,
    Facts,
    Figure,
    Inlines,
    Link,
    Page,
    Plain,
    Row,
    Section,
    StepItem,
    Steps,
    Table,
    Target,
    joined,
    plain,
)
from generator.document.context import Context
from generator.document.control import badges, control_rows, notices, revision_section
from generator.document.matrix import matrix_of
from generator.document.onward import onward
from generator.document.parameters import authority_link, bands
from generator.document.process_annex import (
    exceptions_section,
    kpis_section,
    neighbours_section,
    own_basis,
    parameters_section,
    records_section,
    risks_section,
)
from generator.document.words import Words
from generator.model.grounds import Ground, ground, open_in, prevailing
from generator.model.handbook import StepUse
from generator.model.hands import hands
from generator.model.process import FormUse, Milestone, Process, Step
from generator.notation.due_kinds import ByField

USE_WORDS = {
    "fill": N_("fill in"),
    "add": N_("add to"),
    "read": N_("read"),
    "approve": N_("approve"),
    "file": N_("file"),
}


def process_page(
    ctx: Context,
    process: Process,
    downloads: DownloadsByPage = MappingProxyType({}),
) -> Page:
    """Return the page of one process; `downloads` are the files that each page offers."""
    offered = downloads.get(f"processes/{process.id}", ())
    sections = (
        _flow(ctx.words, process),
        _steps(ctx, process, downloads),
        exceptions_section(ctx, process),
        _summary(ctx, process),
        Section(ctx.words.say("Responsibilities"), "responsibilities", (matrix_of(ctx, process),)),
        _forms(ctx, process, downloads),
        records_section(ctx, process),
        kpis_section(ctx, process),
        risks_section(ctx, process),
        neighbours_section(ctx, process),
        parameters_section(ctx, process),
        Section(ctx.words.say("Downloads"), "downloads", (Downloads(offered),))
        if offered
        else None,
        revision_section(ctx, process.revisions),
        _basis(ctx, process),
    )
    return Page(
        path=f"processes/{process.id}",
        title=ctx.words.translated(process.title.source),
        kind="process",
        code=process.code,
        summary=ctx.phrases.plain(process.purpose, process),
        file=process.where.file,
        badges=badges(ctx.words, process),
        blocks=(
            *notices(ctx, process),
            _lead(ctx, process),
            *(each for each in sections if each),
        ),
    )


def _lead(ctx: Context, process: Process) -> Facts:
    """Return what somebody who must do it wants to know first: what for, and what starts it."""
    rows = (
        (ctx.words.say("Purpose"), ctx.phrases.inlines(process.purpose, process)),
        (ctx.words.say("Trigger"), ctx.phrases.inlines(process.trigger, process)),
        (ctx.words.say("Rhythm"), ctx.phrases.deadline(process.every, process)),
    )
    return Facts(tuple((label, value) for label, value in rows if value))


def _summary(ctx: Context, process: Process) -> Section:
    listed = ctx.words.semicolon
    rows = [
        (ctx.words.say("Scope"), ctx.phrases.inlines(process.scope, process)),
        (
            ctx.words.say("Inputs"),
            joined([ctx.phrases.inlines(e, process) for e in process.inputs], listed),
        ),
        (
            ctx.words.say("Outputs"),
            joined([ctx.phrases.inlines(e, process) for e in process.outputs], listed),
        ),
        (
            ctx.words.say("Milestones"),
            joined([_milestone(ctx, process, n) for n in range(len(process.milestones))], listed),
        ),
        (
            ctx.words.say("Done within"),
            joined([ctx.phrases.promise(each, process) for each in process.promises], listed),
        ),
        (ctx.words.say("Note"), ctx.phrases.inlines(process.note, process)),
    ]
    facts = Facts(tuple((label, value) for label, value in rows if value))
    control = Facts(control_rows(ctx, process))
    shown = (facts, control) if facts.rows else (control,)
    return Section(ctx.words.say("About this process"), "summary", shown)


def _milestone(ctx: Context, process: Process, number: int) -> Inlines:
    milestone = process.milestones[number]
    title = ctx.phrases.inlines(milestone.title, process)
    when = _day_of(ctx, milestone) or ctx.phrases.deadline(milestone.due, process)
    return (*title, Plain(ctx.words.say(" (")), *when, Plain(ctx.words.say(")"))) if when else title


def _day_of(ctx: Context, milestone: Milestone) -> Inlines:
    """Return the place in a form where the day of a milestone is written; often there is none."""
    dues = [case.due for case in milestone.due.cases] if milestone.due else []
    match dues:
        case [ByField(mention=mention)]:
            form, _, name = mention.id.partition(".")
            field = ctx.handbook.form_field(form, name)
            label = ctx.words.translated(field.label.source) if field else name
            link = Link(label, Target("form", form, f"field-{name}"))
            return (
                Plain(ctx.words.say("date in ")),
                *ctx.links.form(form),
                Plain(ctx.words.say(", field ")),
                link,
            )
    return ()


def _flow(words: Words, process: Process) -> Section:
    title = words.say("Flow of {title}", title=words.translated(process.title.source))
    description = words.say(
        "{count} {count:step|steps}; the same flow stands below as a list.",
        count=len(process.steps),
    )
    figure = Figure("process", process.id, title, description)
    return Section(words.say("Flow diagram"), "flow", (figure,))


def _steps(ctx: Context, process: Process, downloads: DownloadsByPage) -> Section:
    numbers = range(1, len(process.steps) + 1)
    items = tuple(step_item(ctx, process, number, downloads) for number in numbers)
    return Section(ctx.words.say("Steps"), "steps", (Steps(items),), former=("table",))


def step_item(
    ctx: Context,
    process: Process,
    number: int,
    downloads: DownloadsByPage = MappingProxyType({}),
) -> StepItem:
    """Return one step (counted from 1) as it is followed: who, what, by when, what next."""
    step = process.steps[number - 1]
    return StepItem(
        number=str(number),
        anchor=step_anchor(step.id),
        title=ctx.words.translated(step.title.source),
        do=ctx.phrases.inlines(step.do, process),
        facts=step_facts(ctx, process, step, downloads),
        checks=tuple(ctx.phrases.inlines(each, process) for each in step.checks),
        onward=onward(ctx, process, step),
        badges=own_basis(ctx, process, step),
        former=tuple(map(step_anchor, step.formerly)),
    )


def step_facts(
    ctx: Context,
    process: Process,
    step: Step,
    downloads: DownloadsByPage = MappingProxyType({}),
) -> tuple[tuple[str, Inlines], ...]:
    """Return the facts of a step that are there, in the order in which one asks for them."""
    rows = (
        (
            ctx.words.say("Who does it"),
            ctx.links.role(step.responsible) if step.responsible else (),
        ),
        (ctx.words.say("Who decides"), decider(ctx, step)),
        (ctx.words.say("By when"), ctx.phrases.deadline(step.due, process)),
        (ctx.words.say("Binds the company"), _commits(ctx, step)),
        (ctx.words.say("Takes"), plain(_duration(ctx.words, step)) if step.takes else ()),
        (ctx.words.say("Forms"), form_uses(ctx, process, step, downloads)),
        (ctx.words.say("Decided by"), _deciding_field(ctx, step)),
        (ctx.words.say("Ask first"), ctx.links.roles(step.consulted)),
        (ctx.words.say("Tell afterwards"), ctx.links.roles(step.informed)),
        (ctx.words.say("Note"), ctx.phrases.inlines(step.note, process)),
    )
    return tuple((label, value) for label, value in rows if value)


def _duration(words: Words, step: Step) -> str:

    return words.duration(step.takes) if step.takes else ""


def decider(ctx: Context, step: Step) -> Inlines:
    """Return who answers for a step; by amount, the bands of the authority."""
    if step.accountable:
        return ctx.links.role(step.accountable)
    authority = ctx.handbook.authorities.get(step.authority or "")
    if authority is None:
        return ()
    return (
        authority_link(ctx.words, authority),
        Plain(ctx.words.say(": ")),
        *joined(bands(ctx.phrases, authority.bands), ctx.words.semicolon),
    )


def _commits(ctx: Context, step: Step) -> Inlines:
    """Return under which authority an approval has to come before a step that binds."""
    authority = ctx.handbook.authorities.get(step.commits or "")
    if authority is None:
        return ()
    said = ctx.words.say("only after approval under ")
    return (Plain(said), authority_link(ctx.words, authority))


def form_uses(
    ctx: Context,
    process: Process,
    step: Step,
    downloads: DownloadsByPage = MappingProxyType({}),
) -> Inlines:
    """Return what a step does with which form, or with which sections of it, and who signs.

    The first mention of a form offers its Word file, where `downloads` has one.
    """
    offered = {use.form: downloads.get(f"forms/{use.form}", ())[:1] for use in step.forms}
    parts: list[Inlines] = []
    for (kind, form), same in groupby(step.forms, lambda use: (use.kind, use.form)):
        said = (*plain(ctx.words.say(USE_WORDS[kind]) + " "), *ctx.links.form(form))
        for each in offered.pop(form, ()):
            said = (*said, Plain(" "), Link(ctx.words.say("Word"), each.target))
        uses = tuple(same)
        sections = [part for use in uses if (part := _section(ctx, use))]
        if sections:
            word = N_(", section ") if len(sections) == 1 else N_(", sections ")
            said = (*said, Plain(ctx.words.say(word)), *joined(sections, ctx.words.comma))
        parts.append((*said, *_signed_by(ctx, process, step, uses)))
    return joined(parts, ctx.words.semicolon)


def _signed_by(ctx: Context, process: Process, step: Step, uses: tuple[FormUse, ...]) -> Inlines:
    """Name who signs where that is not simply who does the step."""
    found = [hands(ctx.handbook, StepUse(process, step, use)) for use in uses]
    signers = tuple(dict.fromkeys(role for each in found for role in each))
    if uses[0].kind != "approve" or signers == (step.responsible,):
        return ()
    return (Plain(ctx.words.say(", signed by ")), *ctx.links.roles(signers))


def _section(ctx: Context, use: FormUse) -> Inlines:
    form = ctx.handbook.forms.get(use.form)
    section = next((s for s in form.sections if s.section == use.section), None) if form else None
    if section is None:
        return ()
    title = ctx.words.translated(section.title.source)
    return (Link(title, Target("form", use.form, f"section-{section.section}")),)


def _deciding_field(ctx: Context, step: Step) -> Inlines:
    if step.decide is None:
        return ()
    field = ctx.handbook.form_field(step.decide.form, step.decide.field)
    if field is None:
        return ()
    target = Target("form", step.decide.form, f"field-{field.field}")
    return (Link(ctx.words.translated(field.label.source), target),)


def _forms(ctx: Context, process: Process, downloads: DownloadsByPage) -> Section | None:
    # A step that uses several sections in the same way is named once.
    used: dict[str, dict[tuple[str, str], None]] = {}
    for step in process.steps:
        for use in step.forms:
            used.setdefault(use.form, {})[use.kind, step.id] = None
    if not used:
        return None
    rows = tuple(
        Row(
            (
                ctx.links.form(form),
                joined(
                    [
                        (
                            Plain(ctx.words.say(USE_WORDS[kind]) + " "),
                            *ctx.links.step(process.id, step),
                        )
                        for kind, step in uses
                    ],
                    ctx.words.semicolon,
                ),
                tuple(
                    Link(ctx.words.say("Word form"), each.target)
                    for each in downloads.get(f"forms/{form}", ())[:1]
                ),
            )
        )
        for form, uses in used.items()
    )
    columns = ctx.words.say_each("Form", "Used at", "Download")
    title = ctx.words.say("Forms")
    return Section(title, "forms", (Table(title, columns, rows),))


def _basis(ctx: Context, process: Process) -> Section:
    """Return what the process rests on, and once for all steps what most of them rest on."""
    rows = [(ctx.words.say("The process"), ctx.links.basis(process.basis, process.confirmed))]
    most = prevailing(process)
    if most != Ground(process.basis or (), process.confirmed):
        same = sum(ground(process, step) == most for step in process.steps)
        text = ctx.words.say(
            "{count} of {all} steps, all that name nothing else", count=same, all=len(process.steps)
        )
        rows.append((text, ctx.links.basis(most.basis, most.confirmed)))
    if left := open_in(process):
        text = ctx.words.say("{count} {count:statement|statements}", count=left)
        rows.append((ctx.words.say("Yet to be confirmed"), plain(text)))
    return Section(ctx.words.say("What this rests on"), "basis", (Facts(tuple(rows)),))
