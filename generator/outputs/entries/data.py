"""The handbook as data, for programs of others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.base.artifact import Artifact
from generator.document.context import Context
from generator.outputs.material import Material
from generator.outputs.output import Output, OutputFile
from generator.renderers.data import handbook_json


def _files(ctx: Context, _: Material) -> Iterator[OutputFile]:
    body = partial(handbook_json, ctx.handbook)
    yield OutputFile(
        artifact=Artifact("downloads/handbook.json", body),
        label=ctx.words.say("The handbook as data (JSON)"),
    )


DATA = Output(id="json", files=_files, every_language=False)
