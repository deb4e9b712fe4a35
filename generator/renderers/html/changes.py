"""Renders a comparison of two handbooks as one HTML file with its own style."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from generator.document.changes.report import ChangeReport
from generator.renderers.html.environment import template_environment


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDrawing:
    """The diagrams of a process before and after as SVG; empty where there is none."""

    process: str
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePage:
    """What stands on the page."""

    report: ChangeReport
    drawings: tuple[ChangeDrawing, ...] = ()


def changes_page(page: ChangePage) -> str:
    """Return the page: every text escaped, nothing fetched from anywhere."""
    report = page.report
    html: str = (
        _template_folder()
        .get_template("changes.html.j2")
        .render(
            report=report,
            drawings=page.drawings,
            say=report.ctx.words.say,
            language=report.ctx.words.language,
        )
    )
    return html


@cache
def _template_folder() -> Environment:
    environment = template_environment(keep_trailing_newline=True)
    environment.filters["drawing"] = Markup  # our own SVG, whose texts lxml has escaped
    return environment
