"""Archives of what has been written: the same bytes whenever the same files go in."""

from __future__ import annotations

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from generator.publish.gate import Gate
from generator.publish.writer import FileTarget

_PACKED = (".docx", ".xlsx", ".zip", ".png", ".jpg", ".jpeg", ".webp", ".woff2")
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the format knows no time before it
_FILE = 0o100644 << 16  # a regular file that all may read


def write_archive(gate: Gate, target: FileTarget, archive: str, paths: Iterable[str]) -> None:
    """Write an archive of some files of a folder into it; it never holds itself."""
    target.write(archive, _zipped(gate, (each for each in paths if each != archive)))


def _zipped(gate: Gate, paths: Iterable[str]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for path in paths:
            entry = ZipInfo(path, _EARLIEST)
            entry.create_system = 3  # as written on Unix, on Windows too
            entry.external_attr = _FILE
            entry.compress_type = ZIP_STORED if path.endswith(_PACKED) else ZIP_DEFLATED
            content = gate.read(path)
            if content is None:
                raise FileNotFoundError(path)
            archive.writestr(entry, content)
    return buffer.getvalue()
