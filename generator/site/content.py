"""Reads the hand-written pages of `content/`: their text, title, passages and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.base.diagnostics import N_, Diagnostic, Fix, Message, Safety, Span
from generator.base.nearest import nearest
from generator.base.rubbish import nothing_thrown_away
from generator.document.blocks import Page, Prose, Target
from generator.document.context import Context
from generator.source.reading.content import is_page
from generator.renderers.html import ProsePage, content_title, read_prose
from generator.outputs.search import SearchPassage
from generator.site.links import LinkPlace
from generator.source.reading.characters import name_of, rule_of, shorten
from generator.document.markdown import WrittenLink, WrittenPlace
from generator.rules.half_width_mark import RULE as HALF_WIDTH_MARK
from generator.rules.declared.site import (
    CONTENT_NOT_TEXT,
    HIDDEN_TEXT,
    IDLE_LOOK,
    LOST_PAGE,
    LOST_STARS,
    NO_PICTURE,
    NOTHING_SHOWN,
    SHOWN_MARKS,
    NOT_CLEAN,
    PAGE_LIMIT,
    PAGE_SETTINGS,
    REMOTE_PICTURE,
    SAME_ANCHOR,
    UNCLOSED_BLOCK,
    UNDEFINED_REFERENCE,
    UNSAFE_CONTENT,
)

_OF_THE_THEME = ("hb-", "md-")
_LOOK = re.compile(rb"\.([\w-]+|[^\s\x00-\x7f])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All hand-written pages by path; `places` say where a link of a page is written."""

    prose: Mapping[str, ProsePage]
    places: Mapping[tuple[str, str], LinkPlace]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def passages(self) -> dict[str, tuple[SearchPassage, ...]]:
        """The headed parts of each page, for the search."""
        return {
            path: tuple(SearchPassage(each.anchor, each.title, each.text) for each in page.passages)
            for path, page in self.prose.items()
        }


class SharedFiles:
    """The paths of the files that all languages share: only the tree of the first has them."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx

    def __contains__(self, path: object) -> bool:
        if len(self._ctx.handbook.settings.languages) == 1 or str(path).endswith(".html"):
            return False
        return path in self._paths

    @cached_property
    def _paths(self) -> frozenset[str]:
        # What makes files takes long to load, and few hand-written pages lead to one.
        from generator.outputs.catalogue import shared_paths

        return shared_paths(self._ctx)


def content_titles(content: Mapping[str, bytes]) -> dict[str, str]:
    """Return path → title of the hand-written pages; a README is a note to editors."""
    return {
        path: content_title(path, raw.decode("utf-8", "replace"))
        for path, raw in content.items()
        if is_page(path)
    }


def read_pages(ctx: Context, content: Mapping[str, bytes]) -> Content:
    """Convert all hand-written pages."""
    with nothing_thrown_away():
        return _read_pages(ctx, content)


def _read_pages(ctx: Context, content: Mapping[str, bytes]) -> Content:
    prose: dict[str, ProsePage] = {}
    places: dict[tuple[str, str], LinkPlace] = {}
    diagnostics: list[Diagnostic] = []
    citable = _citable(ctx)
    above = () if ctx.words.original else SharedFiles(ctx)
    for path, raw in content.items():
        if not is_page(path):
            continue
        file = f"content/{path}"
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            diagnostics.append(CONTENT_NOT_TEXT.at(Span(file), name=file))
            continue
        found = read_prose(path, text, content, citable, above)
        prose[path] = found
        diagnostics += _flaws(file, found)
        diagnostics += _looks(file, found, content)
        diagnostics += _lost(ctx, file, path)
        for link, place in _link_places(file, found):
            places[found.page, link] = place
    return Content(prose=prose, places=places, diagnostics=tuple(diagnostics))


def _flaws(file: str, found: ProsePage) -> Iterator[Diagnostic]:
    """Yield what the reader of a page noted."""
    for flaw in found.flaws:
        where = _span(file, flaw.place)
        match flaw.kind:
            case "as-written":
                yield UNSAFE_CONTENT.at(where, what=flaw.what)
            case "hidden":
                what, reason = shorten(flaw.what), flaw.reason or ""
                yield HIDDEN_TEXT.at(where, hint=flaw.cure, what=what, reason=reason)
            case "limit":
                yield PAGE_LIMIT.at(where, hint=flaw.cure, reason=flaw.reason or "")
            case "character":
                yield rule_of(flaw.what).at(where, character=name_of(flaw.what), text="&…;")
            case "empty":
                yield NOTHING_SHOWN.at(where, what=shorten(flaw.what), reason=flaw.reason or "")
            case "literal":
                what, reason = shorten(flaw.what), flaw.reason or ""
                yield SHOWN_MARKS.at(where, hint=flaw.cure, what=what, reason=reason)
            case "picture":
                yield NO_PICTURE.at(where, address=flaw.what, example="plan.png")
            case "settings":
                yield PAGE_SETTINGS.at(where, mark=flaw.what)
            case "remote":
                yield REMOTE_PICTURE.at(where, address=flaw.what, example="![](plan.png)")
            case "undefined":
                yield _undefined(where, flaw.what)
            case "unclosed":
                yield UNCLOSED_BLOCK.at(where, mark=flaw.what)
            case "product":
                yield LOST_STARS.at(where, what=flaw.what)
            case "half-width":
                # A name of an address has to be changed in two places.
                fix = None if flaw.cure else Fix.at(where, flaw.better, Safety.SAFE)
                mark, better = flaw.what, flaw.better
                yield HALF_WIDTH_MARK.at(where, fix=fix, hint=flaw.cure, mark=mark, better=better)
    for name, place in found.doubled:
        yield SAME_ANCHOR.at(_span(file, place), path=f"{found.page}.html", anchor=name)
    if not found.clean:
        yield NOT_CLEAN.at(Span(file))


def _undefined(where: Span, what: str) -> Diagnostic:
    """Return the finding of a mark `[^note]` or `[words][name]` without its definition."""
    words, _, name = what[1:-1].rpartition("][")
    name = name or words
    definition = f"[{name}]: …"
    return UNDEFINED_REFERENCE.at(
        where, what=what, name=name.removeprefix("^"), definition=definition
    )


def _looks(file: str, found: ProsePage, content: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """Yield the names of looks that no style sheet knows, neither of content/ nor of the theme."""
    sheets = b" ".join(raw for path, raw in content.items() if path.endswith(".css"))
    known = {each.decode() for each in _LOOK.findall(sheets)}
    for flaw in found.flaws:
        if flaw.kind == "class" and not flaw.what.startswith(_OF_THE_THEME):
            if flaw.what not in known:
                where = _span(file, flaw.place)
                yield IDLE_LOOK.at(where, name=flaw.what, example="content/extra.css")


def _span(file: str, place: WrittenPlace) -> Span:
    end = place.column + place.length
    return Span(file, place.line, place.column, place.line, end)


def _link_places(file: str, found: ProsePage) -> Iterator[tuple[str, LinkPlace]]:
    """Yield each address with where it is written."""
    places: dict[str, dict[WrittenLink, None]] = {}
    for link in found.links:
        places.setdefault(link.address, {})[link] = None
    for address, links in places.items():
        first, *others = (_span(file, each.place) for each in links)
        written = next(iter(links)).written
        exact = all(each.exact for each in links)
        yield address, LinkPlace(first, written, tuple(others), exact)


def _lost(ctx: Context, file: str, path: str) -> Iterator[Diagnostic]:
    """Tell a text that is to begin the page of a chapter that there is not."""
    folder, _, name = path.removesuffix(".md").partition("/")
    chapters = ctx.handbook.chapters
    if folder != "chapters" or not name or name in chapters:
        return
    close = nearest(name, chapters)
    hint = Message(N_("Name the file “{close}.md”."), {"close": close}) if close else None
    yield LOST_PAGE.at(Span(file), name=file, chapter=name, hint=hint)


def _citable(ctx: Context) -> dict[str, Target]:
    """Return what a code in a hand-written text leads to: documents, facts, decisions."""
    book = ctx.handbook
    found = {code: Target(kind, name) for code, (kind, name) in book.codes.items()}
    for name in (*book.facts, *book.decisions):
        found.setdefault(name, Target("basis", name))
    for law in book.sources.laws:
        found.setdefault(law.law, Target("law", law.law))
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
