"""Writes checklists and confirmations of reading as Word documents, with boxes that tick."""

from __future__ import annotations

from generator.renderers.checklists.confirmation import confirmation
from generator.renderers.checklists.process_list import process_checklist
from generator.renderers.checklists.role_list import role_checklist

__all__ = ["confirmation", "process_checklist", "role_checklist"]
