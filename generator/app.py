"""The whole program on one screen: from a folder to a site, all or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.base.diagnostics import Message
from generator.checking.base import HandbookState
from generator.checking.folder import HandbookFolder, blocks_publishing
from generator.checking.pipeline import Checked, with_findings
from generator.checking.policy import with_policy
from generator.document.blocks import DownloadsByPage
from generator.outputs.catalogue import SITE_ARCHIVE
from generator.outputs.material import contexts, material_of
from generator.publish.bundles import write_archive
from generator.publish.guard import Claim
from generator.publish.office import pages_of_headings
from generator.publish.workshop import workshop
from generator.publish.writer import paths_below
from generator.site.language_build import LanguageBuild, Progress
from generator.site.verdict import read_handbook

__all__ = ["Built", "Progress", "build"]


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
    base: HandbookState | None = None,
    drafts: bool = False,
    jobs: int = 1,
    clean: bool = False,
    keep: bool = False,
    private: bool = False,
) -> Built:
    """Check a handbook and publish its site; with findings the site stays as it was.

    `strict` counts warnings as errors, `base` is the state since which the change policy holds,
    `drafts` publishes drafts too, `jobs` is how many
    processes make documents, `clean` makes everything anew. `keep` moves aside what is not the
    product's in the site, where a build otherwise stops; `private` lets the umask decide who may
    read the site.

    Raises:
        Refused: the folder may not become the site, or the disk does not let us write.
    """
    progress(Message("Checking"))
    folder = with_policy(read_handbook(root, drafts=drafts), root, base=base)
    if blocks_publishing(folder.checked, strict=strict):
        return Built(checked=folder.checked)
    claim = claim_of(folder, put_aside=keep)
    site = site_dir or root.resolve() / "site"
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
        changed = place.publish(private=private)
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
