"""Writes drawings as BPMN 2.0 XML, with the same places as every other picture of them."""

from __future__ import annotations

from generator.renderers.bpmn.document import bpmn_of
from generator.renderers.bpmn.scopes import bpmn_of_scope

__all__ = ["bpmn_of", "bpmn_of_scope"]
