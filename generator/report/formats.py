"""The formats in which `check` reports, by the name of the `--format` option."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from generator.base.i18n import Catalogue
from generator.checking.pipeline import Checked
from generator.report.github import report_github
from generator.report.gitlab import report_gitlab
from generator.report.json import report_json
from generator.report.sarif import report_sarif
from generator.report.text import report_text

Report: TypeAlias = "Callable[[Checked, Catalogue, str], str]"

FORMATS: Mapping[str, Report] = {
    "text": report_text,
    "json": report_json,
    "github": report_github,
    "gitlab": report_gitlab,
    "sarif": report_sarif,
}
