"""Earlier states of the handbook on the command line: revisions of git, or folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.base.diagnostics import N_
from generator.cli.exits import CannotRun
from generator.cli.setting import CommonOptions
from generator.cli.words import option

if TYPE_CHECKING:
    from generator.checking.base import HandbookState

since_option = option(
    "--since",
    text=N_("Judge the change since a revision of git, or a folder: HB801 and following."),
    default=None,
    metavar="REV",
)


def state(setting: CommonOptions, name: str) -> HandbookState:
    """Read a state of the handbook by its name; exit 2 where it cannot be read."""
    # What starts other programs is loaded only where a state is asked for.
    from generator.checking.base import Unreadable, read_state

    try:
        return read_state(setting.root, name)
    except Unreadable as fault:
        raise CannotRun(fault.message.id, **fault.message.args) from None


def state_since(setting: CommonOptions, name: str | None) -> HandbookState | None:
    """Read the state that `--since` names, if it does."""
    return None if name is None else state(setting, name)
