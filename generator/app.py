"""The whole program on one screen: from a folder to a site, all or nothing."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from generator.base.artifact import Artifact
from generator.base.diagnostics import Diagnostic, Message
from generator.checking.folder import HandbookFolder, blocks_publishing, read_folder
from generator.checking.pipeline import Checked, with_findings
from generator.document.blocks import DownloadsByPage, Page
from generator.document.context import Context
from generator.document.site import site_pages
from generator.outputs.catalogue import SITE_ARCHIVE, all_files, archives_of, downloads_of
from generator.outputs.figures import FigureKey, figures
from generator.outputs.material import Material, contexts, material_of
from generator.outputs.output import OutputFile
from generator.publish.bundles import write_archive
from generator.publish.guard import Claim
from generator.publish.office import pages_of_headings
from generator.publish.workshop import Workshop, workshop
from generator.publish.writer import paths_below, write_artifacts
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

    `downloads` is what each page of the first language offers, by its path; `aside` are the
    folders into which files were moved that are not the product's.
    """

    checked: Checked
    site: Path | None = None
    files: int = 0
    changed: tuple[str, ...] = ()
    downloads: DownloadsByPage = field(default_factory=dict)
    aside: tuple[str, ...] = ()


def build(  # noqa: PLR0913 - the options of the command
    root: Path,
    *,
    progress: Progress,
    site_dir: Path | None = None,
    strict: bool = False,
    drafts: bool = False,
    jobs: int = 1,
    clean: bool = False,
    keep: bool = False,
) -> Built:
    """Check a handbook and publish its site; with findings the site stays as it was.

    `strict` counts warnings as errors, `drafts` publishes drafts too, `jobs` is how many
    processes make documents, `clean` makes everything anew. `keep` moves aside what is not the
    product's in the site, where a build otherwise stops.

    Raises:
        Refused: the folder may not become the site, or the disk does not let us write.
    """
    progress(Message("Checking"))
    folder = read_folder(root)
    if blocks_publishing(folder.checked, strict=strict):
        return Built(checked=folder.checked)
    claim = claim_of(folder, put_aside=keep)
    site = site_dir or root / "site"
    with workshop(root, site, claim=claim, clean=clean, waiting=progress) as place:
        material = material_of(folder, pages_of_headings)
        made = [
            LanguageBuild(
                ctx=ctx, material=material, place=place, root=root, jobs=jobs, progress=progress
            ).run(folder.content)
            for ctx in contexts(folder, drafts=drafts)
        ]
        found = [each for tree in made for each in tree.diagnostics]
        checked = with_findings(folder.checked, found)
        if blocks_publishing(checked, strict=strict):
            return Built(checked=checked)
        progress(Message("Publishing"))
        fresh = place.fresh()
        write_archive(fresh.gate, fresh, SITE_ARCHIVE, paths_below(fresh.gate))
        files = len(paths_below(fresh.gate))
        changed = place.publish()
    return Built(
        checked=checked,
        site=place.site,
        files=files,
        changed=changed,
        downloads=made[0].downloads,
        aside=place.put_aside(),
    )


def claim_of(folder: HandbookFolder, *, put_aside: bool) -> Claim:
    """Return what a handbook may replace in the folder of its site."""
    handbook = folder.checked.handbook
    if handbook is None:
        return Claim(identity={}, put_aside=put_aside)
    settings = handbook.settings
    named = {
        "address": settings.address or "",
        "company": settings.company.source,
        "title": settings.title.source,
    }
    return Claim(identity=named, keep=settings.site_keep, put_aside=put_aside)


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
        said = mkdocs_build(staged, self.root, fresh.gate.root, fresh.note)
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
