"""Writes flows as BPMN 2.0 XML; what needs no box has the same places as in every picture."""

from __future__ import annotations

from generator.renderers.bpmn.document import bpmn_of
from generator.renderers.bpmn.scopes import bpmn_of_scope

__all__ = ["bpmn_of", "bpmn_of_scope"]
