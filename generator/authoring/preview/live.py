"""Keeps a previewed site up to date: changed articles at once, everything else soon after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.app import Built, Progress, build
from generator.checking.folder import HandbookFolder, blocks_publishing
from generator.checking.pipeline import Checked
from generator.document.blocks import DownloadsByPage, Page, Prose
from generator.document.context import Context
from generator.document.site import site_pages
from generator.outputs.figures import figures
from generator.outputs.material import contexts
from generator.publish.gate import Gate
from generator.publish.guard import work_folder, work_gate
from generator.publish.manifest import SITE
from generator.publish.named_folder import MARKER
from generator.publish.owned import BUILD, Owned
from generator.publish.program import program_name
from generator.publish.store import ArtifactStore
from generator.publish.writer import paths_below, safe_path
from generator.renderers.html import Renderer
from generator.renderers.html.addresses import href
from generator.rules.catalogue import all_rules
from generator.site.content import Content, content_pages, content_titles, read_pages
from generator.site.verdict import read_handbook


@dataclass(slots=True)
class Live:
    """A previewed site, drafts included, in a folder of its own that is never published.

    `refresh` exchanges the articles of changed pages of the handbook's first language inside the
    finished pages. Titles, navigation, contents lists, new pages, documents and the other
    languages follow with `rebuild`.
    """

    root: Path
    _seen: dict[str, object] = field(default_factory=dict)
    _sizes: Mapping[str, int] = field(default_factory=dict)
    _downloads: DownloadsByPage = field(default_factory=dict)
    _written: tuple[Mapping[str, bytes], Content] | None = None

    @property
    def folder(self) -> Path:
        """Where the previewed site stands."""
        return work_folder(self.root) / "preview"

    def rebuild(self, *, progress: Progress) -> Built:
        """Build the whole preview."""
        built = build(self.root, progress=progress, site_dir=self.folder, drafts=True)
        if built.site:
            self._sizes, self._downloads = self._files_to_take_away(), built.downloads
            if not self._seen:
                self._look(read_handbook(self.root, drafts=True))
        return built

    def refresh(self) -> tuple[Checked, tuple[str, ...]]:
        """Check the handbook and put changed articles in place; return the pages that got one.

        Before the first build there is nothing to put them in.
        """
        read = read_handbook(self.root, drafts=True)
        if (
            blocks_publishing(read.checked, strict=False)
            or not self._seen
            or not self.folder.is_dir()
        ):
            return read.checked, ()
        ctx, written, changed = self._look(read)
        return read.checked, tuple(self._replaced(ctx, written, changed))

    def _look(self, read: HandbookFolder) -> tuple[Context, Content, tuple[Page, ...]]:
        """Return the pages that say something else than when they were seen last."""
        ctx = next(contexts(read, drafts=True))
        written = self._hand_written(ctx, read.content)
        return ctx, written, tuple(self._changed(ctx, read, written))

    def _hand_written(self, ctx: Context, content: Mapping[str, bytes]) -> Content:
        """Convert the hand-written pages, once as long as none of them changes."""
        if self._written is None or self._written[0] != content:
            self._written = (content, read_pages(ctx, content))
        return self._written[1]

    def _changed(self, ctx: Context, read: HandbookFolder, written: Content) -> Iterator[Page]:
        """Yield the pages that say something else than when they were seen last."""
        pages = site_pages(ctx, self._downloads, content_titles(read.content), all_rules())
        for page in (*pages, *content_pages(written)):
            texts = [
                written.prose.get(each.path) for each in page.blocks if isinstance(each, Prose)
            ]
            if self._seen.get(page.path) != (page, texts):
                self._seen[page.path] = (page, texts)
                yield page

    def _replaced(self, ctx: Context, written: Content, pages: tuple[Page, ...]) -> Iterator[str]:
        """Exchange the articles of pages; yield the paths of those where it could be done."""
        store = ArtifactStore(work_gate(self.root).below(BUILD), program_name())
        drawn = figures(ctx, pages, lambda page: partial(href, page))
        renderer = Renderer(
            ctx=ctx,
            figures={key: store.through(artifact).body().decode() for key, artifact in drawn},
            prose=written.prose,
            sizes=self._sizes,
        )
        for page in pages:
            if self._replace(renderer.render(page).html, page.path, ctx.words.language):
                yield page.path

    def _replace(self, article: str, page: str, language: str) -> bool:
        work, name = work_gate(self.root).below(BUILD), safe_path(f"{page}.html")
        staged, place = f"staged/{language}", work.below("preview")
        before, finished = work.read(f"{staged}/fragments/{name}"), place.read(name)
        after = article.encode()
        if before is None or finished is None:
            return False
        if before == after or finished.count(before) != 1:
            return False
        Owned(place, MARKER, SITE).write(name, finished.replace(before, after))
        Owned(work.below(staged)).write(f"fragments/{name}", after)
        return True

    def _files_to_take_away(self) -> Mapping[str, int]:
        return {
            path: self.folder.joinpath(path).stat().st_size
            for path in paths_below(Gate(self.folder))
            if not path.endswith(".html")
        }
