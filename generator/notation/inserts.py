"""The inserts `${parameter}`, `${parameter.value}` and `${step:id}` that stand in YAML text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from generator.base.diagnostics import Message, Safety
from generator.notation.findings import Fault, Good, Read
from generator.notation.text_rules import (
    INSERT_MALFORMED,
    INSERT_PREFIX,
    INSERT_UNCLOSED,
    STEP_INSERT_OUTSIDE_TEXT,
)
from generator.notation.tokens import Token

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_INSERT = re.compile(
    rf"\$\{{(?:step:(?P<step>{_ID})|(?P<parameter>{_ID})(?:\.(?P<value>{_ID}))?)\}}"
)
_BEGUN = re.compile(rf"\$\{{(?:step:)?{_ID}(?:\.{_ID})?")
_PREFIX = re.compile(r"\$\{\s*(?!step\s*:)([^:}]*):")
_SAMPLES = {"example": "${approval-limit}", "step": "${step:check-stock}"}


@dataclass(frozen=True, slots=True)
class ParameterInsert:
    """The value of a parameter, or one of its named values, at the characters [start, end)."""

    parameter: str
    value: str | None = None
    start: int = field(default=0, compare=False, repr=False)
    end: int = field(default=0, compare=False, repr=False)

    @property
    def id(self) -> str:
        """The parameter with its value, as it stands between the braces."""
        return f"{self.parameter}.{self.value}" if self.value else self.parameter

    def __str__(self) -> str:
        return f"${{{self.id}}}"


@dataclass(frozen=True, slots=True)
class StepInsert:
    """The title of a step of the same process, as a link, at the characters [start, end)."""

    step: str
    start: int = field(default=0, compare=False, repr=False)
    end: int = field(default=0, compare=False, repr=False)

    def __str__(self) -> str:
        return f"${{step:{self.step}}}"


Insert: TypeAlias = "ParameterInsert | StepInsert"


def read_insert(token: Token) -> Read[Insert]:
    """Return what an `insert` or `unclosed` token inserts, or its fault."""
    if token.kind == "unclosed":
        args = {"insert": token.text, **_SAMPLES}
        return Fault(INSERT_UNCLOSED, token.start, token.end, args)
    match = _INSERT.fullmatch(token.text)
    if match is None:
        return _malformed(token)
    if match["step"]:
        return Good(StepInsert(match["step"], token.start, token.end))
    return Good(ParameterInsert(match["parameter"], match["value"], token.start, token.end))


def read_parameter(token: Token) -> Read[ParameterInsert]:
    """Return the parameter that a token inserts; where only values can stand, steps are a fault."""
    fault = Fault(STEP_INSERT_OUTSIDE_TEXT, token.start, token.end, {"insert": token.text})
    return read_insert(token).then(
        lambda insert: fault if isinstance(insert, StepInsert) else Good(insert)
    )


def closed(fault: Fault, source: str) -> Fault:
    """Return the fault of an insert that is not closed, with all of it marked, and closed."""
    begun = _BEGUN.match(source, fault.start)
    if fault.rule is not INSERT_UNCLOSED or begun is None:
        return fault
    return replace(fault, end=begun.end(), right=f"{begun[0]}}}", safety=Safety.ASKS)


def _malformed(token: Token) -> Fault:
    plain = unicodedata.normalize("NFKC", token.text)
    args = {"insert": token.text, **_SAMPLES}
    prefix = _PREFIX.match(plain)
    if prefix:
        args["prefix"] = prefix[1].strip()
        return Fault(INSERT_PREFIX, token.start, token.end, args)
    right = re.sub(r"\s*([.:{}])\s*", r"\1", plain.lower())
    right = re.sub(r"[\s_]+", "-", right)
    if not _INSERT.fullmatch(right):
        return Fault(INSERT_MALFORMED, token.start, token.end, args)
    hint = Message("Write “{right}”.", {"right": right})
    return Fault(INSERT_MALFORMED, token.start, token.end, args, hint, right)
