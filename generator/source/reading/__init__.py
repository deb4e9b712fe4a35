"""Reads the YAML files of a handbook, with the place of every key and value."""

from __future__ import annotations

from generator.source.reading.findings import READING_RULES, SKETCHED
from generator.source.reading.source import Ignore, JsonValue, SourceFile
from generator.source.reading.yaml_reader import read_source

__all__ = ["READING_RULES", "SKETCHED", "Ignore", "JsonValue", "SourceFile", "read_source"]
