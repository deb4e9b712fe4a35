"""The formats of `handbook diff`, by the name of the `--format` option."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from generator.document.changes.report import ChangeReport
from generator.report.changes.json import changes_as_json
from generator.report.changes.markdown import changes_as_markdown
from generator.report.changes.page import changes_as_html

ChangeFormat: TypeAlias = "Callable[[ChangeReport], str]"

CHANGE_FORMATS: Mapping[str, ChangeFormat] = {
    "markdown": changes_as_markdown,
    "json": changes_as_json,
    "html": changes_as_html,
}
