"""`handbook new`: scaffolds a handbook, process, form or role that checks clean."""

from __future__ import annotations

import click

from generator.cli.exits import CLEAN
from generator.cli.setting import Setting
from generator.cli.words import Command, say

WHAT = ("handbook", "process", "form", "role")


@click.command(cls=Command)
@click.argument("what", type=click.Choice(WHAT))
@click.argument("name", metavar="ID")
@click.pass_obj
def new(setting: Setting, what: str, name: str) -> int:
    """Write a new handbook, process, form or role that checks clean.

    A process or form is named CHAPTER/ID, such as sales/take-order.
    """
    from generator.scaffold import scaffold

    for path in scaffold(setting.root, what, name, setting.words().language):
        setting.tell(say("Written: {path}", path=path))
    return CLEAN
