"""Builds the index of the site's search: pages, steps, places on lists, passages of prose."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.base.diagnostics import N_
from generator.document.blocks import (
    Block,
    Bullets,
    Cards,
    Checklist,
    Downloads,
    Facts,
    FormField,
    FormPart,
    Inlines,
    Note,
    Page,
    Paragraph,
    Prose,
    Row,
    Section,
    StepItem,
    Steps,
    Table,
    text_of,
)
from generator.document.context import Context

KINDS = (
    "process",
    "role",
    "form",
    "unit",
    "chapter",
    "list",
    "about",
    "step",
    "entry",
    "field",
    "section",
    "rule",
)
"""The kinds of hits; among hits of equal worth the earlier kind stands first."""

KIND_WORDS: Mapping[str, str] = {
    "about": N_("About the handbook"),
    "chapter": N_("Chapter"),
    "entry": N_("Entry"),
    "field": N_("Form field"),
    "form": N_("Form"),
    "list": N_("Overview"),
    "process": N_("Process"),
    "role": N_("Role"),
    "rule": N_("Rule"),
    "section": N_("Passage"),
    "step": N_("Step"),
    "unit": N_("Unit"),
}

SHORT = 24
"""Up to how many characters the first two cells of a row are its title; else only the first is."""

# Letters and digits as wide as Chinese characters are found as narrow ones; the browser narrows
# what is typed in the same way.
_WIDE = "".join(
    map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF0D))
)
_NARROW = str.maketrans({each: chr(ord(each) - 0xFEE0) for each in _WIDE})

_LEFT_OUT = frozenset({"notfound", "index", "pages"})


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing that can be found: its kind, address, title, the page around it, its text."""

    kind: str
    url: str
    title: str
    context: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class SearchPassage:
    """A headed part of a hand-written page."""

    anchor: str
    title: str
    text: str


def search_entries(
    pages: Iterable[Page], passages: Mapping[str, tuple[SearchPassage, ...]]
) -> Iterator[SearchEntry]:
    """Yield what can be found, in the order of the pages.

    `passages` are the parts of each hand-written text by its path. Tables that only gather what
    stands on other pages (wide ones whose rows nobody leads to), matrices and figures give
    nothing: the originals are found.
    """
    for page in pages:
        if page.kind not in _LEFT_OUT:
            yield from _of_page(page, passages)
        elif page.kind == "index":
            yield from _of_downloads(page)


def _of_downloads(page: Page) -> Iterator[SearchEntry]:
    """Yield what is offered about the whole handbook, such as its workbook."""
    for section in page.blocks:
        if isinstance(section, Section):
            place = f"{page.path}.html#{section.anchor}"
            for block in section.blocks:
                if isinstance(block, Downloads):
                    yield from (
                        SearchEntry("entry", place, e.title, page.title) for e in block.items
                    )


def _of_page(
    page: Page, passages: Mapping[str, tuple[SearchPassage, ...]]
) -> Iterator[SearchEntry]:
    url = f"{page.path}.html"
    title = page.title if page.title.startswith(page.code) else f"{page.code} {page.title}"
    own = [page.summary, *page.words, *_texts(page.blocks)]
    yield SearchEntry(page.kind, url, title, "", " ".join(each for each in own if each))
    for block in page.blocks:
        if isinstance(block, Prose):
            for part in passages.get(block.path, ()):
                place = f"{url}#{part.anchor}" if part.anchor else url
                yield SearchEntry("section", place, part.title or title, title, part.text)
        elif isinstance(block, Section):
            yield from _of_section(block, url, title)


def _of_section(section: Section, url: str, title: str) -> Iterator[SearchEntry]:
    text = " ".join(_texts(section.blocks))
    if text:
        yield SearchEntry("section", f"{url}#{section.anchor}", section.title, title, text)
    for block in section.blocks:
        if isinstance(block, Section):
            yield from _of_section(block, url, title)
        elif isinstance(block, Steps):
            yield from (_of_step(item, url, title) for item in block.items)
        elif isinstance(block, Table):
            yield from (_of_row(row, url, title) for row in block.rows if row.anchor)
        elif isinstance(block, FormPart):
            yield from (_of_field(field, url, title) for field in block.fields)


def _of_step(step: StepItem, url: str, title: str) -> SearchEntry:
    facts = [f"{label} {text_of(value)}" for label, value in step.facts]
    parts = [text_of(step.do), *facts, *map(text_of, step.checks), *map(text_of, step.onward)]
    return SearchEntry(
        "step", f"{url}#{step.anchor}", f"{step.number} {step.title}", title, " ".join(parts)
    )


def _of_row(row: Row, url: str, title: str) -> SearchEntry:
    texts = [text_of(each) for each in row.cells]
    short = len(texts) > 1 and all(len(each) <= SHORT for each in texts[:2])
    named = 2 if short else 1
    name = " ".join(each for each in texts[:named] if each)
    return SearchEntry("entry", f"{url}#{row.anchor}", name, title, " ".join(texts[named:]))


def _of_field(field: FormField, url: str, title: str) -> SearchEntry:
    parts = [text_of(field.help), *field.options, *(each.label for each in field.columns)]
    return SearchEntry("field", f"{url}#{field.anchor}", field.label, title, " ".join(parts))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the text of blocks that have no entry of their own."""
    for block in blocks:
        if isinstance(block, (Paragraph, Note)):
            yield text_of(block.text)
        elif isinstance(block, Facts):
            yield from (f"{label} {text_of(value)}" for label, value in block.rows)
        elif isinstance(block, (Bullets, Checklist)):
            yield from map(text_of, block.items)
        elif isinstance(block, Cards):
            yield from (f"{card.title} {text_of(card.text)}" for card in block.items)
        elif isinstance(block, Table) and not block.wide:
            yield from (_row_text(row.cells) for row in block.rows if not row.anchor)


def _row_text(cells: tuple[Inlines, ...]) -> str:
    return " ".join(map(text_of, cells))


def search_index(
    ctx: Context, pages: Iterable[Page], passages: Mapping[str, tuple[SearchPassage, ...]]
) -> bytes:
    """Return the index of all that can be found, with the names of the kinds in the language."""
    labels = {kind: ctx.words.say(KIND_WORDS[kind]) for kind in KINDS}
    return index_script(search_entries(pages, passages), labels)


def index_script(entries: Iterable[SearchEntry], labels: Mapping[str, str]) -> bytes:
    """Return the index as a script, which browsers also load from a folder (`file://`).

    One line for each entry with kind, address, title, context and text between tabs; a browser
    cuts such a text in a few milliseconds. `labels` are the names of the kinds for readers.
    """
    kinds = json.dumps([labels[kind] for kind in KINDS], ensure_ascii=False)
    head = f'window.handbookIndex = {{kinds: {kinds}, lines: "'.encode()
    # Line by line, as the whole is large.
    return b"".join((head, b"\\n".join(map(_line, entries)), b'"};\n'))


def _line(entry: SearchEntry) -> bytes:
    """Return a line of the index as the inside of a JSON string."""
    words = (entry.url, entry.title, entry.context, entry.text)
    line = "\t".join((str(KINDS.index(entry.kind)), *map(_flat, words)))
    # These two end a line in old scripts although they may stand in JSON.
    line = line.replace("\u2028", " ").replace("\u2029", " ")
    return json.dumps(line, ensure_ascii=False)[1:-1].encode()


def _flat(text: str) -> str:
    return " ".join(text.translate(_NARROW).split())
