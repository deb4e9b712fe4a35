"""Names the program that makes the bytes, so that another version does not find its entries."""

from __future__ import annotations

import sys
import zlib
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match

_PACKAGE = Path(__file__).parent.parent
_DISTRIBUTION = "process-handbook"


@cache
def program_name() -> str:
    """Return the digest of our code and data, and of the versions of Python and the libraries."""
    digest = sha256()
    for file in sorted(_PACKAGE.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            digest.update(f"{file.relative_to(_PACKAGE).as_posix()}\0".encode())
            digest.update(sha256(file.read_bytes()).digest())
    digest.update(f"{sys.version}\0{zlib.ZLIB_RUNTIME_VERSION}\0".encode())
    for line in _requirements():
        digest.update(f"{line}\0".encode())
    return digest.hexdigest()


def _requirements() -> list[str]:
    try:
        needed = requires(_DISTRIBUTION) or []
    except PackageNotFoundError:
        return []
    return sorted(f"{name} {version(name)}" for name in map(_library, needed) if name)


def _library(requirement: str) -> str:
    """The name in a requirement such as `mkdocs<2,>=1.6.1`; nothing for one of an extra."""
    found = match(r"[\w.-]+", requirement)
    return "" if "extra ==" in requirement or found is None else found[0]
