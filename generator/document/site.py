"""All pages of the published tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.base.diagnostics import N_, Rule
from generator.document.blocks import Download, Page, Target
from generator.document.chapter_page import chapter_page
from generator.document.context import Context
from generator.document.form_page import form_page
from generator.document.landing import landing_page, not_found_page
from generator.document.lists import forms_page, processes_page, roles_page
from generator.document.overview_pages import (
    changes_page,
    indicators_page,
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
from generator.document.words import Words

# File name after the document's id → what it is called; in the order of the list.
_OF_PROCESS = (
    ("-checklist.docx", N_("Checklists (Word)")),
    (".svg", N_("Flow diagram (SVG)")),
    (".bpmn", N_("Flow diagram (BPMN 2.0)")),
)
_OF_ROLE = (
    ("-checklist.docx", N_("Checklist of the role (Word)")),
    ("-confirmation.docx", N_("Confirmation of reading (Word)")),
    (".ics", N_("Calendar of recurring duties")),
)
_OF_FORM = ((".docx", N_("Fillable form (Word)")),)
_OF_ALL = (
    ("downloads/handbook.docx", N_("The whole handbook (Word)")),
    ("downloads/responsibility-matrix.xlsx", N_("Responsibility matrix (Excel)")),
    ("downloads/forms.zip", N_("All forms (ZIP)")),
    ("downloads/checklists.zip", N_("All checklists (ZIP)")),
    ("downloads/handbook-offline.zip", N_("This site as one archive (ZIP)")),
    ("downloads/handbook.json", N_("The handbook as data (JSON)")),
)


def site_pages(
    ctx: Context,
    made: frozenset[str],
    content: Mapping[str, str],
    rules: Mapping[str, Rule],
) -> tuple[Page, ...]:
    """Return every page in a fixed order.

    `made` are the paths of the files to take away, `content` the hand-written pages (path
    below `content/` → title), `rules` the kinds of findings that get a page.
    """
    return tuple(_pages(ctx, made, content, rules))


def _pages(
    ctx: Context,
    made: frozenset[str],
    content: Mapping[str, str],
    rules: Mapping[str, Rule],
) -> Iterator[Page]:
    handbook = ctx.handbook
    about = {path[:-3]: title for path, title in content.items() if "/" not in path}
    written = frozenset(content)
    yield landing_page(ctx, about, _offered(ctx.words, "", _OF_ALL, made))
    for chapter in handbook.settings.chapters:
        yield chapter_page(ctx, chapter, written)
    for process in handbook.process_list:
        offered = _offered(ctx.words, f"processes/{process.id}", _OF_PROCESS, made)
        yield process_page(ctx, process, offered, made)
    for role in handbook.organization.roles:
        yield role_page(ctx, role, _offered(ctx.words, f"roles/{role.role}", _OF_ROLE, made))
    for unit in handbook.organization.units:
        yield unit_page(ctx, unit)
    for form in handbook.form_list:
        yield form_page(ctx, form, _offered(ctx.words, f"forms/{form.id}", _OF_FORM, made))
    yield processes_page(ctx)
    yield roles_page(ctx)
    yield forms_page(ctx, made)
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


def _offered(
    words: Words, stem: str, files: tuple[tuple[str, str], ...], made: frozenset[str]
) -> tuple[Download, ...]:
    return tuple(
        Download(words.say(title), Target("download", stem + ending))
        for ending, title in files
        if stem + ending in made
    )
