"""Stages pages as files: thin pages for MkDocs, their fragments, the search index, pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from generator.base.i18n import AUTONYMS
from generator.base.diagnostics import Diagnostic, Span
from generator.document.blocks import DownloadsByPage, Page
from generator.document.context import Context
from generator.publish.gate import Gate
from generator.publish.named_folder import gate_at
from generator.publish.owned import Owned
from generator.publish.writer import safe_path
from generator.renderers.html import Fragment, ContentsLine, Renderer
from generator.renderers.html.fragment import language_tag
from generator.outputs.search import search_index
from generator.site.content import SharedFiles, content_pages, read_pages
from generator.site.desks import desks
from generator.site.inline import inline_page
from generator.site.links import PageLinks, PublishedTree
from generator.site.navigation import Navigation, navigation_of
from generator.site.page_list import PAGE_LIST, page_list
from generator.site.redirects import redirects
from generator.site.settings import (
    ASSETS,
    INLINE_ASSETS,
    SEARCH_INDEX,
    html_safe,
    quoted,
    settings_file,
)
from generator.rules.declared.site import SAME_PAGE


@dataclass(frozen=True, kw_only=True)
class Staged:
    """A staged tree: `folder/docs` for MkDocs, `folder/fragments` with the articles.

    `contents` are the headings of each page by its path, `summaries` a line about it, `changed`
    the files that were written anew, `diagnostics` what is wrong with hand-written pages. Links
    are checked by `check_links`, when it is known which files stand beside the pages.
    """

    gate: Gate
    ctx: Context
    navigation: Navigation
    links: PageLinks
    base: str
    inline: bool = False
    contents: Mapping[str, tuple[ContentsLine, ...]] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    changed: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def docs(self) -> Path:
        """The folder that MkDocs reads."""
        return self.folder / "docs"

    @property
    def folder(self) -> Path:
        """The folder of the tree."""
        return self.gate.root

    @cached_property
    def say(self) -> Callable[..., str]:
        """The sentences of the chrome, each put into the language once."""
        return lru_cache(maxsize=256)(self.ctx.words.say)

    @cached_property
    def company(self) -> str:
        """The name of the company, HTML-safe."""
        return html_safe(self.ctx.words.translated(self.ctx.handbook.settings.company.source))

    @cached_property
    def edition(self) -> str:
        """The edition and its date, HTML-safe; empty where there is none."""
        edition = self.ctx.handbook.settings.edition
        if edition is None:
            return ""
        name = self.ctx.words.translated(edition.edition.source)
        return html_safe(
            self.ctx.words.say("{edition}, {date}", edition=name, date=edition.date.isoformat())
        )

    def other_languages(self, page: str) -> tuple[tuple[str, str, str], ...]:
        """Tag, name and address of a page in the other languages, as written on it."""
        root = "../" * page.count("/")
        up = root if self.ctx.words.original else f"{root}../"
        if page == "404":
            up = site_path(self.ctx)
        languages = self.ctx.handbook.settings.languages
        return tuple(
            (
                language_tag(each),
                AUTONYMS.get(each, each),
                f"{up}{f'{each}/' if number else ''}{'index' if page == '404' else page}.html",
            )
            for number, each in enumerate(languages)
            if each != self.ctx.words.language
        )

    def fragment(self, page: str) -> str:
        """Return the article of a page."""
        raw = self.gate.read(_fragment_file(page))
        if raw is None:
            raise FileNotFoundError(page)
        return raw.decode()

    def check_links(self, made: frozenset[str] = frozenset()) -> tuple[Diagnostic, ...]:
        """Return a finding for each address that leads nowhere; `made` are downloads."""
        tree = PublishedTree(
            pages=self.links.anchors,
            files=self.files | made,
            anchors=self.links.anchors.__getitem__,
            base=self.base,
            site=site_path(self.ctx),
            folders=other_trees(self.ctx),
            shared=SharedFiles(self.ctx),
        )
        return tuple(self.links.check(tree))


def stage(  # noqa: PLR0913 - the parts of a site
    pages: Sequence[Page],
    *,
    ctx: Context,
    content: Mapping[str, bytes],
    figures: Mapping[tuple[str, str], str],
    folder: Path | Gate,
    sizes: Mapping[str, int] | None = None,
    downloads: DownloadsByPage | None = None,
    inline: bool = False,
) -> Staged:
    """Write the staged tree of some pages; unchanged files stay, files of old pages go.

    `content` are the files below `content/` by path, `figures` drawings by (kind, id), `sizes`
    the bytes of the downloads, `downloads` what each page offers of them. With `inline` the articles stand in the pages
    themselves, for engines that run no plugins, and `folder/mkdocs.yml` is theirs.
    """
    hand_written = read_pages(ctx, content)
    complete = (*pages, *content_pages(hand_written))
    complete = (*complete, page_list(ctx, complete, (downloads or {}).get(PAGE_LIST, ())))
    gate = folder if isinstance(folder, Gate) else gate_at(folder)
    writing = _Writing(gate, base_path(ctx), inline=inline)
    renderer = Renderer(
        ctx=ctx, figures=figures, prose=hand_written.prose, sizes=sizes or {}, base=writing.base
    )
    for page in complete:
        writing.page(page, renderer.render(page))
    writing.links.places.update(hand_written.places)
    writing.file(SEARCH_INDEX, search_index(ctx, complete, hand_written.passages))
    for path, raw in (*desks(ctx, renderer, complete), *pictures(content), *redirects(ctx)):
        writing.file(path, raw)
    navigation = navigation_of(ctx, complete)
    if inline:
        writing.chrome(settings_file(ctx, navigation, complete))
    writing.remove_orphans()
    return Staged(
        gate=gate,
        ctx=ctx,
        navigation=navigation,
        links=writing.links,
        base=writing.base,
        inline=inline,
        contents=writing.contents,
        sources={page.path: page.file for page in complete},
        files=frozenset(writing.files),
        changed=tuple(writing.changed),
        diagnostics=(*hand_written.diagnostics, *writing.diagnostics),
    )


def site_path(ctx: Context) -> str:
    """Return the path under which the site is published (`/handbook/`); `/` if it is unknown."""
    path = urlsplit(ctx.handbook.settings.address or "/").path or "/"
    return path if path.endswith("/") else f"{path}/"


def base_path(ctx: Context) -> str:
    """Return the path of the tree of a language: that of the site, or a folder in it."""
    return site_path(ctx) if ctx.words.original else f"{site_path(ctx)}{ctx.words.language}/"


def other_trees(ctx: Context) -> tuple[str, ...]:
    """Return the folders of the trees of all languages but the first (`en/`)."""
    return tuple(f"{each}/" for each in ctx.handbook.settings.languages[1:])


class _Writing:
    """What was written so far."""

    def __init__(self, gate: Gate, base: str, *, inline: bool) -> None:
        self.base = base
        self.inline = inline
        self.links = PageLinks()
        self.contents: dict[str, tuple[ContentsLine, ...]] = {}
        self.files: set[str] = set()
        self.changed: list[str] = []
        self.diagnostics: list[Diagnostic] = []
        self._files = Owned(gate)
        self._kept: set[str] = set()
        self._claimed: dict[str, str] = {}

    def page(self, page: Page, fragment: Fragment) -> None:
        """Write one page."""
        if not self._claim(page.path, page.file):
            return
        self.contents[page.path] = fragment.contents
        self.links.add(page.path, page.file, fragment.anchors, fragment.links)
        self.written(_fragment_file(page.path), fragment.html.encode())
        if page.kind == "notfound" and not self.inline:
            return
        body = inline_page(fragment) if self.inline else ""
        thin = f"{front_matter(page)}{body}"
        self.written(f"docs/{safe_path(page.path)}.md", thin.encode())

    def file(self, path: str, raw: bytes) -> None:
        """Write a file beside the pages."""
        if self._claim(path, f"content/{path.removeprefix('about/')}"):
            self.files.add(path)
            self.written(f"docs/{safe_path(path)}", raw)

    def chrome(self, settings: bytes) -> None:
        """Write the settings of an engine without plugins, and the looks of the articles."""
        self.written("mkdocs.yml", settings)
        for name in INLINE_ASSETS:
            raw = files("generator").joinpath("resources", "theme", ASSETS, name).read_bytes()
            self.file(f"{ASSETS}/{name}", raw)

    def _claim(self, path: str, file: str) -> bool:
        claimed = self._claimed.setdefault(path.removesuffix(".html").casefold(), path)
        if claimed is path:
            return True
        self.diagnostics.append(SAME_PAGE.at(Span(file or "processes/handbook.yml"), path=path))
        return False

    def written(self, path: str, raw: bytes) -> None:
        """Write a file where it differs, and keep it."""
        self._kept.add(path)
        if self._files.write(path, raw):
            self.changed.append(path)

    def remove_orphans(self) -> None:
        """Remove files that belong to no page any more, and the folders that they leave empty."""
        self._files.remove_others(self._kept)


def _fragment_file(page: str) -> str:
    return f"fragments/{safe_path(page)}.html"


def front_matter(page: Page) -> str:
    """Return the head of a thin page, with texts that are safe where they are written as is."""
    title = (
        f"{page.code} {page.title}"
        if page.code and not page.title.startswith(page.code)
        else page.title
    )
    lines = [f"title: {quoted(title)}"]
    if page.summary:
        lines.append(f"description: {quoted(page.summary[:200])}")
    return "\n".join(["---", *lines, "---", ""])


def pictures(content: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the pictures and documents of `content/` as they are published."""
    for path, raw in content.items():
        if not path.endswith(".md"):
            yield f"about/{path}", raw
