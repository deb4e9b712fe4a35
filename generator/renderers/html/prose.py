"""Writes the hand-written texts of `content/` as HTML of which every element is known."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping
from dataclasses import dataclass, replace
from functools import partial
from posixpath import dirname, join, normpath

from generator.document.blocks import Target
from generator.document.markdown import Flaw, Passage, WrittenLink, WrittenPlace, read_markdown
from generator.renderers.html.addresses import href, relative
from generator.renderers.html.net import is_clean
from generator.renderers.html.prose_writer import ProseWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A hand-written text as HTML.

    `anchor` is the id of its first heading of level 1, which is not part of `html`: the page has
    a title of its own. `passages` are its headed parts as bare text, the first without a title.
    `flaws` are what its reader noted, `doubled` the names of places that stand twice, of which
    the second was left out, `links` every address, and `clean` says whether a sanitizer would
    leave `html` as it is.
    """

    path: str
    page: str
    title: str
    html: str
    anchor: str
    passages: tuple[Passage, ...]
    flaws: tuple[Flaw, ...]
    doubled: tuple[tuple[str, WrittenPlace], ...]
    links: tuple[WrittenLink, ...]
    clean: bool


def content_title(path: str, text: str) -> str:
    """Return the title of a hand-written page: its first heading, else its file name."""
    return read_markdown(text).title or path.rpartition("/")[2].removesuffix(".md")


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

    written = read_markdown(text)
    address = partial(_address, path, files, above)
    writer = ProseWriter(address, cited)
    html = writer.html(written.nodes)
    return ProsePage(
        path=path,
        page=page,
        title=content_title(path, text),
        html=html,
        anchor=written.anchor,
        passages=written.passages(),
        flaws=tuple(written.flaws),
        doubled=tuple(written.doubled),
        links=tuple(replace(each, address=address(each.written)) for each in written.links),
        clean=is_clean(html),
    )


def _address(path: str, files: Collection[str], above: Container[str], written: str) -> str:
    """Return an address of the page of a file as it stands in the published tree."""
    target, mark, anchor = written.partition("#")
    source = normpath(join(dirname(path), target)) if target else ""
    page = page_of(path)
    if source not in files:
        return f"../{written}" if normpath(join(dirname(page), target)) in above else written
    there = f"{page_of(source)}.html" if source.endswith(".md") else f"about/{source}"
    return relative(page, there + mark + anchor)
