"""Says a due in words, as a message in no language yet."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import TypeAlias

from generator.base.diagnostics import N_, Argument, Message
from generator.notation.due_kinds import (
    AtOnce,
    ByField,
    ByParameter,
    Daily,
    Due,
    DueSpan,
    Every,
    LastDay,
    Mention,
    Monthly,
    Offset,
    OnDemand,
    Quarterly,
    Relative,
    SameDay,
    Timed,
    Weekly,
    Within,
    WithinField,
    Workdays,
    Yearly,
)
from generator.notation.duration import Duration, TimeUnit, duration_words

MentionNames: TypeAlias = Mapping[Mention, Argument]

WEEKDAYS = {
    "mon": N_("Monday"),
    "tue": N_("Tuesday"),
    "wed": N_("Wednesday"),
    "thu": N_("Thursday"),
    "fri": N_("Friday"),
    "sat": N_("Saturday"),
    "sun": N_("Sunday"),
}
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_OFFSETS = {
    ("after", False): N_("within {duration} after {anchor}"),
    ("before", False): N_("{duration} before {anchor}"),
    ("before", True): N_("at least {duration} before {anchor}"),
}
_RELATIONS = {
    "before": N_("before {anchor}"),
    "on": N_("on the day of {anchor}"),
    "not before": N_("not before {anchor}"),
}
_LAST_DAYS = {
    (Monthly, LastDay.DAY): N_("on the last day of every month"),
    (Monthly, LastDay.WORKING_DAY): N_("on the last working day of every month"),
    (Quarterly, LastDay.DAY): N_("on the last day of every quarter"),
    (Quarterly, LastDay.WORKING_DAY): N_("on the last working day of every quarter"),
}
_PHRASES: dict[type[Due], str] = {
    AtOnce: N_("at once"),
    OnDemand: N_("on demand"),
    SameDay: N_("on the same day"),
    Daily: N_("every day"),
    Workdays: N_("every working day"),
}
_EVERY_ONE = {
    TimeUnit.MINUTE: N_("every minute"),
    TimeUnit.HOUR: N_("every hour"),
    TimeUnit.DAY: N_("every day"),
    TimeUnit.WORKING_DAY: N_("every working day"),
    TimeUnit.WEEK: N_("every week"),
    TimeUnit.MONTH: N_("every month"),
    TimeUnit.YEAR: N_("every year"),
}


def due_words(due: Due, names: MentionNames) -> Message:
    """Say a due in words.

    `names` has the words for all that the due mentions: the title of a step, milestone or field,
    the value of a parameter.
    """
    words = _words(due, names)
    if isinstance(due, Timed) and due.at:
        return Message("{due} at {time}", {"due": words, "time": due.at.isoformat("minutes")})
    return words


def _words(due: Due, names: MentionNames) -> Message:
    match due:
        case Within():
            return Message("within {duration}", {"duration": duration_words(due.duration)})
        case ByParameter() | ByField() | WithinField():
            return _named_words(due, names)
        case Offset():
            return _offset_words(due, names)
        case Relative():
            return Message(_RELATIONS[due.relation], {"anchor": names[due.anchor]})
        case Every():
            return _every_words(due, names)
        case _:
            return _fixed_words(due)


def _every_words(due: Every, names: MentionNames) -> Message:
    if isinstance(due.span, Duration) and due.span.amount == 1:
        return Message(_EVERY_ONE[due.span.unit])
    return Message("every {duration}", {"duration": _span_words(due.span, names)})


def _fixed_words(due: Due) -> Message:
    match due:
        case Weekly():
            return _weekly_words(due)
        case Monthly(on=int(day)):
            return Message("on day {day} of every month", {"day": day})
        case Quarterly(on=int(day)):
            return Message("on day {day} of the first month of every quarter", {"day": day})
        case Monthly(on=LastDay() as last) | Quarterly(on=LastDay() as last):
            return Message(_LAST_DAYS[type(due), last])
        case Yearly():
            month = Message(_MONTHS[due.month - 1])
            return Message("every year on {day} {month}", {"day": due.on, "month": month})
        case _:
            return Message(_PHRASES[type(due)])


def _named_words(due: ByParameter | ByField | WithinField, names: MentionNames) -> Message:
    if isinstance(due, ByParameter):
        return Message("{parameter}", {"parameter": names[due.parameter]})
    if isinstance(due, WithinField):
        return Message("within the time in {field}", {"field": names[due.mention]})
    return Message("by the date in {field}", {"field": names[due.mention]})


def _offset_words(due: Offset, names: MentionNames) -> Message:
    duration = _span_words(due.span, names)
    anchor = names[due.anchor]
    id_ = _OFFSETS[due.relation, due.at_least]
    return Message(id_, {"duration": duration, "anchor": anchor})


def _span_words(span: DueSpan, names: MentionNames) -> Argument:
    if isinstance(span, Duration):
        return duration_words(span)
    return names[span]


def _weekly_words(due: Weekly) -> Message:
    days = [Message(WEEKDAYS[day.value]) for day in due.days]
    return Message("every {weekday}", {"weekday": reduce(_and, days)})


def _and(first: Message, second: Message) -> Message:
    return Message("{first} and {second}", {"first": first, "second": second})
