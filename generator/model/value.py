"""The value of a parameter: money, a share, a count, a due or duration, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from generator.base.diagnostics import Locator
from generator.model.text import NOWHERE, Text
from generator.notation.due import parse_due
from generator.notation.due_kinds import Due

ValueKind = Literal["money", "percent", "number", "due", "text"]

_MONEY = re.compile(r"(-?\d+(?:\.\d+)?) ([A-Z]{3})")
_PERCENT = re.compile(r"(-?\d+(?:\.\d+)?) ?%")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a parameter is; `amount` and `currency`, or `due`, where the words are of that kind."""

    source: str
    kind: ValueKind
    amount: Decimal | None = None
    currency: str | None = None
    due: Due | None = None
    text: Text | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


def value_of(source: str, text: Text) -> Value:
    """Read `5000 CNY`, `98%`, `12`, any due or duration, else words; `text` is the same as Text."""
    if match := _MONEY.fullmatch(source):
        return Value(
            source=source,
            kind="money",
            amount=Decimal(match[1]),
            currency=match[2],
            where=text.where,
        )
    if match := _PERCENT.fullmatch(source):
        return Value(source=source, kind="percent", amount=Decimal(match[1]), where=text.where)
    if _NUMBER.fullmatch(source):
        return Value(source=source, kind="number", amount=Decimal(source), where=text.where)
    if due := parse_due(source).value:
        return Value(source=source, kind="due", due=due, where=text.where)
    return Value(source=source, kind="text", text=text, where=text.where)
