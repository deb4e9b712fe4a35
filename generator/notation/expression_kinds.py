"""The types of values in expressions, and which of them an operator can join."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.base.diagnostics import N_


class Type(Enum):
    """What a value is; the value of the member is its name in sentences."""

    NUMBER = N_("a number")
    MONEY = N_("an amount of money")
    TEXT = N_("a text")
    DATE = N_("a date")
    TIME = N_("a time of day")
    DURATION = N_("a duration")
    BOOL = N_("true or false")
    LIST = N_("a list of options")
    TABLE = N_("a table")
    ANY = N_("a value")


@dataclass(frozen=True, slots=True)
class Kind:
    """The type of a field; `many` for a column (a value in every row), `options` of a choice.

    Dates with a time of day are dates too; percentages are numbers; persons, roles, units and
    signatures are texts, of which `signature` tells the last apart: they can be approved.
    """

    type: Type
    many: bool = False
    options: tuple[str, ...] = ()
    signature: bool = False


_NUMERIC = {Type.NUMBER, Type.MONEY}
_ORDERED = {*_NUMERIC, Type.DATE, Type.TIME, Type.DURATION}
# operator, left, right → result; numbers and money are looked after below.
_ARITHMETIC = {
    ("+", Type.DATE, Type.DURATION): Type.DATE,
    ("-", Type.DATE, Type.DURATION): Type.DATE,
    ("+", Type.DURATION, Type.DATE): Type.DATE,
    ("-", Type.DATE, Type.DATE): Type.DURATION,
    ("+", Type.DURATION, Type.DURATION): Type.DURATION,
    ("-", Type.DURATION, Type.DURATION): Type.DURATION,
    ("/", Type.DURATION, Type.DURATION): Type.NUMBER,
}


def fits(found: Type, wanted: Type) -> bool:
    """Whether a value of one type can stand where another is wanted."""
    alike = found is wanted or {found, wanted} <= _NUMERIC
    return alike or Type.ANY in {found, wanted}


def comparable(operator: str, left: Type, right: Type) -> bool:
    """Whether a comparison can stand between two types."""
    if Type.ANY in {left, right}:
        return True
    if not fits(left, right) or left in {Type.LIST, Type.TABLE}:
        return False
    return operator in {"=", "<>"} or left in _ORDERED


def _numeric_result(operator: str, left: Type, right: Type) -> Type | None:
    """Money may be added to money or numbers, multiplied by numbers, divided by both."""
    if operator == "*" and left is right is Type.MONEY:
        return None
    if operator == "/" and right is Type.MONEY:
        return Type.NUMBER if left is Type.MONEY else None
    return Type.MONEY if Type.MONEY in {left, right} else Type.NUMBER


def reckoned(operator: str, left: Type, right: Type) -> Type | None:
    """Return the type that arithmetic on two types gives, None when it cannot join them."""
    if {left, right} <= _NUMERIC:
        return _numeric_result(operator, left, right)
    return _ARITHMETIC.get((operator, left, right))
