"""Reads the files of `content/`; links to other places are refused, as they could leak files."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic, Span
from generator.reading.file_rules import SYMBOLIC_LINK

_LEFT_BEHIND = (".", "~")


def read_content(folder: Path) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return the files below a folder by path, sorted, and what was not read.

    Hidden files and those that editors leave behind are skipped.
    """
    content: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    waiting = [folder] if folder.is_dir() and not folder.is_symlink() else []
    while waiting:
        for entry in sorted(waiting.pop().iterdir()):
            name = f"content/{entry.relative_to(folder).as_posix()}"
            if entry.name.startswith(_LEFT_BEHIND) or entry.name.endswith("~"):
                continue
            if entry.is_symlink():
                found.append(SYMBOLIC_LINK.at(Span(name), name=name))
            elif entry.is_dir():
                waiting.append(entry)
            elif entry.is_file():
                content[name.removeprefix("content/")] = entry.read_bytes()
    return dict(sorted(content.items())), tuple(found)
