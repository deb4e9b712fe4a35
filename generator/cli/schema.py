"""`handbook schema`: the JSON Schemas for editors, with this handbook's own ids as completions."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from generator.base.diagnostics import N_
from generator.cli.exits import CLEAN
from generator.cli.setting import CommonOptions
from generator.cli.words import command, option, say

_FOLDER = Path("build/schema")


@command(N_("Write the JSON Schemas, with this handbook's role, form, process and parameter ids."))
@option(
    "-o",
    "folder",
    text=N_("Folder to write to."),
    type=click.Path(path_type=Path, file_okay=False),
    default=_FOLDER,
    show_default=True,
    metavar="DIR",
)
@click.pass_obj
def schema(setting: CommonOptions, folder: Path) -> int:
    """Run `handbook schema`."""
    from generator.base.artifact import Artifact
    from generator.outputs.entries.schemas import editor_schemas
    from generator.publish.guard import work_gate
    from generator.publish.owned import exported
    from generator.publish.writer import write_artifacts

    checked = setting.check()
    shape = files("generator").joinpath("resources", "changes.json").read_bytes
    changes = Artifact("changes.json", shape)  # of what `handbook diff --format json` writes
    schemas = (*editor_schemas(checked.handbook), changes)
    if folder == _FOLDER:
        work_gate(Path())  # nobody named it: no link may be in the way at all
    write_artifacts(exported(setting.root, folder), schemas)
    setting.tell(
        say(
            "{count} {count:file|files} written to {folder}.",
            count=len(schemas),
            folder=str(folder),
        )
    )
    return CLEAN
