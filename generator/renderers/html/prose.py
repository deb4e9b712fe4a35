"""Turns the hand-written Markdown of `content/` into HTML of which every element is known."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath

import markdown

from generator.document.blocks import Target
from generator.renderers.html.addresses import href, relative
from generator.renderers.html.sanitizer import Passage, Sanitizer

_EXTENSIONS = (
    "admonition",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "sane_lists",
    "tables",
    "toc",
)
_TITLE = re.compile(r"^#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\{[^}]*\})?[ \t]*$", re.MULTILINE)
_WORDS = re.compile(r"\w+")
_MARKS = re.compile(r"[*_`]|\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """An address on a page, as written, and the offset in the source (-1: not found there)."""

    address: str
    written: str
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A hand-written text as HTML.

    `anchor` is the id of its first heading of level 1, which is not part of `html`: the page has
    a title of its own. `passages` are its headed parts as bare text, the first without a title.
    `left_out` names elements and attributes that may not stand in the handbook, `doubled` the
    names of places that stand twice, of which the second was left out, `links` every address.
    """

    path: str
    page: str
    title: str
    html: str
    anchor: str
    passages: tuple[Passage, ...]
    left_out: tuple[str, ...]
    doubled: tuple[str, ...]
    links: tuple[WrittenLink, ...]


def content_title(path: str, text: str) -> str:
    """Return the title of a hand-written page: its first heading, else its file name."""
    found = _TITLE.search(text)
    if found is None:
        return path.rpartition("/")[2].removesuffix(".md")
    return _MARKS.sub(lambda mark: mark[1] or "", found[1])


def page_of(path: str) -> str:
    """Return the page (without ending) on which a file of `content/` is published.

    `content/foreword.md` is the page `about/foreword`; what stands in `content/chapters/` is the
    beginning of the page of that chapter.
    """
    stem = path.removesuffix(".md")
    return stem if stem.startswith("chapters/") else f"about/{stem}"


def read_prose(
    path: str,
    text: str,
    files: Collection[str],
    codes: Mapping[str, Target] | None = None,
    above: Container[str] = (),
) -> ProsePage:
    """Convert one hand-written page; `files` are all paths below `content/`.

    `above` are paths that stand in the tree above that of this language, for all languages.

    A link to a file of `content/` leads to where that file is published, any other is an address
    of the published tree as seen from the page. A code that `codes` knows becomes a link.
    """
    page = page_of(path)
    known = codes or {}

    def cited(code: str) -> str:
        return href(page, known[code]) if code in known else ""

    def address(written: str) -> str:
        target, mark, anchor = written.partition("#")
        source = normpath(join(dirname(path), target)) if target else ""
        if source not in files:
            return f"../{written}" if normpath(join(dirname(page), target)) in above else written
        there = f"{page_of(source)}.html" if source.endswith(".md") else f"about/{source}"
        return relative(page, there + mark + anchor)

    converter = markdown.Markdown(
        extensions=list(_EXTENSIONS),
        extension_configs={"toc": {"slugify": heading_id}},
        output_format="html",
    )
    sanitizer = Sanitizer(address, cited)
    sanitizer.feed(converter.convert(text))
    sanitizer.close()
    return ProsePage(
        path=path,
        page=page,
        title=content_title(path, text),
        html=sanitizer.html,
        anchor=sanitizer.title_anchor,
        passages=sanitizer.passages,
        left_out=tuple(sanitizer.left_out),
        doubled=tuple(sanitizer.doubled),
        links=tuple(_placed(text, sanitizer.links)),
    )


def heading_id(title: str, separator: str) -> str:
    """Return the name of the place of a heading, made from its words in any script."""
    return separator.join(_WORDS.findall(title.lower())) or "part"


def _placed(text: str, links: Collection[tuple[str, str]]) -> Iterator[WrittenLink]:
    """Yield the addresses with their places: in brackets, behind a name, or as an attribute."""
    starts: dict[str, int] = {}
    for written, address in links:
        mark = re.escape(written)
        place = re.compile(rf"(?:\(<?|\]:[ \t]*<?|[\"'<]){mark}(?=[\s)>\"']|$)", re.MULTILINE)
        found = place.search(text, starts.get(written, 0))
        if found:
            starts[written] = found.end()
        yield WrittenLink(address, written, found.end() - len(written) if found else -1)
