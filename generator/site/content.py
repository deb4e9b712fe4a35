"""Reads the hand-written pages of `content/`: their text, title, passages and links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.base.diagnostics import Diagnostic, Span
from generator.document.blocks import Page, Prose, Target
from generator.document.context import Context
from generator.document.prose import is_page
from generator.renderers.html import ProsePage, content_title, read_prose
from generator.outputs.search import SearchPassage
from generator.site.links import spans_of_links
from generator.rules.declared.site import CONTENT_NOT_TEXT, UNSAFE_CONTENT

@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All hand-written pages by path; `places` say where a link of a page is written."""

    prose: Mapping[str, ProsePage]
    places: Mapping[tuple[str, str], Span]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def passages(self) -> dict[str, tuple[SearchPassage, ...]]:
        """The headed parts of each page, for the search."""
        return {
            path: tuple(SearchPassage(each.anchor, each.title, each.text) for each in page.passages)
            for path, page in self.prose.items()
        }


def content_titles(content: Mapping[str, bytes]) -> dict[str, str]:
    """Return path → title of the hand-written pages; a README is a note to editors."""
    return {
        path: content_title(path, raw.decode("utf-8", "replace"))
        for path, raw in content.items()
        if is_page(path)
    }


def read_pages(ctx: Context, content: Mapping[str, bytes]) -> Content:
    """Convert all hand-written pages."""
    prose: dict[str, ProsePage] = {}
    places: dict[tuple[str, str], Span] = {}
    diagnostics: list[Diagnostic] = []
    citable = _citable(ctx)
    for path, raw in content.items():
        if not is_page(path):
            continue
        file = f"content/{path}"
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            diagnostics.append(CONTENT_NOT_TEXT.at(Span(file), name=file))
            continue
        found = read_prose(path, text, content, citable)
        prose[path] = found
        diagnostics += _left_out(file, text, found)
        spans = spans_of_links(file, text, found.links)
        places |= {(found.page, link): span for link, span in spans.items()}
        places.setdefault((found.page, ""), Span(file))
    return Content(prose=prose, places=places, diagnostics=tuple(diagnostics))


def _left_out(file: str, text: str, found: ProsePage) -> Iterator[Diagnostic]:
    for what in found.left_out:
        place = max(text.lower().find(what.rstrip(">=:").lower()), 0)
        line = text.count("\n", 0, place) + 1
        yield UNSAFE_CONTENT.at(Span(file, line, 1, line, 1), what=what)


def _citable(ctx: Context) -> dict[str, Target]:
    """Return what a code in a hand-written text leads to: documents, facts, decisions."""
    book = ctx.handbook
    found = {code: Target(kind, name) for code, (kind, name) in book.codes.items()}
    for name in (*book.facts, *book.decisions):
        found.setdefault(name, Target("basis", name))
    return found


def content_pages(content: Content) -> tuple[Page, ...]:
    """Return a page for each hand-written text that is not the beginning of another page."""
    return tuple(
        Page(
            path=each.page,
            title=each.title,
            kind="about",
            blocks=(Prose(path),),
            file=f"content/{path}",
        )
        for path, each in content.prose.items()
        if not path.startswith("chapters/")
    )
