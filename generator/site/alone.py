"""Stages the handbook of a folder when MkDocs is run by itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from generator.base.artifact import Artifact
from generator.outputs.diagrams import figures
from generator.document.context import Context
from generator.document.site import site_pages
from generator.base.i18n import Catalogue, product_catalogue
from generator.publish.guard import work_gate
from generator.renderers.html.addresses import href
from generator.rules.catalogue import all_rules
from generator.site.content import content_titles
from generator.site.staging import Staged, stage
from generator.outputs.site_artifacts import site_artifacts
from generator.checking.folder import hinders, read_folder

FOLDER = "build/mkdocs"


class NotBuildable(Exception):
    """The handbook has errors; `handbook check` names them."""


def stage_alone(root: Path, *, documents: bool) -> tuple[Staged, tuple[Artifact, ...]]:
    """Read, check and stage the handbook of a folder in its first language.

    With `documents` the files to take away come back too, to be written beside the pages.

    Raises:
        NotBuildable: the handbook has errors.
    """
    sources = read_folder(root)
    handbook = sources.checked.handbook
    if handbook is None or hinders(sources.checked, strict=False):
        raise NotBuildable
    language = handbook.settings.languages[0]
    ctx = Context.of(handbook, product_catalogue(language), Catalogue(language))
    artifacts = site_artifacts(ctx, root) if documents else ()
    made = frozenset(each.path for each in artifacts)
    pages = site_pages(ctx, made, content_titles(sources.content), all_rules())
    drawn = figures(ctx, pages, lambda page: partial(href, page))
    staged = stage(
        pages,
        ctx=ctx,
        content=sources.content,
        figures={key: each.body().decode() for key, each in drawn},
        folder=work_gate(root).path(FOLDER),
    )
    return staged, artifacts
