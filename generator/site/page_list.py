"""The list of all pages: what readers use whose browser runs no scripts."""

from __future__ import annotations

from generator.base.diagnostics import N_

from collections.abc import Sequence

from generator.document.blocks import Bullets, Download, Downloads, Link, Page, Section, Target
from generator.document.context import Context

PAGE_LIST = "pages"

_GROUPS = (
    ("list", "page", N_("Look things up")),
    ("chapter", "chapter", N_("Chapters")),
    ("process", "process", N_("Processes")),
    ("role", "role", N_("Roles")),
    ("form", "form", N_("Forms")),
    ("unit", "unit", N_("Units")),
    ("about", "about", N_("About the handbook")),
    ("rule", "rule", N_("Rules of the check")),
)


def page_list(ctx: Context, pages: Sequence[Page], downloads: tuple[Download, ...] = ()) -> Page:
    """Return the page that lists all others by kind, and the files that only few readers need."""
    sections = []
    for kind, target, title in _GROUPS:
        items = tuple(
            (Link(_name(page), Target(target, page.path.partition("/")[2] or page.path)),)
            for page in pages
            if page.kind == kind
        )
        if items:
            sections.append(Section(ctx.words.say(title), kind, (Bullets(items),)))
    if downloads:
        sections.append(Section(ctx.words.say("Downloads"), "downloads", (Downloads(downloads),)))
    return Page(path=PAGE_LIST, title=ctx.words.say("All pages"), kind="pages", blocks=tuple(sections))


def _name(page: Page) -> str:
    if not page.code or page.title.startswith(page.code):
        return page.title
    return f"{page.code} {page.title}"
