"""The fixes of findings as reports tell them: which characters become which."""

from __future__ import annotations

from dataclasses import dataclass

from generator.base.diagnostics import N_, Diagnostic, Edit, Message, Safety, Span
from generator.base.i18n import Catalogue
from generator.checking.pipeline import Checked
from generator.source.reading.writing import EditsOverlap, text_edits

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class FileEdit:
    """`text` in place of what stands at a place of a file."""

    span: Span
    text: str


def edits_of(checked: Checked, found: Diagnostic) -> tuple[FileEdit, ...]:
    """Return the edits of a finding's fix in characters of files; none where one cannot be made."""
    made: list[FileEdit] = []
    by_file: dict[str, list[Edit]] = {}
    for edit in found.fix.edits if found.fix else ():
        if isinstance(edit.where, Span):
            made.append(FileEdit(edit.where, edit.text or ""))
        else:
            by_file.setdefault(edit.where.file, []).append(edit)
    for path, edits in by_file.items():
        file = checked.sources.get(path)
        try:
            changes = text_edits(file, edits) if file else None
        except EditsOverlap:
            return ()
        if file is None or file.places is None or changes is None:
            return ()
        span = file.places.lines.span
        made += (FileEdit(span(path, each.start, each.end), each.text) for each in changes)
    return tuple(made)


def said(checked: Checked, found: Diagnostic, words: Catalogue) -> str:
    """Return a sentence about the fix of a finding, with a space before it; "" without one."""
    edits = edits_of(checked, found)
    if not edits or found.fix is None or found.fix.safety is Safety.NEVER:
        return ""
    text = edits[0].text.strip()
    shown = text if len(text) <= _SHOWN and "\n" not in text else ""
    option = "--fix" if found.fix.safety is Safety.SAFE else "--fix-all"
    if shown:
        sentence = Message(
            N_("`handbook check {option}` writes “{text}”."), {"option": option, "text": shown}
        )
    else:
        sentence = Message(N_("`handbook check {option}` mends it."), {"option": option})
    return f" {words.say(sentence)}"
