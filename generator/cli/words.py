"""Commands whose help speaks the language asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from generator.base.diagnostics import N_, Message
from generator.base.i18n import Catalogue, product_catalogue
from generator.cli.language import asked_language, hear_language


def words() -> Catalogue:
    """Return the catalogue of the language asked for."""
    return product_catalogue(asked_language())


def say(text: str, **args: str | int | Message) -> str:
    """Return a sentence in the language asked for."""
    return words().say(Message(text, args))


def option(*names: str, text: str, **settings: Any) -> Callable[[Any], Any]:
    """Return a click option whose help is a catalogue id."""
    return click.option(*names, help=text, **settings)


def command(*paragraphs: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Return what makes a function a command; each paragraph of its help is a catalogue id."""
    return click.command(cls=Command, help=_join(paragraphs))


def _join(paragraphs: tuple[str, ...]) -> str:
    return "\n\n".join(paragraphs)


def _paragraphs(text: str | None) -> list[str]:
    return [say(each) for each in (text or "").split("\n\n") if each]


class _Formatter(click.HelpFormatter):
    """Writes help with the colons of the language."""

    def write_heading(self, heading: str) -> None:
        """Write the line above a list."""
        self.write(f"{heading}{say(': ').rstrip()}\n")


class _Context(click.Context):
    formatter_class = _Formatter


class _Translated(click.Command):
    """Help text and option help come from the catalogue when they are shown."""

    context_class = _Context

    def get_short_help_str(self, limit: int = 60) -> str:
        """Return the first paragraph, translated."""
        text = _paragraphs(self.help)[0]
        return text if len(text) <= limit else text[: limit - 1] + "…"

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help text, translated paragraph by paragraph."""
        del ctx
        for paragraph in _paragraphs(self.help):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(paragraph)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line, click's own words translated."""
        own = {
            "[OPTIONS]": N_("[OPTIONS]"),
            "COMMAND [ARGS]...": N_("COMMAND [ARGUMENTS]…"),
        }
        pieces = super().collect_usage_pieces(ctx)
        return [say(own[each]) if each in own else each for each in pieces]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=say("Usage") + say(": "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options with translated help."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        records = [(each.help or "", each.get_help_record(ctx)) for each in options]
        # Click says after the text that an option must be given: the usage line shows it too.
        rows = [(record[0], say(text)) for text, record in records if record]
        with formatter.section(say("Options")):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help, described by a sentence of our own."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = N_("Show this message and exit.")
        return found


class Command(_Translated):
    """A command with translated help."""


class CommandGroup(_Translated, click.Group):
    """A group of commands with translated help."""

    command_class = Command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the words of the command line, knowing already in which language to answer."""
        if ctx.parent is None:  # a group inside has heard it from the one around it
            hear_language(self, args)
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands with the first paragraph of each."""
        super().format_options(ctx, formatter)
        rows = [(name, each.get_short_help_str()) for name, each in self.commands.items()]
        with formatter.section(say("Commands")):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of their definition."""
        del ctx
        return list(self.commands)


CommandGroup.group_class = CommandGroup
