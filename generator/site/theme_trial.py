"""Asks MkDocs about `mkdocs.yml`, and tries settings whose templates or plugins may fail."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Span
from generator.base.nearest import nearest
from generator.document.context import Context
from generator.document.site import page_makers
from generator.rules.declared.site import BAD_SETTING, IDLE_SETTING, MKDOCS_WARNING
from generator.site.mkdocs_config import ThemeConfig, defaults, mkdocs_build, read_config
from generator.site.staging import stage
from generator.site.theme_settings import PLUGIN, SETTINGS, THEME
from generator.site.theme_values import ThemeValues
from generator.source.reading.yaml_file import Path as YamlPath
from generator.source.reading.yaml_file import YamlFile

_OURS = {
    "nav": N_("pages and their order come from the handbook."),
    "markdown_extensions": N_("pages of content/ know the Markdown of the handbook only."),
    "mdx_configs": N_("pages of content/ know the Markdown of the handbook only."),
    "use_directory_urls": N_("pages are files, so that they open by double click."),
    "site_url": N_("the address stands in processes/handbook.yml."),
}
_NAME = N_("Write “theme: {{name: material}}”.")
_PLUGINS = N_("Write “plugins: [handbook]”.")
_OF_ANOTHER_KIND = "must be of another kind"
_SAYINGS = tuple(
    (re.compile(pattern), meant, cure)
    for pattern, meant, cure in (
        (r"Unrecognised theme name: '(.*?)'", N_("there is no theme “{name}”."), _NAME),
        (r"No theme name set|At least one of 'name'", N_("it has no name."), _NAME),
        (
            r'The "(.*?)" plugin is not installed',
            N_("the plugin “{name}” is not installed."),
            N_("Take it out, or install its package beside the handbook program."),
        ),
        (
            r"The path '(.*?)' isn't an existing file",
            N_("there is no file “{name}”."),
            N_("Mend the name of the file, or delete the line."),
        ),
        (
            r"File does not exist|isn't an existing",
            N_("there is no such file."),
            N_("Mend the name of the file, or delete the line."),
        ),
        (r"[Ee]xpected |[Ii]nvalid|must be", N_("its value is of the wrong kind."), None),
        (
            r"Required configuration not provided",
            N_("it must have a value."),
            N_("Write “site_name: handbook”; readers see the title of handbook.yml."),
        ),
    )
)


class ThemeTrial:
    """Asks MkDocs, and puts what it says at the keys that it speaks of."""

    def __init__(
        self, root: Path, file: YamlFile | None, beside: Collection[str] = frozenset()
    ) -> None:
        self._root = root
        self._beside = beside
        self._file = file
        self._data = file.data if file is not None and isinstance(file.data, dict) else {}

    def findings(self, ctx: Context) -> Iterator[Diagnostic]:
        """Yield what is wrong, first with the settings themselves, then with what they name."""
        with TemporaryDirectory(prefix="handbook-") as name:
            yield from self._judged(ctx, Path(name).resolve())

    def _judged(self, ctx: Context, folder: Path) -> Iterator[Diagnostic]:
        docs, site = folder / "docs", folder / "site"
        docs.mkdir()
        values = self._values()
        yield from values.findings() if values else ()
        options: dict[str, Any] = {"docs_dir": str(docs), "site_dir": str(site)}
        if values and values.custom_dir is None and "custom_dir" in self._theme:
            theme = {key: value for key, value in self._theme.items() if key != "custom_dir"}
            options["theme"] = theme  # the folder that there is not is told already
        read = self._read(options)
        wrong: set[str] = set()
        while read.errors and not {key for key, _ in read.errors} <= wrong:
            for key, said in read.errors:
                if key not in wrong:
                    yield self._bad(key, *_in_our_words(said, self._root))
            wrong |= {key for key, _ in read.errors}
            # What is wrong in one setting hides nothing of the others: MkDocs looks at some later.
            options |= {key: defaults().get(key) for key in wrong if key}
            read = self._read(options)
        for key, said in read.warnings:
            yield self._warned(key, said, read)
        for key, why in _OURS.items():
            if key in self._data and key not in wrong:
                yield IDLE_SETTING.at(self._place(key), key=key, reason=Message(why))
        if read.errors or read.config is None:
            return
        if PLUGIN not in read.config.plugins:
            reason = Message(N_("“handbook” must be one of the plugins."))
            yield self._bad("plugins", reason, Message(_PLUGINS))
        elif read.config.theme.name != THEME:
            reason = Message(N_("the handbook is made for the theme “material”."))
            yield self._bad("theme", reason, Message(_NAME))
        else:
            yield from self._tried(ctx, folder, options)

    @property
    def _theme(self) -> dict[str, Any]:
        theme = self._data.get("theme")
        return theme if isinstance(theme, dict) else {}

    def _values(self) -> ThemeValues | None:
        if self._file is None:
            return None
        return ThemeValues(file=self._file, root=self._root, beside=self._beside)

    def _read(self, options: Mapping[str, Any]) -> ThemeConfig:
        """Ask MkDocs; where it trips over a value, say over which."""
        read = read_config(self._root, **options)
        if read.config is not None:
            return read
        better = defaults()
        for key in self._data:
            if key in better and key not in options:
                again = read_config(self._root, **{**options, key: better[key]})
                if again.config is not None:
                    told = ((key, _OF_ANOTHER_KIND), *again.errors)
                    return ThemeConfig(config=again.config, errors=told, warnings=again.warnings)
        return read

    def _tried(
        self, ctx: Context, folder: Path, options: Mapping[str, Any]
    ) -> Iterator[Diagnostic]:
        """Build a site of two pages: templates and plugins of the company's own may fail."""
        makers = page_makers(ctx, {}, {}, {})
        pages = [makers[each]() for each in ("index", "404")]
        staged = stage(pages, ctx=ctx, content={}, figures={}, folder=folder / "staged")
        given = {key: value for key, value in options.items() if not key.endswith("_dir")}
        yield from mkdocs_build(staged, self._root, folder / "site", given=given)

    def _bad(self, key: str, reason: Message, hint: Message | None = None) -> Diagnostic:
        where = self._value_place(key, reason)
        return BAD_SETTING.at(where, key=key or SETTINGS, reason=reason, hint=hint)

    def _warned(self, key: str, said: str, read: ThemeConfig) -> Diagnostic:
        if not said.startswith("Unrecognised configuration name"):
            return MKDOCS_WARNING.at(self._place(key), reason=said)
        close = nearest(key, read.config.keys() - {key} if read.config else ())
        hint = Message(N_("Did you mean “{close}”?"), {"close": close}) if close else None
        reason = Message(N_("there is no such setting."))
        return IDLE_SETTING.at(self._place(key), key=key, reason=reason, hint=hint)

    def _value_place(self, key: str, reason: Message) -> Span:
        """The value that is meant: the one that the reason names, else all that the key has."""
        value = self._data.get(key)
        if self._file is None or value is None:
            return self._place(key)
        said = " ".join(str(each) for each in (*reason.args.values(), reason.id))
        named = [path for path, each in _leaves(value, (key,)) if _is_named(each, said)]
        whole = [] if isinstance(value, dict) else [(key,)]
        return next((self._file.span(Locator(SETTINGS, path)) for path in (*named, *whole)), None)             or self._place(key)

    def _place(self, key: str) -> Span:
        if self._file is None or key not in self._data:
            return Span(SETTINGS)
        return self._file.span(Locator(SETTINGS, (key,)).key)


def _leaves(value: Any, path: YamlPath) -> Iterator[tuple[YamlPath, Any]]:
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(inner, (*path, key))
    else:
        yield path, value


def _is_named(value: Any, said: str) -> bool:
    """Whether a sentence speaks of a value: a word of it, in quotes where others are."""
    return isinstance(value, str) and any(
        mark.format(value) in f" {said} " for mark in ("'{}'", "“{}”", '"{}"', " {} ")
    )


def _in_our_words(said: str, root: Path) -> tuple[Message, Message | None]:
    """Return a sentence of MkDocs as one of ours, with its cure; an unknown one as it is."""
    for pattern, meant, cure in _SAYINGS:
        if found := pattern.search(said):
            name = found[1].removeprefix(f"{root}{os.sep}") if found.re.groups else ""
            reason = Message(meant, {"name": name} if found.re.groups else {})
            return reason, Message(cure) if cure else None
    return Message(N_("MkDocs says: {reason}"), {"reason": " ".join(said.split())}), None
