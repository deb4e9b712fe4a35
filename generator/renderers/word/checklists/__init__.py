"""Writes checklists and confirmations of reading as Word documents, with boxes that tick."""

from __future__ import annotations

from generator.renderers.word.checklists.document import checklist_of

__all__ = ["checklist_of"]
