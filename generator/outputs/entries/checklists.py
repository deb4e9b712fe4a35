"""The checklists of processes and roles, and the confirmations of reading of roles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.base.artifact import Artifact
from generator.base.diagnostics import Locator
from generator.base.fingerprint import fingerprint
from generator.document.checklists import (
    Checksheet,
    confirmation_sheet,
    process_checksheet,
    role_checksheet,
)
from generator.document.context import Context
from generator.outputs.material import Material
from generator.outputs.output import Archive, Output, OutputFile
from generator.renderers.word.checklists import checklist_of


def _files(ctx: Context, material: Material) -> Iterator[OutputFile]:
    archive = Archive(path="downloads/checklists.zip", label=ctx.words.say("All checklists (ZIP)"))
    for process in ctx.handbook.process_list:
        sheet = process_checksheet(ctx, process)
        page = f"processes/{process.id}"
        if sheet:
            yield OutputFile(
                artifact=_artifact(ctx, material, f"{page}-checklist.docx", sheet, process.where),
                label=ctx.words.say("Checklists (Word)"),
                pages=(page,),
                about=process.id,
                archive=archive,
            )
    for role in ctx.handbook.organization.roles:
        sheet = role_checksheet(ctx, role)
        page = f"roles/{role.role}"
        if sheet:
            yield OutputFile(
                artifact=_artifact(ctx, material, f"{page}-checklist.docx", sheet, role.where),
                label=ctx.words.say("Checklist of the role (Word)"),
                pages=(page,),
                about=role.role,
                archive=archive,
            )
        sheet = confirmation_sheet(ctx, role)
        if sheet:
            yield OutputFile(
                artifact=_artifact(ctx, material, f"{page}-confirmation.docx", sheet, role.where),
                label=ctx.words.say("Confirmation of reading (Word)"),
                pages=(page,),
                about=role.role,
            )


def _artifact(
    ctx: Context, material: Material, path: str, sheet: Checksheet, where: Locator
) -> Artifact:
    settings = ctx.handbook.settings
    shared = (
        ctx.words.language,
        settings.title,
        settings.company,
        settings.editions,
        material.house,
    )
    key = fingerprint("checklist", sheet, *shared)
    return Artifact(path, partial(checklist_of, ctx, sheet, material.house), key, where)


# A role and a process may have the same id, and so their checklists the same name.
CHECKLISTS = Output(id="checklists", files=_files, keep_folders=True)
