"""Draws a process with what is inside its groups, and writes all of it as one BPMN document."""

from __future__ import annotations

from generator.document.scope import Scope
from generator.layout import Drawing, Orientation, draw
from generator.renderers.bpmn.document import Details, bpmn_of


def bpmn_of_scope(scope: Scope, process_id: str, orientation: Orientation) -> bytes:
    """Return the document of a process as UTF-8 XML, with a diagram for each of its boxes."""
    drawing, details = _drawn(scope, orientation)
    return bpmn_of(drawing, process_id, details)


def _drawn(scope: Scope, orientation: Orientation) -> tuple[Drawing, Details]:
    inside = {box: _drawn(each, orientation) for box, each in scope.inside}
    details = Details(inside=inside, thrown=dict(scope.thrown), caught=dict(scope.caught))
    return draw(scope.graph, orientation), details
