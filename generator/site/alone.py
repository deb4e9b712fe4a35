"""Stages the handbook of a folder when MkDocs is run by itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from generator.checking.folder import blocks_publishing
from generator.document.site import site_pages
from generator.outputs.catalogue import all_files, downloads_of
from generator.outputs.figures import figures
from generator.outputs.material import contexts, material_of
from generator.outputs.output import OutputFile
from generator.publish.guard import work_gate
from generator.publish.office import pages_of_headings
from generator.renderers.html.addresses import href
from generator.rules.catalogue import all_rules
from generator.site.content import content_titles
from generator.site.staging import Staged, stage
from generator.site.verdict import read_handbook

FOLDER = "build/mkdocs"


class NotBuildable(Exception):
    """The handbook has errors; `handbook check` names them."""


def stage_alone(root: Path, *, documents: bool) -> tuple[Staged, tuple[OutputFile, ...]]:
    """Read, check and stage the handbook of a folder in its first language.

    With `documents` the downloads come back too, to be written beside the pages.

    Raises:
        NotBuildable: the handbook has errors.
    """
    folder = read_handbook(root)
    ctx = next(contexts(folder, drafts=False), None)
    if ctx is None or blocks_publishing(folder.checked, strict=False):
        raise NotBuildable
    material = material_of(folder, pages_of_headings)
    made = all_files(ctx, material) if documents else ()
    downloads = downloads_of(ctx, made) if documents else {}
    pages = site_pages(ctx, downloads, content_titles(folder.content), all_rules())
    drawn = figures(ctx, pages, lambda page: partial(href, page))
    staged = stage(
        pages,
        ctx=ctx,
        content=folder.content,
        figures={key: each.body().decode() for key, each in drawn},
        folder=work_gate(root).path(FOLDER),
        downloads=downloads,
    )
    return staged, made
