"""In which language the command line answers."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

import click

from generator.base.diagnostics import N_
from generator.base.i18n import LANGUAGES

VARIABLE = "HANDBOOK_LANG"


@dataclass
class _Heard:
    """What the command line that runs asks for; empty where it does not say."""

    language: str = ""


_HEARD = _Heard()

# Eager, so that a wrong language is the first thing told.
language_option = click.option(
    "--lang",
    help=N_("Language of messages."),
    type=click.Choice(LANGUAGES),
    default=None,
    is_eager=True,
)


def asked_language() -> str:
    """Return the language to answer in: `--lang`, else HANDBOOK_LANG, else Chinese."""
    for asked in (_HEARD.language, os.environ.get(VARIABLE, "")):
        if asked in LANGUAGES:
            return asked
    return LANGUAGES[0]


def hear_language(command: click.Command, args: Sequence[str]) -> None:
    """Take note of `--lang` in a command line before anything else in it is looked at.

    An eager option alone comes too late: click stops at the first word that it does not know,
    and shows the help where `--help` stands first.
    """
    with_value = [
        each for each in command.params if isinstance(each, click.Option) and not each.is_flag
    ]
    listener = click.Command(
        command.name,
        params=list(with_value),
        add_help_option=False,
        context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
    )
    # The empty word is the value of an option that has none.
    heard = listener.make_context(command.name, [*args, ""], resilient_parsing=True)
    _HEARD.language = heard.params.get("lang") or ""
