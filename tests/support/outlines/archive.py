"""What an archive holds."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile


def listing(raw: bytes) -> str:
    """The members in their order; `members` tells what is in them."""
    with ZipFile(BytesIO(raw)) as archive:
        return "".join(f"{name}\n" for name in archive.namelist())


def members(raw: bytes) -> dict[str, str]:
    """Member → its SHA-256."""
    with ZipFile(BytesIO(raw)) as archive:
        return {name: sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
