"""`handbook export`: one family of artifacts, whole or for some ids, without the site."""

from __future__ import annotations

from pathlib import Path

import click

from generator.base.diagnostics import N_
from generator.cli.check import exit_code
from generator.cli.exits import CLEAN, FINDINGS, CannotRun
from generator.cli.setting import Setting
from generator.cli.words import command, option, say
from generator.outputs.families import FAMILIES, with_pdf


@command(N_("Write one family of documents without building the site."))
@click.argument("family", type=click.Choice(tuple(FAMILIES)))
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
@option("--pdf", text=N_("Lay out Word documents as PDF too, with LibreOffice."), is_flag=True)
@click.pass_obj
def export(
    setting: Setting,
    family: str,
    ids: tuple[str, ...],
    *,
    folder: Path,
    language: str | None,
    pdf: bool,
) -> int:
    """Run `handbook export`."""
    from generator.publish.owned import exported
    from generator.publish.writer import write_artifacts
    from generator.report.text import report_text

    checked = setting.check()
    if checked.failed or checked.handbook is None:
        click.echo(report_text(checked, setting.words(checked)), nl=False, err=True)
        return FINDINGS
    languages = checked.handbook.settings.languages
    if language and language not in languages:
        raise CannotRun(
            "This handbook is not published in {language}; it has: {known}.",
            language=language,
            known=", ".join(languages),
        )
    artifacts = FAMILIES[family](setting.root, checked.handbook, language or languages[0], ids)
    if not artifacts:
        raise CannotRun("Nothing to export: no document bears the id {ids}.", ids=", ".join(ids))
    made = tuple(with_pdf(artifacts)) if pdf else artifacts
    write_artifacts(exported(setting.root, folder), made)
    setting.tell(say("{count} files written to {folder}.", count=len(made), folder=str(folder)))
    return CLEAN if exit_code(checked, strict=False) == CLEAN else FINDINGS
