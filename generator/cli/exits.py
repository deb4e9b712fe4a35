"""The exit codes of the contract, and the error that ends a command before it starts."""

from __future__ import annotations

from generator.base.diagnostics import Message
from generator.cli.words import say

CLEAN = 0
FINDINGS = 1
CANNOT_RUN = 2


class CannotRun(Exception):
    """A command cannot run at all: exit code 2 and one sentence."""

    def __init__(self, text: str, **args: str | int | Message) -> None:
        super().__init__(text)
        self.text = text
        self.args_of_text = args

    @property
    def sentence(self) -> str:
        """The sentence in the language asked for."""
        return say(self.text, **self.args_of_text)
