"""The whole program on one screen: from a folder to a site, all or nothing."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from generator.base.artifact import Artifact
from generator.base.diagnostics import Diagnostic, Message
from generator.base.i18n import Catalogue, parse_catalogue, product_catalogue
from generator.checking.folder import Sources, check_folder, hinders, read_folder
from generator.checking.pipeline import Checked, with_findings
from generator.document.blocks import Page
from generator.document.context import Context
from generator.document.site import site_pages
from generator.outputs.diagrams import FigureKey, figures
from generator.outputs.site_artifacts import site_artifacts
from generator.publish.bundles import OFFLINE, write_bundles, write_offline
from generator.publish.guard import Claim
from generator.publish.workshop import Workshop, workshop
from generator.publish.writer import paths_below, write_artifacts
from generator.renderers.html.addresses import href
from generator.rules.catalogue import all_rules
from generator.site import mkdocs_build, stage
from generator.site.content import content_titles

__all__ = ["Built", "Progress", "build", "check_folder", "contexts"]


class Progress(Protocol):
    """Hears what a build does now, and how much of it is done where that can be counted."""

    def __call__(self, stage: Message, done: int = 0, total: int = 0) -> None:
        """Take note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a build: `site` is None where findings kept the old one in its place.

    `aside` are the folders into which files were moved that are not the product's.
    """

    checked: Checked
    site: Path | None = None
    files: int = 0
    changed: tuple[str, ...] = ()
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
    sources = read_folder(root)
    if hinders(sources.checked, strict=strict):
        return Built(checked=sources.checked)
    claim = claim_of(sources, put_aside=keep)
    site = site_dir or root / "site"
    with workshop(root, site, claim=claim, clean=clean, waiting=progress) as place:
        found: list[Diagnostic] = []
        for ctx in contexts(sources, drafts=drafts):
            making = Making(ctx=ctx, place=place, root=root, jobs=jobs, progress=progress)
            found += making.tree(sources.content)
        checked = with_findings(sources.checked, found)
        if hinders(checked, strict=strict):
            return Built(checked=checked)
        progress(Message("Publishing"))
        fresh = place.fresh()
        write_offline(fresh.gate, fresh)
        files = len(paths_below(fresh.gate))
        changed = place.publish()
    return Built(
        checked=checked, site=place.site, files=files, changed=changed, aside=place.put_aside()
    )


def claim_of(sources: Sources, *, put_aside: bool) -> Claim:
    """Return what a handbook may replace in the folder of its site."""
    handbook = sources.checked.handbook
    if handbook is None:
        return Claim(identity={}, put_aside=put_aside)
    settings = handbook.settings
    named = {
        "address": settings.address or "",
        "company": settings.company.source,
        "title": settings.title.source,
    }
    return Claim(identity=named, keep=settings.site_keep, put_aside=put_aside)


def contexts(sources: Sources, *, drafts: bool) -> Iterator[Context]:
    """Yield the context of each language of the handbook, the original first."""
    handbook = sources.checked.handbook
    if handbook is None:
        return
    if not drafts:
        handbook = handbook.without_drafts()
    for language in handbook.settings.languages:
        raw = sources.catalogues.get(language)
        texts = parse_catalogue(language, raw) if raw else Catalogue(language)
        yield Context.of(handbook, product_catalogue(language), texts, drafts=drafts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """Makes the tree of one language in the place of a build."""

    ctx: Context
    place: Workshop
    root: Path
    jobs: int
    progress: Progress

    def tree(self, content: Mapping[str, bytes]) -> Iterator[Diagnostic]:
        """Make the files to take away, the pages, and the site around them; yield findings."""
        sizes = self._files()
        made = frozenset((*sizes, OFFLINE)) if self.ctx.words.original else frozenset(sizes)
        pages = site_pages(self.ctx, made, content_titles(content), all_rules())
        drawings = self._figures(pages)
        self._tell(Message("Pages"))
        staged = stage(
            pages,
            ctx=self.ctx,
            content=content,
            figures=drawings,
            folder=self.place.staged(self.ctx.words.language),
            sizes=sizes,
        )
        yield from staged.diagnostics
        yield from staged.check_links(made)
        self._tell(Message("Site"))
        tree = "" if self.ctx.words.original else self.ctx.words.language
        fresh = self.place.fresh(tree)
        yield from mkdocs_build(staged, self.root, fresh.gate.root, fresh.note)
        self.place.move_files(self.ctx.words.language, tree)

    def _files(self) -> Mapping[str, int]:
        """Write the files to take away where they wait for the site; return path → bytes."""
        artifacts = site_artifacts(self.ctx, self.root)
        waiting = self.place.files(self.ctx.words.language)
        write_artifacts(waiting, self._made(Message("Documents"), artifacts))
        write_bundles(waiting.gate, waiting)
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
