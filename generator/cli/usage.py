"""Says in the user's language what is wrong with a command line."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

from generator.base.diagnostics import N_
from generator.base.nearest import nearest
from generator.cli.words import say

_EXTRA = re.compile(r"Got unexpected extra arguments? \((?P<extra>.*)\)", re.DOTALL)


def usage_sentence(error: click.ClickException) -> str:
    """Return what is wrong with a command line and how to mend it, as one sentence or two."""
    wrong, cure = _wrong_and_cure(error)
    return say("{wrong} {cure}", wrong=wrong, cure=cure) if cure else wrong


def _wrong_and_cure(error: click.ClickException) -> tuple[str, str]:
    match error:
        case click.NoSuchOption(option_name=name, possibilities=known):
            return say("There is no option {name}.", name=name), _meant(name, known or ())
        case click.NoSuchCommand(command_name=name, possibilities=known):
            return say("There is no command “{name}”.", name=name), _meant(name, known or ())
        case click.BadOptionUsage(option_name=name):
            flag = "does not take a value" in error.message
            text = N_("{name} takes no value.") if flag else N_("A value is missing after {name}.")
            return say(text, name=name), ""
        case click.MissingParameter(param=click.Parameter() as param):
            return say("{name} is missing.", name=_name(param)), _fitting(param)
        case click.BadParameter(param=click.Parameter() as param):
            return say("The value for {name} does not fit.", name=_name(param)), _fitting(param)
    said = error.format_message()
    extra = _EXTRA.fullmatch(said)
    return say("This is too much: {extra}.", extra=extra["extra"]) if extra else said, ""


def _meant(name: str, known: Iterable[str]) -> str:
    close = nearest(name, known)
    if close:
        return say("Did you mean “{close}”?", close=close)
    return say("“--help” lists what there is.")


def _name(param: click.Parameter) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.metavar or param.human_readable_name


def _fitting(param: click.Parameter) -> str:
    match param.type:
        case click.Choice(choices=choices):
            return say("Choose one of: {choices}.", choices=", ".join(map(str, choices)))
        case click.IntRange(min=least, max=most):
            return say(
                "It has to be a whole number from {least} to {most}.",
                least=int(least or 0),
                most=int(most or 0),
            )
        case click.Path(file_okay=False):
            return say("It has to be a folder.")
    return ""
