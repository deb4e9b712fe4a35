"""Whether LibreOffice opens every form with all its controls, and prints every label."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import fonts
import product
from lxml import etree

NAME = "LibreOffice: forms"
MOST_SECONDS = 900
MOST_PAGES = 4
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
# LibreOffice 7.4 shows plain text controls as fields; these it keeps as controls.
_KEPT = (f"{_W}date", f"{_W}dropDownList", f"{_W}comboBox", f"{_W14}checkbox")


def run(work: Path) -> list[str]:
    """Open the forms of both languages, print them and save them as OpenDocument."""
    site = product.site()
    faults: list[str] = []
    for language, folder in (("zh", site / "forms"), ("en", site / "en" / "forms")):
        files = sorted(folder.glob("*.docx"))
        if not files:
            faults.append(f"there are no forms in {folder.name}")
        out = work / language
        for kind in ("pdf", "odt"):
            _convert(files, kind, out, work / "profile")
        if language == "zh" and files and (blind := fonts.no_chinese(out / f"{files[0].stem}.pdf")):
            return [blind]
        for file in files:
            faults += (f"{language} {file.stem}: {fault}" for fault in _faults(file, out))
    return faults


def _convert(files: list[Path], kind: str, out: Path, profile: Path) -> None:
    words = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    words += ["--convert-to", kind, "--outdir", str(out), *map(str, files)]
    subprocess.run(words, capture_output=True, timeout=MOST_SECONDS, check=False)


def _faults(file: Path, out: Path) -> Iterator[str]:
    pdf, odt = out / f"{file.stem}.pdf", out / f"{file.stem}.odt"
    if not pdf.is_file() or not odt.is_file():
        yield "was not opened"
        return
    with zipfile.ZipFile(file) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    with zipfile.ZipFile(odt) as archive:
        kept = archive.read("content.xml").decode().count("<loext:content-control ")
    wanted = sum(
        any(each.find(kind) is not None for kind in _KEPT) for each in body.iter(f"{_W}sdtPr")
    )
    if kept < wanted:
        yield f"{kept} of {wanted} controls are left"
    printed = _squeezed(_said("pdftotext", "-raw", str(pdf), "-"))
    for each in body.iter(f"{_W}p"):
        label = _squeezed("".join(text.text or "" for text in each.iter(f"{_W}t")))
        if each.find(f"{_W}pPr/{_W}pStyle") is not None and label not in printed:
            yield f"“{label[:40]}” is not printed"
    pages = re.search(r"Pages:\s+(\d+)", _said("pdfinfo", str(pdf)))
    if pages is None or int(pages[1]) > MOST_PAGES:
        yield f"{pages[1] if pages else 'no'} pages"


def _said(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
