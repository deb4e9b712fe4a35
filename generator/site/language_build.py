"""Builds the site of one language: its downloads, its pages, and the chrome around them."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from generator.base.artifact import Artifact
from generator.base.diagnostics import Diagnostic, Message
from generator.document.blocks import DownloadsByPage, Page
from generator.document.context import Context
from generator.document.site import site_pages
from generator.outputs.catalogue import all_files, archives_of, downloads_of
from generator.outputs.figures import FigureKey, figures
from generator.outputs.material import Material
from generator.outputs.output import OutputFile
from generator.publish.bundles import write_archive
from generator.publish.workshop import Workshop
from generator.publish.writer import write_artifacts
from generator.renderers.html.addresses import href
from generator.rules.catalogue import all_rules
from generator.site.content import content_titles
from generator.site.mkdocs_config import mkdocs_build
from generator.site.staging import stage


class Progress(Protocol):
    """Hears what a build does now, and how much of it is done where that can be counted."""

    def __call__(self, stage: Message, done: int = 0, total: int = 0) -> None:
        """Take note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageTree:
    """The tree of one language: what is wrong with it, and what its pages offer."""

    diagnostics: tuple[Diagnostic, ...]
    downloads: DownloadsByPage


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageBuild:
    """Makes the tree of one language in the place of a build."""

    ctx: Context
    material: Material
    place: Workshop
    root: Path
    jobs: int
    progress: Progress

    def run(self, content: Mapping[str, bytes]) -> LanguageTree:
        """Make the downloads, the pages, and the site around them."""
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
            folder=self.place.staged(self.ctx.words.language),
            sizes=sizes,
            downloads=downloads,
        )
        offered = (each.target.id for listed in downloads.values() for each in listed)
        broken = staged.check_links(frozenset(offered))
        self._tell(Message("Site"))
        tree = "" if self.ctx.words.original else self.ctx.words.language
        fresh = self.place.fresh(tree)
        said = mkdocs_build(staged, self.root, fresh)
        self.place.move_files(self.ctx.words.language, tree)
        return LanguageTree(diagnostics=(*staged.diagnostics, *broken, *said), downloads=downloads)

    def _files(self, files: Sequence[OutputFile]) -> Mapping[str, int]:
        """Write the downloads where they wait for the site; return path → bytes."""
        waiting = self.place.files(self.ctx.words.language)
        artifacts = [each.artifact for each in files]
        write_artifacts(waiting, self._made(Message("Documents"), artifacts))
        for archive, packed in archives_of(files).items():
            write_archive(waiting.gate, waiting, archive.path, packed)
        return {
            path: status.st_size
            for path, status in waiting.gate.walk()
            if stat.S_ISREG(status.st_mode)
        }

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
