"""Judges the values in `mkdocs.yml` about which MkDocs says nothing, or only in its own words."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Span
from generator.base.nearest import nearest
from generator.base.printed import shown
from generator.rules.declared.site import BAD_SETTING, IDLE_SETTING
from generator.site.theme_settings import SETTINGS
from generator.source.reading.yaml_file import YamlFile

_DID_YOU_MEAN = N_("Did you mean “{close}”?")
_NO_FILE = N_("there is no file “{name}” that the site would have.")
_NO_FOLDER = N_("there is no folder “{name}”.")
_ODD_FILE = N_("“{name}” in its folder is a link, or no plain file.")
_NO_WORD = N_("the theme knows no “{name}”.")
_WRONG_KIND = N_("its value is of the wrong kind.")
_PUT_IT = N_(
    "Put the file into the folder of “custom_dir”, or into content/ and write about/ before its "
    "name."
)
_MAKE_IT = N_("Make the folder beside mkdocs.yml, or delete the line.")
_COPY_IT = N_("Put the file itself there, or take the name away.")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
# Material for MkDocs, “Changing the colors”.
_COLOURS = frozenset(
    "red pink purple deep-purple indigo blue light-blue cyan teal green light-green lime yellow "
    "amber orange deep-orange brown grey blue-grey black white custom".split()
)
_ACCENTS = _COLOURS - {"brown", "grey", "blue-grey", "black", "white"}
# Material for MkDocs, as its templates and scripts ask for them.
_FEATURES = frozenset(
    "announce.dismiss content.action.edit content.action.view content.code.annotate "
    "content.code.copy content.code.select content.footnote.tooltips content.tabs.link "
    "content.tooltips header.autohide navigation.expand navigation.footer navigation.indexes "
    "navigation.instant navigation.instant.prefetch navigation.instant.preview "
    "navigation.instant.progress navigation.path navigation.prune navigation.sections "
    "navigation.tabs navigation.tabs.sticky navigation.top navigation.tracking "
    "search.highlight search.share search.suggest toc.follow toc.integrate".split()
)
_IDLE: Mapping[tuple[str, ...], str] = {
    ("docs_dir",): N_("pages stand in content/."),
    ("theme", "language"): N_("the languages stand in processes/handbook.yml."),
    ("theme", "font"): N_("the handbook uses the fonts of the reader, none of another host."),
    ("theme", "palette", "scheme"): N_("readers choose light or dark themselves."),
    ("theme", "palette", "toggle"): N_("readers choose light or dark themselves."),
    ("theme", "palette", "media"): N_("readers choose light or dark themselves."),
}
_SAME: Mapping[tuple[str, ...], str] = {("docs_dir",): "content"}
_THEME_KEYS = frozenset(
    "name custom_dir locale language direction features font icon logo favicon palette "
    "static_templates".split()
)
_KINDS: Mapping[str, tuple[type, ...]] = {
    "palette": (dict, list),
    "features": (list,),
    "icon": (dict,),
}
_PALETTE_KEYS = {"primary": _COLOURS, "accent": _ACCENTS}


@dataclass(frozen=True, kw_only=True)
class ThemeValues:
    """The settings as read, the folder that they stand in, and the files beside the pages."""

    file: YamlFile
    root: Path
    beside: Collection[str]

    def findings(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with single values, each at its own place."""
        yield from self._folder()
        yield from self._files()
        yield from self._kinds()
        yield from self._icons()
        yield from self._colours()
        yield from self._features()
        yield from self._idle()
        yield from self._words()

    @cached_property
    def _theme(self) -> dict[str, Any]:
        data = self.file.data if isinstance(self.file.data, dict) else {}
        theme = data.get("theme")
        return theme if isinstance(theme, dict) else {}

    @cached_property
    def custom_dir(self) -> Path | None:
        """The folder of templates, where there is one."""
        name = self._theme.get("custom_dir")
        path = self.root / name if isinstance(name, str) and name else None
        return path if path and path.is_dir() else None

    def _folder(self) -> Iterator[Diagnostic]:
        name = self._theme.get("custom_dir")
        if name is not None and self.custom_dir is None:
            yield self._bad(("theme", "custom_dir"), _NO_FOLDER, _shown(name), hint=_MAKE_IT)
        for odd in self._odd_files():
            yield self._bad(("theme", "custom_dir"), _ODD_FILE, odd, hint=_COPY_IT)

    def _odd_files(self) -> Iterator[str]:
        """Yield what no site can be made of: links, which lead elsewhere, pipes and devices."""
        for place, folders, names in os.walk(self.custom_dir) if self.custom_dir else ():
            for name in sorted((*folders, *names)):
                path = Path(place, name)
                if path.is_symlink() or not (path.is_file() or path.is_dir()):
                    yield shown(path.relative_to(self.root).as_posix())

    def _files(self) -> Iterator[Diagnostic]:
        for path, name in self._named():
            if not isinstance(name, str) or _ADDRESS.match(name) or self._is_there(name):
                continue
            close = nearest(name, self._all)
            hint = Message(_DID_YOU_MEAN, {"close": close}) if close else Message(_PUT_IT)
            reason = Message(_NO_FILE, {"name": name})
            yield BAD_SETTING.at(self._at(path), key=path[0], reason=reason, hint=hint)

    def _named(self) -> Iterator[tuple[tuple[str | int, ...], Any]]:
        """Yield place and name of each file that is to stand beside the pages."""
        for key in ("logo", "favicon"):
            if key in self._theme:
                yield ("theme", key), self._theme[key]
        data = self.file.data if isinstance(self.file.data, dict) else {}
        for key in ("extra_css", "extra_javascript"):
            listed = data.get(key)
            for number, each in enumerate(listed if isinstance(listed, list) else ()):
                inner = (key, number, "path") if isinstance(each, dict) else (key, number)
                yield inner, each.get("path") if isinstance(each, dict) else each

    def _is_there(self, name: str) -> bool:
        path = name.partition("?")[0].removeprefix("./")
        if path in self.beside or any(each.joinpath(path).is_file() for each in self._folders):
            return True
        return False

    @cached_property
    def _folders(self) -> tuple[Any, ...]:
        """The folders whose files the site gets: of the company, of the handbook, of Material."""
        own = (self.custom_dir,) if self.custom_dir else ()
        return (
            *own,
            files("generator").joinpath("resources", "theme"),
            files("material").joinpath("templates"),
        )

    @cached_property
    def _all(self) -> frozenset[str]:
        own = self.custom_dir
        there = [each.relative_to(own).as_posix() for each in own.rglob("*")] if own else []
        return frozenset((*self.beside, *there))

    def _kinds(self) -> Iterator[Diagnostic]:
        """Yield what is of another kind than the theme reads; MkDocs itself does not look at it."""
        for key, kinds in _KINDS.items():
            value = self._theme.get(key)
            if value is not None and not isinstance(value, kinds):
                yield self._bad(("theme", key), _WRONG_KIND, _shown(value))
        data = self.file.data if isinstance(self.file.data, dict) else {}
        for key in ("site_dir", "docs_dir"):
            if key in data and not isinstance(data[key], str):
                yield self._bad((key,), _WRONG_KIND, _shown(data[key]))

    def _icons(self) -> Iterator[Diagnostic]:
        """Yield icons that the theme does not have: nothing would be drawn."""
        icons = self._theme.get("icon")
        own = (self.custom_dir,) if self.custom_dir else ()
        folders = (*own, files("material").joinpath("templates"))
        for key, name in icons.items() if isinstance(icons, dict) else ():
            path = f".icons/{name}.svg"
            if isinstance(name, str) and not any(each.joinpath(path).is_file() for each in folders):
                yield self._bad(("theme", "icon", key), _NO_WORD, name)

    def _colours(self) -> Iterator[Diagnostic]:
        palette = self._theme.get("palette")
        listed = palette if isinstance(palette, list) else [palette]
        for number, each in enumerate(listed):
            place: tuple[str | int, ...] = ("theme", "palette")
            place = (*place, number) if isinstance(palette, list) else place
            for key, known in _PALETTE_KEYS.items():
                name = each.get(key) if isinstance(each, dict) else None
                if name is not None and name not in known:
                    yield self._bad((*place, key), _NO_WORD, _shown(name), known)

    def _features(self) -> Iterator[Diagnostic]:
        """Yield features that the theme does not have; templates of a company may have more."""
        listed = self._theme.get("features")
        for number, name in enumerate(listed if isinstance(listed, list) else ()):
            known = isinstance(name, str) and name in _FEATURES
            if not known and not (self.custom_dir and not nearest(str(name), _FEATURES)):
                yield self._bad(("theme", "features", number), _NO_WORD, _shown(name), _FEATURES)

    def _idle(self) -> Iterator[Diagnostic]:
        for path, why in _IDLE.items():
            value: Any = self.file.data
            for part in path:
                value = value.get(part) if isinstance(value, dict) else None
            if value is not None and value != _SAME.get(path):
                reason = Message(why)
                yield IDLE_SETTING.at(self._at(path, key=True), key=path[-1], reason=reason)

    def _words(self) -> Iterator[Diagnostic]:
        """Yield keys of the theme that it does not know; templates of a company may know more."""
        for key in self._theme:
            close = nearest(str(key), _THEME_KEYS) if key not in _THEME_KEYS else None
            if key in _THEME_KEYS or (self.custom_dir and not close):
                continue
            hint = Message(_DID_YOU_MEAN, {"close": close}) if close else None
            reason = Message(_NO_WORD, {"name": str(key)})
            where = self._at(("theme", str(key)), key=True)
            yield IDLE_SETTING.at(where, key="theme", reason=reason, hint=hint)

    def _bad(
        self,
        path: tuple[str | int, ...],
        reason: str,
        name: str,
        known: Iterable[str] = (),
        hint: str | None = None,
    ) -> Diagnostic:
        close = nearest(name, known)
        cure = Message(_DID_YOU_MEAN, {"close": close}) if close else None
        if hint:
            cure = Message(hint)
        said = Message(reason, {"name": name})
        return BAD_SETTING.at(self._at(path), key=str(path[0]), reason=said, hint=cure)

    def _at(self, path: tuple[str | int, ...], *, key: bool = False) -> Span:
        where = Locator(SETTINGS, path)
        return self.file.span(where.key if key else where)


def _shown(value: Any) -> str:
    """A value as it is written in YAML: yes and no are truth values there."""
    return str(value).lower() if isinstance(value, bool) else str(value)
