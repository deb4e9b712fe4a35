"""`handbook export`: one output, whole or for some ids, without the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.diagnostics import N_
from generator.cli.check import exit_code
from generator.cli.exits import CLEAN, FINDINGS, CannotRun
from generator.cli.printing import print_text
from generator.cli.setting import CommonOptions
from generator.cli.words import command, option, say

if TYPE_CHECKING:
    from generator.base.artifact import Artifact
    from generator.checking.folder import HandbookFolder
    from generator.document.context import Context
    from generator.outputs.output import Output


class OutputNames(click.Choice[str]):
    """The outputs that can be exported, read from the catalogue when somebody asks for them.

    With it come all renderers, half a second that no other command should wait for.
    """

    def __init__(self) -> None:
        self.case_sensitive = True

    @property
    def choices(self) -> tuple[str, ...]:  # type: ignore[override]
        """The names, sorted."""
        from generator.outputs.catalogue import exported_outputs

        return tuple(exported_outputs())


@command(N_("Write one family of documents without building the site."))
@click.argument("family", type=OutputNames())
@click.argument("ids", nargs=-1, metavar="[ID…]")
@option(
    "-o",
    "folder",
    text=N_("Folder to write to."),
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="DIR",
)
@option("--language", text=N_("Language of the documents."), default=None, metavar="LANG")
@option("--drafts", text=N_("Drafts too, marked as such."), is_flag=True)
@option("--pdf", text=N_("Lay out Word documents as PDF too, with LibreOffice."), is_flag=True)
@click.pass_obj
def export(  # noqa: PLR0913 - the options of the command
    setting: CommonOptions,
    family: str,
    ids: tuple[str, ...],
    *,
    folder: Path,
    language: str | None,
    drafts: bool,
    pdf: bool,
) -> int:
    """Run `handbook export`."""
    from generator.outputs.catalogue import exported_outputs
    from generator.publish.office import with_pdf
    from generator.publish.owned import exported
    from generator.publish.writer import write_artifacts

    read = setting.read()
    checked = read.checked
    if checked.failed or checked.handbook is None:
        print_text(setting.report(checked), err=True)
        return FINDINGS
    output = exported_outputs()[family]
    ctx = _context(output, read, language, drafts=drafts)
    artifacts = tuple(_artifacts(output, ctx, read, ids))
    made = tuple(with_pdf(artifacts)) if pdf else artifacts
    write_artifacts(exported(setting.root, folder), made)
    setting.tell(
        say("{count} {count:file|files} written to {folder}.", count=len(made), folder=str(folder))
    )
    return CLEAN if exit_code(checked, strict=False) == CLEAN else FINDINGS


def _context(
    output: Output, read: HandbookFolder, language: str | None, *, drafts: bool
) -> Context:
    """Return the context of the language asked for, else of the handbook's first.

    What all languages share is as it is in the first, whichever is asked for.
    """
    from generator.outputs.material import contexts

    known = {each.words.language: each for each in contexts(read, drafts=drafts)}
    if language and language not in known:
        raise CannotRun(
            "This handbook is not published in {language}; it has: {known}.",
            language=language,
            known=", ".join(known),
        )
    first = next(iter(known))
    return known[language or first] if output.every_language else known[first]


def _artifacts(
    output: Output, ctx: Context, read: HandbookFolder, ids: tuple[str, ...]
) -> Iterator[Artifact]:
    """Yield the files of an output; an id that gives none of them ends the command."""
    from generator.outputs.catalogue import files_for, files_of
    from generator.outputs.material import material_of
    from generator.publish.office import pages_of_headings

    material = material_of(read, pages_of_headings)
    found = {name: files_for(output, ctx, material, name) for name in ids}
    missing = [name for name, files in found.items() if not files]
    drafts = {each.id for each in ctx.handbook.left_out}
    if missing and drafts.issuperset(missing):
        raise CannotRun(
            "These are drafts: {ids}. Add --drafts to export them.", ids=", ".join(missing)
        )
    if missing:
        raise CannotRun(
            "Nothing to export: no document bears the id {ids}.", ids=", ".join(missing)
        )
    files = sum(found.values(), ()) if ids else files_of(output, ctx, material)
    if not files:
        raise CannotRun("There is nothing to export: this handbook has no such documents.")
    for file in files:
        path = file.artifact.path
        name = path if output.keep_folders else path.rpartition("/")[2]
        yield replace(file.artifact, path=name)
