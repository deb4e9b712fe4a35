"""Has LibreOffice lay out a document: to PDF, and to learn on which page each heading stands."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.base.artifact import Artifact
from generator.base.diagnostics import N_, Message
from generator.publish.refusal import Refused

SECONDS = 600
_NEEDED = 20_000_000  # bytes of disk that LibreOffice takes for itself
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_OUTLINE = re.compile(rb"/Title<FEFF([0-9A-F]+)>\s*/Dest\[(\d+) 0 R")
_KIDS = re.compile(rb"/Type/Pages.*?/Kids\[([^\]]*)\]", re.DOTALL)
_OBJECT = re.compile(rb"(\d+) 0 R")


def to_pdf(docx: bytes) -> bytes:
    """Return a Word document as PDF, laid out by LibreOffice.

    Raises:
        Refused: LibreOffice is not there, takes too long, or makes no PDF.
    """
    program = _program()
    with TemporaryDirectory(prefix="handbook-") as folder:
        source = Path(folder) / "document.docx"
        source.write_bytes(docx)
        # A profile of its own: a LibreOffice that the user has open would refuse otherwise.
        profile = (Path(folder) / "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(source)]
        try:
            # Its own files go where ours do, lest another disk be full.
            here = {**os.environ, "TMPDIR": folder}
            subprocess.run(  # noqa: S603
                command, capture_output=True, timeout=SECONDS, check=False, env=here
            )
        except (OSError, subprocess.TimeoutExpired) as fault:
            text = N_("LibreOffice could not be run: {reason}.")
            raise Refused(Message(text, {"reason": str(fault)})) from fault
        made = source.with_suffix(".pdf")
        if not made.is_file() and shutil.disk_usage(folder).free < _NEEDED:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), folder)
        if not made.is_file():
            raise Refused(
                Message("LibreOffice made no PDF. Try again with all of its windows closed.")
            )
        return made.read_bytes()


def _program() -> str:
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return found
    for place in _PLACES:
        if Path(place).is_file():
            return place
    raise Refused(
        Message("LibreOffice was not found. Install it, or do without PDF and page numbers.")
    )


def with_pdf(artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
    """Yield artifacts, and after each Word document the same laid out as PDF.

    Raises:
        Refused: as `to_pdf` does.
    """
    for each in artifacts:
        if not each.path.endswith(".docx"):
            yield each
            continue
        raw = each.body()
        yield Artifact(each.path, partial(bytes, raw))
        yield Artifact(f"{each.path.removesuffix('.docx')}.pdf", partial(to_pdf, raw))


def pages_of_headings(docx: bytes) -> tuple[int, ...]:
    """Return on which page, from 1, each heading of a Word document stands, in their order.

    Raises:
        Refused: as `to_pdf` does.
    """
    return tuple(page for _, page in heading_pages(to_pdf(docx)))


def heading_pages(pdf: bytes) -> tuple[tuple[str, int], ...]:
    """Return the headings of a PDF that LibreOffice made, each with its page from 1, in order.

    Reads the document outline (PDF 1.7, 12.3.3) as LibreOffice writes it: plain objects in order.
    """
    kids = _KIDS.search(pdf)
    if kids is None:
        return ()
    pages = {number: at for at, number in enumerate(_OBJECT.findall(kids[1]), start=1)}
    return tuple(
        (bytes.fromhex(title.decode("ascii")).decode("utf-16-be"), pages[target])
        for title, target in _OUTLINE.findall(pdf)
        if target in pages
    )
