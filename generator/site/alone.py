"""Stages the handbook of a folder when MkDocs is run by itself."""

from __future__ import annotations

from pathlib import Path

from generator.checking import check
from generator.diagnostics import has_errors
from generator.document.context import Context
from generator.document.site import site_pages
from generator.files import list_sources
from generator.i18n import product_catalogue
from generator.rules.catalogue import all_rules
from generator.site.content import content_titles
from generator.site.content_files import read_content
from generator.site.staging import Staged, stage

FOLDER = "build/staged"


class NotBuildable(Exception):
    """The handbook has errors; `handbook check` names them."""


def stage_alone(root: Path) -> Staged:
    """Read, check and stage the handbook of a folder, in its first language, without downloads."""
    sources, found = list_sources(root)
    checked = check(sources, found)
    if checked.handbook is None or has_errors(checked.diagnostics):
        raise NotBuildable("handbook check")
    language = checked.handbook.settings.languages[0]
    ctx = Context(checked.handbook, language, product_catalogue(language))
    content, _ = read_content(root / "content")
    pages = site_pages(ctx, frozenset(), content_titles(content), all_rules())
    return stage(pages, ctx=ctx, content=content, figures={}, folder=root / FOLDER)
