"""Reads the expression language of form rules, computed fields and conditions."""

from __future__ import annotations

from decimal import Decimal
from difflib import get_close_matches

from generator.base.diagnostics import Message, Safety, Severity
from generator.notation.duration import not_a_duration, read_duration
from generator.notation.expression_rules import (
    EXPRESSION_CHAIN,
    EXPRESSION_FUNCTION,
    EXPRESSION_NOT_UNDERSTOOD,
    EXPRESSION_TOO_COMPLEX,
    EXPRESSION_UNCLOSED,
)
from generator.notation.expression_tokens import FUNCTIONS, expression_tokens
from generator.notation.expression_tree import (
    COMPARISONS,
    MINUS_STRENGTH,
    NOT_STRENGTH,
    STRENGTHS,
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
from generator.notation.findings import Fault, Good, Parsed, Read
from generator.notation.inserts import read_parameter
from generator.notation.tokens import Token

_MOST_TOKENS = 200
_DEEPEST = 20


def parse_expression(source: str) -> Parsed[Expression]:
    """Read an expression such as `cost > ${limit} and not filled(gm_sign)`.

    By falling strength: `* /`, `+ -`, comparisons (which do not chain), `not`, `and`, `or`.
    A hyphenated word counts as one name only in `form-id.field`; elsewhere `-` means minus.
    Other quotation marks than the straight one give a warning beside the value.
    """
    tokens, faults = expression_tokens(source)
    if len(tokens) > _MOST_TOKENS:
        return Parsed(None, (Fault(EXPRESSION_TOO_COMPLEX, 0, len(source)),))
    match _Parser(source, tokens).whole():
        case Good(expression):
            faulty = any(fault.rule.severity is Severity.ERROR for fault in faults)
            return Parsed(None if faulty else expression, faults)
        case Fault() as found:
            # One broken character makes the grammar stumble at the same place: tell only the cause.
            told = any(fault.start == found.start for fault in faults)
            return Parsed(None, faults if told else (*faults, found))


class _Parser:
    """A Pratt parser: how tightly an operator binds decides where an operand ends."""

    def __init__(self, source: str, tokens: tuple[Token, ...]) -> None:
        self._end = Token("end", "", len(source), len(source))
        self._source = source
        self._tokens = tokens
        self._next = 0
        self._depth = 0

    def whole(self) -> Read[Expression]:
        return self._expression(0).then(
            lambda found: Good(found) if self._ends() else self._unexpected(self._peek())
        )

    def _ends(self) -> bool:
        return self._peek().kind == "end"

    def _peek(self) -> Token:
        return self._tokens[self._next] if self._next < len(self._tokens) else self._end

    def _take(self) -> Token:
        token = self._peek()
        self._next += 1
        return token

    def _expression(self, least: int) -> Read[Expression]:
        """Read on as long as operators bind tighter than `least`."""
        self._depth += 1
        if self._depth > _DEEPEST:
            return Fault(EXPRESSION_TOO_COMPLEX, 0, len(self._source))
        left = self._operand()
        while isinstance(left, Good) and self._strength() > least:
            left = self._joined(left.value)
        self._depth -= 1
        return left

    def _strength(self) -> int:
        token = self._peek()
        return STRENGTHS.get(token.text, 0) if token.kind == "operator" else 0

    def _joined(self, left: Expression) -> Read[Expression]:
        operator = self._take()
        right = self._expression(STRENGTHS[operator.text])
        return right.then(lambda found: self._binary(operator, left, found))

    def _binary(self, operator: Token, left: Expression, right: Expression) -> Read[Expression]:
        after = self._peek()
        if operator.text in COMPARISONS and after.text in COMPARISONS and after.kind == "operator":
            return Fault(EXPRESSION_CHAIN, after.start, after.end, {"operator": after.text})
        return Good(Binary(operator.text, left, right, start=left.start, end=right.end))

    def _operand(self) -> Read[Expression]:
        token = self._take()
        match token.kind:
            case "number":
                return Good(Number(Decimal(token.text), start=token.start, end=token.end))
            case "text":
                return Good(TextLiteral(token.text, start=token.start, end=token.end))
            case "duration":
                return _length(token)
            case "insert" | "unclosed":
                return read_parameter(token)
            case "name":
                return self._name(token)
            case _:
                return self._operator(token)

    def _operator(self, token: Token) -> Read[Expression]:
        if token.kind != "operator" or token.text not in {"not", "-", "("}:
            return self._unexpected(token)
        if token.text == "(":
            return self._group(token)
        strength, node = (NOT_STRENGTH, Not) if token.text == "not" else (MINUS_STRENGTH, Minus)
        return self._expression(strength).map(
            lambda operand: node(operand, start=token.start, end=operand.end)
        )

    def _group(self, opening: Token) -> Read[Expression]:
        return self._expression(0).then(
            lambda inner: Good(inner) if self._skip(")") else self._unclosed(opening)
        )

    def _name(self, token: Token) -> Read[Expression]:
        if not self._skip("("):
            return Good(FieldName(token.text, start=token.start, end=token.end))
        if token.text not in FUNCTIONS:
            return _unknown_function(token)
        arguments: list[Expression] = []
        while not self._skip(")"):
            if arguments and not self._skip(","):
                return self._unclosed(Token("operator", "(", token.end, token.end + 1))
            match self._expression(0):
                case Good(argument):
                    arguments.append(argument)
                case Fault() as fault:
                    return fault
        end = self._tokens[self._next - 1].end
        return Good(Call(token.text, tuple(arguments), start=token.start, end=end))

    def _skip(self, text: str) -> bool:
        token = self._peek()
        if token.kind != "operator" or token.text != text:
            return False
        self._next += 1
        return True

    def _unclosed(self, opening: Token) -> Fault:
        after = self._peek()
        if after.kind != "end":
            return self._unexpected(after)
        return Fault(EXPRESSION_UNCLOSED, opening.start, opening.end, {"opening": opening.text})

    def _unexpected(self, token: Token) -> Fault:
        if token.kind == "end":
            hint = Message("Something is missing at the end.")
            found = self._source.strip()
            start = max(len(self._source.rstrip()) - 1, 0)
            return Fault(
                EXPRESSION_NOT_UNDERSTOOD,
                start,
                len(self._source),
                {"found": found},
                hint,
            )
        place = self._tokens.index(token)
        if token.kind == "name" and place and self._tokens[place - 1].kind == "number":
            return _unit(self._tokens[place - 1], token, self._source)
        args = {"found": self._source[token.start : token.end]}
        return Fault(EXPRESSION_NOT_UNDERSTOOD, token.start, token.end, args)


def _length(token: Token) -> Read[Expression]:
    duration = read_duration(token.text)
    if duration is None:
        return not_a_duration(token.text, token.start, token.end)
    return Good(Length(duration, start=token.start, end=token.end))


def _unit(number: Token, unit: Token, source: str) -> Fault:
    """Return the fault of a word after a number: `30 days` or `5000 EUR`."""
    fault = not_a_duration(source[number.start : unit.end], number.start, unit.end)
    if fault.right:
        return fault
    hint = Message("Write the number alone, without “{unit}”.", {"unit": unit.text})
    return Fault(EXPRESSION_NOT_UNDERSTOOD, unit.start, unit.end, {"found": unit.text}, hint)


def _unknown_function(token: Token) -> Fault:
    near = get_close_matches(token.text[:20], FUNCTIONS, n=1, cutoff=0.7)
    hint = Message("Did you mean “{right}”?", {"right": near[0]}) if near else None
    right = near[0] if near else None
    args = {"function": token.text}
    return Fault(EXPRESSION_FUNCTION, token.start, token.end, args, hint, right, Safety.ASKS)
