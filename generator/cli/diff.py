"""`handbook diff`: what a change means, and to whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.diagnostics import N_
from generator.cli.exits import CLEAN, CannotRun
from generator.cli.printing import print_text
from generator.cli.setting import CommonOptions
from generator.cli.states import state
from generator.cli.words import command, option, say

if TYPE_CHECKING:
    from generator.checking.base import HandbookState

CHANGE_FORMAT_NAMES = ("markdown", "json", "html")


@command(
    N_("Say what a change means: steps, dues, forms, and the roles that it reaches."),
    N_("BASE and HEAD are revisions of git or folders; without HEAD the files as they are now."),
)
@click.argument("base", metavar="BASE")
@click.argument("head", required=False, metavar="[HEAD]")
@option(
    "--format",
    "form",
    text=N_("Form of the report."),
    type=click.Choice(CHANGE_FORMAT_NAMES),
    default="markdown",
)
@option(
    "-o",
    "output",
    text=N_("File to write to; the terminal if not given."),
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="PATH",
)
@click.pass_obj
def diff(
    setting: CommonOptions, base: str, head: str | None, form: str, output: Path | None
) -> int:
    """Run `handbook diff`."""
    # Diagrams and templates take half a second to import: other commands do without.
    from generator.outputs.comparison import report_of
    from generator.publish.owned import exported
    from generator.publish.writer import write_artifacts
    from generator.report.changes import CHANGE_FORMATS
    from generator.report.changes.escaping import JOINER

    before = state(setting, base)
    after = state(setting, head) if head else _now(setting)
    words = setting.words(after.folder.checked)
    text = CHANGE_FORMATS[form](report_of(before, after, words))
    if output is None:
        print_text(text, kept=JOINER)
    else:
        from generator.base.artifact import Artifact

        made = Artifact(output.name, text.encode, "")
        write_artifacts(exported(setting.root, output.parent), (made,))
        told = say(
            "{count} {count:file|files} written to {folder}.", count=1, folder=str(output.parent)
        )
        setting.tell(told)
    _refuse_unread(before, after)
    return CLEAN


def _refuse_unread(*states: HandbookState) -> None:
    """Exit 2, after the report, where files were not compared: unknown is not unchanged."""
    for each in states:
        if files := sorted(each.unread):
            raise CannotRun(
                "{file} of “{name}” cannot be read whole ({count} such {count:file|files}): what "
                "changed in it is not known. Mend it, or name a state in which it is whole.",
                file=files[0],
                name=each.name,
                count=len(files),
            )


def _now(setting: CommonOptions) -> HandbookState:
    """The files as they are now."""
    from generator.checking.base import HandbookState

    folder = setting.read()
    if folder.checked.handbook is None:
        raise CannotRun("The handbook cannot be put together; `handbook check` says why.")
    return HandbookState(name=say("the files as they are now"), folder=folder)
