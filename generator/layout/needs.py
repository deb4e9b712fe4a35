"""Everything that takes room in a drawing, before anything has its place."""

from __future__ import annotations

from dataclasses import dataclass

from generator.layout.plan import Plan
from generator.layout.sizes import DrawingStyle, Label, Sized
from generator.layout.tracks import Tracks


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """Everything that takes room: the plan, its tracks, sizes of nodes, labels, lane headers.

    Room is reserved for `labels`; `broad_labels` are the same in fewer lines, for where there is
    more. `header` is how deep lane headers are (along the flow), `lane_least` how broad each lane
    is at least.
    """

    plan: Plan
    tracks: Tracks
    sizes: tuple[Sized, ...]
    ends: tuple[tuple[int, int], ...]
    labels: tuple[Label, ...]
    broad_labels: tuple[Label, ...]
    lane_least: tuple[float, ...]
    header: float
    style: DrawingStyle
