"""Orders the pieces of routes in each channel so that they cross least, and gives them tracks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from generator.layout.channels import ChannelSegment, crossings_when_first, pieces_of
from generator.layout.plan import Plan

Channel: TypeAlias = tuple[bool, int]
"""Whether the channel is vertical (between columns), and its line."""
SIFTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracks:
    """The track of each piece (edge, corner), from 0, and how many tracks each channel has."""

    of_piece: Mapping[tuple[int, int], int]
    in_channel: Mapping[Channel, int]


class _Run(NamedTuple):
    """Pieces that share a track because they go to the same place by the same way."""

    low: int
    high: int
    members: tuple[tuple[int, ChannelSegment], ...]


def assign_tracks(plan: Plan, targets: Sequence[int]) -> Tracks:
    """Return tracks for all pieces; only tracks in use count."""
    channels: dict[Channel, list[tuple[int, ChannelSegment]]] = {}
    for edge, line in enumerate(plan.routes):
        for piece in pieces_of(line):
            channels.setdefault((piece.vertical, piece.line), []).append((edge, piece))
    of_piece: dict[tuple[int, int], int] = {}
    in_channel: dict[Channel, int] = {}
    for channel, pieces in sorted(channels.items()):
        runs = _merged(pieces, plan, targets)
        levels = _levels(runs, _ordered(runs))
        in_channel[channel] = max(levels) + 1
        for run, level in zip(runs, levels, strict=True):
            for edge, piece in run.members:
                of_piece[edge, piece.corner] = level
    return Tracks(of_piece=of_piece, in_channel=in_channel)


def _merged(
    pieces: Sequence[tuple[int, ChannelSegment]], plan: Plan, targets: Sequence[int]
) -> list[_Run]:
    runs: list[_Run] = []
    for edge, piece in pieces:
        place = next(
            (
                number
                for number, run in enumerate(runs)
                if _touch(run, piece)
                and targets[run.members[0][0]] == targets[edge]
                and _rest(plan, *run.members[0]) == _rest(plan, edge, piece)
            ),
            None,
        )
        if place is None:
            runs.append(_Run(piece.low, piece.high, ((edge, piece),)))
        else:
            run = runs[place]
            runs[place] = _Run(
                min(run.low, piece.low), max(run.high, piece.high), (*run.members, (edge, piece))
            )
    return runs


def _rest(plan: Plan, edge: int, piece: ChannelSegment) -> tuple[tuple[int, int], ...]:
    return plan.routes[edge][piece.corner + 1 :]


def _touch(run: _Run, other: _Run | ChannelSegment) -> bool:
    return run.low <= other.high and other.low <= run.high


def _ordered(runs: Sequence[_Run]) -> list[int]:
    """Return the runs in the order that crosses least: sorted by their arms, then sifted."""
    cost = [[_cost(one, other) for other in runs] for one in runs]
    order = sorted(range(len(runs)), key=lambda number: (_pull(runs[number]), runs[number][:2]))
    for _ in range(SIFTS):
        before = list(order)
        for number in before:
            order = _sifted(order, number, cost)
        if order == before:
            break
    return order


def _pull(run: _Run) -> float:
    """To which side the arms of a run go on the whole."""
    return sum(piece.arm_low + piece.arm_high for _, piece in run.members) / len(run.members)


def _cost(first: _Run, second: _Run) -> int:
    if first is second or not _touch(first, second):
        return 0
    return sum(
        crossings_when_first(one, other) for _, one in first.members for _, other in second.members
    )


def _sifted(order: list[int], number: int, cost: Sequence[Sequence[int]]) -> list[int]:
    """Return the order with one run moved to its best place."""
    rest = [other for other in order if other != number]
    costs = [sum(cost[number][other] for other in rest)]
    for other in rest:
        costs.append(costs[-1] + cost[other][number] - cost[number][other])
    least = min(costs)
    if costs[order.index(number)] == least:
        return order
    rest.insert(costs.index(least), number)
    return rest


def _levels(runs: Sequence[_Run], order: Sequence[int]) -> list[int]:
    """Return the lowest track of each run behind those before it that it touches."""
    levels = [0] * len(runs)
    done: list[int] = []
    for number in order:
        behind = (levels[other] + 1 for other in done if _touch(runs[other], runs[number]))
        levels[number] = max(behind, default=0)
        done.append(number)
    return levels
