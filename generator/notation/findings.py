"""What reading one string of YAML text gives: a value, or a fault with its place in characters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeAlias, TypeVar

from generator.base.diagnostics import Argument, Diagnostic, Fix, Locator, Message, Rule, Safety

T = TypeVar("T")
U = TypeVar("U")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken rule at the characters [start, end) of a string.

    `right` is the text that would mend the fault if it replaced those characters, `safety` who
    may put it there: a guess at another word asks.
    """

    rule: Rule
    start: int
    end: int
    args: Mapping[str, Argument] = field(default_factory=dict)
    hint: Message | None = None
    right: str | None = None
    safety: Safety = Safety.SAFE

    def then(self, go_on: Callable[[Any], object]) -> Fault:
        """Return this fault: behind it nothing is read on."""
        del go_on
        return self

    map = then

    def at(self, where: Locator) -> Diagnostic:
        """Return the finding, when the string is the value at a place."""
        place = where.within(self.start, self.end)
        fix = Fix.at(place, self.right, self.safety) if self.right is not None else None
        return self.rule.at(place, hint=self.hint, related=(), fix=fix, **self.args)


@dataclass(frozen=True, slots=True)
class Good(Generic[T_co]):
    """What was read without a fault."""

    value: T_co

    def then(self, go_on: Callable[[T_co], Read[U]]) -> Read[U]:
        """Read on with the value."""
        return go_on(self.value)

    def map(self, make: Callable[[T_co], U]) -> Good[U]:
        """Return what is made of the value."""
        return Good(make(self.value))


Read: TypeAlias = "Good[T] | Fault"
"""What reading gives: `then` goes on, and `map` makes something of it, only while all is well."""


@dataclass(frozen=True, slots=True)
class Parsed(Generic[T]):
    """What a string means, or None when it cannot be understood, and its faults."""

    value: T | None
    faults: tuple[Fault, ...] = ()
