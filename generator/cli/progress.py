"""Shows how far a build has come: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.base.diagnostics import Message
from generator.base.i18n import Catalogue
from generator.base.printed import shown
from generator.cli.printing import print_line
from generator.cli.setting import CommonOptions

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from generator.app import Progress


@contextmanager
def shown_progress(setting: CommonOptions) -> Iterator[Progress]:
    """Give what a build tells its progress to; on the screen it speaks the user's language."""
    words = setting.words()
    if setting.quiet:
        yield _silent
    elif setting.on_terminal:
        with _bar() as bar:
            yield _Bar(bar, words)
    else:
        yield _Lines(words)


def _silent(stage: Message, done: int = 0, total: int = 0) -> None:
    del stage, done, total


class _Lines:
    """Writes a line when another stage begins."""

    def __init__(self, words: Catalogue) -> None:
        self._words = words
        self._said = ""

    def __call__(self, stage: Message, done: int = 0, total: int = 0) -> None:
        del done
        text = self._words.say(stage)
        if text != self._said:
            self._said = text
            print_line(f"{text} ({total})" if total else text)


class _Bar:
    """Moves a bar: one line for the stage that runs."""

    def __init__(self, bar: Bar, words: Catalogue) -> None:
        self._bar = bar
        self._words = words
        self._task = bar.add_task("", total=None)

    def __call__(self, stage: Message, done: int = 0, total: int = 0) -> None:
        text = shown(self._words.say(stage))
        self._bar.update(self._task, description=text, completed=done, total=total or None)
        self._bar.refresh()


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    # Without a thread of its own: a process that begins as a copy of this one has no other.
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
    )
