"""The shipped handbook, read once for all tests that look at it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.base.artifact import Artifact
from generator.checking.folder import HandbookFolder, read_folder
from generator.document.context import Context
from generator.outputs.catalogue import files_of
from generator.outputs.material import Material, contexts, material_of
from generator.outputs.output import Output
from generator.publish.office import pages_of_headings

ROOT = Path(__file__).parents[2]


@cache
def sources() -> HandbookFolder:
    """Return all that the shipped handbook is made from."""
    return read_folder(ROOT)


@cache
def material() -> Material:
    """Return the material of the shipped handbook."""
    return material_of(sources(), pages_of_headings)


def made_by(output: Output, ctx: Context) -> tuple[Artifact, ...]:
    """Return what an output makes of a handbook, with the material of the shipped one."""
    return tuple(each.artifact for each in files_of(output, ctx, material()))


@cache
def shipped(language: str = "zh") -> Context:
    """Return the render context of the shipped handbook in a language."""
    found = {each.words.language: each for each in contexts(sources(), drafts=False)}
    return found[language]
