"""The fillable Word forms that may be handed out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.base.artifact import Artifact
from generator.base.fingerprint import fingerprint
from generator.document.context import Context
from generator.model.control import Status
from generator.model.form import Form
from generator.outputs.material import Material
from generator.outputs.output import Archive, Output, OutputFile
from generator.renderers.word.forms import form_docx


def _files(ctx: Context, material: Material) -> Iterator[OutputFile]:
    handbook = ctx.handbook
    archive = Archive(path="downloads/forms.zip", label=ctx.words.say("All forms (ZIP)"))
    label = ctx.words.say("Fillable form (Word)")
    shared = fingerprint(
        ctx.words.language,
        ctx.drafts,
        ctx.words.texts.entries,
        handbook.settings,
        handbook.organization,
        handbook.parameter_file,
        handbook.left_out,
        material.house,
    )
    for form in handbook.form_list:
        if not may_be_handed_out(form, drafts=ctx.drafts):
            continue
        page = f"forms/{form.id}"
        body = partial(form_docx, ctx, form, material.house)
        key = fingerprint("form", shared, form, _used(ctx, form))
        yield OutputFile(
            artifact=Artifact(f"{page}.docx", body, key, form.where),
            label=label,
            pages=(page,),
            about=form.id,
            archive=archive,
        )


def _used(ctx: Context, form: Form) -> tuple[object, ...]:
    """Return what a form shows of the steps that use it."""
    return tuple(
        (each.process.code, each.process.steps.index(each.step), each.step.responsible, each.use)
        for each in ctx.handbook.uses_by_form.get(form.id, ())
    )


def may_be_handed_out(form: Form, *, drafts: bool) -> bool:
    """Tell whether a form has a file: withdrawn ones never, drafts only where they are wanted."""
    status = form.revision.status
    return status is Status.APPROVED or (drafts and status is Status.DRAFT)


FORMS = Output(id="forms", files=_files)
