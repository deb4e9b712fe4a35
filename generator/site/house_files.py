"""Judges the logo and the base document that the house style names."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.base.diagnostics import N_, Diagnostic, Message
from generator.checking.folder import HandbookFolder
from generator.renderers.word.ooxml.trial import can_be_base, can_be_logo
from generator.rules.declared.site import HOUSE_FILE

MISSING = N_("there is no such file in the handbook's folder.")
NO_PICTURE = N_("it is no picture that Word can show.")
NO_DOCUMENT = N_("it is no document that Word can open.")


def house_findings(folder: HandbookFolder) -> Iterator[Diagnostic]:
    """Yield a finding for each file of the house style that printed documents cannot use."""
    handbook = folder.checked.handbook
    if handbook is None:
        return
    style = handbook.settings.house_style
    named: tuple[tuple[str, str | None, Callable[[bytes], bool], str, str], ...] = (
        ("logo", style.logo, can_be_logo, NO_PICTURE, N_("Save the logo as a PNG picture.")),
        (
            "base-document",
            style.base_document,
            can_be_base,
            NO_DOCUMENT,
            N_("Save it in Word as a document (.docx)."),
        ),
    )
    for key, name, fits, why, cure in named:
        if name is None:
            continue
        where = handbook.settings.where / "house-style" / key
        raw = folder.house_files.get(name)
        if raw is None:
            example = "content/logo.png" if key == "logo" else "content/base.docx"
            yield HOUSE_FILE.at(where, name=name, reason=Message(MISSING), example=example)
        elif not fits(raw):
            yield HOUSE_FILE.at(where, name=name, reason=Message(why), hint=Message(cure))
