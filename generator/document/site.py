"""All pages of the published tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.base.diagnostics import Rule
from generator.document.blocks import Download, DownloadsByPage, Page
from generator.document.chapter_page import chapter_page
from generator.document.context import Context
from generator.document.form_page import form_page
from generator.document.indicators import indicators_page
from generator.document.landing import landing_page, not_found_page
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
    return tuple(_pages(ctx, downloads, content, rules))


def _pages(
    ctx: Context,
    downloads: DownloadsByPage,
    content: Mapping[str, str],
    rules: Mapping[str, Rule],
) -> Iterator[Page]:
    handbook = ctx.handbook
    about = {path[:-3]: title for path, title in content.items() if "/" not in path}
    written = frozenset(content)

    def offered(page: str) -> tuple[Download, ...]:
        return downloads.get(page, ())

    yield landing_page(ctx, about, offered("index"))
    for chapter in handbook.settings.chapters:
        yield chapter_page(ctx, chapter, written, offered(f"chapters/{chapter.chapter}"))
    for process in handbook.process_list:
        yield process_page(ctx, process, downloads)
    for role in handbook.organization.roles:
        yield role_page(ctx, role, offered(f"roles/{role.role}"))
    for unit in handbook.organization.units:
        yield unit_page(ctx, unit)
    for form in handbook.form_list:
        yield form_page(ctx, form, offered(f"forms/{form.id}"))
    yield processes_page(ctx)
    yield roles_page(ctx)
    yield forms_page(ctx, downloads)
    yield matrix_page(ctx)
    yield parameters_page(ctx)
    yield glossary_page(ctx)
    yield information_page(ctx)
    yield indicators_page(ctx)
    yield sources_page(ctx)
    yield reviews_page(ctx)
    yield changes_page(ctx)
    for rule in rules.values():
        yield rule_page(ctx.words, rule)
    yield not_found_page(ctx.words)
