"""`handbook check`: validates everything and says what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.base.diagnostics import N_, Severity
from generator.cli.exits import CLEAN, FINDINGS
from generator.cli.setting import CommonOptions
from generator.cli.words import command, option

if TYPE_CHECKING:
    from generator.checking.pipeline import Checked

FORMAT_NAMES = ("text", "json", "github")


@command(N_("Check the whole handbook: every file, every reference, every rule."))
@option(
    "--format",
    "form",
    text=N_("Form of the report."),
    type=click.Choice(FORMAT_NAMES),
    default="text",
)
@option("--strict", text=N_("Count warnings as errors."), is_flag=True)
@click.pass_obj
def check(setting: CommonOptions, form: str, *, strict: bool) -> int:
    """Run `handbook check`."""
    from generator.report import FORMATS

    checked = setting.check()
    report = FORMATS[form](checked, setting.words(checked))
    if form != "text" or not setting.quiet or checked.diagnostics:
        click.echo(report, nl=False)
    return exit_code(checked, strict=strict)


def exit_code(checked: Checked, *, strict: bool) -> int:
    """Return 0 for a clean handbook (warnings allowed unless strict), else 1."""
    warned = any(found.weight is Severity.WARNING for found in checked.diagnostics)
    return FINDINGS if checked.failed or (strict and warned) else CLEAN
