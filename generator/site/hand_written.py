"""Judges the hand-written pages as a build does, making only the pages that they lead to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cached_property, partial

from generator.base.diagnostics import Diagnostic
from generator.checking.folder import HandbookFolder
from generator.document.blocks import DownloadsByPage, Page
from generator.document.context import Context
from generator.document.site import page_makers
from generator.outputs.material import contexts
from generator.renderers.html import Fragment, Renderer
from generator.rules.catalogue import all_rules
from generator.site.content import SharedFiles, content_pages, content_titles, read_pages
from generator.site.links import PageLinks, PublishedTree
from generator.site.page_list import PAGE_LIST, page_list
from generator.site.redirects import redirects
from generator.site.settings import SEARCH_INDEX
from generator.site.staging import base_path, other_trees, pictures, site_path

# The one place on generated pages that is there because of files: see `_offered`.
_DOWNLOADS = b"downloads"


def hand_written_findings(folder: HandbookFolder, *, drafts: bool) -> Iterator[Diagnostic]:
    """Yield what is wrong with the pages of `content/` in any language of the handbook."""
    for ctx in contexts(folder, drafts=drafts):
        yield from HandWritten(ctx, folder).findings()


class HandWritten:
    """The hand-written pages of one language, and the tree that a build would make around them."""

    def __init__(self, ctx: Context, folder: HandbookFolder) -> None:
        self._ctx = ctx
        self._folder = folder
        self._written = read_pages(ctx, folder.content)
        named = any(_DOWNLOADS in raw for raw in folder.content.values())
        offered = self._offered if named else {}
        self._makers: dict[str, Callable[[], Page]] = {
            **page_makers(ctx, offered, content_titles(folder.content), all_rules()),
            **{page.path: partial(_itself, page) for page in content_pages(self._written)},
        }
        self._made: dict[str, frozenset[str]] = {}

    def findings(self) -> Iterator[Diagnostic]:
        """Yield the findings of the pages themselves, and of what they lead to."""
        yield from self._written.diagnostics
        links = PageLinks(places=dict(self._written.places))
        for text in self._written.prose.values():
            if text.page in self._makers:
                page = self._makers[text.page]()
                shown = self._render(page)
                links.add(page.path, page.file, shown.anchors, shown.links)
        yield from links.check(
            PublishedTree(
                pages=frozenset(f"{path}.html" for path in (*self._makers, PAGE_LIST)),
                files=_Files(self),
                anchors=self.anchors,
                base=base_path(self._ctx),
                site=site_path(self._ctx),
                folders=other_trees(self._ctx),
                shared=SharedFiles(self._ctx),
            )
        )

    def anchors(self, target: str) -> Collection[str]:
        """Return the places on a page (its path with ending) to which links may lead."""
        if target not in self._made:
            self._made[target] = frozenset(self._render(self._page(target)).anchors)
        return self._made[target]

    def _page(self, target: str) -> Page:
        path = target.removesuffix(".html")
        if path == PAGE_LIST:
            pages = [make() for make in self._makers.values()]
            return page_list(self._ctx, pages, self._offered.get(PAGE_LIST, ()))
        return self._makers[path]()

    def _render(self, page: Page) -> Fragment:
        return self._renderer.render(page)

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer(ctx=self._ctx, prose=self._written.prose, base=base_path(self._ctx))

    @cached_property
    def beside(self) -> frozenset[str]:
        """The files that are staged beside the pages."""
        staged = (*pictures(self._folder.content), *redirects(self._ctx))
        return frozenset((SEARCH_INDEX, *(path for path, _ in staged)))

    @cached_property
    def downloads(self) -> frozenset[str]:
        """The files that pages offer for download."""
        return frozenset(each.target.id for listed in self._offered.values() for each in listed)

    @cached_property
    def _offered(self) -> DownloadsByPage:
        # Their makers take long to load, and few hand-written pages lead to one.
        from generator.outputs.catalogue import all_files, downloads_of
        from generator.outputs.material import material_of

        made = all_files(self._ctx, material_of(self._folder, lambda _document: ()))
        return downloads_of(self._ctx, made)


class _Files:
    """The files beside the pages; what is offered for download is worked out when asked for."""

    def __init__(self, written: HandWritten) -> None:
        self._written = written

    def __contains__(self, path: object) -> bool:
        return path in self._written.beside or path in self._written.downloads


def _itself(page: Page) -> Page:
    return page
