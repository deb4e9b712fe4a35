"""All pages of the published tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.base.diagnostics import Rule
from generator.document.authority import authority_page
from generator.document.blocks import Download, DownloadsByPage, Page
from generator.document.chapter_page import chapter_page
from generator.document.context import Context
from generator.document.form_page import form_page
from generator.document.indicators import indicators_page
from generator.document.landing import landing_page, not_found_page
from generator.document.laws import laws_page
from generator.document.lists import forms_page, processes_page, roles_page
from generator.document.overview_pages import (
    changes_page,
    matrix_page,
    reviews_page,
)
from generator.document.process_page import process_page
from generator.document.reference_pages import (
    glossary_page,
    information_page,
    parameters_page,
    sources_page,
)
from generator.document.role_page import role_page
from generator.document.rule_page import rule_page
from generator.document.unit_page import unit_page

_LISTS: Mapping[str, Callable[[Context], Page]] = {
    "matrix": matrix_page,
    "authority": authority_page,
    "parameters": parameters_page,
    "glossary": glossary_page,
    "information": information_page,
    "indicators": indicators_page,
    "sources": sources_page,
    "laws": laws_page,
    "reviews": reviews_page,
    "changes": changes_page,
}


def site_pages(
    ctx: Context,
    downloads: DownloadsByPage,
    content: Mapping[str, str],
    rules: Mapping[str, Rule],
) -> tuple[Page, ...]:
    """Return every page in a fixed order.

    `downloads` are the files that each page offers, by its path, `content` the hand-written
    pages (path below `content/` → title), `rules` the kinds of findings that get a page.
    """
    return tuple(make() for make in page_makers(ctx, downloads, content, rules).values())


def page_makers(
    ctx: Context,
    downloads: DownloadsByPage,
    content: Mapping[str, str],
    rules: Mapping[str, Rule],
) -> Mapping[str, Callable[[], Page]]:
    """Return for the path of every page what makes it, in a fixed order; see `site_pages`."""
    return dict(_makers(ctx, downloads, content, rules))


def _makers(
    ctx: Context,
    downloads: DownloadsByPage,
    content: Mapping[str, str],
    rules: Mapping[str, Rule],
) -> Iterator[tuple[str, Callable[[], Page]]]:
    handbook = ctx.handbook
    about = {path[:-3]: title for path, title in content.items() if "/" not in path}
    written = frozenset(content)

    def offered(page: str) -> tuple[Download, ...]:
        return downloads.get(page, ())

    yield "index", partial(landing_page, ctx, about, offered("index"))
    for chapter in handbook.settings.chapters:
        path = f"chapters/{chapter.chapter}"
        yield path, partial(chapter_page, ctx, chapter, written, offered(path))
    for process in handbook.process_list:
        yield f"processes/{process.id}", partial(process_page, ctx, process, downloads)
    for role in handbook.organization.roles:
        path = f"roles/{role.role}"
        yield path, partial(role_page, ctx, role, downloads)
    for unit in handbook.organization.units:
        yield f"units/{unit.unit}", partial(unit_page, ctx, unit)
    for form in handbook.form_list:
        path = f"forms/{form.id}"
        yield path, partial(form_page, ctx, form, offered(path))
    yield "processes", partial(processes_page, ctx)
    yield "roles", partial(roles_page, ctx)
    yield "forms", partial(forms_page, ctx, downloads)
    for path, make in _LISTS.items():
        yield path, partial(make, ctx)
    for code, rule in rules.items():
        yield f"rules/{code.lower()}", partial(rule_page, ctx.words, rule)
    yield "404", partial(not_found_page, ctx.words)
