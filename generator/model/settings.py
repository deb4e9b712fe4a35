"""What `handbook.yml` says: title, chapters, code scheme, editions, calendar, form header."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.base.diagnostics import Locator
from generator.model.control import Deadline
from generator.model.form import Field
from generator.model.ids import ChapterId, RoleId
from generator.model.text import NOWHERE, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter: a folder of processes; its code is part of their document codes."""

    chapter: ChapterId
    code: str
    title: Text
    summary: Text | None = None
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeScheme:
    """The patterns of document codes, with `{chapter}` and `{number}`."""

    process: str = "P-{chapter}-{number}"
    form: str = "FM-{chapter}-{number}"
    parameter: str = "PA-{number}"

    @property
    def schemes(self) -> Mapping[str, str]:
        """The patterns by the kind of document."""
        return {"process": self.process, "form": self.form, "parameter": self.parameter}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An issue of the whole handbook that the company puts in force."""

    edition: Text
    date: date
    prepared_by: RoleId | None = None
    reviewed_by: tuple[RoleId, ...] = ()
    approved_by: RoleId | None = None
    tag: str | None = None
    change: Text = Text("")
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The work calendar: weekdays, hours, public holidays and make-up workdays."""

    workdays: tuple[str, ...] = ("mon", "tue", "wed", "thu", "fri")
    hours: str | None = None
    holidays: tuple[date, ...] = ()
    extra_workdays: tuple[date, ...] = ()
    years: tuple[int, ...] = ()
    days_off: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """A day of every month or year on which the enterprise does something; dues derive from it."""

    day: str
    title: Text
    due: Deadline
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """Where readers send remarks: a mail address or an issue tracker."""

    mail: str | None = None
    issues: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """How printed documents look: logo, colour, fonts, an optional base document.

    `page_numbers` names the program that lays the book out to number its contents.
    """

    logo: str | None = None
    colour: str | None = None
    font: str | None = None
    latin_font: str | None = None
    base_document: str | None = None
    page_numbers: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The handbook's own page of data."""

    title: Text
    company: Text
    address: str | None = None
    languages: tuple[str, ...] = ("zh",)
    chapters: tuple[Chapter, ...] = ()
    codes: CodeScheme = CodeScheme()
    currency: str = "CNY"
    timezone: str = "Asia/Shanghai"
    site_keep: tuple[str, ...] = ()
    feedback: Feedback = Feedback()
    span_of_control: int | None = None
    editions: tuple[Edition, ...] = ()
    calendar: Calendar = Calendar()
    year_plan: tuple[PlannedDay, ...] = ()
    form_header: tuple[Field, ...] = ()
    house_style: HouseStyle = HouseStyle()
    rules: Mapping[str, str] = field(default_factory=dict)
    where: Locator = field(default=NOWHERE, compare=False, repr=False)

    @property
    def edition(self) -> Edition | None:
        """The newest edition."""
        return self.editions[0] if self.editions else None
