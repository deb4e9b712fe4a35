"""Faults found inside one string of YAML text, with their places counted in characters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.diagnostics import Argument, Message, Rule

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken rule at the characters [start, end) of a string.

    The caller knows where the string stands and makes the finding from it:
    `fault.rule.at(locator.within(fault.start, fault.end), hint=fault.hint, **fault.args)`.
    `right` is the text that would mend the fault if it replaced those characters.
    """

    rule: Rule
    start: int
    end: int
    args: Mapping[str, Argument] = field(default_factory=dict)
    hint: Message | None = None
    right: str | None = None


@dataclass(frozen=True, slots=True)
class Parsed(Generic[T]):
    """What a string means, or None when it cannot be understood, and its faults."""

    value: T | None
    faults: tuple[Fault, ...] = ()
