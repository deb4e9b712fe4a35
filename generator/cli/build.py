"""`handbook build`: checks, generates and publishes the whole site with all downloads."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.base.diagnostics import N_
from generator.cli.check import exit_code
from generator.cli.exits import FINDINGS
from generator.cli.printing import print_line, print_text
from generator.cli.progress import shown_progress
from generator.cli.setting import CommonOptions
from generator.cli.states import since_option, state_since
from generator.cli.words import command, option, say


@command(
    N_("Check the handbook and publish the whole site with all documents."),
    N_("The site is replaced in one move: where a build fails or is stopped, it stays as it was."),
)
@option(
    "--site-dir",
    text=N_("Folder of the site; “site” in the handbook's folder if not given."),
    type=click.Path(path_type=Path),
    default=None,
    metavar="DIR",
)
@option("--strict", text=N_("Count warnings as errors."), is_flag=True)
@since_option
@option("--drafts", text=N_("Publish drafts too, marked as such."), is_flag=True)
@option(
    "--jobs",
    text=N_("How many processes make documents."),
    type=click.IntRange(1, 64),
    default=None,
    metavar="N",
)
@option("--clean", text=N_("Make everything anew, nothing from the last build."), is_flag=True)
@option(
    "--keep",
    text=N_("Move aside what is not the build's own in the site's folder, instead of stopping."),
    is_flag=True,
)
@option(
    "--private",
    text=N_("Let the umask decide who may read the site, instead of everybody."),
    is_flag=True,
)
@click.pass_obj
def build(  # noqa: PLR0913 - its options
    setting: CommonOptions,
    *,
    site_dir: Path | None,
    strict: bool,
    since: str | None,
    drafts: bool,
    jobs: int | None,
    clean: bool,
    keep: bool,
    private: bool,
) -> int:
    """Run `handbook build`."""
    setting.require_handbook()
    base = state_since(setting, since)
    # MkDocs, templates and diagrams take half a second to import: `check` does without.
    from generator.app import build as build_site

    with shown_progress(setting) as progress:
        built = build_site(
            setting.root,
            progress=progress,
            site_dir=site_dir,
            strict=strict,
            base=base,
            drafts=drafts,
            jobs=jobs or os.cpu_count() or 1,
            clean=clean,
            keep=keep,
            private=private,
        )
    if built.checked.diagnostics:
        print_text(setting.report(built.checked), err=True)
    for folder in built.aside:
        text = N_("What was not made by a build, or changed since, is now in {folder}.")
        print_line(say(text, folder=folder))
    if built.site is None:
        setting.tell(say("The site was not changed."))
        return FINDINGS
    setting.tell(
        say(
            "{files} {files:file|files}, {changed} of them changed: {site}",
            files=built.files,
            changed=len(built.changed),
            site=str(built.site / "index.html"),
        )
    )
    return exit_code(built.checked, strict=strict)
