"""The tokens of the expression language, with misspelt ones mended and told."""

from __future__ import annotations

from dataclasses import replace

from generator.notation.expression_rules import (
    EXPRESSION_NOT_UNDERSTOOD,
    EXPRESSION_QUOTES,
    EXPRESSION_SPELLING,
    EXPRESSION_UNCLOSED,
)
from generator.notation.findings import Fault
from generator.notation.tokens import OTHER, Token, scan, token_pattern

FUNCTIONS = ("sum", "count", "filled", "approved", "today", "date")
_WORD_OPERATORS = ("and", "or", "not")

_TOKENS = token_pattern(
    {
        "space": r"\s+",
        "text": r'"(?:[^"]|"")*"',
        "quoted": r"[\u201c\u201d][^\u201c\u201d]*[\u201c\u201d]|'[^']*'|\u2018[^\u2019]*\u2019",
        "quote": r"[\"'\u2018\u2019\u201c\u201d]",
        "duration": r"[0-9]+(?:\.[0-9]+)?[^\W\d_]+",
        "number": r"[0-9]+(?:\.[0-9]+)?",
        "name": r"[a-z][a-z0-9_]*(?:-[a-z0-9]+)*(?:\.[a-z][a-z0-9_]*){1,2}|[^\W\d]\w*",
        "misspelt": r"==|!=|=<|=>|&&|\|\||[&!\u2260\u2264\u2265\u00d7\u00f7\u2212]",
        "operator": r"<>|<=|>=|[-+*/=<>(),]",
    }
)
_RIGHT = {
    "==": "=",
    "!=": "<>",
    "=<": "<=",
    "=>": ">=",
    "&&": "and",
    "&": "and",
    "||": "or",
    "!": "not",
    "\u2260": "<>",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u00d7": "*",
    "\u00f7": "/",
    "\u2212": "-",
    "且": "and",
    "并且": "and",
    "或": "or",
    "或者": "or",
    "非": "not",
}
# Full-width characters, each to its one half-width character, so that places stay the same.
_HALF_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | {0x3000: 0x20}


def expression_tokens(source: str) -> tuple[tuple[Token, ...], tuple[Fault, ...]]:
    """Return the tokens of an expression (kinds text, number, duration, name, operator, insert).

    A misspelt operator or quotation mark is mended, so that reading can go on, and told as a
    fault.
    """
    tokens: list[Token] = []
    faults: list[Fault] = []
    for token in scan(source.translate(_HALF_WIDTH), _TOKENS):
        if token.kind == "space":
            continue
        written = replace(token, text=source[token.start : token.end])
        mended, fault = _mended(token, written)
        tokens.append(mended)
        if fault:
            faults.append(fault)
    return tuple(tokens), tuple(faults)


def _mended(token: Token, written: Token) -> tuple[Token, Fault | None]:
    if token.kind in {"insert", "unclosed"}:
        return written, None
    if token.kind in {"text", "quoted"}:
        return _text(written)
    if token.kind in {"quote", OTHER}:
        return token, _unreadable(written)
    right = _right(token.text)
    kind = "operator" if token.kind == "misspelt" or right in _WORD_OPERATORS else token.kind
    mended = Token(kind, right, token.start, token.end)
    if right == written.text:
        return mended, None
    args = {"wrong": written.text, "right": right}
    return mended, Fault(EXPRESSION_SPELLING, token.start, token.end, args, right=right)


def _right(text: str) -> str:
    if text.lower() in {*FUNCTIONS, *_WORD_OPERATORS}:
        return text.lower()
    return _RIGHT.get(text, text)


def _text(written: Token) -> tuple[Token, Fault | None]:
    inner = written.text[1:-1]
    plain = written.text[0] + written.text[-1] == '""'
    token = Token("text", inner.replace('""', '"'), written.start, written.end)
    if plain:
        return token, None
    right = '"' + token.text.replace('"', '""') + '"'
    args = {"wrong": written.text, "right": right}
    return token, Fault(EXPRESSION_QUOTES, written.start, written.end, args, right=right)


def _unreadable(written: Token) -> Fault:
    if written.kind == "quote":
        return Fault(EXPRESSION_UNCLOSED, written.start, written.end, {"opening": written.text})
    return Fault(EXPRESSION_NOT_UNDERSTOOD, written.start, written.end, {"found": written.text})
