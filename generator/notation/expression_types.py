"""Checks that an expression joins only what can be joined."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from generator.base.diagnostics import Argument, Message, Safety
from generator.notation.duration import TimeUnit
from generator.notation.expression_kinds import Kind, Type, comparable, fits, reckoned
from generator.notation.expression_rules import (
    EXPRESSION_DURATION,
    EXPRESSION_FUNCTION,
    EXPRESSION_RESULT,
    EXPRESSION_ROWS,
    EXPRESSION_TYPES,
    EXPRESSION_UNKNOWN_NAME,
    EXPRESSION_UNKNOWN_OPTION,
    EXPRESSION_UNQUOTED_OPTION,
)
from generator.notation.expression_tree import (
    COMPARISONS,
    Binary,
    Call,
    Expression,
    FieldName,
    Length,
    Minus,
    Not,
    Number,
    TextLiteral,
)
from generator.notation.findings import Fault
from generator.notation.inserts import ParameterInsert

_ANY = Kind(Type.ANY)
_BOOL = Kind(Type.BOOL)
_CLOCK_UNITS = {TimeUnit.MINUTE, TimeUnit.HOUR, TimeUnit.DAY, TimeUnit.WEEK}
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


def check_types(
    expression: Expression,
    scope: Mapping[str, Kind],
    *,
    parameters: Mapping[str, Kind] | None = None,
    wanted: Type = Type.BOOL,
) -> tuple[Fault, ...]:
    """Return the faults of an expression against the fields that it may name.

    `scope` maps names as they are written (`cost`, `goods`, `goods.amount`) to kinds,
    `parameters` the inserts (`limit`, `limit.small`); one that is missing fits everywhere,
    because an unknown parameter is another finding. `wanted` is what the whole must give.
    """
    checker = _Checker(scope, parameters or {})
    found = checker.one(expression)
    if not checker.faults and not fits(found.type, wanted):
        args = {"found": Message(found.type.value), "wanted": Message(wanted.value)}
        checker.faults.append(Fault(EXPRESSION_RESULT, expression.start, expression.end, args))
    return tuple(checker.faults)


class _Checker:
    """Works out the kind of every part; after a fault a part is of any type, to tell it once."""

    def __init__(self, scope: Mapping[str, Kind], parameters: Mapping[str, Kind]) -> None:
        self.faults: list[Fault] = []
        self._scope = scope
        self._parameters = parameters

    def _fault(self, fault: Fault) -> Kind:
        self.faults.append(fault)
        return _ANY

    def one(self, expression: Expression) -> Kind:
        """Return the kind of a part that must be a single value."""
        kind = self.kind(expression)
        if not kind.many:
            return kind
        args = {"name": str(expression)}
        return self._fault(Fault(EXPRESSION_ROWS, expression.start, expression.end, args))

    def kind(self, expression: Expression) -> Kind:
        """Return the kind of a part, which may be a column."""
        match expression:
            case FieldName():
                return self._field(expression)
            case ParameterInsert():
                return self._parameters.get(expression.id, _ANY)
            case Binary():
                return self._binary(expression)
            case Call():
                return self._call(expression)
            case Not() | Minus():
                return self._prefixed(expression)
            case _:
                return _literal(expression)

    def _field(self, field: FieldName) -> Kind:
        kind = self._scope.get(field.name)
        if kind:
            return kind
        near = get_close_matches(field.name[:80], sorted(self._scope), n=1, cutoff=0.7)
        hint = Message("Did you mean “{right}”?", {"right": near[0]}) if near else None
        right = near[0] if near else None
        if field.name == "today":
            right = "today()"
            hint = Message("Write “{right}”.", {"right": right})
        args = {"name": field.name}
        return self._fault(
            Fault(EXPRESSION_UNKNOWN_NAME, field.start, field.end, args, hint, right, Safety.ASKS)
        )

    def _prefixed(self, expression: Not | Minus) -> Kind:
        found = self.one(expression.operand)
        operator = "not" if isinstance(expression, Not) else "-"
        wanted = Type.BOOL if isinstance(expression, Not) else Type.NUMBER
        if fits(found.type, wanted):
            return _BOOL if isinstance(expression, Not) else found
        operand = expression.operand
        args = {"found": Message(found.type.value), "wanted": Message(wanted.value)}
        hint = Message("“{operator}” stands before {wanted}.", {"operator": operator, **args})
        return self._fault(Fault(EXPRESSION_RESULT, operand.start, operand.end, args, hint))

    def _binary(self, expression: Binary) -> Kind:
        if expression.operator in COMPARISONS and self._unquoted(expression):
            return _BOOL
        left, right = self.one(expression.left), self.one(expression.right)
        if expression.operator in {"and", "or"}:
            return self._joined(expression, left, right)
        if expression.operator in COMPARISONS:
            return self._compared(expression, left, right)
        return self._reckoned(expression, left, right)

    def _unquoted(self, expression: Binary) -> bool:
        """Tell an option that stands without quotation marks; whether there was one."""
        sides = (expression.left, expression.right), (expression.right, expression.left)
        for field, other in sides:
            if not isinstance(field, FieldName) or not isinstance(other, FieldName):
                continue
            options = self._scope.get(field.name, _ANY).options
            if other.name in self._scope or other.name not in options:
                continue
            right = str(TextLiteral(other.name))
            args = {"option": other.name, "name": field.name, "right": right}
            self._fault(
                Fault(
                    EXPRESSION_UNQUOTED_OPTION,
                    other.start,
                    other.end,
                    args,
                    right=right,
                )
            )
            return True
        return False

    def _joined(self, expression: Binary, left: Kind, right: Kind) -> Kind:
        if fits(left.type, Type.BOOL) and fits(right.type, Type.BOOL):
            return _BOOL
        return self._mismatch(expression, left, right)

    def _compared(self, expression: Binary, left: Kind, right: Kind) -> Kind:
        if not comparable(expression.operator, left.type, right.type):
            return self._mismatch(expression, left, right)
        self._option(expression.left, expression.right)
        self._option(expression.right, expression.left)
        if Type.DURATION in {left.type, right.type}:
            self._fixed_lengths(expression)
        return _BOOL

    def _option(self, field: Expression, text: Expression) -> None:
        if not isinstance(field, FieldName) or not isinstance(text, TextLiteral):
            return
        options = self._scope.get(field.name, _ANY).options
        if not options or text.value in options:
            return
        near = get_close_matches(text.value[:80], options, n=1)
        right = str(TextLiteral(near[0])) if near else None
        hint = Message("Did you mean “{right}”?", {"right": near[0]}) if near else None
        listed = ", ".join(str(TextLiteral(option)) for option in options)
        args = {"option": text.value, "name": field.name, "options": listed}
        self._fault(
            Fault(EXPRESSION_UNKNOWN_OPTION, text.start, text.end, args, hint, right, Safety.ASKS)
        )

    def _reckoned(self, expression: Binary, left: Kind, right: Kind) -> Kind:
        operator = expression.operator
        if Type.ANY in {left.type, right.type}:
            return _ANY
        result = reckoned(operator, left.type, right.type)
        if result is None:
            return self._mismatch(expression, left, right)
        if left.type is right.type is Type.DURATION:
            self._fixed_lengths(expression)
        return Kind(result)

    def _fixed_lengths(self, expression: Binary) -> None:
        for side in (expression.left, expression.right):
            if isinstance(side, Length) and side.value.unit not in _CLOCK_UNITS:
                args = {"duration": str(side)}
                self._fault(Fault(EXPRESSION_DURATION, side.start, side.end, args))

    def _mismatch(self, expression: Binary, left: Kind, right: Kind) -> Kind:
        args: dict[str, Argument] = {
            "operator": expression.operator,
            "left": Message(left.type.value),
            "right": Message(right.type.value),
        }
        hint = _date_hint(expression, left, right)
        # A parameter is defined far away: it is mostly its value that is of the wrong kind.
        inserts = [
            each
            for each in (expression.left, expression.right)
            if isinstance(each, ParameterInsert)
        ]
        place = inserts[0] if len(inserts) == 1 else expression
        return self._fault(Fault(EXPRESSION_TYPES, place.start, place.end, args, hint))

    def _call(self, call: Call) -> Kind:
        kinds = [self.kind(argument) for argument in call.arguments]
        match call.function:
            case "sum":
                return self._sum(call, kinds)
            case "count":
                return self._arguments(call, ok=bool(kinds), gives=Type.NUMBER)
            case "filled":
                return self._arguments(call, ok=len(kinds) == 1, gives=Type.BOOL)
            case "approved":
                return self._arguments(call, ok=_one_signature(kinds), gives=Type.BOOL)
            case "today":
                return self._arguments(call, ok=not kinds, gives=Type.DATE)
            case _:
                return self._date(call, kinds)

    def _sum(self, call: Call, kinds: list[Kind]) -> Kind:
        ok = bool(kinds) and all(fits(kind.type, Type.NUMBER) for kind in kinds)
        money = any(kind.type is Type.MONEY for kind in kinds)
        return self._arguments(call, ok=ok, gives=Type.MONEY if money else Type.NUMBER)

    def _date(self, call: Call, kinds: list[Kind]) -> Kind:
        ok = len(kinds) == len(("year", "month", "day"))
        ok = ok and all(fits(kind.type, Type.NUMBER) and not kind.many for kind in kinds)
        values = [part.value for part in call.arguments if isinstance(part, Number)]
        if ok and len(values) == len(kinds):
            ok = _is_date(*(str(value) for value in values))
        return self._arguments(call, ok=ok, gives=Type.DATE)

    def _arguments(self, call: Call, *, ok: bool, gives: Type) -> Kind:
        if ok:
            return Kind(gives)
        args = {"function": call.function}
        return self._fault(Fault(EXPRESSION_FUNCTION, call.start, call.end, args))


def _one_signature(kinds: list[Kind]) -> bool:
    return len(kinds) == 1 and (kinds[0].signature or kinds[0].type is Type.ANY)


def _literal(expression: Expression) -> Kind:
    if isinstance(expression, Number):
        return Kind(Type.NUMBER)
    return Kind(Type.TEXT if isinstance(expression, TextLiteral) else Type.DURATION)


def _is_date(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _date_hint(expression: Binary, left: Kind, right: Kind) -> Message | None:
    """Offer date(…) for a date that was written as a text."""
    for side, other in ((expression.left, right), (expression.right, left)):
        match = _ISO_DATE.fullmatch(side.value) if isinstance(side, TextLiteral) else None
        if match and other.type is Type.DATE and _is_date(*match.groups()):
            year, month, day = (int(part) for part in match.groups())
            return Message("Write “{right}”.", {"right": f"date({year}, {month}, {day})"})
    return None
