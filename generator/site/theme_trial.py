"""Asks MkDocs about `mkdocs.yml`, and tries settings whose templates or plugins may fail."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Span
from generator.base.nearest import nearest
from generator.document.context import Context
from generator.document.site import page_makers
from generator.rules.declared.site import BAD_SETTING, IDLE_SETTING, MKDOCS_WARNING
from generator.site.mkdocs_config import ThemeConfig, mkdocs_build, read_config
from generator.site.staging import stage
from generator.site.theme_settings import PLUGIN, SETTINGS, THEME
from generator.source.reading.yaml_file import YamlFile

_OURS = {
    "nav": N_("pages and their order come from the handbook."),
    "markdown_extensions": N_("pages of content/ know the Markdown of the handbook only."),
    "mdx_configs": N_("pages of content/ know the Markdown of the handbook only."),
    "use_directory_urls": N_("pages are files, so that they open by double click."),
    "site_url": N_("the address stands in processes/handbook.yml."),
}
_SAYINGS = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        (r"Unrecognised theme name: '(.*?)'", N_("there is no theme “{name}”; write material.")),
        (r"No theme name set|At least one of 'name'", N_("it has no name; write material.")),
        (r"The path set in custom_dir \('(.*?)'\)", N_("there is no folder “{name}”.")),
        (r'The "(.*?)" plugin is not installed', N_("the plugin “{name}” is not installed.")),
        (r"The path '(.*?)' isn't an existing file", N_("there is no file “{name}”.")),
        (r"File does not exist|isn't an existing", N_("there is no such file.")),
        (r"[Ee]xpected (?:type|a )|[Ii]nvalid|must be", N_("its value is of the wrong kind.")),
        (r"Required configuration not provided", N_("it must have a value.")),
    )
)


class ThemeTrial:
    """Asks MkDocs, and puts what it says at the keys that it speaks of."""

    def __init__(self, root: Path, file: YamlFile | None) -> None:
        self._root = root
        self._file = file
        self._data = file.data if file is not None and isinstance(file.data, dict) else {}

    def findings(self, ctx: Context) -> Iterator[Diagnostic]:
        """Yield what is wrong, first with the settings themselves, then with what they name."""
        with TemporaryDirectory(prefix="handbook-") as name:
            yield from self._judged(ctx, Path(name).resolve())

    def _judged(self, ctx: Context, folder: Path) -> Iterator[Diagnostic]:
        docs, site = folder / "docs", folder / "site"
        docs.mkdir()
        read = read_config(self._root, docs_dir=str(docs), site_dir=str(site))
        for key, said in read.errors:
            yield self._bad(key, _in_our_words(said, self._root))
        for key, said in read.warnings:
            yield self._warned(key, said, read)
        for key, why in _OURS.items():
            if key in self._data:
                yield IDLE_SETTING.at(self._place(key), key=key, reason=Message(why))
        if read.errors:
            return
        if PLUGIN not in read.config.plugins:
            yield self._bad("plugins", Message(N_("“handbook” must be one of the plugins.")))
        elif read.config.theme.name != THEME:
            reason = Message(N_("the handbook is made for the theme “material”."))
            yield self._bad("theme", reason)
        else:
            yield from self._tried(ctx, folder)

    def _tried(self, ctx: Context, folder: Path) -> Iterator[Diagnostic]:
        """Build a site of two pages: templates and plugins of the company's own may fail."""
        makers = page_makers(ctx, {}, {}, {})
        pages = [makers[each]() for each in ("index", "404")]
        staged = stage(pages, ctx=ctx, content={}, figures={}, folder=folder / "staged")
        yield from mkdocs_build(staged, self._root, folder / "site")

    def _bad(self, key: str, reason: Message) -> Diagnostic:
        return BAD_SETTING.at(self._place(key), key=key or SETTINGS, reason=reason)

    def _warned(self, key: str, said: str, read: ThemeConfig) -> Diagnostic:
        if not said.startswith("Unrecognised configuration name"):
            return MKDOCS_WARNING.at(self._place(key), reason=said)
        close = nearest(key, read.config.keys() - {key} if read.config else ())
        hint = Message(N_("Did you mean “{close}”?"), {"close": close}) if close else None
        reason = Message(N_("there is no such setting."))
        return IDLE_SETTING.at(self._place(key), key=key, reason=reason, hint=hint)

    def _place(self, key: str) -> Span:
        if self._file is None or key not in self._data:
            return Span(SETTINGS)
        return self._file.span(Locator(SETTINGS, (key,)).key)


def _in_our_words(said: str, root: Path) -> Message:
    """Return a sentence of MkDocs as one of ours; one that we do not know as it is."""
    for pattern, meant in _SAYINGS:
        if found := pattern.search(said):
            name = found[1].removeprefix(f"{root}{os.sep}") if found.re.groups else ""
            return Message(meant, {"name": name} if found.re.groups else {})
    return Message(N_("MkDocs says: {reason}"), {"reason": " ".join(said.split())})
