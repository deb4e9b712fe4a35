"""Dues are said in words."""

from __future__ import annotations

import pytest

from generator.base.diagnostics import Message
from generator.notation.due import parse_due
from generator.notation.due_kinds import Anchor, FieldMention
from generator.notation.due_words import MentionNames, due_words
from generator.notation.inserts import ParameterInsert

NAMES: MentionNames = {
    Anchor("opening"): "the opening",
    Anchor("register"): "“Register”",
    ParameterInsert("notice", "long"): Message("{count} days", {"count": 30}),
    FieldMention("order-sheet", "placed_on"): "“Order date”",
}


def english(message: Message) -> str:
    """Fill the gaps of a message the way a catalogue without translations does."""
    args = {
        name: english(value) if isinstance(value, Message) else value
        for name, value in message.args.items()
    }
    return message.id.format(**args)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("2h", "within 2 hours"),
        ("1wd", "within 1 working day"),
        ("15-30min", "within 15 to 30 minutes"),
        ("3-5wd after register", "within 3 to 5 working days after “Register”"),
        ("within order-sheet.placed_on", "within the time in “Order date”"),
        ("same day", "on the same day"),
        ("same day 18:00", "on the same day at 18:00"),
        ("3wd after register", "within 3 working days after “Register”"),
        ("30d before opening", "30 days before the opening"),
        ("at least 30d before opening", "at least 30 days before the opening"),
        ("${notice.long} before opening", "30 days before the opening"),
        ("before opening", "before the opening"),
        ("on opening 09:00", "on the day of the opening at 09:00"),
        ("not before opening", "not before the opening"),
        ("every 30min", "every 30 minutes"),
        ("every 1w", "every week"),
        ("every ${notice.long}", "every 30 days"),
        ("daily 18:00", "every day at 18:00"),
        ("workdays", "every working day"),
        ("weekly sat 18:00", "every Saturday at 18:00"),
        ("weekly tue fri", "every Tuesday and Friday"),
        ("monthly 25", "on day 25 of every month"),
        ("monthly last", "on the last day of every month"),
        ("monthly last-wd 12:00", "on the last working day of every month at 12:00"),
        ("quarterly 10", "on day 10 of the first month of every quarter"),
        ("quarterly last", "on the last day of every quarter"),
        ("quarterly last-wd", "on the last working day of every quarter"),
        ("yearly 12-28", "every year on 28 December"),
        ("at once", "at once"),
        ("on demand", "on demand"),
        ("by order-sheet.placed_on", "by the date in “Order date”"),
        ("${notice.long}", "30 days"),
    ],
)
def test_a_due_is_said_in_words(source: str, words: str) -> None:
    due = parse_due(source).value
    assert due is not None
    assert english(due_words(due, NAMES)) == words
