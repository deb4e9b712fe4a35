"""The one verdict on a folder: `check` reports it, and `build` publishes only what it passes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.base.diagnostics import Diagnostic
from generator.checking.folder import HandbookFolder, read_folder
from generator.checking.pipeline import Checked, with_findings
from generator.rules.declared.site import BROKEN_ANCHOR, BROKEN_LINK, LOST_PAGE
from generator.site.theme_settings import SETTINGS, ThemeSettings, read_theme_settings
from generator.source.reading.content import is_page
from generator.source.recovery import as_id, words_in

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_FOLDERS = frozenset(("html", "roles", "units", "processes", "forms", "chapters", "step", "field"))


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
    found = tuple(each for each in found if not _follows(each, folder.checked))
    return replace(folder, checked=with_findings(folder.checked, found)) if found else folder


def _follows(found: Diagnostic, checked: Checked) -> bool:
    """Whether a page cannot be found only because of what is told, or hidden, in the YAML."""
    if found.rule not in (BROKEN_LINK, BROKEN_ANCHOR, LOST_PAGE):
        return False
    name = str(found.args.get("chapter") or found.args.get("link"))
    words = frozenset(as_id(each) for each in _NAME.findall(name)) - _FOLDERS
    told = {
        as_id(str(each.args["id"]))
        for each in checked.diagnostics
        if each.rule.code.startswith("HB2") and "id" in each.args
    }
    if words & told:
        return True
    for path in checked.unread:
        source = checked.sources.get(path)
        if source is None or words & words_in(source.text):
            return not found.args.get("link") or "/" in name  # pages of content/ are all read
    return False


def _house_findings(folder: HandbookFolder) -> Iterator[Diagnostic]:
    handbook = folder.checked.handbook
    style = handbook.settings.house_style if handbook else None
    if style is None or not (style.logo or style.base_document):
        return
    # Only a handbook with a logo or a base document pays for what knows Word.
    from generator.site.house_files import house_findings

    yield from house_findings(folder)


def _content_findings(folder: HandbookFolder, *, drafts: bool) -> Iterator[Diagnostic]:
    if not any(map(is_page, folder.content)):
        return
    # Markdown and templates take a third of a second to load: only who has pages pays.
    from generator.site.hand_written import hand_written_findings

    yield from hand_written_findings(folder, drafts=drafts)


def _theme_findings(
    root: Path, folder: HandbookFolder, settings: ThemeSettings
) -> Iterator[Diagnostic]:
    if settings.plain:
        return
    # MkDocs takes a quarter of a second to load: only settings of a company's own need it.
    from generator.outputs.material import contexts
    from generator.site.staging import pictures
    from generator.site.theme_trial import ThemeTrial

    ctx = next(contexts(folder, drafts=False))
    beside = frozenset(path for path, _ in pictures(folder.content))
    yield from ThemeTrial(root, settings.file, beside).findings(ctx)
