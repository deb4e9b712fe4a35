"""Whether LibreOffice opens the book, the workbook and checklists, and lays all of them out."""

from __future__ import annotations

import subprocess
from pathlib import Path

import fonts
import product

NAME = "LibreOffice"
MOST_SECONDS = 900
LEAST_PAGES = 100


def run(work: Path) -> list[str]:
    """Lay out every document of the pack; the book's headings must all be in its outline."""
    from generator.publish.office import heading_pages

    site = product.site()
    files = [
        site / "downloads" / "handbook.docx",
        site / "downloads" / "responsibility-matrix.xlsx",
    ]
    files += sorted(site.glob("processes/*-checklist.docx"))
    files += sorted(site.glob("roles/*.docx"))
    profile = (work / "profile").as_uri()
    words = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    done = subprocess.run(
        [*words, "--outdir", str(work), *map(str, files)],
        capture_output=True,
        timeout=MOST_SECONDS,
        check=False,
    )
    said = [f"{each.name} was not laid out" for each in files if not _pdf(work, each).is_file()]
    if said:
        return [*said, done.stderr.decode(errors="replace")[-300:]]
    if blind := fonts.no_chinese(_pdf(work, files[0])):
        return [blind]
    outline = heading_pages(_pdf(work, files[0]).read_bytes())
    if len(outline) < LEAST_PAGES:
        said.append(f"the book has only {len(outline)} headings in its outline")
    return said


def _pdf(work: Path, file: Path) -> Path:
    return work / f"{file.stem}.pdf"
