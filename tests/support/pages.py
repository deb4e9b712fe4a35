"""Reads pages as a reader does: sections by anchor, facts by label, tables as texts."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import MappingProxyType

from overlay import checked, handbook_files
from small import book

from generator.base.i18n import Catalogue
from generator.document.blocks import (
    Badge,
    Block,
    DownloadsByPage,
    Facts,
    FormField,
    Inline,
    Link,
    Page,
    Row,
    Section,
    StepItem,
    Table,
    Target,
    text_of,
)
from generator.document.context import Context
from generator.document.site import site_pages
from generator.model.handbook import Handbook

ROOT = Path(__file__).parents[2]


def context(handbook: Handbook, language: str = "", texts: Catalogue | None = None) -> Context:
    """The render context in which the product speaks English."""
    language = language or handbook.settings.languages[0]
    return Context.of(handbook, Catalogue("en"), texts or Catalogue(language))


@cache
def real() -> Handbook:
    """The shipped handbook."""
    handbook = checked(handbook_files(ROOT)).handbook
    assert handbook is not None
    return handbook


def page_of(
    handbook: Handbook, path: str, downloads: DownloadsByPage = MappingProxyType({})
) -> Page:
    """The page at a path, where two hand-written pages and these files are offered."""
    content = {"foreword.md": "Foreword", "chapters/sales.md": "Sales"}
    pages = site_pages(context(handbook), downloads, content, {})
    return next(each for each in pages if each.path == path)


def page_at(
    path: str, example: str = "", downloads: DownloadsByPage = MappingProxyType({})
) -> Page:
    """A page of the English starter with an example laid over it."""
    return page_of(book(example), path, downloads)


def targets(thing: object) -> list[Target]:
    """All targets inside something."""
    return [each for each in walk(thing) if isinstance(each, Target)]


def walk(thing: object) -> Iterator[object]:
    """Everything inside pages, blocks and texts, in the order of reading."""
    waiting = [thing]
    while waiting:
        each = waiting.pop()
        yield each
        if isinstance(each, (tuple, list)):
            waiting.extend(reversed(each))
        elif names := _parts(type(each)):
            waiting.extend([getattr(each, name) for name in names])


_PARTS: dict[type, tuple[str, ...]] = {}


def _parts(kind: type) -> tuple[str, ...]:
    """The names of the fields of a dataclass, the last first."""
    if kind not in _PARTS:
        found = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
        _PARTS[kind] = tuple(each.name for each in reversed(found))
    return _PARTS[kind]


def section(page: Page, anchor: str) -> Section:
    """The section with an anchor."""
    return next(
        each for each in walk(page.blocks) if isinstance(each, Section) and each.anchor == anchor
    )


def has(page: Page, anchor: str) -> bool:
    """Whether the page has a section."""
    return anchor in {each.anchor for each in walk(page.blocks) if isinstance(each, Section)}


def facts(thing: object) -> dict[str, str]:
    """All pairs of label and text inside something."""
    found: dict[str, str] = {}
    for each in walk(thing):
        if isinstance(each, Facts):
            found |= {label: text_of(value) for label, value in each.rows}
    return found


def table(thing: object) -> list[tuple[str, ...]]:
    """The rows of the first table inside something, as texts."""
    found = next(each for each in walk(thing) if isinstance(each, Table))
    return [tuple(text_of(cell) for cell in row.cells) for row in found.rows]


def step_items(page: Page) -> list[StepItem]:
    """The steps of a page."""
    return [each for each in walk(page) if isinstance(each, StepItem)]


def links(thing: object) -> dict[str, Target]:
    """Text → target of all links inside something."""
    return {each.text: each.target for each in walk(thing) if isinstance(each, Link)}


def badges(thing: object) -> list[tuple[str, str]]:
    """(tone, text) of all badges inside something."""
    return [(each.tone, each.text) for each in walk(thing) if isinstance(each, Badge)]


def anchors(page: Page) -> list[str]:
    """Every anchor that a page sets; those of a table's columns belong to the table."""
    kinds = (Section, Row, StepItem, FormField)
    found = [each.anchor for each in walk(page) if isinstance(each, kinds) and each.anchor]
    for each in walk(page):
        if isinstance(each, FormField):
            for column in each.columns:
                found.remove(column.anchor)
    return found


def texts(block: Block | Inline | object) -> str:
    """All that stands in something, as one text."""
    return "\n".join(each for each in walk(block) if isinstance(each, str))
