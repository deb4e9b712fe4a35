"""The one verdict on a folder: `check` reports it, and `build` publishes only what it passes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.base.diagnostics import Diagnostic
from generator.checking.folder import HandbookFolder, read_folder
from generator.checking.pipeline import with_findings
from generator.site.theme_settings import SETTINGS, ThemeSettings, read_theme_settings
from generator.source.reading.content import is_page

# A page of headings, paragraphs and plain lists only holds nothing that could be wrong.
_MARKUP = re.compile(rb"[\[<{|>*_`~&\\^]|^[ \t]+\S|^(?:[-+]|\d+[.)])[ \t]+(?:[-+]|\d)", re.MULTILINE)


def read_handbook(root: Path, *, drafts: bool = False) -> HandbookFolder:
    """Read the handbook of a folder and judge all that a build reads.

    `drafts` says whether drafts get pages, to which others may lead.
    """
    folder = read_folder(root)
    if folder.checked.handbook is None:
        return folder
    folder = with_pages(folder, drafts=drafts)
    settings = read_theme_settings(root)
    found = (*settings.diagnostics, *_theme_findings(root, folder, settings))
    checked = with_findings(folder.checked, found) if found else folder.checked
    texts = {**checked.texts, SETTINGS: settings.text or ""}
    return replace(folder, checked=replace(checked, texts=texts))


def with_pages(folder: HandbookFolder, *, drafts: bool = False) -> HandbookFolder:
    """Return a folder with the findings of its hand-written pages and its house style."""
    if folder.checked.handbook is None:
        return folder
    found = (*_house_findings(folder), *_content_findings(folder, drafts=drafts))
    return replace(folder, checked=with_findings(folder.checked, found)) if found else folder


def _house_findings(folder: HandbookFolder) -> Iterator[Diagnostic]:
    handbook = folder.checked.handbook
    style = handbook.settings.house_style if handbook else None
    if style is None or not (style.logo or style.base_document):
        return
    # Only a handbook with a logo or a base document pays for what knows Word.
    from generator.site.house_files import house_findings

    yield from house_findings(folder)


def _content_findings(folder: HandbookFolder, *, drafts: bool) -> Iterator[Diagnostic]:
    if not any(
        path.startswith("chapters/") or _MARKUP.search(raw)
        for path, raw in folder.content.items()
        if is_page(path)
    ):
        return
    # Markdown and templates take a third of a second to load: only what needs them pays.
    from generator.site.hand_written import hand_written_findings

    yield from hand_written_findings(folder, drafts=drafts)


def _theme_findings(
    root: Path, folder: HandbookFolder, settings: ThemeSettings
) -> Iterator[Diagnostic]:
    if settings.plain:
        return
    # MkDocs takes a quarter of a second to load: only settings of a company's own need it.
    from generator.outputs.material import contexts
    from generator.site.theme_trial import ThemeTrial

    ctx = next(contexts(folder, drafts=False))
    yield from ThemeTrial(root, settings.file).findings(ctx)
