"""A comparison as one HTML file that needs nothing else: tables, people, diagrams."""

from __future__ import annotations

from collections.abc import Mapping

from generator.document.changes.labels import ACTIONS
from generator.document.changes.pictures import FlowPicture, PicturePair, picture_pairs
from generator.document.changes.report import ChangeReport
from generator.layout import Orientation, draw
from generator.model.changes import Action
from generator.renderers.html.changes import ChangeDrawing, ChangePage, changes_page
from generator.renderers.svg import ChangeMark, Marked, Marks, svg_of

_MARKS: Mapping[Action, ChangeMark] = {
    Action.ADDED: ChangeMark.ADDED,
    Action.REMOVED: ChangeMark.REMOVED,
    Action.CHANGED: ChangeMark.CHANGED,
    Action.MOVED: ChangeMark.MOVED,
}
_BROAD = 700.0
"""px up to which a diagram runs across the page; a broader one runs down."""


def changes_as_html(report: ChangeReport) -> str:
    """Return the page; its diagrams are drawn as everywhere, with marks."""
    names = {mark: report.ctx.words.say(ACTIONS[action]) for action, mark in _MARKS.items()}
    pairs = picture_pairs(report.comparison, report.old, report.ctx)
    drawn = tuple(_drawn(each, names) for each in pairs)
    return changes_page(ChangePage(report=report, drawings=drawn))


def _drawn(pair: PicturePair, names: Mapping[ChangeMark, str]) -> ChangeDrawing:
    before, after = (marked_svg(each, names) if each else "" for each in (pair.before, pair.after))
    return ChangeDrawing(process=pair.process, title=pair.title, before=before, after=after)


def marked_svg(picture: FlowPicture, names: Mapping[ChangeMark, str]) -> str:
    """Return a diagram with its marks as SVG."""
    drawing = draw(picture.graph, Orientation.HORIZONTAL)
    if drawing.width > _BROAD:
        drawing = draw(picture.graph, Orientation.VERTICAL)
    marks = Marks(
        nodes={
            name: Marked(_MARKS[action], picture.moves.get(name, 0))
            for name, action in picture.nodes.items()
        },
        edges={name: Marked(_MARKS[action]) for name, action in picture.edges.items()},
        names=names,
    )
    return svg_of(drawing, marks).decode()
