"""Runs MkDocs inside the process on a staged tree and hands its words on as findings."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urljoin

from generator.base.diagnostics import Diagnostic, Span
from generator.publish.refusal import Refused, is_of_the_disk
from generator.renderers.html.fragment import language_tag
from generator.site.mkdocs_writing import SiteTarget, written_into
from generator.site.settings import STYLE, nav_setting, site_title
from generator.site.staging import Staged
from generator.site.theme_settings import PLUGIN, SETTINGS, THEME
from generator.rules.declared.site import MKDOCS_FAILED, MKDOCS_WARNING

_DEFAULTS: Mapping[str, Any] = {
    "site_name": "handbook",
    "plugins": [PLUGIN],
    "theme": {"name": THEME},
}
_SCHEME = {"scheme": "default", "primary": "custom", "accent": "custom"}


def mkdocs_build(
    staged: Staged,
    root: Path,
    site: Path | SiteTarget,
    given: Mapping[str, Any] = MappingProxyType({}),
) -> tuple[Diagnostic, ...]:
    """Build the site of a staged tree into a folder, with the theme settings of the handbook.

    `root` may hold `mkdocs.yml`, `given` goes over it; `site` is what takes the files, or a folder
    of nobody else's. What MkDocs complains about comes back; an error means that the site is not
    fit to be published.
    """
    if not staged.docs.is_dir():  # somebody moved it: that is no fault of the settings
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(staged.docs))
    # MkDocs takes a quarter of a second to load, which only a build pays.
    from mkdocs.commands.build import build

    with _listening() as said:
        try:
            place = site if isinstance(site, Path) else site.gate.root
            folders = {"docs_dir": str(staged.docs), "site_dir": str(place)}
            read = read_config(root, **folders, **given)
            plugin = read.config.plugins.get(PLUGIN) if not read.errors else None
            if plugin is None:
                reason = " ".join(each for _, each in read.errors) or "plugins: [handbook]"
                return (MKDOCS_FAILED.at(Span(SETTINGS), reason=reason),)
            plugin.staged = staged
            with nullcontext() if isinstance(site, Path) else written_into(site):
                build(read.config)
        except Refused:
            raise
        except (Exception, SystemExit) as fault:
            if _is_of_ours(fault):
                raise
            reason = " ".join(str(fault).split()) or type(fault).__name__
            return (*_findings(said), MKDOCS_FAILED.at(Span(SETTINGS), reason=reason))
    return _findings(said)


def _is_of_ours(fault: BaseException) -> bool:
    """Whether a fault is the disk's or our own: plugins and templates of others raise anything."""
    if isinstance(fault, OSError) and is_of_the_disk(fault):
        return True
    place = fault.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return place is not None and place.tb_frame.f_globals.get("__package__", "").startswith(
        __name__.partition(".")[0]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeConfig:
    """MkDocs' settings (None: not even read), its errors and its warnings as (key, sentence)."""

    config: Any
    errors: tuple[tuple[str, str], ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()


def read_config(root: Path, **options: Any) -> ThemeConfig:
    """Read `mkdocs.yml`; where there is none, the theme stays as it is. `options` go over it."""
    from mkdocs.config.defaults import MkDocsConfig

    file = root / SETTINGS
    config = MkDocsConfig(config_file_path=str(file))
    try:
        if file.is_file():
            with file.open("rb") as stream:
                config.load_file(stream)
        else:
            config.load_dict(dict(_DEFAULTS))
        config.load_dict(options)
        errors, warnings = config.validate()
    except Exception as fault:  # noqa: BLE001 - MkDocs trips over values of another kind
        return ThemeConfig(config=None, errors=(("", " ".join(str(fault).split())),))
    return ThemeConfig(
        config=config,
        errors=tuple((key, str(error)) for key, error in errors),
        warnings=tuple((key, str(warning)) for key, warning in warnings),
    )


def defaults() -> Mapping[str, Any]:
    """Return what each setting is where nobody writes it, as a handbook has it."""
    from mkdocs.config.defaults import MkDocsConfig

    own = {key: option.default for key, option in MkDocsConfig()._schema}  # noqa: SLF001 - no other way
    return {**own, **_DEFAULTS}


def _findings(said: list[logging.LogRecord]) -> tuple[Diagnostic, ...]:
    return tuple(MKDOCS_WARNING.at(Span(SETTINGS), reason=record.getMessage()) for record in said)


class _Ear(logging.Handler):
    """Keeps what is said."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.said.append(record)


@contextmanager
def _listening() -> Iterator[list[logging.LogRecord]]:
    logger, ear = logging.getLogger("mkdocs"), _Ear()
    before = logger.propagate
    logger.addHandler(ear)
    logger.propagate = False
    try:
        yield ear.said
    finally:
        logger.propagate = before
        logger.removeHandler(ear)


def configure(config: Any, staged: Staged) -> None:
    """Point MkDocs at a staged tree: pages, navigation, title, language, look."""
    settings = staged.ctx.handbook.settings
    config.docs_dir = str(staged.docs)
    config.site_name = site_title(staged.ctx)
    if settings.address:
        config.site_url = urljoin(settings.address, staged.base)
    config.use_directory_urls = False
    config.nav = nav_setting(staged.navigation, list(staged.contents))
    config.markdown_extensions = []  # the pages hold no Markdown any more
    config.mdx_configs = {}
    theme = config.theme
    theme["language"] = language_tag(staged.ctx.words.language)
    theme["font"] = False  # fonts would come from another host
    theme["palette"] = _palette(theme["palette"] if "palette" in theme else None)  # noqa: SIM401 - no dict
    theme.static_templates.discard("sitemap.xml")  # see the plugin
    own = str(files("generator").joinpath("resources", "theme"))
    place = 1 if theme.custom_dir else 0
    if own not in theme.dirs:
        theme.dirs.insert(place, own)
    if STYLE not in config.extra_css:
        config.extra_css.insert(0, STYLE)


def _palette(own: Any) -> dict[str, str]:
    """Return one palette: the switch between light and dark is our own and needs no list."""
    first = own[0] if isinstance(own, list) and own else own
    chosen = first if isinstance(first, dict) else {}
    return {**_SCHEME, **{key: chosen[key] for key in ("primary", "accent") if key in chosen}}
