"""`handbook collect`: filled Word forms back to validated records."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from generator.base.diagnostics import N_
from generator.cli.exits import CLEAN, FINDINGS, CannotRun
from generator.cli.setting import CommonOptions
from generator.cli.words import command, option, say

if TYPE_CHECKING:
    from generator.base.diagnostics import Diagnostic
    from generator.base.i18n import Catalogue
    from generator.collect.collecting import Collector
    from generator.collect.store import RecordStore
    from generator.model.handbook import Handbook

FORMATS = ("json", "csv", "xlsx")
_SUFFIXES = {".docx", ".doc", ".docm", ".dotx", ".dotm", ".wps"}
_PAUSE = 2.0  # seconds; asking again works on shared drives, where nobody sends notices
_STEP = 50


@command(N_("Read filled Word forms back, check every value, and keep the good ones."))
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER…"
)
@option("--into", text=N_("Database to add the records to, as an SQLAlchemy URL."), metavar="URL")
@option("--format", "form", text=N_("Form of the file."), type=click.Choice(FORMATS), default=None)
@option(
    "-o",
    "output",
    text=N_("File to write; with csv also a folder, for a table each."),
    type=click.Path(path_type=Path),
    metavar="FILE",
)
@option("--watch", text=N_("Go on and collect what comes into the folder."), is_flag=True)
@click.pass_obj
def collect(
    setting: CommonOptions,
    paths: tuple[Path, ...],
    *,
    into: str | None,
    form: str | None,
    output: Path | None,
    watch: bool,
) -> int:
    """Run `handbook collect`."""
    _check_options(paths, into=into, output=output, watch=watch)
    desk = _desk(setting)
    with ExitStack() as stack:
        stores = [_database(into, desk.handbook)] if into else []
        if output or not into:
            stores.append(_file_store(stack, desk, output, _format(form, output)))
        for store in stores:
            for each in desk.handbook.form_list:
                for key, digests in store.known(each).items():
                    desk.collector.known(each.id, key, digests)
        _run(desk, paths, stores, watch=watch)
    setting.tell(
        say(
            "{kept} {kept:form|forms} kept, {same} there already, {rejected} rejected.",
            kept=desk.kept,
            same=desk.same,
            rejected=desk.rejected,
        )
    )
    return FINDINGS if desk.rejected or desk.asked else CLEAN


@dataclass(slots=True, kw_only=True)
class Desk:
    """What is at hand while forms are collected, and the count of them."""

    setting: CommonOptions
    handbook: Handbook
    collector: Collector
    words: Catalogue
    kept: int = 0
    same: int = 0
    rejected: int = 0
    asked: int = 0
    seen: dict[Path, tuple[int, int]] = field(default_factory=dict)


def _check_options(
    paths: tuple[Path, ...], *, into: str | None, output: Path | None, watch: bool
) -> None:
    for each in paths:
        if not each.exists():
            raise CannotRun("There is no file or folder {path}.", path=str(each))
    if watch and (not into or output):
        raise CannotRun("--watch adds to a database: name one with --into, without -o.")


def _desk(setting: CommonOptions) -> Desk:
    # Reading a handbook takes 150 ms to import: `--help` does without.
    from generator.base.i18n import Catalogue, parse_catalogue
    from generator.collect.calendar import working_day_counter
    from generator.collect.collecting import Collector
    from generator.document.context import Context
    from generator.site.verdict import read_handbook

    setting.require_handbook()
    folder = read_handbook(setting.root)
    checked = folder.checked
    if checked.failed or checked.handbook is None:
        click.echo(setting.report(checked), nl=False, err=True)
        raise CannotRun("The handbook has errors; mend them first (handbook check).")
    handbook = checked.handbook
    catalogues = [parse_catalogue(name, raw) for name, raw in folder.catalogues.items()]
    words = setting.words(checked)
    spoken = {each.language: each for each in catalogues}
    first = Catalogue(handbook.settings.languages[0])
    texts = spoken.get(words.language, first)
    ctx = Context.of(handbook, words, texts)
    collector = Collector(
        ctx,
        catalogues=catalogues,
        add_working_days=working_day_counter(handbook.settings.calendar),
    )
    return Desk(setting=setting, handbook=handbook, collector=collector, words=words)


def _format(asked: str | None, output: Path | None) -> str:
    if asked:
        return asked
    ending = output.suffix.lower().lstrip(".") if output else ""
    return ending if ending in FORMATS else "json"


def _database(address: str, handbook: Handbook) -> RecordStore:
    from generator.collect.store import StoreProblem
    from generator.collect.store_database import DatabaseStore

    try:
        return DatabaseStore(address, handbook.settings.form_header)
    except StoreProblem as problem:
        raise CannotRun("The database cannot be used: {reason}", reason=str(problem)) from None


def _file_store(stack: ExitStack, desk: Desk, output: Path | None, form: str) -> RecordStore:
    from generator.collect.store_csv import CsvFolder, CsvStore, as_text
    from generator.collect.store_json import JsonStore
    from generator.publish.named_folder import gate_at

    header = desk.handbook.settings.form_header
    if form == "xlsx":
        from generator.collect.store_xlsx import XlsxStore

        if output is None:
            raise CannotRun("A workbook needs a file: name one with -o.")
        return XlsxStore(stack.enter_context(_written(output)), header, desk.words)
    if form == "csv" and output is not None and (output.is_dir() or not output.suffix):
        return CsvFolder(gate_at(output), header)
    if output is None:
        stream = sys.stdout
    else:
        stream = stack.enter_context(as_text(stack.enter_context(_written(output))))
    return CsvStore(stream, header) if form == "csv" else JsonStore(stream)


def _written(output: Path) -> AbstractContextManager[BinaryIO]:
    """Give a stream for the file named, which takes its place when all is written."""
    from generator.publish.named_folder import gate_at

    return gate_at(output.parent).written(output.name)


def _run(desk: Desk, paths: tuple[Path, ...], stores: list[RecordStore], *, watch: bool) -> None:
    from generator.collect.store import StoreProblem

    try:
        _round(desk, list(_files(paths)), stores)
        if watch:
            desk.setting.tell(say("Waiting for forms; Ctrl+C ends it."))
            _watch(desk, paths, stores)
        for store in stores:
            store.close()
    except (StoreProblem, OSError) as problem:
        raise CannotRun("The result cannot be written: {reason}", reason=str(problem)) from None


def _watch(desk: Desk, paths: tuple[Path, ...], stores: list[RecordStore]) -> None:
    """Look again and again; a file is taken once it no longer changes between two looks."""
    pause = threading.Event()
    before: dict[Path, tuple[int, int]] = {}
    try:
        while not pause.wait(_PAUSE):
            now = {each: mark for each in _files(paths) if (mark := _mark(each)) is not None}
            settled = [
                each
                for each, mark in now.items()
                if before.get(each) == mark and desk.seen.get(each) != mark
            ]
            _round(desk, settled, stores)
            before = now
    except KeyboardInterrupt:
        desk.setting.tell("")


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the Word files named, and those below folders named; never Word's own lock files."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for each in sorted(path.rglob("*")):
            hidden = each.name.startswith(("~$", "."))
            if not hidden and each.suffix.lower() in _SUFFIXES and each.is_file():
                yield each


def _mark(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def _round(desk: Desk, files: list[Path], stores: list[RecordStore]) -> None:
    with _bar(desk, len(files)) as bar:
        for number, each in enumerate(files, start=1):
            _one(desk, each, stores)
            bar.update(1)
            if not desk.setting.on_terminal and number % _STEP == 0:
                total = len(files)
                desk.setting.tell(
                    say("{done} of {total} {total:file|files} read.", done=number, total=total)
                )


def _bar(desk: Desk, length: int) -> AbstractContextManager[Any]:
    hidden = not desk.setting.on_terminal or length < _STEP
    return click.progressbar(length=length, file=sys.stderr, hidden=hidden)


def _one(desk: Desk, path: Path, stores: list[RecordStore]) -> None:
    from generator.base.diagnostics import Span, has_errors
    from generator.collect.package import LARGEST_FILE
    from generator.rules.declared.collect import UNREADABLE

    desk.seen[path] = _mark(path) or (0, 0)
    name = str(path)
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
        changed = path.stat().st_mtime
    except OSError as error:
        _report(desk, [UNREADABLE.at(Span(name), reason=error.strerror or str(error))])
        desk.rejected += 1
        return
    result = desk.collector.collect(name, raw, _day(changed))
    _report(desk, result.diagnostics)
    record = result.value
    desk.asked += bool(record and has_errors(result.diagnostics))
    if record is None:
        desk.rejected += 1
    elif record.repeated:
        desk.same += 1
    else:
        desk.kept += 1
        for store in stores:
            store.add(record, desk.handbook.forms[record.form])


def _day(changed: float) -> date:
    """A form without a date counts as filled in on the day that it was saved."""
    return datetime.fromtimestamp(changed, UTC).date()


def _report(desk: Desk, findings: tuple[Diagnostic, ...] | list[Diagnostic]) -> None:
    from generator.base.diagnostics import Message, Severity, Span

    levels = {
        Severity.ERROR: N_("error"),
        Severity.WARNING: N_("warning"),
        Severity.INFO: N_("note"),
    }
    for each in findings:
        if desk.setting.quiet and each.weight is not Severity.ERROR:
            continue
        place = each.where.file if isinstance(each.where, Span) else ""
        level = desk.words.say(Message(levels[each.weight]))
        hint = f" → {desk.words.say(each.hint)}" if each.hint else ""
        sentence = desk.words.say(each.message)
        click.echo(f"{place}: {level} {each.rule.code} {sentence}{hint}", err=True)
