"""Lets MkDocs write through the gate: by itself it follows links and empties folders."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from generator.publish.gate import Gate


class SiteTarget(Protocol):
    """The folder of a site that is being made; what is written in it is noted first."""

    @property
    def gate(self) -> Gate:
        """The gate at the folder."""

    def write(self, path: str, content: bytes) -> bool:
        """Write a file; tell whether anything changed."""


@contextmanager
def written_into(target: SiteTarget) -> Iterator[None]:
    """Have everything that MkDocs writes below a folder written by `target`.

    MkDocs has three functions that write and one that deletes; each is put back afterwards. It
    need not empty the folder: nothing is in it yet but what the product has put there.
    """
    from mkdocs import utils
    from mkdocs.structure.files import File

    before = utils.write_file, utils.copy_file, utils.clean_directory, File.copy_file

    def write(content: bytes, output_path: str) -> None:
        path = _below(target.gate.root, output_path)
        if path is None:
            before[0](content, output_path)
        else:
            target.write(path, content)

    def copy(source_path: str, output_path: str) -> None:
        if _below(target.gate.root, output_path) is None:
            before[1](source_path, output_path)
        else:
            write(Path(source_path).read_bytes(), output_path)

    def clean(directory: str) -> None:
        if _below(target.gate.root, directory) is None:
            before[2](directory)

    def copy_file(file: Any, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs calls it
        del dirty  # a site is always made as a whole
        write(file.content_bytes, file.abs_dest_path)

    tools: Any = utils
    files: Any = File
    tools.write_file, tools.copy_file, tools.clean_directory = write, copy, clean
    files.copy_file = copy_file
    try:
        yield
    finally:
        tools.write_file, tools.copy_file, tools.clean_directory, files.copy_file = before


def _below(top: Path, path: str) -> str | None:
    """Return a path relative to a folder, `""` for the folder; None for one elsewhere."""
    place = Path(path)
    return "/".join(place.relative_to(top).parts) if place.is_relative_to(top) else None
