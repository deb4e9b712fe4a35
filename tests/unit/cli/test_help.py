"""The help of every command, as it is printed: names of options, defaults, what each does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import click
import pytest

from generator.cli.main import handbook


def commands(command: click.Command, *words: str) -> Iterator[tuple[str, ...]]:
    yield words
    if isinstance(command, click.Group):
        for name, inner in sorted(command.commands.items()):
            yield from commands(inner, *words, name)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_help_of_every_command(
    run: Any, snapshot: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    said = []
    for words in commands(handbook):
        ran = run("--lang", language, *words, "--help")
        assert (ran.code, ran.err) == (0, "")
        said.append(f"$ handbook {' '.join(words)}\n{ran.out}")
    snapshot("\n".join(said), f"help.{language}.txt")
