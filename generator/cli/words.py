"""Commands whose help speaks the language asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from generator.base.diagnostics import N_, Message
from generator.base.i18n import LANGUAGES, Catalogue, product_catalogue


def asked_language() -> str:
    """Return the language of help texts: `--lang` on the command line, HANDBOOK_LANG, Chinese."""
    asked = os.environ.get("HANDBOOK_LANG", "")
    for index, word in enumerate(sys.argv[1:], start=1):
        if word == "--lang" and index + 1 < len(sys.argv):
            asked = sys.argv[index + 1]
        elif word.startswith("--lang="):
            asked = word.partition("=")[2]
    return asked if asked in LANGUAGES else LANGUAGES[0]


def words() -> Catalogue:
    """Return the catalogue of the language asked for."""
    return product_catalogue(asked_language())


def say(text: str, **args: str | int | Message) -> str:
    """Return a sentence in the language asked for."""
    return words().say(Message(text, args))


class _Translated:
    """Help text and option help come from the catalogue when they are shown."""

    help: str | None
    params: list[click.Parameter]

    def get_short_help_str(self, limit: int = 60) -> str:
        """Return the first sentence, translated."""
        first = (self.help or "").strip().split("\n\n", maxsplit=1)[0]
        text = words().get(" ".join(first.split()))
        return text if len(text) <= limit else text[: limit - 1] + "…"

    def format_help_text(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help text, translated paragraph by paragraph."""
        for paragraph in (self.help or "").strip().split("\n\n"):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(words().get(" ".join(paragraph.split())))


class Command(_Translated, click.Command):
    """A command with translated help."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options with translated help."""
        _write_options(self, ctx, formatter)


class Group(_Translated, click.Group):
    """A group of commands with translated help."""

    command_class = Command

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the commands are called."""
        _write_usage(self, ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with the first sentence of each."""
        del ctx
        rows = [(name, each.get_short_help_str()) for name, each in self.commands.items()]
        with formatter.section(words().get(N_("Commands"))):
            formatter.write_dl(rows)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options with translated help, then the commands."""
        _write_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of their definition."""
        del ctx
        return list(self.commands)


Group.group_class = Group


def _write_usage(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=f"{words().get(N_('Usage'))}: ")


def _write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    records = [each.get_help_record(ctx) for each in command.get_params(ctx)]
    # Click says after the text that an option must be given: the usage line shows it too.
    rows = [(name, words().get(text.split("  [")[0])) for name, text in filter(None, records)]
    if rows:
        with formatter.section(words().get(N_("Options"))):
            formatter.write_dl(rows)


def option(*names: str, text: str, **settings: Any) -> Callable[[Any], Any]:
    """Return a click option whose help is a catalogue id."""
    return click.option(*names, help=text, **settings)
