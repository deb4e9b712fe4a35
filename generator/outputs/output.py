"""What an entry of the catalogue says: files to make, what they are called, where they go."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from generator.base.artifact import Artifact
from generator.document.context import Context
from generator.outputs.material import Material

LANDING = ("index",)
"""The pages that offer what is about the whole handbook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A ZIP of several files: its path, its name for readers, and the pages that offer it."""

    path: str
    label: str
    pages: tuple[str, ...] = LANDING


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """A file that an output makes.

    `label` is its name for readers in the language of the file, `pages` are the paths, without
    ending, of the pages that offer it. `about` is the id of the process, form, role or chapter
    that it is about, empty where it is about all. `archive` is where it is packed too.
    """

    artifact: Artifact
    label: str
    pages: tuple[str, ...] = LANDING
    about: str = ""
    archive: Archive | None = None


Files: TypeAlias = "Callable[[Context, Material], Iterable[OutputFile]]"
FilesFor: TypeAlias = "Callable[[Context, Material, str], Iterable[OutputFile]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A kind of files that the product puts out.

    `id` is its name in `handbook export`, which does not offer it where `exported` is not set.
    `files` are what `build` publishes. `files_for` are those for one id, where there are more of
    them than `build` publishes. `every_language` is not set where all languages share the files.
    `keep_folders` is set where files of two folders have the same name.
    """

    id: str
    files: Files
    files_for: FilesFor | None = None
    exported: bool = True
    every_language: bool = True
    keep_folders: bool = False
