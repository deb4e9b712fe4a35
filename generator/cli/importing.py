"""`handbook import`: what was filled in elsewhere comes back into the YAML."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.diagnostics import N_, Argument, Message
from generator.base.printed import shown
from generator.cli.exits import CLEAN, FINDINGS, CannotRun
from generator.cli.printing import print_line, print_text
from generator.cli.setting import CommonOptions
from generator.cli.words import CommandGroup, command, option, say, words

if TYPE_CHECKING:
    from generator.authoring.confirming.taking import Taking


@click.group(
    "import",
    cls=CommandGroup,
    help=N_("Take back what was filled in elsewhere, with a report of all that is not taken."),
)
def import_() -> None:
    """Keep what stands before the kind of import."""


@command(
    N_("Write the confirmations of a returned workbook beside what they confirm."),
    N_(
        "The sheet of open points of the workbook goes out; who confirms writes a name and a day. "
        "A row counts only while its statement says what it said then. Remarks and layout of the "
        "files stay as they are; each row that is not taken is told with its reason."
    ),
)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@option(
    "-o",
    "output",
    text=N_("Folder to write the changed files to, instead of changing the handbook."),
    type=click.Path(path_type=Path),
    metavar="DIR",
)
@option("--dry-run", text=N_("Print what would change, and change nothing."), is_flag=True)
@click.pass_obj
def confirmations(setting: CommonOptions, file: Path, *, output: Path | None, dry_run: bool) -> int:
    """Run `handbook import confirmations`."""
    setting.require_handbook()
    from generator.authoring.confirming.sheet import NoWorkbook
    from generator.authoring.confirming.taking import take

    raw = _bytes_of(file)
    try:
        taking = take(setting.root, raw, date.today())  # noqa: DTZ011, TID251
    except NoWorkbook as fault:
        raise CannotRun("{file}: {reason}", file=shown(str(file)), reason=fault.message) from fault
    if taking.findings:
        return _refuse(setting, taking)
    if dry_run:
        print_text("".join(taking.workspace.diff()))
    else:
        _write(setting, taking, output)
    return _report(setting, taking)


def _bytes_of(file: Path) -> bytes:
    from generator.collect.package import LARGEST_FILE

    name = shown(str(file))
    try:
        if file.exists() and not file.is_file():  # a pipe would never end
            raise CannotRun("{file} is no file.", file=name)
        with file.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as fault:  # a name with a NUL in it
        raise CannotRun("{file} cannot be read.", file=name) from fault


def _write(setting: CommonOptions, taking: Taking, output: Path | None) -> None:
    if output is None:
        for path in taking.workspace.write().paths if taking.taken else ():
            setting.tell(say("Written: {path}", path=path))
        return
    from generator.publish.named_folder import gate_at, refuse_output

    refuse_output(setting.root, output)
    gate = gate_at(output)
    for path, raw in taking.workspace.overlay().items():
        gate.make_folders(path.rpartition("/")[0])
        gate.write(path, raw or b"")
        setting.tell(say("Written: {path}", path=shown(str(output / path))))


def _refuse(setting: CommonOptions, taking: Taking) -> int:
    from dataclasses import replace

    from generator.cli.places import seen_from_here
    from generator.report import FORMATS

    after = taking.workspace.check()
    found = replace(after, diagnostics=taking.findings)
    print_text(FORMATS["text"](found, setting.words(found), seen_from_here(setting.root)), err=True)
    print_line(say("Nothing was changed: the confirmations would lead to the findings above."))
    return FINDINGS


def _report(setting: CommonOptions, taking: Taking) -> int:
    said = words()
    for each in taking.left_out:
        text = N_("{sheet}, row {row} ({name}): {why}")
        row = each.row
        args: dict[str, Argument] = {"sheet": row.sheet, "row": row.row, "name": row.name}
        args["why"] = each.why
        print_line(shown(said.say(Message(text, args))))
    setting.tell(
        say(
            "{taken} taken, {known} known already, {left} not taken, {waiting} still open.",
            taken=len(taking.taken),
            known=len(taking.known),
            left=taking.refused,
            waiting=taking.waiting,
        )
    )
    return FINDINGS if taking.left_out else CLEAN


import_.add_command(confirmations)
