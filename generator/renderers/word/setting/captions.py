"""Captions with numbers that Word counts, and references to them."""

from __future__ import annotations

from generator.document.blocks import Target
from generator.renderers.word.ooxml.fields import field
from generator.renderers.word.ooxml.links import bookmark, pending
from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.text import ParagraphFormat, paragraph, run
from generator.renderers.word.setting.pen import NUMBER, Pen, mark_of

FIGURE, TABLE = "Figure", "Table"
# Right below a heading, which has room below itself, and close to its table.
_KEPT = ParagraphFormat(keep_next=True, before=0, after=20)


def caption(pen: Pen, kind: str, title: str, name: str, *, above: bool) -> Nodes:
    """Return a caption; `name` lets `reference` refer to it; one above stays with what follows."""
    label = pen.say("Figure") if kind == FIGURE else pen.say("Table")
    number = pen.captions.get(kind, 0) + 1
    pen.captions[kind] = number
    # SEQ needs a name without spaces; the label in words is what Word's own dialogue shows.
    numbered = run(f"{label} ") + field(f"SEQ {kind} \\* ARABIC", run(str(number)))
    pen.labels[caption_mark(kind, name)] = f"{label} {number}"
    marked = bookmark(caption_mark(kind, name), next(pen.numbers), numbered)
    setting = _KEPT if above else ParagraphFormat()
    return paragraph(marked + run(f"  {title}"), "Caption", setting)


def reference(kind: str, name: str) -> Nodes:
    """Return a reference to a caption, which may come later; `Pen.settled` puts its number in."""
    mark = caption_mark(kind, name)
    return field(f"REF {mark} \\h", pending(NUMBER, mark))


def caption_mark(kind: str, name: str) -> str:
    """Return the bookmark of a caption's label and number."""
    return f"c{mark_of(Target(kind, name))[1:]}"
