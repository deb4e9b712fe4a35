"""`handbook collect`: filled Word forms back to validated records."""

from __future__ import annotations

import errno
import gc
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.base.diagnostics import N_
from generator.base.printed import shown
from generator.base.rubbish import nothing_thrown_away
from generator.cli.collected import FORMATS, check_format, write
from generator.cli.exits import CLEAN, FINDINGS, CannotRun
from generator.cli.inbox import Incoming, found_in, is_there, mark, refuse_inputs
from generator.cli.keeping import Looked, Shelf, fault
from generator.cli.printing import print_lines, print_text
from generator.cli.setting import CommonOptions
from generator.cli.words import command, option, say
from generator.publish.named_folder import refuse_output

if TYPE_CHECKING:
    from generator.base.diagnostics import Diagnostic
    from generator.base.i18n import Catalogue
    from generator.collect.collecting import Collector
    from generator.collect.register.ledger import Ledger
    from generator.collect.store import Keeper
    from generator.model.handbook import Handbook

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
    _check_options(setting.root, paths, into=into, output=output, watch=watch)
    keepers: list[Keeper] = []
    with nothing_thrown_away():
        desk = _desk(setting)
        if into is not None:
            keepers.append(_database(desk, into, paths))
        spool = _spool(desk) if output or into is None else None
        if spool is not None:
            check_format(output, form)
            keepers.append(spool)
    _run(desk, paths, Shelf(desk.handbook, keepers), watch=watch)
    if spool is not None and output is not None and output.exists() and not desk.kept + desk.same:
        setting.tell(say("Nothing was kept; {file} stays as it was.", file=shown(str(output))))
    elif spool is not None:
        write(desk.handbook, desk.words, spool, output, form)
    for each in keepers:
        each.close()
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
    root: Path, paths: tuple[Path, ...], *, into: str | None, output: Path | None, watch: bool
) -> None:
    if not any(is_there(each) for each in paths):
        raise CannotRun("There is no file or folder {path}.", path=shown(str(paths[0])))
    if watch and (into is None or output):
        raise CannotRun("--watch adds to a database: name one with --into, without -o.")
    if into is not None and not into.strip():
        raise CannotRun("--into names no database; write one as sqlite:///forms.db.")
    if output is not None:
        refuse_output(root, output)
        refuse_inputs((output,), paths)


def _desk(setting: CommonOptions) -> Desk:
    # Reading a handbook takes 150 ms to import: `--help` does without.
    from generator.base.i18n import Catalogue, parse_catalogue
    from generator.checking.folder import read_processes
    from generator.collect.calendar import working_day_counter
    from generator.collect.collecting import Collector
    from generator.document.context import Context

    setting.require_handbook()
    folder = read_processes(setting.root)
    checked = folder.checked
    if checked.failed or checked.handbook is None:
        print_text(setting.report(checked), err=True)
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


def _database(desk: Desk, address: str, paths: tuple[Path, ...]) -> Keeper:
    from generator.collect.store import StoreProblem
    from generator.collect.store_database import DatabaseStore, file_of

    try:
        file = file_of(address)
        if file is not None:
            refuse_output(desk.setting.root, file)
            refuse_inputs((file,), paths)
        return DatabaseStore(address, desk.handbook.settings.form_header, desk.words.say)
    except StoreProblem as problem:
        raise CannotRun("The database cannot be used: {reason}", reason=problem.says) from None


def _spool(desk: Desk) -> Ledger:
    from generator.collect.register.ledger import Ledger

    return Ledger.beside(desk.handbook.settings.form_header, desk.words.say)


def _run(desk: Desk, paths: tuple[Path, ...], shelf: Shelf, *, watch: bool) -> None:
    with _garbage_looked_for_seldom():
        _round(desk, found_in(paths), shelf)
    if watch:
        desk.setting.tell(say("Waiting for forms; Ctrl+C ends it."))
        _watch(desk, paths, shelf)


@contextmanager
def _garbage_looked_for_seldom() -> Iterator[None]:
    """Keep the handbook out of the search for unused cycles, which forms hardly leave.

    The search took a fifth of the time; it is done after every few files.
    """
    gc.freeze()
    try:
        with nothing_thrown_away():
            yield
    finally:
        gc.unfreeze()


def _watch(desk: Desk, paths: tuple[Path, ...], shelf: Shelf) -> None:
    """Look again and again; a file is taken once it no longer changes between two looks."""
    pause = threading.Event()
    before: dict[Path, tuple[int, int]] = {}
    try:
        while not pause.wait(_PAUSE):
            shelf.stopped = None  # the database may have come back
            here = {each.path: each for each in found_in(paths) if each.fault is None}
            now = {path: known for path in here if (known := mark(path)) is not None}
            settled = [
                here[path]
                for path, known in now.items()
                if before.get(path) == known and desk.seen.get(path) != known
            ]
            _round(desk, settled, shelf)
            before = now
    except KeyboardInterrupt:
        desk.setting.tell("")


def _round(desk: Desk, files: list[Incoming], shelf: Shelf) -> None:
    total = len(files)
    with _bar(desk, total) as bar:
        for start in range(0, total, _STEP):
            looked = []
            for each in files[start : start + _STEP]:
                looked.append(_looked(desk, each))
                bar.update(1)
            for one in shelf.keep(looked):
                _settle(desk, one)
            if len(looked) < _STEP:
                return
            if start:  # what the first forms leave is what stays: blank forms, tables
                gc.collect()
            gc.freeze()
            if not desk.setting.on_terminal:
                done = start + _STEP
                desk.setting.tell(
                    say("{done} of {total} {total:file|files} read.", done=done, total=total)
                )


def _bar(desk: Desk, length: int) -> AbstractContextManager[Any]:
    hidden = not desk.setting.on_terminal or length < _STEP
    return click.progressbar(length=length, file=sys.stderr, hidden=hidden)


def _looked(desk: Desk, found: Incoming) -> Looked:
    """Look at one file: whatever it is, it has an outcome, and the next one is read."""
    from generator.base.diagnostics import Span
    from generator.rules.declared.arrivals import LEFT_ASIDE

    name = shown(str(found.path))
    desk.seen[found.path] = mark(found.path) or (0, 0)
    if not found.is_word:
        return Looked(name, (LEFT_ASIDE.at(Span(name)),), is_form=False)
    try:
        return _read(desk, found, name)
    except Exception as error:  # noqa: BLE001 - a file that stops us must not stop the others
        return Looked(name, (fault(name, error),))


def _read(desk: Desk, found: Incoming, name: str) -> Looked:
    from generator.base.diagnostics import Span
    from generator.rules.declared.collect import UNREADABLE
    from generator.source.files import reason_of

    try:
        raw = _bytes_of(found)
        came = datetime.fromtimestamp(found.path.stat().st_mtime, UTC)
    except OSError as error:
        # What we raise ourselves is in the user's language already; the system's words are not.
        foreign = error.strerror in {None, os.strerror(error.errno or 0)}
        reason = reason_of(error) if foreign else str(error.strerror)
        return Looked(name, (UNREADABLE.at(Span(name), reason=reason),))
    # A form without a date counts as filled in on the day that it was saved.
    result = desk.collector.collect(name, raw, came.date(), came.isoformat(timespec="microseconds"))
    return Looked(name, tuple(result.diagnostics), result.value)


def _settle(desk: Desk, one: Looked) -> None:
    """Count a file, and say what is to be said of it."""
    from generator.base.diagnostics import has_errors
    from generator.collect.register.told import told

    findings = one.findings
    if one.added is not None:
        form = desk.handbook.forms[one.added.record.form]
        header = desk.handbook.settings.form_header
        findings += tuple(told(one.added, form, header, desk.collector.names))
        desk.same += one.added.repeated
        desk.kept += not one.added.repeated
        desk.asked += has_errors(findings)
    elif one.is_form:
        desk.rejected += 1
    _report(desk, findings)


def _bytes_of(found: Incoming) -> bytes:
    from generator.collect.package import LARGEST_FILE

    if found.fault is not None:
        raise found.fault
    if not found.path.is_file():  # a pipe would never end
        raise OSError(errno.EINVAL, say("no plain file"))
    with found.path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def _report(desk: Desk, findings: tuple[Diagnostic, ...]) -> None:
    from generator.base.diagnostics import Message, Severity, Span

    levels = {
        Severity.ERROR: N_("error"),
        Severity.WARNING: N_("warning"),
        Severity.INFO: N_("note"),
    }
    lines = []
    for each in findings:
        if desk.setting.quiet and each.weight is not Severity.ERROR:
            continue
        place = each.where.file if isinstance(each.where, Span) else ""
        level = desk.words.say(Message(levels[each.weight]))
        hint = f" → {desk.words.say(each.hint)}" if each.hint else ""
        sentence = desk.words.say(each.message)
        lines.append(f"{place}: {level} {each.rule.code} {sentence}{hint}")
    print_lines(lines)
