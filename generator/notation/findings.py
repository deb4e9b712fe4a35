"""Faults found inside one string of YAML text, with their places counted in characters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.base.diagnostics import Argument, Diagnostic, Fix, Locator, Message, Rule

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken rule at the characters [start, end) of a string.

    `right` is the text that would mend the fault if it replaced those characters.
    """

    rule: Rule
    start: int
    end: int
    args: Mapping[str, Argument] = field(default_factory=dict)
    hint: Message | None = None
    right: str | None = None

    def at(self, where: Locator) -> Diagnostic:
        """Return the finding, when the string is the value at a place."""
        place = where.within(self.start, self.end)
        fix = Fix(place, self.right) if self.right is not None else None
        return self.rule.at(place, hint=self.hint, related=(), fix=fix, **self.args)


@dataclass(frozen=True, slots=True)
class Parsed(Generic[T]):
    """What a string means, or None when it cannot be understood, and its faults."""

    value: T | None
    faults: tuple[Fault, ...] = ()
