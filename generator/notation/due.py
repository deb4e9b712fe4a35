"""Reads the due language: when a step must be done."""

from __future__ import annotations

from generator.notation.due_grammar import read_due
from generator.notation.due_kinds import Due
from generator.notation.due_rules import DUE_DATE, DUE_DAY, DUE_SPELLING, DUE_TIME
from generator.notation.findings import Fault, Good, Parsed
from generator.notation.spelling import respell


def parse_due(source: str) -> Parsed[Due]:
    """Read a due such as `3wd after check-stock` or `weekly sat 18:00`.

    A text that is nearly a due gives one fault that offers the right spelling.
    """
    match read_due(source):
        case Good(due):
            return Parsed(due)
        case Fault() as fault:
            return Parsed(None, (_respelled(source, fault),))


def _respelled(source: str, fault: Fault) -> Fault:
    """Return the fault to report: one that offers the right spelling, when there is one."""
    text = source.strip()
    start = source.find(text)
    end = start + len(text)
    right = respell(text)
    if right == text or fault.rule.code.startswith("HB22"):
        return fault
    match read_due(right):
        case Good(due):
            args = {"text": text, "right": str(due)}
            return Fault(DUE_SPELLING, start, end, args, right=str(due))
        # 每月31日 is understood, yet no day of every month: say that, of the whole.
        case Fault(rule=rule) as found if rule in {DUE_DAY, DUE_DATE, DUE_TIME}:
            return Fault(rule, start, end, found.args, found.hint)
    return fault
