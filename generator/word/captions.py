"""Captions with numbers that Word counts, and references to them."""

from __future__ import annotations

from generator.document.blocks import Target
from generator.ooxml.text import Setting, bookmark, field, paragraph, run
from generator.word.pen import Pen, mark_of

FIGURE, TABLE = "Figure", "Table"
_KEPT = Setting(keep_next=True)


def caption(pen: Pen, kind: str, title: str, name: str, *, above: bool) -> str:
    """Return a caption; `name` lets `reference` refer to it; one above stays with what follows."""
    label = pen.say(kind)
    number = pen.captions.get(kind, 0) + 1
    pen.captions[kind] = number
    # SEQ needs a name without spaces; the label in words is what Word's own dialogue shows.
    numbered = run(f"{label} ") + field(f"SEQ {kind} \\* ARABIC", str(number))
    marked = bookmark(caption_mark(kind, name), next(pen.numbers), numbered)
    setting = _KEPT if above else Setting()
    return paragraph(marked + run(f"  {title}"), "Caption", setting)


def reference(pen: Pen, kind: str, name: str, number: int) -> str:
    """Return a reference to a caption with the number that it will have."""
    shown = f"{pen.say(kind)} {number}"
    return field(f"REF {caption_mark(kind, name)} \\h", shown)


def caption_mark(kind: str, name: str) -> str:
    """Return the bookmark of a caption's label and number."""
    return f"c{mark_of(Target(kind, name))[1:]}"
