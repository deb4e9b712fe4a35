"""Writes drawings as BPMN 2.0 XML, with the same places as every other picture of them."""

from __future__ import annotations

from generator.renderers.bpmn.document import bpmn_of

__all__ = ["bpmn_of"]
