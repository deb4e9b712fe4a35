"""Writes the responsibility workbook for Excel, WPS and LibreOffice."""

from __future__ import annotations

from generator.renderers.workbook.document import workbook_of

__all__ = ["workbook_of"]
