"""The one list of what the product puts out; build, export, downloads and archives follow it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.document.blocks import Download, DownloadsByPage, Target
from generator.document.context import Context
from generator.outputs.entries.book import BOOK
from generator.outputs.entries.calendars import CALENDARS
from generator.outputs.entries.checklists import CHECKLISTS
from generator.outputs.entries.data import DATA
from generator.outputs.entries.diagrams import BPMN, SVG
from generator.outputs.entries.forms import FORMS
from generator.outputs.entries.schemas import SCHEMAS
from generator.outputs.entries.workbook import WORKBOOK
from generator.outputs.material import Material
from generator.outputs.output import LANDING, Archive, Output, OutputFile
from generator.renderers.word.ooxml.house import House

OUTPUTS: tuple[Output, ...] = (
    BOOK,
    WORKBOOK,
    FORMS,
    CHECKLISTS,
    CALENDARS,
    SVG,
    BPMN,
    DATA,
    SCHEMAS,
)
"""All outputs, in the order in which pages offer them."""


SITE_ARCHIVE = "downloads/handbook-offline.zip"
"""The path of the archive of the whole site, one for all languages."""


def exported_outputs() -> Mapping[str, Output]:
    """Return what can be exported by itself, by id."""
    return {each.id: each for each in sorted(OUTPUTS, key=lambda each: each.id) if each.exported}


def all_files(ctx: Context, material: Material) -> tuple[OutputFile, ...]:
    """Return all files beside the pages in one language, with paths as in the published tree."""
    return tuple(file for each in OUTPUTS for file in files_of(each, ctx, material))


def files_of(output: Output, ctx: Context, material: Material) -> tuple[OutputFile, ...]:
    """Return the files of one output in one language."""
    if not (output.every_language or ctx.words.original):
        return ()
    return tuple(output.files(ctx, material))


def shared_paths(ctx: Context) -> frozenset[str]:
    """Return the paths of files that only the tree of the first language has."""
    material = Material(house=House())  # their names depend on no file of the house
    made = (each.files(ctx, material) for each in OUTPUTS if not each.every_language)
    return frozenset((SITE_ARCHIVE, *(file.artifact.path for files in made for file in files)))


def files_for(
    output: Output, ctx: Context, material: Material, name: str
) -> tuple[OutputFile, ...]:
    """Return the files of one output that are about the process, form, role or chapter `name`."""
    if output.files_for:
        return tuple(output.files_for(ctx, material, name))
    return tuple(each for each in files_of(output, ctx, material) if each.about == name)


def archives_of(files: Iterable[OutputFile]) -> Mapping[Archive, tuple[str, ...]]:
    """Return the archives of files, each with the paths that go into it, sorted."""
    packed: dict[Archive, list[str]] = {}
    for file in files:
        if file.archive:
            packed.setdefault(file.archive, []).append(file.artifact.path)
    return {archive: tuple(sorted(paths)) for archive, paths in packed.items()}


def downloads_of(ctx: Context, files: Sequence[OutputFile]) -> DownloadsByPage:
    """Return what each page offers, by the path of the page without ending.

    An archive is offered after the first output that has files in it.
    """
    offered: dict[str, dict[str, Download]] = {}

    def offer(path: str, label: str, pages: Iterable[str]) -> None:
        for page in pages:
            found = Download(label, Target("download", path))
            offered.setdefault(page, {}).setdefault(path, found)

    for file in files:
        offer(file.artifact.path, file.label, file.pages)
        if file.archive:
            offer(file.archive.path, file.archive.label, file.archive.pages)
    if ctx.words.original:
        offer(SITE_ARCHIVE, ctx.words.say("This site as one archive (ZIP)"), LANDING)
    return {page: tuple(found.values()) for page, found in offered.items()}
