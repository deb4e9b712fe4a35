"""The files that stand beside the pages of the site: one line a family in `MAKERS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

from generator.base.artifact import Artifact
from generator.document.context import Context
from generator.outputs.diagrams import diagram_files
from generator.outputs.pack import books, calendars, checklists, house_in, workbook
from generator.outputs.schemas import editor_schemas
from generator.renderers.data import handbook_json
from generator.renderers.html.addresses import href
from generator.renderers.word.forms import form_artifacts

Maker: TypeAlias = "Callable[[Context, Path], tuple[Artifact, ...]]"


def _diagrams(ctx: Context, root: Path) -> tuple[Artifact, ...]:
    del root
    return diagram_files(ctx, lambda page: partial(href, page))


def _data(ctx: Context, root: Path) -> tuple[Artifact, ...]:
    del root
    return (
        (handbook_json(ctx.handbook, path="downloads/handbook.json"),) if ctx.words.original else ()
    )


def _schemas(ctx: Context, root: Path) -> tuple[Artifact, ...]:
    del root
    found = editor_schemas(ctx.handbook) if ctx.words.original else ()
    return tuple(replace(each, path=f"schema/{each.path}") for each in found)


def _forms(ctx: Context, root: Path) -> tuple[Artifact, ...]:
    return form_artifacts(ctx, house_in(root, ctx.handbook))


def _pack(ctx: Context, root: Path) -> tuple[Artifact, ...]:
    return (*books(ctx, root), *workbook(ctx), *checklists(ctx, root), *calendars(ctx))


MAKERS: tuple[Maker, ...] = (_pack, _diagrams, _forms, _data, _schemas)


def site_artifacts(ctx: Context, root: Path) -> tuple[Artifact, ...]:
    """Return all files beside the pages, in one language, with paths as in the published tree.

    `root` is the handbook's folder, for what a document takes from there, such as a logo.
    """
    return tuple(artifact for maker in MAKERS for artifact in maker(ctx, root))
