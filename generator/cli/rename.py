"""`handbook rename`: gives a thing another id wherever it is named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from generator.base.diagnostics import N_
from generator.cli.exits import CLEAN, FINDINGS
from generator.cli.printing import print_line, print_text
from generator.cli.setting import CommonOptions
from generator.cli.words import command, option, say

if TYPE_CHECKING:
    from generator.authoring.editing.renaming import Renaming

KINDS = ("role", "unit", "process", "form", "step", "section", "field", "parameter", "term")
_LISTED = 5


@command(
    N_("Give something another id wherever it is named, in processes/ and content/."),
    N_(
        "A step, section or field is named with its document, such as take-order.check; a column "
        "with its table too. The old id goes to “formerly:”, so that old links still lead there. "
        "Remarks, and all else in the files, stay as they are."
    ),
)
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@option("--dry-run", text=N_("Print what would change, and change nothing."), is_flag=True)
@click.pass_obj
def rename(setting: CommonOptions, kind: str, old: str, new: str, *, dry_run: bool) -> int:
    """Run `handbook rename`."""
    setting.require_handbook()
    from generator.authoring.editing.renaming import rename as work_out

    renaming = work_out(setting.root, kind, old, new)
    if renaming.findings:
        _tell_findings(setting, renaming)
        return FINDINGS
    if dry_run:
        print_text("".join(renaming.workspace.diff()))
        return CLEAN
    _tell_written(setting, renaming)
    return CLEAN


def _tell_findings(setting: CommonOptions, renaming: Renaming) -> None:
    from generator.cli.places import seen_from_here
    from generator.report import FORMATS

    found = replace(renaming.checked, diagnostics=renaming.findings)
    report = FORMATS["text"](found, setting.words(found), seen_from_here(setting.root))
    print_text(report, err=True)
    print_line(
        say(
            "Nothing was changed: “{old}” as “{new}” would lead to the findings above.",
            old=renaming.thing.path,
            new=renaming.new,
        )
    )


def _tell_written(setting: CommonOptions, renaming: Renaming) -> None:
    written = renaming.workspace.write()
    for old, new, by_git in written.moves:
        text = N_("Moved with git: {old} → {new}") if by_git else N_("Moved: {old} → {new}")
        setting.tell(say(text, old=old, new=new))
    for path in written.paths:
        setting.tell(say("Written: {path}", path=path))
    setting.tell(
        say(
            "“{old}” is now “{new}”; {places} {places:place|places} named it.",
            old=renaming.thing.path,
            new=renaming.new,
            places=renaming.places,
        )
    )
    for span in renaming.left[:_LISTED]:
        text = N_("{file}:{line}: “{old}” still stands in a remark.")
        setting.tell(say(text, file=span.file, line=span.line, old=renaming.thing.id))
    if (more := len(renaming.left) - _LISTED) > 0:
        setting.tell(say("… and {count} more {count:place|places}.", count=more))
