"""What outputs are made from, taken from what was read: a context a language, and the material."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.base.i18n import Catalogue, parse_catalogue, product_catalogue
from generator.checking.folder import HandbookFolder
from generator.document.context import Context
from generator.model.settings import HouseStyle
from generator.renderers.word.ooxml.house import House, house_of
from generator.source.reading.content import is_page

HeadingPages: TypeAlias = "Callable[[bytes], tuple[int, ...]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that documents are made from beside the model, read once; a part of their keys.

    `house` holds the logo and the base document as bytes, `prose` the hand-written pages by
    their path below `content/`. `heading_pages` lays a Word document out and returns on which
    page each heading stands; it is there where the house style asks for page numbers.
    """

    house: House
    prose: Mapping[str, str] = field(default_factory=dict)
    heading_pages: HeadingPages | None = field(default=None, compare=False)


def material_of(folder: HandbookFolder, heading_pages: HeadingPages) -> Material:
    """Return the material of a handbook; `heading_pages` is what lays Word documents out."""
    handbook = folder.checked.handbook
    style = handbook.settings.house_style if handbook else HouseStyle()
    files = folder.house_files
    return Material(
        house=house_of(
            style, logo=files.get(style.logo or ""), base=files.get(style.base_document or "")
        ),
        prose={
            path: raw.decode("utf-8-sig", "replace")
            for path, raw in folder.content.items()
            if is_page(path)
        },
        heading_pages=heading_pages if style.page_numbers else None,
    )


def contexts(folder: HandbookFolder, *, drafts: bool) -> Iterator[Context]:
    """Yield the context of each language of the handbook, the original first."""
    handbook = folder.checked.handbook
    if handbook is None:
        return
    if not drafts:
        handbook = handbook.without_drafts()
    for language in handbook.settings.languages:
        raw = folder.catalogues.get(language)
        texts = parse_catalogue(language, raw) if raw else Catalogue(language)
        yield Context.of(handbook, product_catalogue(language), texts, drafts=drafts)


def all_of(ctx: Context) -> tuple[object, ...]:
    """Return all that a document may show of a handbook in a language, for its key."""
    handbook = ctx.handbook
    return (
        ctx.words.language,
        ctx.drafts,
        ctx.words.texts.entries,
        handbook.settings,
        handbook.organization,
        handbook.parameter_file,
        handbook.glossary,
        handbook.information,
        handbook.sources,
        handbook.process_list,
        handbook.form_list,
        handbook.left_out,
    )
