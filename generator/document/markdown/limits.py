"""How much a hand-written page may ask of the reader of Markdown."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, blockquote

from generator.base.diagnostics import N_, Message

DEEPEST = 40
"""Levels of lists and quotations in each other; a list counts for two."""
MOST_NESTED = 40
"""Marks in each other within a paragraph."""
MOST_MARKS = 100_000
"""Lines of a page, and characters that may begin or end something in Markdown, together."""
MOST_QUOTED = 300_000
"""Lines of all quotations together; those in others count again for each."""
LONGEST = 1_000_000
"""Characters of a page."""

_PICTURE = 4  # the library reads on from each for the end of its name
_LINK = 3  # so it does, not as far, for the end of an address
# Each half-width mark, however it is spelt, is told and mended; an indented line is read again for
# each list that it stands in, and what stands behind a bracket for the end of a link.
_TWICE = dict.fromkeys(",;:&#[ \t", 2)

_MARK = re.compile(
    # Of commas behind Chinese characters each is told, and mended.
    r"[*_`\[\]()<>&\\|!{}~^]|\n|(?<=[\u4e00-\u9fff])[,;:]|^[ \t]*(?:[-+#＃=:]|\d+[.)])"
    # Each list that begins in a line behind another one is read anew.
    r"|(?<=[-+*.)>][ \t])(?P<again>[-+]|\d+[.)])(?=[ \t])",
    re.MULTILINE,
)
_TOO_DEEP = N_("lists and quotations stand in each other more than {most} levels deep.")
_TOO_MANY = N_("the page has more than {most} lines and marks.")
_TOO_QUOTED = N_("its quotations in each other have more than {most} lines.")
_FLATTEN = N_("Begin lists and quotations here anew, without indentation and “>”.")
_DIVIDE = N_("Divide it: put the part from here on into a page of its own.")
_TOO_LONG = N_("the page has more than {most} characters.")


class LimitReached(Exception):
    """A text asks too much: the number of the line (from 0) and the reason."""

    def __init__(self, line: int, reason: Message) -> None:
        super().__init__(line, reason)
        self.line = line
        self.reason = reason
        self.cure = Message(_FLATTEN if reason.id in {_TOO_DEEP, _TOO_QUOTED} else _DIVIDE)


def weigh(text: str) -> None:
    """Raise `LimitReached` where reading a text would take too long."""
    if len(text) > LONGEST:
        raise LimitReached(text.count("\n", 0, LONGEST), Message(_TOO_LONG, {"most": LONGEST}))
    count = 0
    for mark in _MARK.finditer(text):
        if text.startswith("![", mark.start()):
            count += _PICTURE
        elif text.startswith("](", mark.start()):
            count += _LINK
        elif mark["again"]:
            count += 2
        else:
            count += _TWICE.get(mark[0][0], 1)
        if count > MOST_MARKS:
            line = text.count("\n", 0, mark.start())
            raise LimitReached(line, Message(_TOO_MANY, {"most": MOST_MARKS}))


def limit_depth(parser: MarkdownIt) -> None:
    """Have a parser end at blocks that stand too deep in others, before the rest is lost."""
    parser.block.ruler.before("table", "depth", _depth)
    before: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.at("blockquote", _counted_quote, before)


def too_deep(line: int) -> LimitReached:
    """Return what to raise at a line where something stands too deep in something else."""
    return LimitReached(line, Message(_TOO_DEEP, {"most": DEEPEST}))


def _depth(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    del end, silent
    if state.level > DEEPEST:
        raise too_deep(start)
    return False


def _counted_quote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read a quotation, of which the library reads every line again for each that it stands in."""
    if silent or not state.src.startswith(">", state.bMarks[start] + state.tShift[start]):
        return blockquote(state, start, end, silent)
    line = start
    while line < end and not state.isEmpty(line):
        line += 1
    state.env["quoted"] = quoted = state.env.get("quoted", 0) + line - start
    if quoted > MOST_QUOTED:
        raise LimitReached(start, Message(_TOO_QUOTED, {"most": MOST_QUOTED}))
    return blockquote(state, start, end, silent)
