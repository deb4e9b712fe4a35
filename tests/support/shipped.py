"""The shipped handbook, read once for all tests that look at it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.app import contexts
from generator.checking.folder import read_folder
from generator.document.context import Context

ROOT = Path(__file__).parents[2]


@cache
def shipped(language: str = "zh") -> Context:
    """Return the render context of the shipped handbook in a language."""
    found = {each.words.language: each for each in contexts(read_folder(ROOT), drafts=False)}
    return found[language]
