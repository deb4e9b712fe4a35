"""Finds places for the texts outside of shapes, where they touch nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.layout.coordinates import Placement
from generator.layout.drawing import Box
from generator.layout.graph import Node
from generator.layout.label_candidates import (
    LabelCandidates,
    LabelPlace,
    candidates_of_edges,
    candidates_of_nodes,
)
from generator.layout.needs import Needs

ON_LINE, ON_SHAPE, ON_LABEL, ON_BORDER, OUTSIDE = 10.0, 12.0, 12.0, 3.0, 50.0
NEAR_OTHER = 2.5
"""What it costs a label of an edge to stand close to another edge: whose is it?"""
NEAR_LABEL, NEAR_SHAPE = 0.8, 0.4
"""The same for labels close to each other, which read as one text, and close to shapes."""
CLOSE, APART = 4.0, 8.0
WORTH_ROOM = 0.3
"""From this cost on, another label makes room if it can."""
ROUNDS = 3


def place_labels(
    nodes: Sequence[Node], needs: Needs, placement: Placement
) -> dict[tuple[str, int], LabelPlace]:
    """Return the places of the outside labels, by ("node" | "edge", number)."""
    of_nodes = list(candidates_of_nodes(nodes, needs, placement))
    of_edges = list(candidates_of_edges(needs, placement))
    found: list[tuple[float, int, dict[tuple[str, int], LabelPlace]]] = []
    for labels in ([*of_nodes, *of_edges], [*of_edges, *of_nodes]):
        table = _Table(labels, needs, placement)
        cost = table.settle()
        if cost < ON_LINE:
            return table.placed
        found.append((cost, len(found), table.placed))
    return min(found)[2]


class _Table:
    """The labels in their places, and all that they should not touch."""

    def __init__(
        self, labels: Sequence[LabelCandidates], needs: Needs, placement: Placement
    ) -> None:
        self.labels = {label.key: label for label in labels}
        self.shapes = placement.boxes
        self.pieces = [
            (min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y), edge)
            for edge, line in enumerate(placement.lines)
            for a, b in pairwise(line)
        ]
        self.size = (placement.width, placement.height)
        self.vertical = needs.style.vertical
        lanes = placement.lanes
        self.borders = sorted({lane.x if self.vertical else lane.y for lane in lanes})
        self.header = needs.header
        self.placed: dict[tuple[str, int], LabelPlace] = {}

    def settle(self) -> float:
        """Let each label take its best place until none moves; return what all cost."""
        for _ in range(ROUNDS):
            before = dict(self.placed)
            for label in self.labels.values():
                self.placed[label.key] = self._best(label)
            if self.placed == before:
                break
        for label in self.labels.values():
            if self._now(label.key) >= WORTH_ROOM:
                self._make_room(label)
        return sum(map(self._now, self.labels))

    def _best(self, label: LabelCandidates) -> LabelPlace:
        """Return the first place that costs least, with what it touches."""
        best, least = label.places[0], float("inf")
        for place in label.places:
            if place.cost >= least:
                break
            cost = place.cost + self._cost(place.box, label.key)
            if cost < least:
                best, least = place, cost
        return best

    def _make_room(self, label: LabelCandidates) -> None:
        """Take the first place that is worth it that another label leaves."""
        mine = self.placed[label.key]
        for place in label.places:
            if place.cost >= self._now(label.key):
                break
            around = _grown(place.box, APART)
            others = ((key, other) for key, other in self.placed.items() if key != label.key)
            rivals = [key for key, other in others if _touched(around, (other.box,))]
            if len(rivals) != 1:
                continue
            rival = rivals[0]
            theirs, before = self.placed[rival], self._now(label.key) + self._now(rival)
            self.placed[label.key] = place
            self.placed[rival] = self._best(self.labels[rival])
            if self._now(label.key) + self._now(rival) < before:
                return
            self.placed[label.key], self.placed[rival] = mine, theirs

    def _now(self, key: tuple[str, int]) -> float:
        place = self.placed[key]
        return place.cost + self._cost(place.box, key)

    def _cost(self, box: Box, key: tuple[str, int]) -> float:
        x0, y0, x1, y1 = box.x + 1, box.y + 1, box.right - 1, box.bottom - 1
        cost = ON_LINE * sum(
            1
            for low_x, low_y, high_x, high_y, _ in self.pieces
            if low_x < x1 and high_x > x0 and low_y < y1 and high_y > y0
        )
        if key[0] == "edge":
            cost += NEAR_OTHER * self._near_others(box, key[1])
        own = key[1] if key[0] == "node" else -1  # a label may fill the corner of its own diamond
        shapes = [o for n, o in enumerate(self.shapes) if n != own]
        labels = [o.box for k, o in self.placed.items() if k != key]
        cost += ON_SHAPE * _touched(box, shapes) + ON_LABEL * _touched(box, labels)
        cost += NEAR_SHAPE * _touched(_grown(box, CLOSE), shapes)
        cost += NEAR_LABEL * _touched(_grown(box, APART), labels)
        low, high = (box.x, box.right) if self.vertical else (box.y, box.bottom)
        cost += ON_BORDER * sum(1 for border in self.borders if low < border < high)
        along = box.y if self.vertical else box.x
        if x0 < 0 or y0 < 0 or x1 > self.size[0] or y1 > self.size[1] or along < self.header:
            cost += OUTSIDE
        return cost

    def _near_others(self, box: Box, edge: int) -> int:
        """Count the other edges that pass close to a label; those on its own line do not count."""
        own = {piece[:4] for piece in self.pieces if piece[4] == edge}
        return len(
            {
                other
                for low_x, low_y, high_x, high_y, other in self.pieces
                if other != edge
                and (low_x, low_y, high_x, high_y) not in own
                and low_x < box.right + CLOSE
                and high_x > box.x - CLOSE
                and low_y < box.bottom + CLOSE
                and high_y > box.y - CLOSE
            }
        )


def _grown(box: Box, by: float) -> Box:
    return Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


def _touched(box: Box, others: Iterable[Box]) -> int:
    return sum(
        1
        for other in others
        if other.x < box.right
        and other.right > box.x
        and other.y < box.bottom
        and other.bottom > box.y
    )
