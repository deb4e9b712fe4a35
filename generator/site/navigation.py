"""The navigation beside every page: chapters with their processes, lists, hand-written pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from markupsafe import Markup

from generator.document.blocks import Page
from generator.document.context import Context
from generator.renderers.html import ContentsLine
from generator.renderers.html.addresses import relative

_TOP = 2  # the level of the headings of sections
_LINE = Markup('<li class="md-nav__item"><a href="#{}" class="md-nav__link">{}</a>')


@dataclass(frozen=True, slots=True)
class NavItem:
    """A line of the navigation: title, page, its code, and the lines below it."""

    title: str
    path: str
    code: str = ""
    items: tuple[NavItem, ...] = ()


@dataclass(frozen=True, slots=True)
class NavGroup:
    """A headed part of the navigation."""

    title: str
    items: tuple[NavItem, ...]


@dataclass(frozen=True, eq=False)
class Navigation:
    """All groups, and the chapter that is open on a page."""

    groups: tuple[NavGroup, ...]
    open_on: dict[str, str]
    label: str
    more: str

    def html(self, page: str, base: str | None = None) -> Markup:
        """Return the navigation as it stands beside a page; only its own chapter is open.

        With `base` (`/handbook/`) the addresses do not depend on where the page is shown.
        """
        folder = page.rpartition("/")[0]
        address = _absolute(base) if base is not None else _from(folder)
        written = self._html(address, self.open_on.get(page, ""))
        here = Markup('<a href="{}"').format(address(f"{page}.html"))
        return Markup(written.replace(here, here + Markup(' aria-current="page"'), 1))  # noqa: S704

    @lru_cache(maxsize=256)  # noqa: B019 - a build has one navigation
    def _html(self, address: Callable[[str], str], chapter: str) -> str:
        parts = [Markup('<nav class="hb-nav" aria-label="{}">').format(self.label)]
        for group in self.groups:
            parts.append(Markup('<p class="hb-nav__title">{}</p><ul>').format(group.title))
            parts += [_item(each, address, chapter) for each in group.items]
            parts.append(Markup("</ul>"))
        return "".join([*parts, "</nav>"])


@cache
def _from(folder: str) -> Callable[[str], str]:
    return partial(relative, f"{folder}/-" if folder else "-")


@cache
def _absolute(base: str) -> Callable[[str], str]:
    return lambda path: base + path


def _item(item: NavItem, address: Callable[[str], str], chapter: str) -> Markup:
    code = Markup('<span class="hb-nav__code">{}</span> ').format(item.code) if item.code else ""
    link = Markup('<a href="{}">{}{}</a>').format(address(f"{item.path}.html"), code, item.title)
    if not item.items or item.path != chapter:
        return Markup("<li>{}</li>").format(link)
    below = Markup("").join([_item(each, address, chapter) for each in item.items])
    return Markup('<li class="hb-nav__open">{}<ul>{}</ul></li>').format(link, below)


def contents_list(contents: tuple[ContentsLine, ...]) -> Markup:
    """Return the contents list beside an article, the finer headings below the coarser."""
    written: list[str] = []
    for number, each in enumerate(contents):
        following = contents[number + 1].level if number + 1 < len(contents) else _TOP
        written.append(_LINE.format(each.anchor, each.title))
        if following > each.level:
            written.append('<ul class="md-nav__list">')
        elif following < each.level:
            written.append("</li></ul></li>")
        else:
            written.append("</li>")
    return Markup("".join(written))  # noqa: S704


def navigation_of(ctx: Context, pages: Sequence[Page]) -> Navigation:
    """Return the navigation over some pages; what has no page is left out."""
    handbook = ctx.handbook
    titles = {page.path: page.title for page in pages}
    open_on: dict[str, str] = {}
    chapters: list[NavItem] = []
    for chapter in handbook.settings.chapters:
        path = f"chapters/{chapter.chapter}"
        documents = [
            NavItem(titles[f"processes/{process.id}"], f"processes/{process.id}", process.code)
            for process in handbook.processes_of_chapter(chapter.chapter)
            if f"processes/{process.id}" in titles
        ]
        forms = [f"forms/{each.id}" for each in handbook.forms_of_chapter(chapter.chapter)]
        open_on |= dict.fromkeys([path, *(each.path for each in documents), *forms], path)
        if path in titles:
            title = ctx.words.translated(chapter.title.source)
            chapters.append(NavItem(title, path, chapter.code, tuple(documents)))
    lists = [NavItem(each.title, each.path) for each in pages if each.kind == "list"]
    about = [NavItem(each.title, each.path) for each in pages if each.kind == "about"]
    start = [NavItem(ctx.words.say("Start"), "index")] if "index" in titles else []
    groups = (
        NavGroup(ctx.words.say("Chapters"), (*start, *chapters)),
        NavGroup(ctx.words.say("Look things up"), tuple(lists)),
        NavGroup(ctx.words.say("About the handbook"), tuple(about)),
    )
    return Navigation(
        tuple(each for each in groups if each.items),
        open_on,
        ctx.words.say("Contents of the handbook"),
        ctx.words.say("All pages"),
    )
