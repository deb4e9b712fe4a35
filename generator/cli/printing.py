"""The only place that prints: no name and no value commands a terminal, or forges a line."""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from generator.base.printed import shown, shown_lines


class Readers:
    """Whether whoever read standard output is still there (`handbook check | head` goes early).

    Then the command goes on to its end, and what it prints goes nowhere: what it does and how it
    leaves must not hang on how much of a report somebody looks at.
    """

    gone = False


@contextmanager
def outliving(*streams: TextIO) -> Iterator[None]:
    """Go on where nobody reads a stream any more, and put nothing in its place."""
    try:
        yield
    except BrokenPipeError:
        Readers.gone |= sys.stdout in streams
        for each in streams:
            let_go(each)


def let_go(stream: TextIO) -> None:
    """Have a stream that takes no more lead nowhere: Python would tell it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def print_line(text: str, *, err: bool = True) -> None:
    """Print a sentence on a line of its own, whatever stands in it."""
    _print(f"{shown(text)}\n", err=err)


def print_lines(texts: Iterable[str], *, err: bool = True) -> None:
    """Print sentences, each on a line of its own; many at once take far less time than by one."""
    if lines := "".join(f"{shown(each)}\n" for each in texts):
        _print(lines, err=err)


def print_text(text: str, *, err: bool = False, kept: str = "") -> None:
    """Print a text that brings its own line ends; `kept` are odd characters that it needs."""
    _print(shown_lines(text, kept=kept), err=err)


def _print(text: str, *, err: bool) -> None:
    with outliving(sys.stderr if err else sys.stdout):
        click.echo(text, nl=False, err=err)


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
        if self._watched:
            row = "" if text == _MARK else text.rstrip("\r\n")
            text = shown(row) + ("\n" if len(row) < len(text) and text != _MARK else "")
        with outliving(self._stream):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Hand on what was written so far."""
        with outliving(self._stream):
            self._stream.flush()


def quieten_libraries() -> None:
    """Keep to ourselves what libraries warn of: it is meant for developers, and names no cure.

    Whoever starts Python with `-W` is one.
    """
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    logging.lastResort = None
