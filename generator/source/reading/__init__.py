"""Reads the YAML files of a handbook, with the place of every key and value."""

from __future__ import annotations

from generator.source.reading.findings import READING_RULES, SKETCHED
from generator.source.reading.yaml_file import Ignore, JsonValue, YamlFile
from generator.source.reading.yaml_reader import read_yaml

__all__ = ["READING_RULES", "SKETCHED", "Ignore", "JsonValue", "YamlFile", "read_yaml"]
