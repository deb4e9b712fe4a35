"""The responsibility matrix with its registers, as a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.base.artifact import Artifact
from generator.base.fingerprint import fingerprint
from generator.document.context import Context
from generator.outputs.material import Material, all_of
from generator.outputs.output import Output, OutputFile
from generator.renderers.workbook import workbook_of


def _files(ctx: Context, _: Material) -> Iterator[OutputFile]:
    path = "downloads/responsibility-matrix.xlsx"
    key = fingerprint("workbook", *all_of(ctx))
    yield OutputFile(
        artifact=Artifact(path, partial(workbook_of, ctx), key),
        label=ctx.words.say("Responsibility matrix (Excel)"),
    )


WORKBOOK = Output(id="matrix", files=_files)
