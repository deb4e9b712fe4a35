"""The kinds of due that a step can have, as immutable values; `str()` gives their spelling."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import time
from enum import Enum
from typing import ClassVar, Literal, TypeAlias

from generator.notation.duration import Duration
from generator.notation.inserts import ParameterInsert

DueSpan: TypeAlias = "Duration | ParameterInsert"


class Weekday(Enum):
    """A day of the week, Monday first; the value is how it is written."""

    MONDAY = "mon"
    TUESDAY = "tue"
    WEDNESDAY = "wed"
    THURSDAY = "thu"
    FRIDAY = "fri"
    SATURDAY = "sat"
    SUNDAY = "sun"


class LastDay(Enum):
    """A day counted from the end of a month or quarter."""

    DAY = "last"
    WORKING_DAY = "last-wd"


DayOfMonth: TypeAlias = "int | LastDay"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A step or milestone that a due hangs on, at the characters [start, end)."""

    id: str
    start: int = field(default=0, compare=False, repr=False)
    end: int = field(default=0, compare=False, repr=False)

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class FieldMention:
    """A field of a form that holds a date or duration, at the characters [start, end)."""

    form: str
    name: str
    start: int = field(default=0, compare=False, repr=False)
    end: int = field(default=0, compare=False, repr=False)

    @property
    def id(self) -> str:
        """Form and field as they are written."""
        return f"{self.form}.{self.name}"

    def __str__(self) -> str:
        return self.id


Mention: TypeAlias = "Anchor | FieldMention | ParameterInsert"


@dataclass(frozen=True, slots=True)
class Due:
    """When something must be done: the base of all kinds."""

    recurring: ClassVar[bool] = False

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The steps and milestones that the due hangs on."""
        return ()

    @property
    def parameters(self) -> tuple[ParameterInsert, ...]:
        """The parameters that the due inserts."""
        return ()

    @property
    def fields(self) -> tuple[FieldMention, ...]:
        """The form fields that hold the date or duration."""
        return ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All that the due names and that has a title or a value of its own."""
        return (*self.anchors, *self.fields, *self.parameters)


@dataclass(frozen=True, slots=True)
class AtOnce(Due):
    """`at once`: as soon as the step is reached."""

    def __str__(self) -> str:
        return "at once"


@dataclass(frozen=True, slots=True)
class OnDemand(Due):
    """`on demand`: whenever somebody asks."""

    def __str__(self) -> str:
        return "on demand"


@dataclass(frozen=True, slots=True)
class Within(Due):
    """`3wd`, `15-30min`: counted from when the step is reached."""

    duration: Duration

    def __str__(self) -> str:
        return str(self.duration)


@dataclass(frozen=True, slots=True)
class ByParameter(Due):
    """`${reply-time}`: the whole due is the value of a parameter."""

    parameter: ParameterInsert

    def __str__(self) -> str:
        return str(self.parameter)

    @property
    def parameters(self) -> tuple[ParameterInsert, ...]:
        """The parameter that is the due."""
        return (self.parameter,)


@dataclass(frozen=True, slots=True)
class ByField(Due):
    """`by order-sheet.placed_on`: by the date that stands in a form."""

    mention: FieldMention

    def __str__(self) -> str:
        return f"by {self.mention}"

    @property
    def fields(self) -> tuple[FieldMention, ...]:
        """The field that holds the date."""
        return (self.mention,)


@dataclass(frozen=True, slots=True)
class WithinField(Due):
    """`within order-sheet.reply_hours`: counted from when the step is reached.

    The field is a number with a unit of time: somebody writes the duration into the form.
    """

    mention: FieldMention

    def __str__(self) -> str:
        return f"within {self.mention}"

    @property
    def fields(self) -> tuple[FieldMention, ...]:
        """The field that holds the duration."""
        return (self.mention,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset(Due):
    """`3wd after register`, `30d before opening`, `at least 30d before signing`."""

    span: DueSpan
    relation: Literal["after", "before"]
    anchor: Anchor
    at_least: bool = False

    def __str__(self) -> str:
        return f"{'at least ' * self.at_least}{self.span} {self.relation} {self.anchor}"

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The step or milestone counted from."""
        return (self.anchor,)

    @property
    def parameters(self) -> tuple[ParameterInsert, ...]:
        """The parameter that gives the duration, if one does."""
        return (self.span,) if isinstance(self.span, ParameterInsert) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed(Due, ABC):
    """A due that may name a time of day: the base of those kinds."""

    at: time | None = None

    @property
    @abstractmethod
    def day(self) -> str:
        """The spelling without the time."""

    def __str__(self) -> str:
        return f"{self.day} {self.at.isoformat('minutes')}" if self.at else self.day


@dataclass(frozen=True, slots=True, kw_only=True)
class SameDay(Timed):
    """`same day`: before the day ends on which the step is reached."""

    @property
    def day(self) -> str:
        """The spelling without the time."""
        return "same day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative(Timed):
    """`before opening`, `on opening 09:00`, `not before opening`."""

    relation: Literal["before", "on", "not before"]
    anchor: Anchor

    @property
    def day(self) -> str:
        """The spelling without the time."""
        return f"{self.relation} {self.anchor}"

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The step or milestone that the due hangs on."""
        return (self.anchor,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Every(Due):
    """`every 30min`: again and again, at equal distances."""

    recurring: ClassVar[bool] = True
    span: DueSpan

    def __str__(self) -> str:
        return f"every {self.span}"

    @property
    def parameters(self) -> tuple[ParameterInsert, ...]:
        """The parameter that gives the duration, if one does."""
        return (self.span,) if isinstance(self.span, ParameterInsert) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily(Timed):
    """`daily 18:00`: every calendar day."""

    recurring: ClassVar[bool] = True

    @property
    def day(self) -> str:
        """The spelling without the time."""
        return "daily"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workdays(Timed):
    """`workdays 18:00`: every working day of the handbook's calendar."""

    recurring: ClassVar[bool] = True

    @property
    def day(self) -> str:
        """The spelling without the time."""
        return "workdays"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekly(Timed):
    """`weekly tue fri 16:00`: on days of every week, Monday first."""

    recurring: ClassVar[bool] = True
    days: tuple[Weekday, ...]

    @property
    def day(self) -> str:
        """The spelling without the time."""
        return " ".join(("weekly", *(day.value for day in self.days)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Monthly(Timed):
    """`monthly 25`, `monthly last-wd`: on a day of every month (1 to 28, or counted back)."""

    recurring: ClassVar[bool] = True
    on: DayOfMonth

    @property
    def day(self) -> str:
        """The spelling without the time."""
        return f"monthly {_spelt(self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarterly(Timed):
    """`quarterly 10`: a day of each quarter's first month (1 to 30), or counted from its end."""

    recurring: ClassVar[bool] = True
    on: DayOfMonth

    @property
    def day(self) -> str:
        """The spelling without the time."""
        return f"quarterly {_spelt(self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Yearly(Timed):
    """`yearly 12-28`: on a date of every year."""

    recurring: ClassVar[bool] = True
    month: int
    on: int

    @property
    def day(self) -> str:
        """The spelling without the time."""
        return f"yearly {self.month:02}-{self.on:02}"


def _spelt(day: DayOfMonth) -> str:
    return day.value if isinstance(day, LastDay) else str(day)
