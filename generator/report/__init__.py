"""Findings as text for people and as data for machines; one module a format."""

from generator.report.formats import FORMATS, Report

__all__ = ["FORMATS", "Report"]
