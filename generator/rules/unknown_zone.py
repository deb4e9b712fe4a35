"""HB337: a time zone that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from generator.base.diagnostics import N_, Diagnostic, Message, Rule
from generator.base.nearest import nearest
from generator.rules.book import Book

_ZONE = "# processes/handbook.yml\ntimezone: {zone}\n"
RULE = Rule(
    code="HB337",
    name="unknown-zone",
    message=N_("There is no time zone “{zone}”."),
    hint=N_("Write a name of the tz database, a region and a city: Asia/Shanghai."),
    why=N_("Calendars of roles would carry no zone: abroad each due stood at another moment."),
    wrong=_ZONE.format(zone="Europa/London"),
    right=_ZONE.format(zone="Europe/London"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Look the zone up in the list that comes with the tz database."""
    zone = book.handbook.settings.timezone
    if zone in _zones():
        return
    close = nearest(zone, _zones())
    hint = Message("Did you mean “{close}”?", {"close": close}) if close else None
    yield RULE.at(book.handbook.settings.where / "timezone", zone=zone, hint=hint)


@cache
def _zones() -> frozenset[str]:
    """Return the names of all zones, as the package `tzdata` lists them."""
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())
