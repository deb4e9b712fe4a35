"""Writes the recurring duties of roles as calendars (RFC 5545)."""

from __future__ import annotations

from generator.renderers.calendar.document import calendar_of
from generator.renderers.calendar.entries import CalendarEntry, Series, role_entries

__all__ = ["CalendarEntry", "Series", "calendar_of", "role_entries"]
