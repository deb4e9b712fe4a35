"""Archives of what has been written: the same bytes whenever the same files go in."""

from __future__ import annotations

import io
from collections.abc import Iterable
from fnmatch import fnmatchcase
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from generator.publish.gate import Gate
from generator.publish.writer import Target, paths_below

BUNDLES = (
    ("downloads/forms.zip", "forms/*.docx"),
    ("downloads/checklists.zip", "*-checklist.docx"),
)
"""Archive and the paths that go into it; where there are none, there is no archive."""
OFFLINE = "downloads/handbook-offline.zip"
"""The whole site as one archive."""

_PACKED = (".docx", ".xlsx", ".zip", ".png", ".jpg", ".jpeg", ".webp", ".woff2")
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the format knows no time before it
_FILE = 0o100644 << 16  # a regular file that all may read


def write_bundles(gate: Gate, target: Target) -> None:
    """Write the archives of the files of a folder into it."""
    paths = paths_below(gate)
    for archive, pattern in BUNDLES:
        chosen = [path for path in paths if fnmatchcase(path, pattern)]
        if chosen:
            target.write(archive, _zipped(gate, chosen))


def write_offline(gate: Gate, target: Target) -> None:
    """Write the archive of a whole site into it."""
    paths = [path for path in paths_below(gate) if path != OFFLINE]
    target.write(OFFLINE, _zipped(gate, paths))


def _zipped(gate: Gate, paths: Iterable[str]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for path in paths:
            entry = ZipInfo(path, _EARLIEST)
            entry.create_system = 3  # as written on Unix, on Windows too
            entry.external_attr = _FILE
            entry.compress_type = ZIP_STORED if path.endswith(_PACKED) else ZIP_DEFLATED
            archive.writestr(entry, gate.read(path) or b"")
    return buffer.getvalue()
