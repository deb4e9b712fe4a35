"""The whole program on one screen: from a folder to a site, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from generator.base.artifact import Artifact
from generator.base.diagnostics import Diagnostic, Message
from generator.checking.folder import hinders, read_folder
from generator.checking.pipeline import Checked, with_findings
from generator.document.blocks import DownloadsByPage, Page
from generator.document.context import Context
from generator.document.site import site_pages
from generator.outputs.catalogue import SITE_ARCHIVE, all_files, archives_of, downloads_of
from generator.outputs.figures import FigureKey, figures
from generator.outputs.material import Material, contexts, material_of
from generator.outputs.output import OutputFile
from generator.publish.bundles import write_archive
from generator.publish.office import pages_of_headings
from generator.publish.workshop import Workshop, workshop
from generator.publish.writer import move_files, paths_below, write_artifacts
from generator.renderers.html.addresses import href
from generator.rules.catalogue import all_rules
from generator.site import mkdocs_build, stage
from generator.site.content import content_titles

__all__ = ["Built", "Progress", "build"]


class Progress(Protocol):
    """Hears what a build does now, and how much of it is done where that can be counted."""

    def __call__(self, stage: Message, done: int = 0, total: int = 0) -> None:
        """Take note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a build: `site` is None where findings kept the old one in its place.

    `downloads` is what each page of the first language offers, by its path.
    """

    checked: Checked
    site: Path | None = None
    files: int = 0
    changed: tuple[str, ...] = ()
    downloads: DownloadsByPage = field(default_factory=dict)


def build(  # noqa: PLR0913 - the options of the command
    root: Path,
    *,
    progress: Progress,
    site_dir: Path | None = None,
    strict: bool = False,
    drafts: bool = False,
    jobs: int = 1,
    clean: bool = False,
) -> Built:
    """Check a handbook and publish its site; with findings the site stays as it was.

    `strict` counts warnings as errors, `drafts` publishes drafts too, `jobs` is how many
    processes make documents, `clean` makes everything anew.

    Raises:
        Refused: the folder may not become the site, or the disk does not let us write.
    """
    progress(Message("Checking"))
    sources = read_folder(root)
    if hinders(sources.checked, strict=strict):
        return Built(checked=sources.checked)
    waiting = partial(progress, Message("Another build of this handbook runs; waiting for it"))
    with workshop(root, site_dir or root / "site", clean=clean, waiting=waiting) as place:
        material = material_of(sources, pages_of_headings)
        made = [
            Making(
                ctx=ctx, material=material, place=place, root=root, jobs=jobs, progress=progress
            ).tree(sources.content)
            for ctx in contexts(sources, drafts=drafts)
        ]
        found = [each for tree in made for each in tree.diagnostics]
        checked = with_findings(sources.checked, found)
        if hinders(checked, strict=strict):
            return Built(checked=checked)
        progress(Message("Publishing"))
        write_archive(place.fresh, SITE_ARCHIVE, paths_below(place.fresh))
        files = len(paths_below(place.fresh))
        changed = place.publish()
    return Built(
        checked=checked,
        site=place.site,
        files=files,
        changed=changed,
        downloads=made[0].downloads,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The tree of one language: what is wrong with it, and what its pages offer."""

    diagnostics: tuple[Diagnostic, ...]
    downloads: DownloadsByPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """Makes the tree of one language in the place of a build."""

    ctx: Context
    material: Material
    place: Workshop
    root: Path
    jobs: int
    progress: Progress

    def tree(self, content: Mapping[str, bytes]) -> Tree:
        """Make the files to take away, the pages, and the site around them."""
        files = all_files(self.ctx, self.material)
        downloads = downloads_of(self.ctx, files)
        sizes = self._files(files)
        pages = site_pages(self.ctx, downloads, content_titles(content), all_rules())
        drawings = self._figures(pages)
        self._tell(Message("Pages"))
        staged = stage(
            pages,
            ctx=self.ctx,
            content=content,
            figures=drawings,
            folder=self.place.staged / self.ctx.words.language,
            sizes=sizes,
            downloads=downloads,
        )
        offered = (each.target.id for listed in downloads.values() for each in listed)
        broken = staged.check_links(frozenset(offered))
        self._tell(Message("Site"))
        fresh = (
            self.place.fresh
            if self.ctx.words.original
            else self.place.fresh / self.ctx.words.language
        )
        said = mkdocs_build(staged, self.root, fresh)
        move_files(self._waiting, fresh)
        return Tree(diagnostics=(*staged.diagnostics, *broken, *said), downloads=downloads)

    def _files(self, files: Sequence[OutputFile]) -> Mapping[str, int]:
        """Write the files to take away where they wait for the site; return path → bytes."""
        artifacts = [each.artifact for each in files]
        write_artifacts(self._waiting, self._made(Message("Documents"), artifacts))
        for archive, packed in archives_of(files).items():
            write_archive(self._waiting, archive.path, packed)
        paths = paths_below(self._waiting)
        return {path: self._waiting.joinpath(path).stat().st_size for path in paths}

    def _figures(self, pages: tuple[Page, ...]) -> Mapping[FigureKey, str]:
        drawn = tuple(figures(self.ctx, pages, lambda page: partial(href, page)))
        made = self._made(Message("Diagrams"), [artifact for _, artifact in drawn])
        return {key: each.body().decode() for (key, _), each in zip(drawn, made, strict=True)}

    def _made(self, what: Message, artifacts: Sequence[Artifact]) -> Iterator[Artifact]:
        """Yield artifacts from the store as they are asked for, and tell how many are done."""
        self._tell(what, 0, len(artifacts))
        self.place.store.make_ahead(artifacts, jobs=self.jobs)
        for done, artifact in enumerate(artifacts, start=1):
            yield self.place.store.through(artifact)
            self._tell(what, done, len(artifacts))

    def _tell(self, what: Message, done: int = 0, total: int = 0) -> None:
        self.progress(
            Message("{language}: {what}", {"language": self.ctx.words.language, "what": what}),
            done,
            total,
        )

    @property
    def _waiting(self) -> Path:
        return self.place.files / self.ctx.words.language
