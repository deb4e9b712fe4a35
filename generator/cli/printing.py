"""The only place that prints: no name and no value commands a terminal, or forges a line."""

from __future__ import annotations

import logging
import sys
import warnings
from typing import TextIO

import click

from generator.base.printed import shown, shown_lines


def print_line(text: str, *, err: bool = True) -> None:
    """Print a sentence on a line of its own, whatever stands in it."""
    click.echo(shown(text), err=err)


def print_text(text: str, *, err: bool = False, kept: str = "") -> None:
    """Print a text that brings its own line ends; `kept` are odd characters that it needs."""
    click.echo(shown_lines(text, kept=kept), nl=False, err=err)


_MARK = "\ufeff"  # tells programs that a file is UTF-8


class PrintedRows:
    """Standard output for rows of data: on a terminal each stays on its line and harms nothing.

    Elsewhere, in a file or a pipe, it is data for a program and stays as it is.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._watched = stream.isatty()

    def write(self, text: str) -> int:
        """Write one row with its end, or a part of one."""
        if not self._watched:
            return self._stream.write(text)
        if text == _MARK:
            return 0
        row = text.rstrip("\r\n")
        return self._stream.write(shown(row) + ("\n" if len(row) < len(text) else ""))


def quieten_libraries() -> None:
    """Keep to ourselves what libraries warn of: it is meant for developers, and names no cure.

    Whoever starts Python with `-W` is one.
    """
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    logging.lastResort = None
