"""The files that `handbook collect` writes: all versions that came, at once and whole."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from generator.cli.exits import CannotRun
from generator.cli.printing import PrintedRows

if TYPE_CHECKING:
    from generator.base.i18n import Catalogue
    from generator.collect.register.ledger import Ledger
    from generator.collect.store import RecordStore, Writing
    from generator.model.handbook import Handbook

FORMATS = ("json", "csv", "xlsx")


def check_format(output: Path | None, asked: str | None) -> None:
    """Refuse a workbook that would go to the terminal.

    Raises:
        CannotRun: no file is named.
    """
    if _format(asked, output) == "xlsx" and output is None:
        raise CannotRun("A workbook needs a file: name one with -o.")


def _format(asked: str | None, output: Path | None) -> str:
    if asked:
        return asked
    ending = output.suffix.lower().lstrip(".") if output else ""
    return ending if ending in FORMATS else "json"


def write(
    handbook: Handbook, words: Catalogue, spool: Ledger, output: Path | None, asked: str | None
) -> None:
    """Write all versions, or leave what is there as it is.

    Raises:
        CannotRun: they cannot be written.
        Refused: there is a link, or no plain file, where one is to be written.
    """
    from generator.collect.store import StoreProblem
    from generator.source.files import reason_of

    try:
        with ExitStack() as stack:
            store = _file_store(stack, handbook, words, output, _format(asked, output))
            for each in handbook.form_list:
                for record in spool.records(each):
                    store.add(record, each)
            store.close()
            if output is None:
                PrintedRows(sys.stdout).flush()
    except StoreProblem as problem:
        raise CannotRun("The result cannot be written: {reason}", reason=problem.says) from None
    except OSError as problem:
        reason = reason_of(problem)
        raise CannotRun("The result cannot be written: {reason}", reason=reason) from None


def _file_store(
    stack: ExitStack, handbook: Handbook, words: Catalogue, output: Path | None, form: str
) -> RecordStore:
    from generator.collect.store_csv import CsvFolder, CsvStore, as_text
    from generator.collect.store_json import JsonStore
    from generator.publish.named_folder import gate_at

    header = handbook.settings.form_header
    if form == "xlsx" and output is not None:
        from generator.collect.store_xlsx import XlsxStore

        return XlsxStore(stack.enter_context(_written(output)), header, words)
    if form == "csv" and output is not None and (output.is_dir() or not output.suffix):
        return CsvFolder(gate_at(output), header, stack)
    if output is None:
        stream: Writing = PrintedRows(sys.stdout)
    else:
        stream = stack.enter_context(as_text(stack.enter_context(_written(output))))
    return CsvStore(stream, header) if form == "csv" else JsonStore(stream)


def _written(output: Path) -> AbstractContextManager[BinaryIO]:
    """Give a stream for the file named, which takes its place when all is written."""
    from generator.publish.named_folder import gate_at

    return gate_at(output.parent).written(output.name)
