"""`handbook check`: validates everything and says what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from generator.base.diagnostics import N_, Message, Severity
from generator.base.rubbish import nothing_thrown_away
from generator.cli.exits import CLEAN, FINDINGS
from generator.cli.printing import print_text
from generator.cli.setting import CommonOptions
from generator.cli.states import since_option, state_since
from generator.cli.words import command, option

if TYPE_CHECKING:
    from datetime import date, datetime

    from generator.checking.pipeline import Checked

FORMAT_NAMES = ("text", "json", "github", "gitlab", "sarif")


class Asked(TypedDict):
    """What is asked for beside the findings of the files: of a change, of a day, to be mended."""

    since: str | None
    today: datetime | None
    fix: bool
    fix_all: bool


@command(N_("Check the whole handbook: every file, every reference, every rule."))
@click.argument("files", nargs=-1, metavar="[FILE…]", type=click.Path(path_type=Path))
@option(
    "--format",
    "form",
    text=N_("Form of the report."),
    type=click.Choice(FORMAT_NAMES),
    default="text",
)
@option("--strict", text=N_("Count warnings as errors."), is_flag=True)
@since_option
@option(
    "--today",
    text=N_("Tell the reviews that are overdue on this day, such as 2027-01-01."),
    type=click.DateTime(formats=["%Y-%m-%d"]),
    default=None,
    metavar="DATE",
)
@option("--fix", text=N_("Mend what has but one meaning, then check again."), is_flag=True)
@option(
    "--fix-all",
    text=N_("Mend by what was probably meant, too; on a terminal each guess is asked about."),
    is_flag=True,
)
@click.pass_obj
def check(
    setting: CommonOptions,
    files: tuple[Path, ...],
    form: str,
    *,
    strict: bool,
    **asked: Unpack[Asked],
) -> int:
    """Run `handbook check`; with files, what lies in others is only counted."""
    from generator.cli.places import limited, paths_in, seen_from_here, seen_from_repository
    from generator.report import FORMATS

    setting.require_handbook()
    paths = paths_in(setting.root, files)
    if asked["fix"] or asked["fix_all"]:
        from generator.cli.mending import mend_handbook

        mend_handbook(setting, paths, guesses=asked["fix_all"])
    day = asked["today"]
    with nothing_thrown_away():
        whole = _judged(setting, asked["since"], day.date() if day else None)
        if any(each.fix for each in whole.diagnostics):
            from generator.cli.mending import with_kept_promises

            whole = with_kept_promises(setting, whole, paths)
    checked = limited(whole, paths) if paths else whole
    before = {"text": seen_from_here, "json": None}.get(form, seen_from_repository)
    words = setting.words(checked)
    report = FORMATS[form](checked, words, before(setting.root) if before else "")
    if form != "text" or not setting.quiet or checked.diagnostics:
        print_text(report)
    others = len(whole.diagnostics) - len(checked.diagnostics)
    if others and form != "text":  # the report for people says it itself
        setting.tell(
            words.say(
                Message(
                    "{count} {count:finding is|findings are} in other files.", {"count": others}
                )
            )
        )
    return exit_code(checked, strict=strict)


def _judged(setting: CommonOptions, since: str | None, today: date | None) -> Checked:
    """Check the handbook, and the change since a state, and its reviews on a day."""
    base = state_since(setting, since)
    folder = setting.read()
    if base is not None or today is not None:
        # Only a change, or a day, needs what compares handbooks.
        from generator.checking.policy import with_policy

        folder = with_policy(folder, setting.root, base=base, today=today)
    return folder.checked


def exit_code(checked: Checked, *, strict: bool) -> int:
    """Return 0 for a clean handbook (warnings allowed unless strict), else 1."""
    warned = any(found.weight is Severity.WARNING for found in checked.diagnostics)
    return FINDINGS if checked.failed or (strict and warned) else CLEAN
