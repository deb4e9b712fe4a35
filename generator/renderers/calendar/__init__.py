"""Writes the recurring duties of roles as calendars (RFC 5545)."""

from __future__ import annotations

from generator.renderers.calendar.document import calendar_of
from generator.renderers.calendar.entries import Entry, Series, role_entries

__all__ = ["Entry", "Series", "calendar_of", "role_entries"]
