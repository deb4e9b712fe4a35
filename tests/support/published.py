"""A bicycle shop in two languages with drafts, published with them or without, in one process."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.app import build
from generator.base.diagnostics import Message

BICYCLES = Path(__file__).parents[1] / "handbooks" / "bicycles"
DRAFT_PROCESS = "buy-parts"
DRAFT_FORM = "return-ticket"
_DRAFT = "revisions:\n  - {version: V9.0, date: 2026-06-01, change: Not yet approved}\n"


def shop(root: Path) -> Path:
    """Copy the handbook of the shop to a folder, in two languages and with drafts."""
    shutil.copytree(BICYCLES, root)
    (root / "mkdocs.yml").write_text("site_name: x\nplugins: [handbook]\ntheme: {name: material}\n")
    _changed(root / "processes/handbook.yml", "languages: [en]", "languages: [en, zh]")
    repair = root / "processes/workshop/repair-bicycle.yml"
    _changed(repair, "\nsteps:\n", "\nevery: weekly fri 17:00\n\nsteps:\n")
    forms = root / "processes/workshop/forms"
    draft = Path(shutil.copy(forms / "repair-ticket.yml", forms / f"{DRAFT_FORM}.yml"))
    _changed(draft, "code: T 1.1", "code: T 1.2")
    for file in (draft, root / f"processes/stock/{DRAFT_PROCESS}.yml"):
        _changed(file, "revisions:\n", _DRAFT)
    return root


def _changed(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, file
    file.write_text(text.replace(old, new), encoding="utf-8")


def published(root: Path, site: Path, *, drafts: bool) -> Path:
    """Build the site of a handbook into a folder."""

    def heard(stage: Message, done: int = 0, total: int = 0) -> None:
        del stage, done, total

    built = build(root, progress=heard, site_dir=site, drafts=drafts)
    assert built.site, [str(each) for each in built.checked.diagnostics]
    return site
