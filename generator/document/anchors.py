"""The places of steps on the page of their process."""

from __future__ import annotations

from generator.document.blocks import Target


def step_target(process: str, step: str) -> Target:
    """Return the place of a step on the page of its process."""
    return Target("process", process, step_anchor(step))


def step_anchor(step: str) -> str:
    """Return the anchor of a step; the prefix keeps it apart from the page's own anchors."""
    return f"step-{step}"
