"""Explains why a text is not YAML, for a person who never heard of tokens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, takewhile

from generator.base.diagnostics import N_, Fix, Message, Rule
from generator.source.reading.character_rules import INVISIBLE
from generator.source.reading.characters import name_of, shorten
from generator.source.reading.findings import Findings
from generator.source.reading.hidden import SPACES
from generator.source.reading.lines import Lines
from generator.source.reading.slip_rules import LIST_SEPARATOR
from generator.source.reading.structure_rules import DIRECTIVE, EMPTY_KEY, SEVERAL_DOCUMENTS, TAG
from generator.source.reading.syntax_rules import (
    BAD_ESCAPE,
    BLOCK_TEXT,
    COLON_IN_TEXT,
    FULL_WIDTH_COLON,
    INDENTATION,
    MISSING_COLON,
    MISSING_SPACE,
    RESERVED_CHARACTER,
    SYNTAX,
    TAB,
    TEXT_AFTER_END,
    UNCLOSED_BRACKET,
    UNCLOSED_QUOTE,
)

# Possessive (*+), lest a line of a million spaces be tried a million times. Python 3.11.2 loses
# its place in a group that is: there a look ahead sees that no hyphen is given back.
_TAB = re.compile(r" *+(?:- ++)*\t")
_FIELD = re.compile(r"[ \t]*+(?:- ++)*(?:[^\s:\"'#&*!|>@`%\[\]{},-][^:]{0,80}):(?:[ \t]|$)")
_FULL_WIDTH = re.compile(r"\s*+(?:-\s++)*(?!-\s)([\w-]{1,40})：")
_NO_SPACE = re.compile(r"\s*+(?:-\s++)*(?!-\s)([\w-]{1,40} ?:)(?![ \t/]|$)")
_ODD_SPACE = re.compile(rf"[ \t]*+(?:- ++)*()([{SPACES}])|[^:]*+(:)([{SPACES}])")
_WORD = re.compile(r"[ \t]*+(?:- ++)*(?!- )([^:]*+):\s")
_QUOTED = re.compile(r"""(?:^|[:\[{,-])\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*$""")
_BRACKETED = re.compile(r"(?:^|[:-] )\s*(?:\[.*\]|\{.*\})\s*$")
_WIDE_COMMA = re.compile(r"[，；]\s*")
_IN_QUOTES = re.compile(r"\"[^\"]*\"|'[^']*'")
_OPENED = re.compile(r" *+(?:- ++)*(?:[^\s:\"'#][^:\"']{0,80}: +)?(?P<mark>[\"'])")
_OTHER_CLOSING = frozenset(")）】］｝}]")
_WRITE_IT = N_("Write “{better}”. If the bracket begins a text, put the text in quotes.")
_FAR = 500
"""Lines above a fault of syntax in which a quote may have been opened."""
_SPECIAL = "@`%&*]},?"
_CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """What the parser says: `context` is what it was doing, the offsets are where."""

    context: str
    problem: str
    context_at: int
    problem_at: int


def explain(fault: SyntaxFault, findings: Findings) -> None:
    """Note the finding, or the findings, that tell an editor how to mend a syntax error."""
    case = _Case(fault, findings)
    for explanation in _EXPLANATIONS:
        if explanation(case):
            return
    case.add_line(SYNTAX)


class _Case:
    """One syntax error with the lines around it."""

    def __init__(self, fault: SyntaxFault, findings: Findings) -> None:
        self.fault = fault
        self.findings = findings
        self.lines: Lines = findings.lines
        self.text = findings.text
        # The parser often notices at the end of the text what went wrong in its last line.
        visible = len(self.text.rstrip())
        self.at = min(fault.problem_at, max(0, visible - 1))
        self.number = self.lines.number(self.at)
        self.line = self.lines.line(self.number)
        self.character = self.text[self.at : self.at + 1]

    def before(self) -> str:
        """The part of the line before the problem."""
        return self.text[self.lines.starts[self.number] : self.fault.problem_at]

    def add_line(self, rule: Rule, number: int | None = None, **args: str) -> None:
        number = self.number if number is None else number
        line = self.lines.line(number)
        start = self.lines.starts[number]
        indent = len(line) - len(line.lstrip())
        end = start + len(line.rstrip())
        self.findings.add(rule, start + indent, end, first=None, hint=None, fix=None, **args)

    def text_lines_above(self) -> Iterator[int]:
        """The line and the ones above it that hold text but no field, nearest first."""
        yield self.number
        yield from takewhile(self._is_text, range(self.number - 1, -1, -1))

    def text_lines_below(self) -> Iterator[int]:
        """The lines below that hold text but no field."""
        return takewhile(self._is_text, range(self.number + 1, len(self.lines.starts)))

    def _is_text(self, number: int) -> bool:
        line = self.lines.line(number).strip()
        return bool(line) and not line.startswith("#") and not _FIELD.match(line)


def _tab(case: _Case) -> bool:
    for number in sorted({case.number, case.lines.number(case.fault.context_at)}):
        line = case.lines.line(number)
        tab = _TAB.match(line)
        if case.character == "\t" and "start any token" in case.fault.problem:
            case.findings.add(TAB, case.at, case.at + 1)
            return True
        if tab and "quoted" not in case.fault.context:
            start = case.lines.starts[number]
            case.findings.add(TAB, start + tab.end() - 1, start + tab.end())
            return True
    return False


def _quoted(case: _Case) -> bool:
    fault = case.fault
    if "quoted scalar" not in fault.context:
        return False
    if "escape" in fault.problem or "hex" in fault.problem:
        case.findings.add(BAD_ESCAPE, case.at, case.at + 1)
        return True
    start = fault.context_at
    end = case.lines.starts[case.lines.number(start)] + len(
        case.lines.line(case.lines.number(start))
    )
    case.findings.add(UNCLOSED_QUOTE, start, end, quote=case.text[start])
    return True


def _swallowed(case: _Case) -> bool:
    """A quote that is never closed, as the text goes on to the next quote of the file."""
    mark = case.before().rstrip()[-1:]
    if mark not in {'"', "'"} or not mark:
        return False
    for number in range(case.number - 1, max(-1, case.number - _FAR), -1):
        line, start = case.lines.line(number), case.lines.starts[number]
        opened = _OPENED.match(line)
        if opened and opened["mark"] == mark and mark not in line[opened.end() :].replace("''", ""):
            case.findings.add(
                UNCLOSED_QUOTE, start + opened.end() - 1, start + len(line), quote=mark
            )
            return True
        if mark in line and not line.lstrip().startswith("#"):
            return False
    return False


def _reference(case: _Case) -> bool:
    if not case.fault.context.endswith((" an alias", " an anchor")):
        return False
    start = case.fault.context_at
    rule = RESERVED_CHARACTER
    case.findings.add(rule, start, start + 1, character=case.text[start])
    return True


def _tag(case: _Case) -> bool:
    if " tag" not in case.fault.context and "tag handle" not in case.fault.problem:
        return False
    start = case.fault.context_at
    word = case.text[start : start + 80].partition("\n")[0].partition(" ")[0]
    case.findings.add(TAG, start, start + len(word), text=shorten(word))
    return True


def _directive(case: _Case) -> bool:
    if case.line.startswith("%"):
        case.add_line(DIRECTIVE)
        return True
    above = case.lines.number(case.fault.context_at)
    if "<document start>" in case.fault.problem and case.text.startswith("%"):
        case.add_line(DIRECTIVE, 0)
        return True
    if "directive" in case.fault.context or (above == 0 and case.text.startswith("%")):
        case.add_line(DIRECTIVE, above)
        return True
    return False


def _document(case: _Case) -> bool:
    if "<document start>" not in case.fault.problem:
        return False
    if case.text[: case.fault.problem_at].rstrip().endswith("..."):
        case.add_line(SEVERAL_DOCUMENTS)
        return True
    return False


def _bracket(case: _Case) -> bool:
    if "flow sequence" not in case.fault.context and "flow mapping" not in case.fault.context:
        return False
    start = case.fault.context_at
    bracket = case.text[start]
    line_end = case.text.find("\n", start)
    inside = case.text[start : line_end if line_end >= 0 else len(case.text)]
    wide = _WIDE_COMMA.search(_IN_QUOTES.sub(lambda found: "x" * len(found[0]), inside))
    if bracket == "{" and wide and inside.rstrip().endswith("}"):
        at, better = start + wide.start(), _WIDE_COMMA.sub(", ", inside.strip())
        case.findings.add(
            LIST_SEPARATOR,
            at,
            at + 1,
            fix=Fix.at(case.findings.span(at, start + wide.end()), ", "),
            text=shorten(inside.strip()),
            mark=wide[0].strip(),
            better=shorten(better),
        )
        return True
    closing = _CLOSING.get(bracket, "]")
    better = _closed(inside, closing)
    case.findings.add(
        UNCLOSED_BRACKET,
        start,
        start + 1,
        hint=Message(_WRITE_IT, {"better": shorten(better)}) if better else None,
        fix=Fix.at(case.findings.span(start, start + len(inside.rstrip())), better)
        if better
        else None,
        bracket=bracket,
        closing=closing,
    )
    return True


def _closed(inside: str, closing: str) -> str:
    """A list that begins and ends on one line, closed; empty where it may go on below."""
    bare = inside.rstrip()
    if _IN_QUOTES.sub("", bare).count("#") or bare.endswith((",", "，", "[", "{")):
        return ""
    if bare[-1:] in _OTHER_CLOSING:
        return f"{bare[:-1]}{closing}"
    return f"{bare}{closing}" if closing not in bare else ""


def _block_text(case: _Case) -> bool:
    if "block scalar" not in case.fault.context:
        return False
    start = case.fault.context_at
    case.findings.add(BLOCK_TEXT, start, start + 1, character=case.text[start])
    return True


def _special(case: _Case) -> bool:
    problems = ("start any token", "node content", "mapping keys")
    if not any(part in case.fault.problem for part in problems):
        return False
    if not case.character or case.character not in _SPECIAL or not case.before().strip():
        return False
    case.findings.add(RESERVED_CHARACTER, case.at, case.at + 1, character=case.character)
    return True


def _odd_space(case: _Case) -> bool:
    """A space that is none for YAML, at the start of a line or behind a colon."""
    for number in case.text_lines_above():
        line, start = case.lines.line(number), case.lines.starts[number]
        found = _ODD_SPACE.match(line)
        if found:
            at = found.end() - 1
            text = shorten(line.strip())
            better = shorten(re.sub(f"[{SPACES}]+", " ", line).strip())
            case.findings.add(
                INVISIBLE,
                start + at,
                start + at + 1,
                hint=Message(
                    N_("Write it with an ordinary space: “{better}”."), {"better": better}
                ),
                character=name_of(line[at]),
                text=text,
            )
            return True
    return False


def _missing_colon_mark(case: _Case) -> bool:
    """Lines around that would be fields if their colon were written right; all are told."""
    found = False
    for number in chain(case.text_lines_above(), case.text_lines_below()):
        line, start = case.lines.line(number), case.lines.starts[number]
        if _FIELD.match(line):
            continue
        wide, narrow = _FULL_WIDTH.match(line), _NO_SPACE.match(line)
        if wide:
            end = start + wide.end()
            case.findings.add(FULL_WIDTH_COLON, start + wide.start(1), end, word=wide[1])
        elif narrow:
            end = start + narrow.end()
            case.findings.add(MISSING_SPACE, start + narrow.start(1), end, mark=narrow[1])
        found = found or bool(wide or narrow)
    return found


def _after_end(case: _Case) -> bool:
    before = case.before()[-2000:]
    if _QUOTED.search(before) or _BRACKETED.search(before):
        mark = before.rstrip()[-1]
        case.findings.add(TEXT_AFTER_END, case.at, case.at + 1, mark=mark)
        return True
    return False


def _colon(case: _Case) -> bool:
    if "mapping values" not in case.fault.problem or case.line.startswith("---"):
        return False
    before = case.before()
    word = _WORD.match(before)
    if word:
        case.findings.add(COLON_IN_TEXT, case.at, case.at + 1, word=shorten(word[1].strip()))
        return True
    # The text above goes on in this line, so either it is no field or this line is too deep.
    above = list(case.text_lines_above())[1:]
    if above:
        text = shorten(case.lines.line(above[0]).strip())
        case.add_line(MISSING_COLON, above[0], text=text)
    else:
        case.add_line(INDENTATION)
    return True


def _no_colon(case: _Case) -> bool:
    """A line of a group that is no field."""
    expected = "find expected ':'" in case.fault.problem
    number = case.lines.number(case.fault.context_at) if expected else case.number
    line = case.lines.line(number)
    if not expected and (_FIELD.match(line) or line.lstrip().startswith("-")):
        return False
    if not expected and "block mapping" not in case.fault.context:
        return False
    wide = _FULL_WIDTH.match(line)
    if line.lstrip().startswith(":"):
        case.add_line(EMPTY_KEY, number)
    elif wide and not line[wide.end() :].strip():
        start = case.lines.starts[number]
        case.findings.add(FULL_WIDTH_COLON, start + wide.start(1), start + wide.end(), word=wide[1])
    else:
        case.add_line(MISSING_COLON, number, text=shorten(line.strip()))
    return True


def _indentation(case: _Case) -> bool:
    if MISSING_SPACE in case.findings:
        return True  # a list whose hyphens have no space is no list, and nothing lines up
    by_context = ("block mapping", "block collection")
    if "sequence entries" in case.fault.problem and case.before().strip():
        case.findings.add(RESERVED_CHARACTER, case.at, case.at + 1, character="-")
        return True
    if case.fault.context.endswith(by_context) or "sequence entries" in case.fault.problem:
        case.add_line(INDENTATION)
        return True
    return False


_EXPLANATIONS: tuple[Callable[[_Case], bool], ...] = (
    _swallowed,
    _tab,
    _directive,
    _quoted,
    _reference,
    _tag,
    _document,
    _bracket,
    _block_text,
    _special,
    _odd_space,
    _missing_colon_mark,
    _after_end,
    _colon,
    _no_colon,
    _indentation,
)
