"""The forms and the parameters of all chapters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.document.blocks import Inlines, plain
from generator.document.context import Context
from generator.document.lists import fillers, used_in, version
from generator.document.parameters import parameter_link
from generator.document.reference_pages import cited_in
from generator.document.registers.register import Register, RegisterColumn, table_of
from generator.model.form import Form
from generator.model.reference import Parameter


def forms(ctx: Context) -> Register:
    """Return every form: who fills it, where it is used, how long it is kept."""
    say, links, handbook = ctx.words.say, ctx.links, ctx.handbook

    def chapter(form: Form) -> str:
        return ctx.words.translated(handbook.chapters[form.chapter].title.source)

    columns: tuple[RegisterColumn[Form], ...] = (
        (say("Chapter"), lambda form: plain(chapter(form))),
        (say("Form"), lambda form: links.form(form.id)),
        (say("Version"), lambda form: version(ctx.words, form)),
        (say("Filled by"), lambda form: links.roles(fillers(handbook, form))),
        (say("Used in"), lambda form: links.processes(used_in(handbook, form))),
        (say("Kept"), lambda form: ctx.phrases.keep(form.keep)),
        (say("Owner"), lambda form: links.role(form.owner)),
    )
    entries = (
        form
        for each in handbook.settings.chapters
        for form in handbook.forms_of_chapter(each.chapter)
    )
    return Register(say("Forms"), table_of(say("All forms"), columns, entries, chapter))


@dataclass(frozen=True, slots=True)
class _Setting:
    """One value or band of a parameter: which, what, who decides."""

    parameter: Parameter
    which: Inlines
    value: Inlines
    decided_by: Inlines = ()


def parameters(ctx: Context) -> Register:
    """Return every value and every band of every parameter."""
    say, handbook = ctx.words.say, ctx.handbook
    columns: tuple[RegisterColumn[_Setting], ...] = (
        (say("Code"), lambda each: plain(each.parameter.code or "")),
        (say("Parameter"), lambda each: parameter_link(ctx.words, each.parameter)),
        (say("Which"), lambda each: each.which),
        (say("Value"), lambda each: each.value),
        (say("Decided by"), lambda each: each.decided_by),
        (say("Note"), lambda each: ctx.phrases.inlines(each.parameter.note)),
        (
            say("Rests on"),
            lambda each: ctx.links.basis(each.parameter.basis, each.parameter.confirmed),
        ),
        (say("Cited in"), lambda each: cited_in(ctx, each.parameter.parameter)),
    )
    entries = (
        each
        for parameter in handbook.parameter_file.parameters
        for each in _settings(ctx, parameter)
    )
    caption = say("Parameters and authorities")
    table = table_of(caption, columns, entries, lambda each: each.parameter.parameter)
    return Register(say("Parameters"), table)


def _settings(ctx: Context, parameter: Parameter) -> Iterator[_Setting]:
    """Yield the values of a parameter, then its bands."""
    phrases = ctx.phrases
    if parameter.is_ is not None:
        yield _Setting(parameter, (), phrases.linked(parameter.is_))
    for value in parameter.values:
        yield _Setting(parameter, phrases.inlines(value.label), phrases.linked(value.is_))
    below = ""
    for band in parameter.bands:
        if band.up_to is not None:
            below = phrases.value(band.up_to)
            limit = ctx.words.say("up to {value}", value=below)
        else:
            limit = ctx.words.say("above {value}", value=below)
        yield _Setting(parameter, (), plain(limit), ctx.links.role(band.role))
