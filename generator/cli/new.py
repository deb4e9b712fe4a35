"""`handbook new`: scaffolds a handbook, process, form or role that checks clean."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from generator.base.diagnostics import N_
from generator.cli.exits import CLEAN
from generator.cli.setting import CommonOptions
from generator.cli.words import command, say

if TYPE_CHECKING:
    from generator.authoring.scaffold import What

WHAT = ("handbook", "process", "form", "role")


@command(
    N_("Write a new handbook, process, form or role that checks clean."),
    N_("A process or form is named CHAPTER/ID, such as sales/take-order."),
)
@click.argument("what", type=click.Choice(WHAT))
@click.argument("name", metavar="ID")
@click.pass_obj
def new(setting: CommonOptions, what: What, name: str) -> int:
    """Run `handbook new`."""
    from generator.authoring.scaffold import scaffold

    # The one command that knows the day: a draft is dated when it is begun.
    today = date.today()  # noqa: DTZ011, TID251
    language = setting.words().language
    written = scaffold(setting.root, what, name, language, today=today)
    for path in written:
        setting.tell(say("Written: {path}", path=path))
    return CLEAN
