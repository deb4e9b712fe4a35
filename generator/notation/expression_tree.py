"""What an expression means, as an immutable tree; `str()` gives its one spelling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from generator.notation.duration import Duration
from generator.notation.inserts import ParameterInsert

COMPARISONS = frozenset({"=", "<>", "<", "<=", ">", ">="})
STRENGTHS = {
    "or": 1,
    "and": 2,
    **dict.fromkeys(COMPARISONS, 4),
    "+": 5,
    "-": 5,
    "*": 6,
    "/": 6,
}
NOT_STRENGTH = 3
MINUS_STRENGTH = 7
_ATOM = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """Something at the characters [start, end) of the expression."""

    start: int = field(default=0, compare=False, repr=False)
    end: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Number(_Placed):
    """A number, such as `0.5`."""

    value: Decimal

    def __str__(self) -> str:
        return format(self.value, "f")


@dataclass(frozen=True, slots=True)
class TextLiteral(_Placed):
    """A text, such as `"stock"`; a quotation mark in it is written twice, as in Excel."""

    value: str

    def __str__(self) -> str:
        return '"' + self.value.replace('"', '""') + '"'


@dataclass(frozen=True, slots=True)
class Length(_Placed):
    """A duration, such as `30d`."""

    value: Duration

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True, slots=True)
class FieldName(_Placed):
    """A field, a table, `table.column` or `form.field`."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Not(_Placed):
    """`not` before a condition."""

    operand: Expression

    def __str__(self) -> str:
        return f"not {_spelt(self.operand, NOT_STRENGTH)}"


@dataclass(frozen=True, slots=True)
class Minus(_Placed):
    """`-` before a number."""

    operand: Expression

    def __str__(self) -> str:
        return f"-{_spelt(self.operand, MINUS_STRENGTH)}"


@dataclass(frozen=True, slots=True)
class Binary(_Placed):
    """Two expressions joined by an operator."""

    operator: str
    left: Expression
    right: Expression

    def __str__(self) -> str:
        own = STRENGTHS[self.operator]
        # Comparisons do not chain; all others group from the left.
        left = _spelt(self.left, own + (self.operator in COMPARISONS))
        return f"{left} {self.operator} {_spelt(self.right, own + 1)}"


@dataclass(frozen=True, slots=True)
class Call(_Placed):
    """A function with its arguments, such as `sum(goods.amount)`."""

    function: str
    arguments: tuple[Expression, ...]

    def __str__(self) -> str:
        return f"{self.function}({', '.join(str(argument) for argument in self.arguments)})"


Expression: TypeAlias = (
    "Number | TextLiteral | Length | FieldName | ParameterInsert | Not | Minus | Binary | Call"
)


def children(expression: Expression) -> tuple[Expression, ...]:
    """Return the expressions directly inside an expression."""
    match expression:
        case Not(operand=operand) | Minus(operand=operand):
            return (operand,)
        case Binary(left=left, right=right):
            return (left, right)
        case Call(arguments=arguments):
            return arguments
        case _:
            return ()


def walk(expression: Expression) -> Iterator[Expression]:
    """Yield an expression and all inside it, in the order of writing."""
    if isinstance(expression, Binary):
        yield from walk(expression.left)
        yield expression
        yield from walk(expression.right)
        return
    yield expression
    for inner in children(expression):
        yield from walk(inner)


def fields_of(expression: Expression) -> tuple[FieldName, ...]:
    """Return the fields that an expression names, in their order."""
    return tuple(part for part in walk(expression) if isinstance(part, FieldName))


def parameters_of(expression: Expression) -> tuple[ParameterInsert, ...]:
    """Return the parameters that an expression inserts, in their order."""
    return tuple(part for part in walk(expression) if isinstance(part, ParameterInsert))


def _strength(expression: Expression) -> int:
    match expression:
        case Binary(operator=operator):
            return STRENGTHS[operator]
        case Not():
            return NOT_STRENGTH
        case Minus():
            return MINUS_STRENGTH
        case _:
            return _ATOM


def _spelt(expression: Expression, least: int) -> str:
    text = str(expression)
    return text if _strength(expression) >= least else f"({text})"
