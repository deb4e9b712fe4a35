"""Tells whether a PDF holds Chinese letters, or only the boxes that stand for missing ones."""

from __future__ import annotations

import subprocess
from pathlib import Path


def no_chinese(pdf: Path) -> str | None:
    """Return what is wrong when no font in a PDF is one of this machine's with Chinese letters.

    Without such a font a program lays out boxes: nothing fails, and the text can still be copied
    out of the PDF. Fonts in a PDF are called by a tag of six letters, `+`, and their own name.
    """
    listed = _said("pdffonts", str(pdf)).splitlines()[2:]
    inside = {line.split()[0].partition("+")[2] for line in listed if line.strip()}
    chinese = {
        name.lower()
        for line in _said("fc-list", ":lang=zh", "postscriptname").splitlines()
        if (name := line.rpartition("=")[2])
    }
    if any(own.lower().startswith(name) for own in inside for name in chinese):
        return None
    held = ", ".join(sorted(inside)) or "no font"
    return f"Chinese is laid out as boxes: {pdf.name} holds {held} (Debian: fonts-noto-cjk)"


def _said(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout
